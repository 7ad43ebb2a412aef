// The looks of a digest on Discord, laid out in a real browser: nothing runs out of its frame, and people can look at the pictures.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderEdition } from "../../src/adapters/platforms/discord/looks/edition.ts";
import type { Edition } from "../../src/records/edition.ts";
import { looksOf } from "../../src/records/look.ts";
import type { Card } from "../../src/records/story.ts";
import { discordPage } from "../fakes/discord-page.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
// Set to a folder, it keeps pictures of the looks for people to look at.
const pictures = process.env.PICTURES;

const at = Date.parse("2026-11-23T08:00:00+08:00");
const hourMs = 3_600_000;
// A picture of two colours, so that the page needs nobody else.
const picture = (color: string) => `https://news.example/${color}.svg`;
const drawn = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="270"><rect width="480" height="270" fill="${color}"/><circle cx="240" cy="150" r="80" fill="#ffffff66"/></svg>`;

const card = (id: string, said: Partial<Card>): Card => ({
  ...{ storyId: id, articleId: id, headline: "", lede: "", url: `https://news.example/${id}`, image: null },
  ...{
    sourceId: "harbour",
    sourceName: "港都日報",
    tags: [],
    language: "zh-Hant",
    publishedAt: at - hourMs,
    alsoIn: [],
    ...said,
  },
});
const cards: readonly Card[] = [
  card("a", {
    headline: "高雄智慧公車站牌明年增設三百座",
    lede: "高雄市交通局今天宣布，明年將增設三百座智慧公車站牌，優先設在偏遠地區與學校周邊。",
    image: picture("teal"),
    tags: ["高雄", "公車", "智慧城市"],
    alsoIn: ["島嶼新聞", "海港通訊"],
  }),
  card("b", {
    headline: "新竹科學教室下鄉 偏鄉學童自己組天氣站",
    lede: "新竹縣三所國小的學童，從焊接感測器到寫程式，花了一學期組裝出自己的天氣站。",
    tags: ["新竹", "教育"],
    publishedAt: at - 3 * hourMs,
    isCorrected: true,
  }),
  card("c", {
    headline: "City council votes to keep night buses running through winter",
    lede: "The council voted 21 to 9 on Sunday to fund night buses until March.",
    sourceName: "Island Times",
    image: picture("indianred"),
    tags: ["transport"],
    publishedAt: at - 5 * hourMs,
  }),
  card("d", {
    headline: "大阪の万博跡地に市民農園 来春から区画を公募",
    lede: "大阪市は、万博会場の跡地の一部を市民農園として開放し、来春から利用者を公募すると発表した。",
    sourceName: "港町ニュース",
    tags: ["大阪", "農園"],
    publishedAt: at - 7 * hourMs,
  }),
];
const edition: Edition = {
  ...{
    id: "e",
    subscriptionId: "s",
    publishedAt: at,
    from: at - 24 * hourMs,
    until: at,
    cards,
    total: 7,
    timeZone: "Asia/Taipei",
  },
};

describe.runIf(executablePath)("the looks of a digest on Discord", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
  });

  afterAll(() => browser?.close());

  it.each(looksOf.discord)("%s stays within its column, with every story in it", async (look) => {
    const page = await browser.newPage({ viewport: { width: 632, height: 400 }, deviceScaleFactor: 1.5 });
    await page.route("https://news.example/*.svg", (route) => {
      const [, color = "gray"] = /(\w+)\.svg$/.exec(route.request().url()) ?? [];
      return route.fulfill({ contentType: "image/svg+xml", body: drawn(color) });
    });
    const steps = renderEdition(edition, { locale: "zh-TW", look, template: null });
    await page.setContent(discordPage(steps, "zh-TW", at), { waitUntil: "load" });
    const text = (await page.locator("main").textContent()) ?? "";
    for (const { headline } of cards) expect(text).toContain(headline);
    expect(await page.evaluate("document.documentElement.scrollWidth <= 632")).toBe(true);
    if (pictures !== undefined) await page.locator("main").screenshot({ path: join(pictures, `discord-${look}.png`) });
    await page.close();
  });
});
