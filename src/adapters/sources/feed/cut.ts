// What is told of a feed whose end is missing.

/** One sentence for the operator; none for a feed that is whole. `count`: the items that were read. */
export function cutProblems(cut: "no" | "in an item" | "between items", count: number): readonly string[] {
  if (cut === "no") return [];
  const lost =
    cut === "in an item" ? "in the middle of an item, which is left out" : "before its last element is closed";
  const kept =
    count === 1 ? "the item before is read" : `${count === 0 ? "no items" : `the ${count} items`} before are read`;
  return [`The feed ends ${lost}; ${kept}.`];
}
