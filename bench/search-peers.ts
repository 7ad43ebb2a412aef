// The same known items asked of SQLite's own tokenizers, as one would use them: all words by BM25, then any word.
import { DatabaseSync } from "node:sqlite";
import type { KnownItem } from "./known-items.ts";
import { idOf } from "./search-archive.ts";
import { placeOf, printAnswers } from "./search-report.ts";
import type { BenchText } from "./search-texts.ts";

const limit = 10;
const headlineWeight = 10;

interface Archive {
  readonly count: number;
  readonly textOf: (place: number) => BenchText;
  readonly items: readonly KnownItem[];
}

/** Prints how the tokenizers unicode61 and trigram answer. The file must not exist yet. */
export async function askPeers(path: string, { count, textOf, items }: Archive): Promise<void> {
  const database = new DatabaseSync(path);
  database.exec("pragma synchronous = off; pragma journal_mode = off");
  for (const tokenizer of ["unicode61", "trigram"]) {
    database.exec(`create virtual table ${tokenizer} using fts5 (headline, text, content='', tokenize='${tokenizer}')`);
    const insert = database.prepare(`insert into ${tokenizer} (rowid, headline, text) values (?, ?, ?)`);
    database.exec("begin");
    for (let place = 0; place < count; place++) {
      const { headline, text } = textOf(place);
      insert.run(place, headline, text);
    }
    database.exec("commit");
    const search = searchBy(database, tokenizer);
    for (const { query } of items) search(query);
    const answers = items.map(({ kind, query, wanted, meanings }) => {
      const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
      const hits = search(query);
      const { user, system } = process.cpuUsage(cpu);
      const place = placeOf(idOf(wanted), hits);
      return {
        kind,
        query,
        clockMs: performance.now() - startedAt,
        processorMs: (user + system) / 1000,
        place,
        meanings,
      };
    });
    printAnswers(`FTS5 ${tokenizer}`, answers);
  }
  database.close();
}

function searchBy(database: DatabaseSync, table: string): (query: string) => readonly { readonly id: string }[] {
  const ranked = database.prepare(
    `select rowid from ${table} where ${table} match ? order by bm25(${table}, ${headlineWeight}, 1) limit ${limit}`,
  );
  return (query) => {
    const words = query.split(" ").map((word) => `"${word.replaceAll('"', "")}"`);
    const found = [" ", " OR "].flatMap((operator) =>
      ranked.all(words.join(operator)).map(({ rowid }) => Number(rowid)),
    );
    return [...new Set(found)].slice(0, limit).map((place) => ({ id: idOf(place) }));
  };
}
