// An edition for pictures of the looks, and the browser that lays it out.
import { existsSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import type { Edition } from "../../src/records/edition.ts";
import type { Card } from "../../src/records/story.ts";

/** Null on a machine without Chromium. */
export const chromiumPath =
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync) ?? null;

export const sampledAt = Date.parse("2026-11-23T08:00:00+08:00");
const hourMs = 3_600_000;
// A picture of two colours, so that the page needs nobody else.
const picture = (color: string) => `https://news.example/${color}.jpg`;
const drawn = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="312"><rect width="480" height="312" fill="${color}"/><circle cx="240" cy="160" r="80" fill="#ffffff66"/></svg>`;

/** A page whose stories have their pictures. */
export async function pictureUp(browser: Browser, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 400 }, deviceScaleFactor: 1.5 });
  await page.route("https://news.example/*.jpg", (route) => {
    const [, color = "gray"] = /(\w+)\.jpg$/.exec(route.request().url()) ?? [];
    return route.fulfill({ contentType: "image/svg+xml", body: drawn(color) });
  });
  return page;
}

const card = (id: string, said: Partial<Card>): Card => ({
  ...{ storyId: id, articleId: id, headline: "", lede: "", url: `https://news.example/${id}`, image: null },
  ...{ sourceId: "harbour", sourceName: "港都日報", tags: [], language: "zh-Hant" },
  ...{ publishedAt: sampledAt - hourMs, alsoIn: [], ...said },
});

export const sampleCards: readonly Card[] = [
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
    publishedAt: sampledAt - 3 * hourMs,
    isCorrected: true,
  }),
  card("c", {
    headline: "City council votes to keep night buses running through winter",
    lede: "The council voted 21 to 9 on Sunday to fund night buses until March.",
    sourceName: "Island Times",
    image: picture("indianred"),
    tags: ["transport"],
    publishedAt: sampledAt - 5 * hourMs,
  }),
  card("d", {
    headline: "大阪の万博跡地に市民農園 来春から区画を公募",
    lede: "大阪市は、万博会場の跡地の一部を市民農園として開放し、来春から利用者を公募すると発表した。",
    sourceName: "港町ニュース",
    tags: ["大阪", "農園"],
    publishedAt: sampledAt - 7 * hourMs,
  }),
];

/** Of seven stories that matched. */
export const sampleEdition: Edition = {
  ...{ id: "e", subscriptionId: "s", publishedAt: sampledAt, from: sampledAt - 24 * hourMs, until: sampledAt },
  ...{ cards: sampleCards, total: 7, timeZone: "Asia/Taipei" },
};
