// Learns boosted regression trees for log-odds (Friedman, "Greedy Function Approximation", 2001), each grown where it gains most,
// over values sorted into a few bins: the same trees on every run, few and small enough for a reviewed file.

/** One tree of a list: a leaf's value, or the question that leads to one of two. */
export type LearnedTree =
  | { readonly value: number }
  | { readonly feature: number; readonly most: number; readonly yes: LearnedTree; readonly no: LearnedTree };

export interface TreeOptions {
  readonly rounds: number;
  readonly leaves: number;
  readonly learningRate: number;
  /** So many examples a leaf has at least. */
  readonly fewest: number;
  /** Pulls leaves towards nothing. */
  readonly smoothing: number;
}

const binsAtMost = 64;

/** Examples by columns: a list of values for each feature. */
export function learnTrees(
  columns: readonly Float32Array[],
  answers: Uint8Array,
  options: TreeOptions,
  onRound: (round: number) => void = () => {},
): { readonly base: number; readonly trees: readonly LearnedTree[] } {
  const edges = columns.map(edgesOf);
  const bins = columns.map((column, feature) => binned(column, edges[feature] ?? new Float32Array()));
  const share = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
  const base = Math.log(share / (1 - share));
  const scores = new Float64Array(answers.length).fill(base);
  const growing: Growing = {
    bins,
    edges,
    options,
    gradients: new Float32Array(answers.length),
    weights: new Float32Array(answers.length),
  };
  const trees: LearnedTree[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (let at = 0; at < answers.length; at++) {
      const chance = 1 / (1 + Math.exp(-(scores[at] ?? 0)));
      growing.gradients[at] = (answers[at] ?? 0) - chance;
      growing.weights[at] = chance * (1 - chance);
    }
    trees.push(growTree(growing, scores));
    onRound(round);
  }
  return { base, trees };
}

interface Growing {
  readonly bins: readonly Uint8Array[];
  readonly edges: readonly Float32Array[];
  readonly options: TreeOptions;
  readonly gradients: Float32Array;
  readonly weights: Float32Array;
}

// Bins end between values that occur, at equal shares of the examples.
function edgesOf(column: Float32Array): Float32Array {
  const sorted = Float32Array.from(column).sort();
  const edges = new Set<number>();
  for (let bin = 1; bin < binsAtMost; bin++) {
    const value = sorted[Math.floor((bin * sorted.length) / binsAtMost)] ?? 0;
    if (value < (sorted.at(-1) ?? 0)) edges.add(value);
  }
  return Float32Array.from(edges).sort();
}

