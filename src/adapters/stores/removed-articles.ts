// The memory of removed articles: a digest of each identity, and the story it was of. Kept for good, at about 80 bytes.
import { createHash } from "node:crypto";
import type { Database } from "./tables.ts";

const keyBytes = 16;
const keysAtOnce = 1000;

const keyOf = (identity: string): Uint8Array =>
  new Uint8Array(createHash("sha256").update(identity).digest().subarray(0, keyBytes));

const nameOf = (key: Uint8Array): string => Buffer.from(key).toString("base64");

/** An identity that is not collected again. */
export interface Removed {
  readonly identity: string;
  readonly storyId: string;
}

export async function rememberRemoved(database: Database, removed: readonly Removed[], now: number): Promise<void> {
  for (let start = 0; start < removed.length; start += keysAtOnce)
    await database
      .insertInto("removed_articles")
      .values(
        removed
          .slice(start, start + keysAtOnce)
          .map(({ identity, storyId }) => ({ identity_key: keyOf(identity), story_id: storyId, removed_at: now })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** The stories of those identities that were removed, by identity. */
export async function findRemoved(
  database: Database,
  identities: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < identities.length; start += keysAtOnce) {
    const names = new Map(identities.slice(start, start + keysAtOnce).map((one) => [nameOf(keyOf(one)), one]));
    const rows = await database
      .selectFrom("removed_articles")
      .select(["identity_key", "story_id"])
      .where("identity_key", "in", [...names.values()].map(keyOf))
      .execute();
    for (const row of rows) found.set(names.get(nameOf(row.identity_key)) ?? "", row.story_id);
  }
  return found;
}

/** What somebody brings back by hand is removed no longer. */
export async function forgetRemoved(database: Database, identities: readonly string[]): Promise<void> {
  if (identities.length === 0) return;
  await database.deleteFrom("removed_articles").where("identity_key", "in", identities.map(keyOf)).execute();
}
