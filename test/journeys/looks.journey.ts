// The looks of a digest on Discord, laid out in a real browser: nothing runs out of its frame, and people can look at the pictures.
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderEdition } from "../../src/adapters/platforms/discord/looks/edition.ts";
import { looksOf } from "../../src/records/look.ts";
import { discordPage } from "../fakes/discord-page.ts";
import { chromiumPath, pictureUp, sampleCards, sampledAt, sampleEdition } from "./sample-edition.ts";

// Set to a folder, it keeps pictures of the looks for people to look at.
const pictures = process.env.PICTURES;

describe.runIf(chromiumPath)("the looks of a digest on Discord", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath ?? "", args: ["--no-sandbox"] });
  });

  afterAll(() => browser?.close());

  it.each(looksOf.discord)("%s stays within its column, with every story in it", async (look) => {
    const page = await pictureUp(browser, 632);
    const steps = renderEdition(sampleEdition, { locale: "zh-TW", look, template: null });
    await page.setContent(discordPage(steps, "zh-TW", sampledAt), { waitUntil: "load" });
    const text = (await page.locator("main").textContent()) ?? "";
    for (const { headline } of sampleCards) expect(text).toContain(headline);
    expect(await page.evaluate("document.documentElement.scrollWidth <= 632")).toBe(true);
    if (pictures !== undefined) await page.locator("main").screenshot({ path: join(pictures, `discord-${look}.png`) });
    await page.close();
  });
});
