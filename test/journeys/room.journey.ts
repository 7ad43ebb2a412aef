// A newcomer opens the room in a real browser: the first digest is there, commands answer, hostile news stays text.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskFolder, type SpawnedDesk, spawnDesk } from "./spawned-desk.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
// Set to a folder, it keeps pictures of the room for people to look at.
const pictures = process.env.PICTURES;
const takePicture = (page: Page, name: string) =>
  pictures === undefined ? Promise.resolve() : page.screenshot({ path: join(pictures, name) });

describe.runIf(executablePath)("a newcomer in the room", () => {
  let folder: Awaited<ReturnType<typeof deskFolder>>;
  let desk: SpawnedDesk;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = await deskFolder();
    desk = await spawnDesk({ DATABASE_URL: `sqlite:${folder.path}/lede.db` });
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
    page = await browser.newPage({ locale: "zh-TW", viewport: { width: 900, height: 1100 } });
    await page.goto(desk.url);
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    await folder?.remove();
  });

  const lastAnswer = () => page.locator(".message.desk").last();
  const ask = async (text: string) => {
    const before = await page.locator(".message").count();
    await page.locator("#text").fill(text);
    await page.locator("#send").click();
    // The question and its answer.
    await page
      .locator(".message")
      .nth(before + 1)
      .waitFor();
  };

  it("sees a digest of the sample posts without typing anything", async () => {
    await page.locator(".message.desk .card").first().waitFor();
    expect(await page.locator(".message.desk h2").first().textContent()).toMatch(/^新聞摘要 · \d+月\d+日/);
    expect(await page.locator(".card h3").count()).toBeGreaterThanOrEqual(5);
    await takePicture(page, "room.png");
  });

  it("finds 高雄 by /search, and by the bare word", async () => {
    await ask("/search 高雄");
    expect(await lastAnswer().textContent()).toContain("高雄");
    const found = await lastAnswer().locator(".card").count();
    expect(found).toBeGreaterThan(0);
    await ask("高雄");
    expect(await lastAnswer().locator(".card").count()).toBe(found);
    await takePicture(page, "room-search.png");
  });

  it("subscribes, sees the subscription and ends it", async () => {
    await ask("/subscribe 高雄 每天 8點");
    expect(await lastAnswer().textContent()).toContain("高雄");
    await ask("/subscriptions");
    expect(await lastAnswer().textContent()).toContain("高雄");
    await ask("/unsubscribe 2");
    await ask("/subscriptions");
    expect(await lastAnswer().textContent()).not.toContain("高雄");
  });

  it("is told how to write a query that can't be read, and what commands there are", async () => {
    await ask("/search after:whenever");
    expect(await lastAnswer().textContent()).toMatch(/2023|\d{4}-\d{2}-\d{2}/);
    await ask("/help");
    for (const command of ["/搜尋", "/最新", "/摘要", "/訂閱", "/取消訂閱", "/訂閱清單", "/來源", "/說明"])
      expect(await lastAnswer().textContent()).toContain(command);
    await takePicture(page, "room-help.png");
  });

  it("reads it all in another language, and again after a reload", async () => {
    await page.locator("#locale").selectOption("ja");
    await page.locator(".message.desk .card").first().waitFor();
    expect(await page.locator(".message.desk h2").first().textContent()).toContain("ニュースまとめ");
    await page.reload();
    await page.locator(".message.desk .card").first().waitFor();
    expect(await page.locator("#locale").inputValue()).toBe("ja");
  });

  it("keeps what was typed as text", async () => {
    await ask("<img src=x onerror=alert(1)> **@everyone**");
    expect(await page.locator(".message.reader").last().textContent()).toContain(
      "<img src=x onerror=alert(1)> **@everyone**",
    );
    expect(await page.locator(".message img[src=x]").count()).toBe(0);
  });

  it("ends cleanly at SIGTERM though the page is still open", async () => {
    expect(await desk.stop()).toBe(0);
  });
});
