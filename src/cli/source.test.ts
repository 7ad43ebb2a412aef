import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rssFeed } from "../../test/fakes/feeds.ts";
import { agencyPage, listedHeadlines } from "../../test/fakes/list-pages.ts";
import { answer, type LoopbackSite, openLoopbackSite } from "../../test/fakes/loopback-site.ts";
import { newsSitemap, sitemapOf } from "../../test/fakes/sitemaps.ts";
import { runCli } from "./program.ts";

let folder: string;
let site: LoopbackSite;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lede-source-"));
  site = await openLoopbackSite();
  await writeFile(join(folder, "sources.yaml"), "sources: []\n");
});

afterEach(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

interface Run {
  readonly code: number;
  readonly printed: string;
  readonly complaints: string;
}

interface RunOptions {
  /** What is typed when the command asks; nobody is there when it is left out. */
  readonly typed?: string;
  readonly allowsPrivate?: boolean;
}

async function lede(args: readonly string[], { typed, allowsPrivate = true }: RunOptions = {}): Promise<Run> {
  const lines: string[] = [];
  const complaints: string[] = [];
  const code = await runCli({
    args: ["source", ...args, "--database", `sqlite:${join(folder, "lede.db")}`],
    env: { SOURCES_FILE: join(folder, "sources.yaml"), ALLOW_PRIVATE_NETWORKS: String(allowsPrivate) },
    print: (line) => void lines.push(line),
    complain: (text) => void complaints.push(text),
    printPieces: async (pieces) => void lines.push([...pieces].join("")),
    isPeople: false,
    emphasize: (text) => text,
    ask: typed === undefined ? null : async () => typed,
    stopRequested: () => new Promise(() => {}),
  });
  return { code, printed: lines.join("\n"), complaints: complaints.join("") };
}

const listed = async (): Promise<readonly Record<string, unknown>[]> =>
  (await lede(["list", "--json"])).printed
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
it("a source is added with how much of it is kept, and a limit that can't be read is a usage error", async () => {
  site.serve("/feed", answer(200, {}, rssFeed("Port Daily", ["News"])));
  expect((await lede(["add", `${site.origin}/feed`, "--keep", "3d"])).code).toBe(2);
  expect((await lede(["add", `${site.origin}/feed`, "--keep", "5000 articles"])).code).toBe(0);
  expect(await listed()).toMatchObject([{ keep: { by: "articles", articles: 5000 } }]);
  expect((await lede(["keep", "Port Daily", "90d"])).code).toBe(0);
  expect(await listed()).toMatchObject([{ keep: { by: "age", days: 90 } }]);
  const { code, complaints } = await lede(["keep", "Port Daily", "little"]);
  expect({ code, complaints }).toEqual({ code: 2, complaints: expect.stringContaining("such as 5000 articles") });
  expect((await lede(["keep", "nobody", "90d"])).code).toBe(2);
});

const feed = (title: string) => answer(200, {}, rssFeed(title, ["News"]));

it("a feed is added, listed and removed", async () => {
  const url = site.serve("/feed", feed("Island Times"));
  expect(await lede(["add", url])).toMatchObject({ code: 0, printed: expect.stringMatching(/added 127-0-0-1/) });
  expect(await listed()).toMatchObject([{ id: "127-0-0-1", kind: "feed", url, isAdded: true, problem: null }]);
  expect(await lede(["remove", "island"])).toMatchObject({ code: 0 });
  expect(await listed()).toEqual([]);
});

it("a source is paused and resumed by its id or name, once, and the list says so", async () => {
  await lede(["add", site.serve("/feed", feed("Island Times"))]);
  const id = "127-0-0-1";
  expect((await lede(["pause", "island"])).printed).toContain("polled no more until `lede source resume 127-0-0-1`");
  expect((await lede(["pause", id, "--json"])).printed).toBe(JSON.stringify({ paused: id, isChanged: false }));
  expect(await listed()).toMatchObject([{ id, paused: { at: expect.stringMatching(/^20.*Z$/), by: null } }]);
  expect((await lede(["list"])).printed).toMatch(/paused since 20\S+Z by the operator$/);
  expect((await lede(["resume", "island"])).printed).toContain("is polled in the next round");
  expect((await lede(["resume", id])).printed).toContain("was not paused");
  expect(await listed()).toMatchObject([{ id, paused: null }]);
  expect((await lede(["pause", "nobody"])).code).toBe(2);
});

describe("an inferred list", () => {
  const add = (args: readonly string[], options?: RunOptions) =>
    lede(["add", site.serve("/list", answer(200, {}, agencyPage)), ...args], options);

  it("is shown, and not added while nobody has agreed", async () => {
    const { code, printed, complaints } = await add([]);
    expect(code).toBe(1);
    for (const headline of listedHeadlines.slice(0, 5)) expect(printed).toContain(headline);
    expect(complaints).toBe("Nothing was added yet: give --yes to add it.\n");
    expect(await listed()).toEqual([]);
  });

  it.each([
    ["--yes", ["--yes"], {}],
    ["a yes on the terminal", [], { typed: "y" }],
  ])("is added with %s", async (_how, args, options) => {
    expect((await add(args, options)).code).toBe(0);
    expect(await listed()).toMatchObject([{ kind: "page", name: "即時新聞 | 海島通訊社" }]);
  });

  it("is not added after a no", async () => {
    expect(await add([], { typed: "n" })).toMatchObject({ code: 1, complaints: "Nothing was added.\n" });
    expect(await listed()).toEqual([]);
  });
});

it.each([
  ["the first with --yes", ["--yes"], undefined, ["A"]],
  ["all with --all", ["--all"], undefined, ["A", "B"]],
  ["the chosen one", [], "2", ["B"]],
])("of several feeds are added: %s", async (_which, args, typed, names) => {
  const links = ["A", "B"].map((name) => `<a href="${site.serve(`/${name}.rss`, feed(name))}">${name}</a>`);
  const home = site.serve("/", answer(200, {}, links.join("")));
  await lede(["add", home, ...args], typed === undefined ? {} : { typed });
  expect((await listed()).map(({ name }) => name)).toEqual(names);
});

it("a site whose robots.txt names a news sitemap is followed by it, and the sitemap goes out as OPML and comes in again", async () => {
  const published = new Date().toISOString();
  const entry = { url: `${site.origin}/ferry`, title: "Ferry sails again", published };
  const url = site.serve("/news.xml.gz", answer(200, {}, gzipSync(newsSitemap("Island Times", "en", [entry]))));
  site.serve("/robots.txt", answer(200, {}, `Sitemap: ${url}`));
  const { code, printed } = await lede(["add", site.serve("/", answer(200, {}, "<p>Welcome to the island.</p>"))]);
  expect([code, printed]).toEqual([0, expect.stringMatching(/1\. Island Times · news sitemap.*Ferry.*added/s)]);
  expect(await listed()).toMatchObject([{ kind: "sitemap", name: "Island Times", url }]);
  const file = join(folder, "out.opml");
  await writeFile(file, (await lede(["export"])).printed);
  await lede(["remove", "island"]);
  expect((await lede(["import", file])).printed).toContain("added 1");
  expect(await listed()).toMatchObject([{ kind: "sitemap", name: "Island Times", url }]);
});

it("a plain sitemap is not added while nobody has agreed", async () => {
  const changed = new Date().toISOString();
  const sitemap = sitemapOf([`<url><loc>${site.origin}/ferry</loc><lastmod>${changed}</lastmod></url>`]);
  const url = site.serve("/sitemap.xml", answer(200, {}, sitemap));
  expect(await lede(["add", url])).toMatchObject({ code: 1, printed: expect.stringMatching(/plain sitemap.*ferry/s) });
  expect((await lede(["add", url], { typed: "y" })).code).toBe(0);
});

it("an address inside the own network is refused unless the settings allow it", async () => {
  const { code, complaints } = await lede(["add", site.serve("/feed", feed("Secret"))], { allowsPrivate: false });
  expect(code).toBe(2);
  expect(complaints).toMatch(/can't be read/);
});

it("an OPML file comes in with its folders, once, and goes out again", async () => {
  const file = join(folder, "feeds.opml");
  const outlines = `<outline text="Asia"><outline text="Harbour" xmlUrl="https://harbour.example/feed"/></outline><outline text="x" xmlUrl="file:///x"/>`;
  await writeFile(file, `<opml version="2.0"><head/><body>${outlines}</body></opml>`);
  expect((await lede(["import", file, "--json"])).printed).toBe(
    `{"added":["harbour"],"known":0,"refused":["file:///x: must be an http:// or https:// address without a user name or password, of 2,000 characters at most."]}`,
  );
  expect((await lede(["import", file])).printed).toContain("added 0, known already 1, refused 1");
  expect(await listed()).toMatchObject([{ id: "harbour", name: "Harbour", categories: ["Asia"] }]);
  expect((await lede(["export"])).printed).toMatch(
    /<outline text="Asia">\s*<outline[^>]*xmlUrl="https:\/\/harbour\.example\/feed"\/>/,
  );
});

it("a file that is no OPML is refused with what to do", async () => {
  const file = join(folder, "feeds.opml");
  await writeFile(file, "my feeds");
  expect(await lede(["import", file])).toMatchObject({ code: 1, complaints: expect.stringMatching(/as OPML/) });
});
