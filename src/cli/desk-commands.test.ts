// doctor and poll: a desk looked over, and one pass over its sources.
import { existsSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { answer, type LoopbackSite, openLoopbackSite } from "../../test/fakes/loopback-site.ts";
import { harbourPost } from "../../test/fakes/posts.ts";
import { newsSitemap, sitemapIndex, sitemapOf } from "../../test/fakes/sitemaps.ts";
import { type TemporaryFolder, temporaryFolder } from "../../test/fakes/temporary-folder.ts";
import { createShell, jsonLines } from "../../test/fakes/terminal.ts";
import { openStore } from "../adapters/stores/open-store.ts";

let folder: TemporaryFolder;
let site: LoopbackSite;

beforeEach(async () => {
  folder = await temporaryFolder();
  site = await openLoopbackSite();
  await folder.write("2026-11-20-harbour.md", harbourPost());
});
afterEach(async () => {
  await site.close();
  await folder.remove();
});

/** A shell whose desk has a folder of posts, and a feed on loopback that answers 404 until told otherwise. */
async function shell(env: Readonly<Record<string, string>> = {}) {
  const sources = await folder.write(
    "sources.yaml",
    `sources:
  - { id: folder, name: Folder, kind: posts, path: . }
  - { id: port, name: Port Daily, kind: feed, url: "${site.origin}/feed", fullText: feed }
`,
  );
  const desk = { SOURCES_FILE: sources, DATABASE_URL: `sqlite:${folder.path}/lede.db`, ALLOW_PRIVATE_NETWORKS: "true" };
  return createShell({ ...desk, LOG_LEVEL: "silent", ...env });
}

const feed = `<rss version="2.0"><channel><title>Port</title><item><title>Lights on at the harbour</title>
<link>https://port.example/lights</link><description>All the lights of the harbour are on again.</description></item></channel></rss>`;

it("doctor says of every part whether it works, and fails when one does not", async () => {
  const lede = await shell();
  const examined = await lede("doctor", "--json");
  expect(examined.code).toBe(1);
  expect(jsonLines(examined)).toEqual([
    { name: "database", state: "off", message: expect.stringMatching(/^There is no archive at .*lede\.db/) },
    { name: "folder", state: "works", message: expect.stringContaining("1 posts") },
    { name: "port", state: "fails", message: expect.stringContaining("404") },
    { name: "discord", state: "off", message: expect.stringContaining("DISCORD_TOKEN") },
    { name: "line", state: "off", message: expect.stringContaining("LINE_CHANNEL_ACCESS_TOKEN") },
    { name: "retention", state: "off", message: expect.stringContaining("everything is kept") },
    { name: "model", state: "off", message: expect.stringContaining("MODEL_URL") },
  ]);
});

it("doctor tells how LINE's month stands as it was planned last", async () => {
  const lede = await shell({
    LINE_CHANNEL_ACCESS_TOKEN: "token",
    LINE_CHANNEL_SECRET: "secret",
    LINE_API_URL: site.origin,
  });
  const quota = async () => jsonLines(await lede("doctor", "--json")).find(({ name }) => name === "line quota");
  expect(await quota()).toMatchObject({ state: "off", message: expect.stringContaining("not planned yet") });
  const store = await openStore(`sqlite:${folder.path}/lede.db`);
  const month = { startsAt: Date.parse("2026-12-01T00:00+09:00"), endsAt: Date.parse("2027-01-01T00:00+09:00") };
  const counts = { others: 0, used: 90, reserve: 10, forecast: 190, wanted: 190, neededLimit: 200 };
  const said = {
    month,
    plannedAt: month.startsAt,
    readAt: 0,
    reading: { limit: 200, used: 90 },
    channels: [],
    learned: {},
  };
  await store.keepQuota("line", { ...said, ...counts });
  await store.noteRefusal("line", { at: month.startsAt + 1000, recipients: 50 });
  await store.close();
  const message = expect.stringMatching(
    /^90 of the month's 200 messages .* LINE refused a push to 50 on 2026-11-30T15:00:01/,
  );
  expect(await quota()).toMatchObject({ state: "works", message });
});

it("a paused source is neither polled by name nor examined, which is said, until it is resumed", async () => {
  const lede = await shell();
  await lede("source", "pause", "port");
  expect(await lede("poll", "port")).toMatchObject({
    code: 0,
    printed: ["port: paused; `lede source resume port` has it polled again", "new 0, updated 0, unchanged 0"],
  });
  const { code, printed } = await lede("doctor");
  expect(code).toBe(0);
  expect(printed.join("\n")).toMatch(/– port +paused since .* by the operator: `lede source resume port`/);
  await lede("source", "resume", "port");
  expect((await lede("poll", "port")).printed[0]).toContain("404");
});

it("doctor counts the articles of a sitemap, and tells one that lists none", async () => {
  const sources = await folder.write(
    "sitemaps.yaml",
    `sources:
  - { id: index, name: Island Times, kind: sitemap, url: "${site.origin}/index.xml" }
  - { id: empty, name: Port Daily, kind: sitemap, url: "${site.origin}/empty.xml" }
`,
  );
  const news = { url: `${site.origin}/ferry`, title: "Ferry sails again", published: "2026-11-23T08:00:00Z" };
  const file = site.serve("/news.xml", answer(200, {}, newsSitemap("Island Times", "en", [news])));
  site.serve("/index.xml", answer(200, {}, sitemapIndex([[file]])));
  site.serve("/empty.xml", answer(200, {}, sitemapOf([])));
  const examined = await (await shell({ SOURCES_FILE: sources }))("doctor", "--json");
  expect(jsonLines(examined)).toMatchObject([
    { name: "database" },
    { name: "index", state: "works", message: expect.stringContaining("1 items") },
    { name: "empty", state: "fails", message: expect.stringContaining("no article") },
    ...[{ name: "discord" }, { name: "line" }, { name: "retention" }, { name: "model" }],
  ]);
});

it("doctor tells what of each source the limits will remove", async () => {
  const lede = await shell({ KEEP: "90d" });
  const old = harbourPost()
    .replaceAll(/2026-11-20/g, "2020-11-20")
    .replace(/<!--\d+-->/, "");
  await lede("import", await folder.write("2020-11-20-old.md", old));
  const retention = jsonLines(await lede("doctor", "--json")).find(({ name }) => name === "retention");
  // It came today, and stays for a week.
  expect(retention).toMatchObject({ state: "works", message: "gangdu keeps 90d: 0 of 1 articles go within the hour" });
});

it("doctor ends with 0 when all that is set up works, before the first start and after, and makes nothing", async () => {
  site.serve("/feed", answer(200, {}, feed));
  const lede = await shell();
  const before = await lede("doctor");
  expect(before).toMatchObject({ code: 0, printed: expect.arrayContaining([expect.stringContaining("1 items")]) });
  expect(existsSync(`${folder.path}/lede.db`)).toBe(false);
  await lede("import", folder.path);
  const after = await lede("doctor");
  expect(after).toMatchObject({
    code: 0,
    printed: expect.arrayContaining([expect.stringContaining("1 articles, sound")]),
  });
});

it("doctor says which model is asked and what it did today, and what to do when it can't be asked", async () => {
  site.serve("/feed", answer(200, {}, feed));
  site.serve("/v1/models", answer(200, {}, JSON.stringify({ data: [{ id: "paper:latest" }] })));
  const lede = await shell({ MODEL_URL: `${site.origin}/v1`, MODEL_NAME: "paper", MODEL_DAILY_TOKENS: "900" });
  expect((await lede("doctor")).printed.join("\n")).toContain("paper at");
  expect((await lede("doctor")).printed.join("\n")).toContain("today 0 of 900 tokens, 0 rewritten, no extract kept");
  const wrong = await (await shell({ MODEL_URL: `${site.origin}/v1`, MODEL_NAME: "stone" }))("doctor");
  expect(wrong.printed.join("\n")).toContain("set MODEL_NAME to one of paper:latest");
});

it("doctor tells a refused token, and never prints it", async () => {
  site.serve("/feed", answer(200, {}, feed));
  site.serve("/v10/users/@me", answer(401));
  const lede = await shell({ DISCORD_TOKEN: "secret-token", DISCORD_API_URL: site.origin });
  const { code, printed, said } = await lede("doctor");
  expect(code).toBe(1);
  expect(printed.join("\n")).toContain("refuses DISCORD_TOKEN");
  expect(printed.join("\n") + said).not.toContain("secret-token");
});

it.each([
  { fault: "a wrong setting", env: { HTTP_PORT: "http" }, name: "settings", message: "HTTP_PORT" },
  { fault: "no sources file", env: { SOURCES_FILE: "nowhere.yaml" }, name: "settings", message: "nowhere.yaml" },
])("doctor examines a desk that can't even open: $fault", async ({ env, name, message }) => {
  const lede = await shell(env);
  const examined = await lede("doctor", "--json");
  expect(examined).toMatchObject({ code: 1, said: "" });
  expect(jsonLines(examined)).toEqual([{ name, state: "fails", message: expect.stringContaining(message) }]);
});

it("doctor names the line of a sources file that is wrong", async () => {
  const path = await folder.write("wrong.yaml", "sources:\n  - id: port\n    kind: rss\n");
  const lede = await shell({ SOURCES_FILE: path });
  expect((await lede("doctor")).printed).toEqual([expect.stringContaining("wrong.yaml:3: kind must be")]);
});

it("doctor says that a file is no database", async () => {
  const path = await folder.write("letter.db", "Dear editor, this is a letter and no database. ".repeat(200));
  const lede = await shell();
  const { code, printed } = await lede("doctor", "--database", `sqlite:${path}`);
  expect(code).toBe(1);
  expect(printed).toEqual([expect.stringContaining("is not a database")]);
});

it("poll goes over every source once, and a failing one is a row with its problem", async () => {
  const lede = await shell();
  const polled = await lede("poll", "--json");
  expect(polled).toMatchObject({ code: 0, said: "" });
  expect(jsonLines(polled)).toEqual([
    { source: "folder", problem: null },
    { source: "port", problem: expect.stringContaining("404") },
    { imported: 1, updated: 0, duplicates: 0 },
  ]);
});

it("poll asks again at once, though the source is not due yet", async () => {
  const lede = await shell();
  expect((await lede("poll", "port")).code).toBe(1);
  site.serve("/feed", answer(200, {}, feed));
  const polled = await lede("poll", "port");
  expect(polled).toMatchObject({ code: 0, printed: ["port: polled", "new 1, updated 0, unchanged 0"] });
});