function binned(column: Float32Array, edges: Float32Array): Uint8Array {
  return Uint8Array.from(column, (value) => {
    let [low, high] = [0, edges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= (edges[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return low;
  });
}

interface Leaf {
  readonly rows: Int32Array;
  readonly sums: Sums;
  readonly split: Split | null;
  node: { tree?: LearnedTree; split?: Split; yes?: Leaf; no?: Leaf };
}

/** For each feature and bin: the examples' gradients and weights summed, and their number. */
interface Sums {
  readonly gradients: Float64Array;
  readonly weights: Float64Array;
  readonly counts: Int32Array;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

function growTree(growing: Growing, scores: Float64Array): LearnedTree {
  const { options } = growing;
  const all = Int32Array.from(growing.gradients.keys());
  const root = leafOf(all, sumsOf(all, growing), growing);
  const leaves: Leaf[] = [root];
  while (leaves.length < options.leaves) {
    const best = leaves.reduce((one, other) => ((other.split?.gain ?? 0) > (one.split?.gain ?? 0) ? other : one));
    if (best.split === null) break;
    const [yes, no] = divide(best, best.split, growing);
    best.node = { split: best.split, yes, no };
    leaves.splice(leaves.indexOf(best), 1, yes, no);
  }
  for (const leaf of leaves) {
    const value = leafValueOf(leaf, options);
    leaf.node = { tree: { value } };
    for (const row of leaf.rows) scores[row] = (scores[row] ?? 0) + value;
  }
  return treeOf(root, growing.edges);
}

function treeOf({ node }: Leaf, edges: readonly Float32Array[]): LearnedTree {
  if (node.split === undefined || node.yes === undefined || node.no === undefined) return node.tree ?? { value: 0 };
  const { feature, bin } = node.split;
  return { feature, most: edges[feature]?.[bin] ?? 0, yes: treeOf(node.yes, edges), no: treeOf(node.no, edges) };
}

function leafOf(rows: Int32Array, sums: Sums, growing: Growing): Leaf {
  return { rows, sums, split: bestSplit(sums, growing), node: {} };
}

function divide(leaf: Leaf, { feature, bin }: Split, growing: Growing): readonly [Leaf, Leaf] {
  const column = growing.bins[feature] ?? new Uint8Array();
  const yes = leaf.rows.filter((row) => (column[row] ?? 0) <= bin);
  const no = leaf.rows.filter((row) => (column[row] ?? 0) > bin);
  // The larger one's sums are what the smaller one leaves: half of the work.
  const smaller = sumsOf(yes.length < no.length ? yes : no, growing);
  const larger = without(leaf.sums, smaller);
  const [yesSums, noSums] = yes.length < no.length ? [smaller, larger] : [larger, smaller];
  return [leafOf(yes, yesSums, growing), leafOf(no, noSums, growing)];
}

function sumsOf(rows: Int32Array, { bins, gradients, weights }: Growing): Sums {
  const size = bins.length * binsAtMost;
  const sums = { gradients: new Float64Array(size), weights: new Float64Array(size), counts: new Int32Array(size) };
  for (let feature = 0; feature < bins.length; feature++) {
    const column = bins[feature] ?? new Uint8Array();
    const first = feature * binsAtMost;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const place = first + (column[row] ?? 0);
      sums.gradients[place] = (sums.gradients[place] ?? 0) + (gradients[row] ?? 0);
      sums.weights[place] = (sums.weights[place] ?? 0) + (weights[row] ?? 0);
      sums.counts[place] = (sums.counts[place] ?? 0) + 1;
    }
  }
  return sums;
}

const without = (whole: Sums, part: Sums): Sums => ({
  gradients: whole.gradients.map((sum, place) => sum - (part.gradients[place] ?? 0)),
  weights: whole.weights.map((sum, place) => sum - (part.weights[place] ?? 0)),
  counts: whole.counts.map((count, place) => count - (part.counts[place] ?? 0)),
});

function bestSplit(sums: Sums, { bins, edges, options }: Growing): Split | null {
  const { gradient, weight, count } = totalOf(sums);
  const worth = (pull: number, mass: number) => pull ** 2 / (mass + options.smoothing);
  let best: Split | null = null;
  for (let feature = 0; feature < bins.length; feature++) {
    let [left, leftWeight, leftCount] = [0, 0, 0];
    for (let bin = 0; bin < (edges[feature]?.length ?? 0); bin++) {
      const place = feature * binsAtMost + bin;
      left += sums.gradients[place] ?? 0;
      leftWeight += sums.weights[place] ?? 0;
      leftCount += sums.counts[place] ?? 0;
      if (leftCount < options.fewest) continue;
      if (count - leftCount < options.fewest) break;
      const gain = worth(left, leftWeight) + worth(gradient - left, weight - leftWeight) - worth(gradient, weight);
      if (gain > (best?.gain ?? 1e-6)) best = { feature, bin, gain };
    }
  }
  return best;
}

function totalOf({ gradients, weights, counts }: Sums): { gradient: number; weight: number; count: number } {
  let [gradient, weight, count] = [0, 0, 0];
  for (let place = 0; place < binsAtMost; place++) {
    gradient += gradients[place] ?? 0;
    weight += weights[place] ?? 0;
    count += counts[place] ?? 0;
  }
  return { gradient, weight, count };
}

function leafValueOf({ sums }: Leaf, { smoothing, learningRate }: TreeOptions): number {
  const { gradient, weight } = totalOf(sums);
  return Math.round((learningRate * gradient * 1000) / (weight + smoothing)) / 1000;
}
