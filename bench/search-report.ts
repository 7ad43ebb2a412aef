// Says how fast and how well queries were answered: percentiles of time, mean reciprocal rank (MRR) and recall among the first ten.

export interface Answered {
  readonly kind: string;
  readonly query: string;
  readonly clockMs: number;
  /** What the clock would show on an idle machine: a search waits for nothing. */
  readonly processorMs: number;
  /** Of the wanted article among the hits, from 1 on; 0 when it is not there, null when none is wanted. */
  readonly place: number | null;
  /** How many articles the asker could have meant. */
  readonly meanings: number | null;
}

/** The place of an id among the hits, from 1 on; 0 when it is not there. */
export function placeOf(id: string, hits: readonly { readonly id: string }[]): number {
  return hits.findIndex((hit) => hit.id === id) + 1;
}

/** A line for each kind of query, one for all, and one for the known items that no other article could be meant by. */
export function printAnswers(title: string, answers: readonly Answered[]): void {
  console.log(`${title}, warm: ${summary(answers)}`);
  for (const [kind, group] of Map.groupBy(answers, ({ kind }) => kind)) console.log(`  ${kind}: ${summary(group)}`);
  const single = answers.filter(({ meanings }) => meanings === 1);
  if (single.length > 0) console.log(`  those that one headline alone says all of: ${summary(single)}`);
  const slowest = answers.toSorted((one, other) => other.processorMs - one.processorMs).slice(0, 3);
  console.log(
    `  slowest: ${slowest.map(({ query, processorMs }) => `${query} ${processorMs.toFixed(1)} ms`).join(", ")}`,
  );
}

function summary(answers: readonly Answered[]): string {
  const clock = percentiles(answers.map(({ clockMs }) => clockMs));
  const processor = percentiles(answers.map(({ processorMs }) => processorMs));
  return `${answers.length} queries${quality(answers)}, ${clock} by the clock, ${processor} of processor time`;
}

function quality(answers: readonly Answered[]): string {
  const places = answers.flatMap(({ place }) => place ?? []);
  if (places.length === 0) return "";
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const reciprocal = mean(places.map((place) => (place === 0 ? 0 : 1 / place)));
  return `, MRR ${reciprocal.toFixed(3)}, recall@10 ${mean(places.map((place) => Math.sign(place))).toFixed(3)}`;
}

function percentiles(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} and p99 ${at(0.99)} ms`;
}
