// A desk with a language model, well and ill: what its channels get, and when.
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSettings } from "../../config/settings.ts";
import { type Desk, openDesk } from "../../src/desk.ts";
import { deliverEditions, gatherNews, publishEditions } from "../../src/pipeline.ts";
import type { Locale } from "../../src/records/channel.ts";
import type { Delivery } from "../../src/records/edition.ts";
import { type FakeClock, fakeClock } from "../fakes/clock.ts";
import { rememberingLog } from "../fakes/log.ts";
import { hangs, type ModelEndpoint, openModelEndpoint, says } from "../fakes/model-endpoint.ts";
import { harbourPost } from "../fakes/posts.ts";
import { type TemporaryFolder, temporaryFolder } from "../fakes/temporary-folder.ts";

const startAt = Date.parse("2026-11-20T11:00:00+08:00");
const extracted = "高雄港邊步道完工 市民週末試走";

let folder: TemporaryFolder;
let endpoint: ModelEndpoint;
let clock: FakeClock;
let log: ReturnType<typeof rememberingLog>;
let desk: Desk;
let delivered: Delivery[];

beforeEach(async () => {
  folder = await temporaryFolder();
  endpoint = await openModelEndpoint();
  clock = fakeClock(startAt);
  log = rememberingLog();
  delivered = [];
  await folder.write("2026-11-20-harbour.md", harbourPost());
  const sources = await folder.write(
    "sources.yaml",
    "sources:\n  - { id: port, name: 港都日報, kind: posts, path: . }\n",
  );
  const settings = readSettings({
    DATABASE_URL: `sqlite:${folder.path}/lede.db`,
    SOURCES_FILE: sources,
    MODEL_URL: endpoint.url,
    MODEL_TIMEOUT_SECONDS: "1",
  });
  desk = await openDesk(settings, log, { clock });
});

afterEach(async () => {
  await desk.close();
  await endpoint.close();
  await folder.remove();
});

async function subscribe(address: string, locale: Locale): Promise<void> {
  const channelId = `web:${address}`;
  await desk.store.saveChannel({ id: channelId, platform: "web", address, locale });
  const filter = { words: "", tags: [], sources: [] };
  const times = { createdAt: startAt, dueAt: startAt, coveredUntil: 0 };
  await desk.store.addSubscription({
    id: address,
    channelId,
    filter,
    schedule: { kind: "now" },
    timeZone: "Asia/Taipei",

    creatorId: null,
    look: null,
    ...times,
  });
}

/** Gathers, publishes and delivers once; what arrived, by the channel's address. */
async function turn(): Promise<ReadonlyMap<string, Delivery["edition"]>> {
  const deliver = async (delivery: Delivery) => {
    delivered.push(delivery);
    return { outcome: "delivered" } as const;
  };
  const idle = { start: async () => {}, stop: async () => {}, routes: [] };
  await gatherNews(desk);
  clock.advance(1000);
  await publishEditions(desk);
  await deliverEditions({ ...desk, platforms: [{ name: "web", deliver, ...idle }] });
  return new Map(delivered.map(({ channel, edition }) => [channel.address, edition]));
}

it("each channel gets the news in its language, and the archive keeps the extract", async () => {
  endpoint.behave((asked, response) => {
    const isEnglish = asked.system.includes("English");
    const written = isEnglish
      ? {
          headline: "Kaohsiung harbour walk completed",
          lede: "The walk in Kaohsiung is 3 km long.",
          tags: ["Kaohsiung"],
        }
      : { headline: "高雄港邊步道完工", lede: "高雄港邊步道今天完工，全長3公里。", tags: [] };
    says(() => written)(asked, response);
  });
  await subscribe("hall", "zh-TW");
  await subscribe("guests", "en");
  const editions = await turn();
  expect(editions.get("hall")?.cards[0]).toMatchObject({ headline: "高雄港邊步道完工", rewritten: "edited" });
  expect(editions.get("guests")?.cards[0]).toMatchObject({
    headline: "Kaohsiung harbour walk completed",
    language: "en",
    tags: ["Kaohsiung"],
    rewritten: "translated",
  });
  expect(await Array.fromAsync(desk.store.eachArticle())).toMatchObject([{ headline: extracted, language: "zh-Hant" }]);
});

it("a model that hangs costs no channel its edition: all go out at their time, with extracts", async () => {
  endpoint.behave(hangs);
  for (const address of ["hall", "room", "class"]) await subscribe(address, "zh-TW");
  const editions = await turn();
  expect([...editions.values()].map(({ publishedAt, cards }) => [publishedAt, cards[0]?.headline])).toEqual(
    Array(3).fill([startAt + 1000, extracted]),
  );
  // Only the first edition waited for it.
  expect(endpoint.asked).toHaveLength(1);
  expect(log.lines.join("\n")).toContain("timeout");
});

it("what a model writes that the article does not say is not shown, and the reason is in the log", async () => {
  endpoint.behave(says(() => ({ headline: "高雄港邊步道完工", lede: "高雄港邊步道今天完工，耗資9億元。", tags: [] })));
  await subscribe("hall", "zh-TW");
  const editions = await turn();
  expect(editions.get("hall")?.cards[0]?.headline).toBe(extracted);
  expect(log.lines.join("\n")).toContain('"extracts":"quantity"');
});

it("an edited article is an update of its extract, whatever the model wrote", async () => {
  endpoint.behave(says(() => ({ headline: "高雄港邊步道完工", lede: "高雄港邊步道今天完工。", tags: [] })));
  await subscribe("hall", "zh-TW");
  await turn();
  clock.advance(24 * 3_600_000);
  expect(await gatherNews(desk)).toMatchObject({ imported: 0, updated: 0 });
});
