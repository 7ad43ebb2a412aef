// The looks of a digest on Discord, laid out in a real browser: nothing runs out of its frame, and people can look at the pictures.
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderEdition } from "../../src/adapters/platforms/discord/looks/edition.ts";
import { messageStep } from "../../src/adapters/platforms/discord/looks/step.ts";
import { renderPage } from "../../src/adapters/platforms/discord/page.ts";
import type { Channel } from "../../src/records/channel.ts";
import { looksOf } from "../../src/records/look.ts";
import { articleEntry } from "../fakes/articles.ts";
import { hourMs, noon, openChat, owner } from "../fakes/chat.ts";
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

  it("the guided way to a subscription shows the next digest as it will look, within its column", async () => {
    const chat = await openChat();
    const channel: Channel = { id: "discord:7", platform: "discord", address: "7", locale: "zh-TW", server: "5" };
    await chat.store.archive(
      sampleCards.map(({ headline }) => articleEntry({ headline, sourceId: "harbour", at: noon - hourMs })),
    );
    const opened = await chat.answer({ channel, asker: owner, ask: { form: "text", text: "/訂閱" } });
    await chat.close();
    const page = await pictureUp(browser, 632);
    const edition = { ...sampleEdition, total: sampleCards.length };
    const preview = { edition, look: "cards", template: null } as const;
    const steps = renderPage({ ...opened, preview }, "zh-TW").map(messageStep);
    await page.setContent(discordPage(steps, "zh-TW", sampledAt), { waitUntil: "load" });
    expect(await page.locator("main").textContent()).toContain(sampleCards[1]?.headline);
    expect(await page.evaluate("document.documentElement.scrollWidth <= 632")).toBe(true);
    if (pictures !== undefined)
      await page.locator("main").screenshot({ path: join(pictures, "discord-subscribe.png") });
    await page.close();
  });
});
