import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../adapters/stores/open-store.ts";
import { createExtractiveSummarizer } from "../adapters/summarizers/extractive.ts";
import { parseQuery } from "../language/query.ts";
import type { Store } from "../ports/store.ts";
import type { Summarizer } from "../ports/summarizer.ts";
import type { Extract } from "../records/article.ts";
import type { CollectedItem } from "../records/collected-item.ts";
import { curateItems } from "./edit.ts";
import { createKnownTerms } from "./known-terms.ts";

const hourMs = 3_600_000;
const now = Date.UTC(2026, 10, 23, 2);
const longText = "港口新橋今天上午通車，全長三公里，車程縮短一半。市府表示，工程歷時四年，耗資二十億元。".repeat(5);

let store: Store;

beforeEach(async () => {
  store = await openStore("sqlite::memory:");
  await store.registerSources(
    [
      { id: "harbour", name: "港都報" },
      { id: "strait", name: "海峽時報" },
    ],
    now,
  );
});

afterEach(() => store.close());

const curate = (
  items: readonly CollectedItem[],
  { summarizer = createExtractiveSummarizer(), ...options }: { summarizer?: Summarizer; fromThePast?: boolean } = {},
) =>
  curateItems(
    items,
    {
      ...{ store, summarizer, clock: { now: () => now }, newId: randomUUID },
      knownTerms: createKnownTerms(store),
    },
    options,
  );

function item(change: {
  path: string;
  title?: string;
  text?: string;
  sourceId?: string;
  publishedAt?: number;
}): CollectedItem {
  const {
    path,
    title = "港口新橋今天通車 車程縮短一半",
    text = longText,
    sourceId = "harbour",
    publishedAt = now,
  } = change;
  const url = `https://news.example/${path}`;
  return {
    identity: url,
    sourceId,
    publishedAt,
    categories: [],
    item: {
      id: null,
      url,
      title,
      publishedAt,
      updatedAt: null,
      summary: null,
      content: text,
      author: null,
      tags: [],
      enclosures: [],
    },
    extract: { url, title, author: null, publishedAt, language: "zh-TW", text, image: null, tags: ["交通"] },
  };
}

const storiesOf = async (...paths: string[]) => {
  const known = await store.findArticles(paths.map((path) => `https://news.example/${path}`));
  return paths.map((path) => known.get(`https://news.example/${path}`)?.storyId);
};

describe("an article", () => {
  it("that comes again unchanged is a duplicate", async () => {
    expect(await curate([item({ path: "a" })])).toEqual({ imported: 1, updated: 0, duplicates: 0 });
    expect(await curate([item({ path: "a" })])).toEqual({ imported: 0, updated: 0, duplicates: 1 });
  });

  it("whose headline was edited stays one article, found by its new headline", async () => {
    await curate([item({ path: "a" })]);
    expect(await curate([item({ path: "a", title: "跨港大橋啟用" })])).toMatchObject({ updated: 1 });
    expect(await store.countArticles()).toBe(1);
    const found = await store.search(parseQuery("跨港大橋", { now, timeZone: "Asia/Taipei" }), 10, 0);
    expect(found.hits.map(({ headline }) => headline)).toEqual(["跨港大橋啟用"]);
  });

  it("keeps its newest version when posts on disk bring an older one", async () => {
    await curate([item({ path: "a", title: "跨港大橋啟用", publishedAt: now })]);
    const older = item({ path: "a", publishedAt: now - hourMs });
    expect(await curate([older], { fromThePast: true })).toMatchObject({ duplicates: 1 });
    expect(await curate([older])).toMatchObject({ updated: 1 });
  });

  it("of no text has its headline and no lede", async () => {
    expect(await curate([item({ path: "a", text: "" })])).toMatchObject({ imported: 1 });
    const [card] = await store.latestCards([], 1, 0);
    expect(card).toMatchObject({ headline: "港口新橋今天通車 車程縮短一半", lede: "" });
  });
});

it("reports of one event that are filed in the same moment are one story", async () => {
  const paths = ["a", "b", "c", "d"];
  await Promise.all(paths.map((path) => curate([item({ path })])));
  expect(new Set(await storiesOf(...paths)).size).toBe(1);
});

describe("how an article came to its story", () => {
  const trailOf = async (path: string) =>
    store.trailOf((await store.articleOf([`https://news.example/${path}`])) ?? "none");

  it("is kept: it began it, or another report has its headline or its first lines", async () => {
    await curate([item({ path: "a" })]);
    const copy = item({
      path: "b",
      sourceId: "strait",
      title: "三公里新橋首日人潮擠爆現場",
      publishedAt: now + hourMs,
    });
    await curate([item({ path: "c", sourceId: "strait", text: "另一家的報導。" }), copy]);
    expect((await trailOf("a"))?.story.joined).toEqual({ how: "began" });
    expect((await trailOf("c"))?.story.joined).toEqual({ how: "headline" });
    expect((await trailOf("b"))?.story.joined).toEqual({ how: "beginning" });
  });

  it("tells how alike the text of another report is, in the archive or in its batch", async () => {
    const edited = `（記者港都報導）${longText.replace("今天上午", "今天")}`;
    const other = item({ path: "b", sourceId: "strait", title: "三公里新橋首日人潮擠爆現場", text: edited });
    await curate([item({ path: "a" }), other]);
    const { story } = (await trailOf("b")) ?? {};
    expect(story).toMatchObject({ joined: { how: "text" }, like: { headline: "港口新橋今天通車 車程縮短一半" } });
    expect(story?.joined).toHaveProperty("degree", expect.closeTo(0.9, 0));
  });

  it("stays as it was when the article is edited", async () => {
    await curate([item({ path: "a" }), item({ path: "b", sourceId: "strait", text: "另一家的報導。" })]);
    await curate([item({ path: "b", sourceId: "strait", title: "跨港大橋啟用", text: "另一家的報導。" })]);
    await curate([item({ path: "c" }), item({ path: "c", title: "跨港大橋啟用典禮今天登場" })]);
    expect((await trailOf("b"))?.story.joined).toEqual({ how: "headline" });
    expect((await trailOf("c"))?.story.joined).toEqual({ how: "headline" });
  });
});

