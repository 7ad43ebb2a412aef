// A person's name as a platform tells it, for a line that others read.
import type { Asker } from "../records/question.ts";

/** On one line, 60 UTF-16 units at most, without what could break it; "" when the platform does not tell. */
export const shownName = ({ name }: Pick<Asker, "name">): string =>
  name.replace(/\p{C}/gu, "").trim().slice(0, 60).toWellFormed();
