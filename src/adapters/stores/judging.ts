// Holds an article against a query, as an edition's choice does, and tells what of it the article does not meet.
import type { Query } from "../../records/query.ts";
import type { Mismatch } from "../../records/trail.ts";
import { meetsQuery } from "./search-conditions.ts";
import type { Database } from "./tables.ts";
import type { TextIndex } from "./text-index.ts";

interface Judged {
  readonly mismatch: Mismatch | null;
  readonly isStoryWanted: boolean;
}

/** As `TrailStore.judgeArticle`; an article that isn't there lacks nothing and is wanted by nobody. */
export async function judgeArticle(
  database: Database,
  textIndex: TextIndex,
  articleId: string,
  query: Query,
): Promise<Judged> {
  const article = await database
    .selectFrom("articles")
    .select("story_id")
    .where("id", "=", articleId)
    .executeTakeFirst();
  if (article === undefined) return { mismatch: null, isStoryWanted: false };
  const meets = async (column: "id" | "story_id", value: string, part: Query): Promise<boolean> => {
    const conditions = await meetsQuery(database, textIndex, part);
    const found = await database
      .selectFrom("articles")
      .select("articles.row")
      .where(`articles.${column}`, "=", value)
      .where((select) => select.and(conditions))
      .limit(1)
      .executeTakeFirst();
    return found !== undefined;
  };
  const mismatch = await findMismatch(query, (part) => meets("id", articleId, part));
  const isStoryWanted = mismatch === null || (await meets("story_id", article.story_id, query));
  return { mismatch, isStoryWanted };
}

/** What is excluded says more than what is missing, so it is looked for first. */
async function findMismatch(query: Query, meets: (part: Query) => Promise<boolean>): Promise<Mismatch | null> {
  if (await meets(query)) return null;
  for (const term of query.without)
    if (!(await meets({ ...anything, without: [term] }))) return { reason: "excluded", term };
  for (const clause of query.clauses)
    if (!(await meets({ ...anything, clauses: [clause] }))) return { reason: "missing", clause };
  return { reason: "dates" };
}

const anything: Query = { clauses: [], without: [], after: null, before: null };
