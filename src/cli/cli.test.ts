import { afterAll, beforeAll, expect, it } from "vitest";
import { type TemporaryFolder, temporaryFolder } from "../../test/fakes/temporary-folder.ts";
import { createShell } from "../../test/fakes/terminal.ts";

let folder: TemporaryFolder;
let lede: ReturnType<typeof createShell>;

beforeAll(async () => {
  folder = await temporaryFolder();
  const sources = await folder.write("sources.yaml", "sources: []\n");
  lede = createShell({ SOURCES_FILE: sources, DATABASE_URL: `sqlite:${folder.path}/lede.db` });
});
afterAll(() => folder.remove());

const names = [
  "serve",
  "poll",
  "import",
  "export",
  "backup",
  "restore",
  "move",
  "parse",
  "extract",
  "summarize",
  "search",
  "doctor",
];

it("help lists every command and ends with 0", async () => {
  const { code, printed, said } = await lede("--help");
  expect(code).toBe(0);
  for (const name of names) expect(printed.join("\n")).toMatch(new RegExp(`^  ${name}\\b`, "m"));
  expect(said).toBe("");
});

it.each(names)("%s has a help of its own, and takes --database", async (name) => {
  const { code, printed } = await lede(name, "--help");
  expect(code).toBe(0);
  expect(printed.join("\n")).toContain("--database <url>");
});

it("--version tells the version", async () => {
  const { code, printed } = await lede("--version");
  expect({ code, printed }).toEqual({ code: 0, printed: [expect.stringMatching(/^\d+\.\d+\.\d+$/)] });
});

it.each([
  { typed: "", why: "no command" },
  { typed: "publish", why: "a command that does not exist" },
  { typed: "parse", why: "no file" },
  { typed: "import", why: "no path" },
  { typed: "export", why: "no folder" },
  { typed: "search", why: "no query" },
  { typed: "search 高雄 --batch queries.txt", why: "a query and a batch" },
  { typed: "search 高雄 --limit 0", why: "a limit below 1" },
  { typed: "search 高雄 --limit many", why: "a limit that is no number" },
  { typed: "search 高雄 --limt 3", why: "a misspelled option" },
  { typed: "doctor --fast", why: "an unknown option" },
  { typed: "poll nowhere", why: "a source that does not exist" },
])("$why is a usage error: `lede $typed`", async ({ typed }) => {
  const { code, printed, said } = await lede(...typed.split(" ").filter((word) => word !== ""));
  expect(code).toBe(2);
  expect(printed).toEqual([]);
  expect(said).not.toBe("");
});

it("every wrong setting is told at once, by its name", async () => {
  const { code, said } = await createShell({ HTTP_PORT: "http", TIME_ZONE: "Mars/Base" })("search", "高雄");
  expect(code).toBe(2);
  expect(said).toContain("HTTP_PORT must be a whole number");
  expect(said).toContain("TIME_ZONE must be an IANA time zone");
});

it("--database goes before DATABASE_URL", async () => {
  const { code, said } = await lede("search", "高雄", "--database", "mysql://127.0.0.1/lede");
  expect(code).toBe(2);
  expect(said).toContain("DATABASE_URL must be sqlite:PATH");
});