it("what two sources bring at once is one article, and the other source is noted", async () => {
  await curate([item({ path: "a" })]);
  await curate([item({ path: "a", sourceId: "strait" })]);
  await curate([item({ path: "a" })]);
  const id = await store.articleOf(["https://news.example/a"]);
  expect((await store.trailOf(id ?? ""))?.duplicates).toMatchObject([{ sourceId: "strait", droppedAt: now }]);
});

describe("a story", () => {
  it("holds two sources' reports under one headline, in either script", async () => {
    await curate([item({ path: "a" })]);
    await curate([item({ path: "b", sourceId: "strait", title: "港口新桥今天通车 车程缩短一半", text: "记者报道。" })]);
    const [first, second] = await storiesOf("a", "b");
    expect(second).toBe(first);
  });

  it("holds one text under two headlines, within one batch too", async () => {
    await curate([item({ path: "a" }), item({ path: "b", sourceId: "strait", title: "新橋通車" })]);
    const [first, second] = await storiesOf("a", "b");
    expect(second).toBe(first);
  });

  it("holds two sources' reports of nearly one text, in either script, within one batch and after it", async () => {
    const agency = {
      text: `${longText}\n\n市長在典禮上感謝施工團隊，附近居民說，等這座橋等了整整十年，以後上班不用再繞路。`,
    };
    const copy = { ...agency, text: `（本報綜合報導）${agency.text}（編輯：林小明）` };
    const simplified = { ...copy, text: copy.text.replaceAll("橋", "桥").replaceAll("長", "长") };
    await curate([
      item({ path: "a", ...agency }),
      item({ path: "b", sourceId: "strait", title: "等了十年 跨港大橋啟用", ...copy }),
    ]);
    await curate([item({ path: "c", sourceId: "strait", title: "跨港大橋今啟用 居民歡呼", ...simplified })]);
    const [first, second, third] = await storiesOf("a", "b", "c");
    expect(second).toBe(first);
    expect(third).toBe(first);
  });

  it("is not made of one newsroom's form with other figures", async () => {
    const draw = (number: number, numbers: string) =>
      `第${number}期樂透今晚開出，中獎號碼為${numbers}，特別號另外公布。本期頭獎沒有人中獎，獎金累積到下一期，貳獎有三注中獎，每注可得獎金一百二十萬元。` +
      "中獎人請於三個月內攜帶身分證件到指定銀行領獎，逾期視同放棄，獎金依規定撥入公益基金。";
    await curate([
      item({ path: "a", title: "樂透第101期開獎結果出爐 頭獎槓龜", text: draw(101, "03、11、19、24、37") }),
    ]);
    await curate([
      item({ path: "b", title: "樂透第102期開獎結果出爐 頭獎槓龜", text: draw(102, "07、15、22、30、41") }),
    ]);
    const [first, second] = await storiesOf("a", "b");
    expect(second).not.toBe(first);
  });

  it("ends after three days: the same headline a week later is another event", async () => {
    await curate([item({ path: "a", publishedAt: now - 168 * hourMs, text: "上週的新聞。" })]);
    await curate([item({ path: "b", text: "本週的新聞。" })]);
    const [first, second] = await storiesOf("a", "b");
    expect(second).not.toBe(first);
  });

  it("is not made of a column's standing title", async () => {
    await curate([
      item({ path: "a", title: "早晨新聞", text: "今天。" }),
      item({ path: "b", title: "早晨新聞", text: "明天。" }),
    ]);
    const [first, second] = await storiesOf("a", "b");
    expect(second).not.toBe(first);
  });
});

it("tags that the desk found stay as long as the article says the same, whatever the desk learns meanwhile", async () => {
  let found = ["交通"];
  const summarizer = {
    summarize: async ({ title }: Extract) => ({ headline: title ?? "", lede: [], tags: found, language: "zh-Hant" }),
  };
  const again = (changed: Parameters<typeof item>[0]) => curate([item(changed)], { summarizer });
  expect(await again({ path: "bridge" })).toMatchObject({ imported: 1 });
  found = ["港口新橋"];
  expect(await again({ path: "bridge" })).toMatchObject({ updated: 0, duplicates: 1 });
  expect(await again({ path: "bridge", text: "新橋延後通車。" })).toMatchObject({ updated: 1 });
  const [article] = await Array.fromAsync(store.eachArticle());
  expect(article?.tags).toEqual(["港口新橋"]);
});
