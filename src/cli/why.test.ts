import { afterEach, beforeEach, expect, it } from "vitest";
import { aSubscription, room } from "../../test/conformance/store-fixtures.ts";
import { harbourPost } from "../../test/fakes/posts.ts";
import { type TemporaryFolder, temporaryFolder } from "../../test/fakes/temporary-folder.ts";
import { createShell, jsonLines } from "../../test/fakes/terminal.ts";
import { openStore } from "../adapters/stores/open-store.ts";

let folder: TemporaryFolder;
let lede: ReturnType<typeof createShell>;

beforeEach(async () => {
  folder = await temporaryFolder();
  const sources = await folder.write("sources.yaml", "sources: []\n");
  const post = await folder.write("2026-11-20-harbour.md", harbourPost());
  const address = `sqlite:${folder.path}/lede.db`;
  lede = createShell({ SOURCES_FILE: sources, DATABASE_URL: address });
  await lede("import", post);
  const store = await openStore(address);
  const elsewhere = { ...room, id: "web:elsewhere", address: "elsewhere" };
  await store.saveChannel(room);
  await store.saveChannel(elsewhere);
  const filter = (words: string, tags: readonly string[]) => ({ words, tags, sources: [] });
  await store.addSubscription(aSubscription("politics", { filter: filter("", ["政治"]) }));
  const waiting = { filter: filter("高雄", []), dueAt: Date.parse("2026-11-21T00:00:00Z") };
  await store.addSubscription(aSubscription("harbour", { channelId: elsewhere.id, ...waiting }));
  await store.close();
});
afterEach(() => folder.remove());

const url = "https://news.example.com/harbour-walk";

it("the operator is told of every channel, in the fields that other programs read", async () => {
  const told = await lede("why", `http://www.news.example.com/harbour-walk?utm_source=x`, "--json");
  expect(told).toMatchObject({ code: 0, said: "" });
  const subscription = { number: 1, schedule: expect.anything(), timeZone: "Asia/Taipei", isByOtherReport: false };
  expect(jsonLines(told)).toEqual([
    {
      article: {
        ...{ id: expect.any(String), url, headline: "高雄港邊步道完工 市民週末試走", source: "gangdu" },
        ...{ sourceName: expect.any(String), language: "zh-Hant", tags: ["高雄", "步道"] },
        ...{ publishedAt: "2026-11-20T02:15:30.250Z", collectedAt: expect.any(String) },
      },
      headlines: [{ headline: "高雄港邊步道完工 市民週末試走", seenAt: expect.any(String) }],
      duplicates: [],
      story: {
        ...{ id: expect.any(String), archivedAt: expect.any(String), reports: 1 },
        sources: [{ source: "gangdu", reports: 1 }],
        joined: { how: "began", degree: null, article: null },
      },
      editions: [],
      subscriptions: [
        {
          ...{ ...subscription, id: "harbour", channel: "web:elsewhere" },
          filter: { words: "高雄", tags: [], sources: [] },
          ...{ reason: "not-due-yet", dueAt: "2026-11-21T00:00:00.000Z" },
        },
        {
          ...{ ...subscription, id: "politics", channel: "web:room" },
          filter: { words: "", tags: ["政治"], sources: [] },
          ...{ reason: "missing", clause: [{ kind: "tag", text: "政治" }] },
        },
      ],
    },
  ]);
});

it("people are told in lines", async () => {
  const { code, printed } = await lede("why", "高雄港邊步道完工", "市民週末試走");
  expect(code).toBe(0);
  expect(printed.slice(0, 2)).toEqual(["高雄港邊步道完工 市民週末試走", url]);
  expect(printed).toContain("  This one began the story.");
  expect(printed).toContain("web:room 1. #政治: – Left: it is not tagged #政治.");
});

it("a headline that may mean several is answered with them, and fails", async () => {
  await lede(
    "import",
    await folder.write("b.md", harbourPost({ title: "高雄港邊步道 夜間點燈", path: "harbour-walk-2" })),
  );
  const told = await lede("why", "高雄港邊步道", "--json");
  expect(told).toMatchObject({ code: 1, said: expect.stringContaining("give the link or the id") });
  const candidates = (jsonLines(told)[0]?.candidates ?? []) as readonly { readonly url: string }[];
  expect(candidates.map((candidate) => candidate.url).toSorted()).toEqual([url, `${url}-2`]);
  const listed = await lede("why", "高雄港邊步道");
  expect(listed.printed).toHaveLength(2);
});

it("a link that is unknown is a usage error that says what to do", async () => {
  const { code, printed, said } = await lede("why", "https://news.example.com/nothing", "--json");
  expect({ code, printed }).toEqual({ code: 2, printed: [] });
  expect(said).toContain("Copy the link");
});
