// Learns a linear model with few weights: FTRL-Proximal (McMahan et al., "Ad Click Prediction", KDD 2013), whose L1 term
// leaves at zero what does not pay for itself, so that the weights file stays short enough to review.

/** One candidate: which weights it touches, by what they are multiplied, and whether it was a tag. */
export interface Example {
  readonly indexes: Int32Array;
  readonly values: Float32Array;
  readonly isTag: boolean;
}

export interface LearnerOptions {
  /** How much a weight must gain to leave zero. */
  readonly sparsity: number;
  readonly learningRate: number;
}

export class TagLearner {
  readonly weights: Float64Array;
  readonly #options: LearnerOptions;
  readonly #pull: Float64Array;
  readonly #squares: Float64Array;

  constructor(size: number, options: LearnerOptions) {
    this.#options = options;
    this.weights = new Float64Array(size);
    this.#pull = new Float64Array(size);
    this.#squares = new Float64Array(size);
  }

  /** Log-odds that the candidate is a tag. */
  score({ indexes, values }: Example): number {
    let score = 0;
    for (let at = 0; at < indexes.length; at++) score += (this.weights[indexes[at] ?? 0] ?? 0) * (values[at] ?? 0);
    return score;
  }

  /** One step towards the example's answer. */
  learn(example: Example): void {
    const error = 1 / (1 + Math.exp(-this.score(example))) - Number(example.isTag);
    // Most candidates are plainly none; learning that again and again costs time only.
    if (Math.abs(error) < 1e-3) return;
    for (let at = 0; at < example.indexes.length; at++) {
      this.#step(example.indexes[at] ?? 0, error * (example.values[at] ?? 0));
    }
  }

  #step(index: number, gradient: number): void {
    const { sparsity, learningRate } = this.#options;
    const before = this.#squares[index] ?? 0;
    const after = before + gradient ** 2;
    const pull =
      (this.#pull[index] ?? 0) +
      gradient -
      ((Math.sqrt(after) - Math.sqrt(before)) / learningRate) * (this.weights[index] ?? 0);
    this.#squares[index] = after;
    this.#pull[index] = pull;
    const excess = Math.max(0, Math.abs(pull) - sparsity);
    this.weights[index] = (-Math.sign(pull) * excess * learningRate) / (1 + Math.sqrt(after));
  }
}
