// A database that is not this Lede's to use: every command says why and what to do, and leaves it as it was.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runLede } from "./run-lede.ts";
import { deskFolder } from "./spawned-desk.ts";

const posts = join(import.meta.dirname, "..", "..", "examples", "posts");

let folder: Awaited<ReturnType<typeof deskFolder>>;
let file: string;

beforeEach(async () => {
  folder = await deskFolder();
  file = join(folder.path, "lede.db");
});

afterEach(() => folder.remove());

const lede = (...words: readonly string[]) => runLede([...words, "--database", `sqlite:${file}`]);
const everyCommand = [["serve"], ["search", "高雄"], ["import", posts], ["poll"], ["export", "never-made"]] as const;

it("a database of a newer version is refused by every command, unchanged, and opens again where it belongs", async () => {
  expect((await lede("import", posts)).exitCode).toBe(0);
  withDatabase((database) => database.exec("insert into kysely_migration values ('999-later', '2030-01-01')"));
  const before = await readFile(file);
  for (const words of everyCommand)
    expect(await lede(...words)).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^lede: This database was written by a newer Lede .* Update this one, or name another archive in DATABASE_URL\..*\n$/,
      ),
    });
  expect(await lede("doctor")).toMatchObject({
    exitCode: 1,
    stdout: expect.stringMatching(/^✗ database +This database was written by a newer Lede/),
  });
  expect((await readFile(file)).equals(before)).toBe(true);
  withDatabase((database) => database.exec("delete from kysely_migration where name = '999-later'"));
  expect(await lede("search", "高雄")).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("高雄") });
});

it("a file that is no database is refused and left as it was", async () => {
  await writeFile(file, "My diary. ".repeat(1000));
  expect(await lede("search", "高雄")).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^lede: .*is not a database/),
  });
  expect(await readFile(file, "utf8")).toBe("My diary. ".repeat(1000));
});

function withDatabase(change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(file);
  change(database);
  database.close();
}
