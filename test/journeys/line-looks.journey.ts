// The looks of a digest on LINE, laid out in a real browser as LINE lays Flex out: nothing runs out of its bubble, and people can look at
// the pictures.
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderEdition } from "../../src/adapters/platforms/line/looks/edition.ts";
import { renderReply } from "../../src/adapters/platforms/line/render.ts";
import { reply } from "../../src/language/reply.ts";
import { type Locale, locales } from "../../src/records/channel.ts";
import type { Edition } from "../../src/records/edition.ts";
import { type LookOf, looksOf } from "../../src/records/look.ts";
import { asSent } from "../fakes/flex-parts.ts";
import { linePage } from "../fakes/line-page.ts";
import { chromiumPath, pictureUp, sampleCards, sampleEdition } from "./sample-edition.ts";

// Set to a folder, it keeps pictures of the looks for people to look at.
const pictures = process.env.PICTURES;

const long = [
  "Donaudampfschifffahrtsgesellschaft".repeat(6),
  "高雄輕軌環狀線通車".repeat(20),
  "รถไฟฟ้าสายใหม่เปิดให้บริการ".repeat(8),
];
const hardEdition: Edition = {
  ...sampleEdition,
  cards: sampleCards.slice(0, long.length).map((card, index) => {
    const text = long[index] ?? "";
    const said = { headline: text, lede: text, sourceName: text, tags: [text, text], alsoIn: [text] };
    return { ...card, ...said, image: null, url: `https://news.example/${"a".repeat(300)}` };
  }),
};

// What lies outside of its bubble, or is cut off at its side. The dots of a text that goes on may stand out by a letter.
const spilled = `[...document.querySelectorAll(".bubble *, .plain")].filter((one) => {
  const frame = (one.closest(".bubble") ?? one).getBoundingClientRect();
  const own = one.getBoundingClientRect();
  const isCut = one.matches(".wrap, .plain, .button, .shrink") && one.scrollWidth > one.clientWidth + 24;
  return isCut || own.right > frame.right + 0.5 || own.left < frame.left - 0.5 || own.bottom > frame.bottom + 0.5;
}).map((one) => one.textContent.slice(0, 60))`;

describe.runIf(chromiumPath)("the looks of a digest on LINE", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath ?? "", args: ["--no-sandbox"] });
  });

  afterAll(() => browser?.close());

  const show = async (edition: Edition, look: LookOf<"line">, locale: Locale, isDark = false) => {
    const page = await pictureUp(browser, look === "cards" ? 1580 : 420);
    const messages = asSent(renderEdition(edition, { locale, look }));
    await page.setContent(linePage(messages, { isDark }), { waitUntil: "load" });
    return page;
  };

  it.each(looksOf.line)("%s stays within its bubbles, with every story in it, in every language", async (look) => {
    for (const locale of locales) {
      const page = await show(sampleEdition, look, locale);
      const text = (await page.locator("main").textContent()) ?? "";
      for (const { headline } of sampleCards) expect(text).toContain(headline);
      expect(await page.evaluate(spilled)).toEqual([]);
      if (pictures !== undefined && locale === "zh-TW")
        await page.locator("main").screenshot({ path: join(pictures, `line-${look}.png`) });
      await page.close();
    }
  });

  it("the stories of an answer stay within their bubbles as well, with their buttons", async () => {
    for (const locale of locales) {
      const page = await pictureUp(browser, 1580);
      const messages = renderReply(reply({ text: "…", cards: [...sampleCards, ...hardEdition.cards].slice(0, 7) }), {
        locale,
        timeZone: "Asia/Taipei",
        picture: null,
      });
      await page.setContent(linePage(asSent(messages), { isDark: false }), { waitUntil: "load" });
      expect(await page.evaluate(spilled)).toEqual([]);
      await page.close();
    }
  });

  it.each(looksOf.line)("%s breaks what is long: German words, Chinese and Thai without spaces", async (look) => {
    const page = await show(hardEdition, look, "en", true);
    expect(await page.evaluate(spilled)).toEqual([]);
    await page.close();
  });
});
