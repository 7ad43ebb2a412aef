// Fills an archive to measure search in: by the store itself, or with the same rows written directly where millions would take hours.
import { DatabaseSync } from "node:sqlite";
import { articleColumns } from "../src/adapters/stores/article-columns.ts";
import { firstRowOf } from "../src/adapters/stores/article-row.ts";
import { beginningOf } from "../src/adapters/stores/beginning.ts";
import { documentsOf } from "../src/adapters/stores/documents.ts";
import { openStore } from "../src/adapters/stores/open-store.ts";
import { foldText } from "../src/language/fold.ts";
import { indexTokens } from "../src/language/tokens.ts";
import type { ArchiveEntry } from "../src/ports/store.ts";
import type { BenchText } from "./search-texts.ts";

const minutesApart = 2;
const endsAt = Date.UTC(2023, 9, 15);
// Large pieces: what is written to the index in small ones is merged over and over.
const atOnce = 10_000;
const reportedEvery = 50_000;
const [pieceBytes, usualPieceBytes] = [128 * 2 ** 20, 4 * 2 ** 20];

/** The id of the article at a place. */
export const idOf = (place: number): string => `article-${place}`;

/** The article at a place of an archive of `count`, as the editing hands it over. */
export function entryAt({ headline, text, tags }: BenchText, place: number, count: number): ArchiveEntry {
  const publishedAt = endsAt - (count - place) * minutesApart * 60_000;
  const article = {
    id: idOf(place),
    identity: `https://news.example/${place}`,
    sourceId: `source-${place % 40}`,
    storyId: `story-${place}`,
    url: `https://news.example/${place}`,
    headline,
    lede: [{ text: text.slice(0, 100), start: 0, end: Math.min(text.length, 100) }],
    tags,
    language: "zh-Hant",
    byline: null,
    text,
    image: null,
    publishedAt,
    collectedAt: publishedAt,
    original: { title: headline, author: null, body: text.slice(0, 200), categories: [] },
  };
  const entry = { contentHash: String(place), storyKeys: [`key-${place}`], signature: null, profile: null };
  return { article, ...entry, joined: { how: "began" } };
}

/** Rows as the store writes them, without its transactions and checks. Returns the articles a second of the clock. */
export async function writeArchive(path: string, count: number, textOf: (place: number) => BenchText): Promise<number> {
  await (await openStore(`sqlite:${path}`)).close();
  const database = new DatabaseSync(path);
  database.exec("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -400000");
  const startedAt = performance.now();
  setPieces(database, pieceBytes);
  const write = writerOf(database);
  for (let start = 0; start < count; start += atOnce) {
    database.exec("begin");
    for (let place = start; place < Math.min(count, start + atOnce); place++)
      write(entryAt(textOf(place), place, count));
    database.exec("commit");
    if (start > 0 && start % reportedEvery === 0) console.log(`  ${start} written`);
  }
  setPieces(database, usualPieceBytes);
  database.exec("pragma journal_mode = wal");
  database.close();
  return count / ((performance.now() - startedAt) / 1000);
}

function setPieces(database: DatabaseSync, bytes: number): void {
  for (const index of ["headline_index", "body_index"])
    database.prepare(`insert into ${index} (${index}, rank) values ('hashsize', ?)`).run(BigInt(bytes));
}

function writerOf(database: DatabaseSync): (entry: ArchiveEntry) => void {
  const columns = Object.keys(articleColumns(entryAt({ headline: "", text: "", tags: [] }, 0, 1), 0));
  const article = database.prepare(`insert into articles (${columns}) values (${columns.map(() => "?")})`);
  const beginning = database.prepare("insert into headline_beginnings (row, beginning) values (?, ?)");
  const headlines = database.prepare("insert into headline_index (rowid, tokens) values (?, ?)");
  const bodies = database.prepare("insert into body_index (rowid, tokens) values (?, ?)");
  const tag = database.prepare("insert or ignore into article_tags (row, tag_key, tag) values (?, ?, ?)");
  const use = database.prepare(
    "insert into tag_uses (tag_key, tag, uses) values (?, ?, 1) on conflict (tag_key) do update set uses = uses + 1",
  );
  const story = database.prepare("insert or ignore into stories (id, archived_at) values (?, ?)");
  const tokensOf = rememberedTokens();
  return (entry) => {
    const row = firstRowOf(entry.article.publishedAt);
    article.run(...Object.values(articleColumns(entry, row)));
    beginning.run(row, beginningOf(entry.article.headline));
    const { text } = entry.article;
    const { headline_index: tokens } = documentsOf({ ...entry.article, text: "" });
    headlines.run(row, tokens.join(" "));
    // What documentsOf gives, in another order of facets: a text's lines are tokenized once for all articles that have them.
    bodies.run(row, `${tokens.join(" ")} ${text.split("\n").map(tokensOf).join(" ")}`);
    for (const one of entry.article.tags) {
      const { changes } = tag.run(row, foldText(one), one);
      if (changes === 1) use.run(foldText(one), one);
    }
    story.run(entry.article.storyId, entry.article.publishedAt);
  };
}

function rememberedTokens(): (line: string) => string {
  const known = new Map<string, string>();
  return (line) => {
    const tokens = known.get(line) ?? indexTokens(line).join(" ");
    known.set(line, tokens);
    return tokens;
  };
}
