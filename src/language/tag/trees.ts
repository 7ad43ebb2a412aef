// Asks small decision trees for the log-odds that a candidate is a tag: bench/train-vocabulary.ts grows them.
import { type ContextName, contextNames } from "./context.ts";
import learned from "./trees.json" with { type: "json" };

/** A leaf's value; or a number's name, the most that leads on to the first tree, and the two. */
export type Tree = number | readonly [name: string, most: number, yes: Tree, no: Tree];

export interface Trees {
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** Trees laid out for quick asking: of each node which number it asks for (-1: it is a leaf), and where its two branches are. */
export interface Planted {
  readonly base: number;
  readonly roots: readonly number[];
  readonly asks: Int8Array;
  /** What leads to the first branch, at most; a leaf's value. */
  readonly values: Float64Array;
  /** The first branch is the next node. */
  readonly second: Int32Array;
}

/** Lays out trees as they are written. Throws TypeError for a number that is not in the list of names. */
export function plant({ base, trees }: Trees): Planted {
  const asks: number[] = [];
  const values: number[] = [];
  const second: number[] = [];
  const grow = (tree: Tree): number => {
    const at = asks.length;
    const [name, most, yes, no] = typeof tree === "number" ? [null, tree, 0, 0] : tree;
    const ask = name === null ? -1 : contextNames.indexOf(name as ContextName);
    if (name !== null && ask === -1) throw new TypeError(`Nothing is known of “${name}”.`);
    asks.push(ask);
    values.push(most);
    second.push(0);
    if (name !== null) {
      grow(yes);
      second[at] = grow(no);
    }
    return at;
  };
  const roots = trees.map(grow);
  return {
    base,
    roots,
    asks: Int8Array.from(asks),
    values: Float64Array.from(values),
    second: Int32Array.from(second),
  };
}

/** Log-odds by the trees; `numbers` in the order of `contextNames`. */
export function askTrees({ base, roots, asks, values, second }: Planted, numbers: Float32Array): number {
  let sum = base;
  for (const root of roots) {
    let at = root;
    for (let ask = asks[at] ?? -1; ask !== -1; ask = asks[at] ?? -1)
      at = (numbers[ask] ?? 0) <= (values[at] ?? 0) ? at + 1 : (second[at] ?? 0);
    sum += values[at] ?? 0;
  }
  return sum;
}

/** Those that the desk asks. JSON widens what a tree is to lists of anything. */
export const desksTrees: Planted = plant(learned as unknown as Trees);
