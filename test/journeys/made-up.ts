// Texts and chances that follow from a seed.

/** Different enough that no two are of one event. */
export const madeUpText = (random: () => number, length: number): string =>
  Array.from({ length }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 5000))).join("");

/** Mulberry32: numbers from 0 to 1 that follow from the seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
