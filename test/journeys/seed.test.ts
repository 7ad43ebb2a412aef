// The post that the project began from, imported and found again.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "../../config/settings.ts";
import { type Desk, openDesk } from "../../src/desk.ts";
import { importPosts } from "../../src/import.ts";
import { ledeText } from "../../src/language/lede-text.ts";
import { parseQuery } from "../../src/language/query.ts";
import { silentLog } from "../fakes/log.ts";
import { sharedPath } from "../shared.ts";

const seed = sharedPath("corpus", "seed.md");

describe.runIf(seed)("the seed post", () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk(readSettings({ DATABASE_URL: "sqlite::memory:" }), silentLog);
    const report = await importPosts([seed ?? ""], desk, () => {});
    expect(report).toEqual({ imported: 1, updated: 0, duplicates: 0, refused: [] });
  });

  afterAll(() => desk.close());

  it("is found by its subject, with its headline, lede, tags and time", async () => {
    const query = parseQuery("高雄 智慧城市", { now: desk.clock.now(), timeZone: "Asia/Taipei" });
    const { total, hits } = await desk.store.search(query, 10, 0);
    expect(total).toBe(1);
    expect(hits[0]).toMatchObject({
      headline: "高雄智慧城市躍國際舞台 林欽榮訪韓促合作",
      lede: expect.stringMatching(/^高雄市副市長林欽榮/),
      tags: ["林欽榮", "高雄", "高雄市"],
      publishedAt: 1_695_793_620_000,
      sourceId: "cna",
    });
  });

  it("keeps the place of each sentence of its lede in its text", async () => {
    const [article] = await Array.fromAsync(desk.store.eachArticle());
    const cut = article?.lede.map(({ start, end }) => article.text.slice(start, end)).join("");
    expect(cut).toBe(article && ledeText(article));
    expect(cut).not.toBe("");
  });
});
