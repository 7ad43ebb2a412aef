import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUnchanged } from "../src/adapters/summarizers/unchanged.ts";
import { publishDueEditions } from "../src/deliver/publish.ts";
import type { ArchiveEntry } from "../src/ports/store.ts";
import { locales } from "../src/records/channel.ts";
import type { Reply } from "../src/records/reply.ts";
import { nextDueAfter } from "../src/schedule.ts";
import { articleEntry, type EntryIdea } from "../test/fakes/articles.ts";
import { type Chat, hourMs, noon, openChat } from "../test/fakes/chat.ts";

let chat: Chat;

beforeEach(async () => {
  chat = await openChat();
});

afterEach(() => chat.close());

/** Archives one that came an hour before noon. */
async function archived(said: Partial<EntryIdea> = {}, change: Partial<ArchiveEntry> = {}): Promise<ArchiveEntry> {
  const made = { headline: "高雄新橋通車", sourceId: "harbour", at: noon - hourMs, ...said };
  const entry = { ...articleEntry(made), ...change };
  await chat.store.archive([entry]);
  return entry;
}

/** Goes on to the time and publishes what is due then. */
async function publishAt(at: number): Promise<void> {
  chat.clock.advance(at - chat.clock.now());
  await publishDueEditions({ ...chat, newId: randomUUID, nextDueAfter, rewriter: createUnchanged() });
}

const tomorrow = noon + 20 * hourMs;
const why = ({ article }: ArchiveEntry) => chat.ask(`/why ${article.url}`);
const fieldOf = (reply: Reply, name: string) => reply.fields.find((field) => field.name === name)?.value;
/** What the only subscription made of it. */
const verdict = async (entry: ArchiveEntry) =>
  (await why(entry)).fields.find(({ name }) => name.startsWith("1. "))?.value;

describe("the article", () => {
  it("is found by its link in any form, by its headline or by its id, and told with its story", async () => {
    const entry = await archived();
    const told = await why(entry);
    expect(told).toMatchObject({ title: "高雄新橋通車", text: entry.article.url, isPrivate: true });
    expect(fieldOf(told, "Source")).toBe("港都日報 · published May 1, 11:00 · came in May 1, 11:00");
    expect(fieldOf(told, "Story")).toBe("1 report · 港都日報\nThis one began the story.");
    expect(told.footer).toContain("no subscription");
    const link = entry.article.url?.replace("https://", "http://www.");
    for (const typed of [`${link}?utm_source=chat#top`, `看這個 <${link}>`, "高雄新桥通车", entry.article.id])
      expect((await chat.ask(`/why ${typed}`)).title).toBe("高雄新橋通車");
  });

  it("of several that may be meant is chosen", async () => {
    await archived();
    await archived({ headline: "高雄新橋通車首日湧人潮" });
    expect((await chat.ask("/why 高雄新橋通車")).title).toBe("高雄新橋通車");
    const reply = await chat.ask("/為什麼 高雄新橋", { locale: "zh-TW" });
    expect(reply.fields.map(({ name }) => name)).toHaveLength(2);
    const choice = reply.choices.find(({ label }) => label.includes("湧人潮"));
    expect((await chat.ask(choice?.text ?? "", { locale: "zh-TW" })).title).toBe("高雄新橋通車首日湧人潮");
  });

  it("with a colon, a quote or a minus in its headline is found by it all the same", async () => {
    await archived({ headline: 'Mayor: "bridge -not ready" OR closed' });
    expect((await chat.ask('/why Mayor: "bridge -not ready" OR closed')).title).toContain("Mayor");
    expect((await chat.ask('/why mayor: "bridge')).title).toContain("Mayor");
  });

  it("is told with what was dropped as its duplicate, and found by that one's link", async () => {
    const entry = await archived();
    const identity = "https://island.example/bridge";
    const item = { identity, url: `${identity}?from=rss`, headline: "新橋通車了" };
    await chat.store.noteDuplicates([{ ...item, of: entry.article.identity, sourceId: "island", droppedAt: noon }]);
    const told = await chat.ask(`/why ${identity}`);
    expect(told.title).toBe("高雄新橋通車");
    expect(fieldOf(told, "Also came as (left out)")).toBe("May 1, 12:00 · Island Times · 新橋通車了");
  });

  it("is told with its earlier headlines", async () => {
    const entry = await archived();
    await archived({}, { article: { ...entry.article, headline: "高雄新橋今起通車", collectedAt: noon } });
    expect(fieldOf(await why(entry), "Earlier headlines")).toBe("May 1, 11:00 “高雄新橋通車”");
  });

  it.each([
    ["https://news.example/nothing", "There is no article with this link"],
    ["火山噴發", "No article with this headline"],
    ["…", "No article with this headline"],
    ["00000000-0000-4000-8000-000000000000", "not in the archive any more"],
  ])("%s is not there, and what to do is said", async (typed, said) => {
    expect((await chat.ask(`/why ${typed}`)).text).toContain(said);
  });
});

describe("how it joined its story", () => {
  it.each([
    ["text", "its text is nearly that of “高雄新橋通車” (93% alike)"],
    ["event", "it tells of the same event as “高雄新橋通車” (93% likely)"],
  ] as const)("by its %s is told with the other report and the degree", async (how, said) => {
    const { article } = await archived();
    const joined = { how, degree: 0.93, articleId: article.id };
    const other = await archived(
      { headline: "三公里新橋啟用", sourceId: "island", storyId: article.storyId },
      { joined },
    );
    const story = fieldOf(await why(other), "Story");
    expect(story).toContain("2 reports · 港都日報, Island Times");
    expect(story).toContain(said);
  });

  it.each([
    [{ how: "headline" }, "its headline is that of another report"],
    [{ how: "beginning" }, "it begins with the words of another report"],
    [null, "was not kept yet"],
  ] as const)("%o", async (joined, said) => {
    expect(fieldOf(await why(await archived({}, { joined })), "Story")).toContain(said);
  });
});

describe("a subscription", () => {
  it("took it: the digest is named, and whether it arrived", async () => {
    await chat.ask("/subscribe 高雄 daily 08:00");
    const entry = await archived();
    await publishAt(tomorrow);
    expect(await verdict(entry)).toBe("✓ Taken: in the digest of May 2, 08:00. It is still on its way.");
    const [delivery] = await chat.store.claimDeliveries(tomorrow, 1000, 1);
    await chat.store.settleDelivery(delivery?.id ?? "", { state: "delivered", at: tomorrow });
    expect(await verdict(entry)).toBe("✓ Taken: in the digest of May 2, 08:00.");
    await chat.ask("/unsubscribe");
    expect(fieldOf(await why(entry), "A subscription that has ended")).toContain("May 2, 08:00");
  });

  it("took it in a digest that the platform refused", async () => {
    await chat.ask("/subscribe 高雄 daily 08:00");
    const entry = await archived();
    await publishAt(tomorrow);
    const [delivery] = await chat.store.claimDeliveries(tomorrow, 1000, 1);
    await chat.store.settleDelivery(delivery?.id ?? "", { state: "failed", at: tomorrow, reason: "refused" });
    expect(await verdict(entry)).toContain("given up");
  });

  it("took the story by another report of it", async () => {
    await chat.ask("/subscribe 高雄 daily 08:00");
    const { article } = await archived();
    const other = await archived({ headline: "棒球開打", sourceId: "island", storyId: article.storyId });
    expect(await verdict(other)).toContain("up for the next digest, May 2, 08:00. (It is another report of the story");
    await publishAt(tomorrow);
    expect(await verdict(other)).toContain("✓ Taken");
    expect(await verdict(other)).toContain("It shows another report of the story.");
  });

  it.each([
    ["高雄 -新橋 daily 08:00", "– Left: it has “新橋”, which is excluded."],
    ["高雄 -tag:交通 daily 08:00", "– Left: it has #交通, which is excluded."],
    ["地震 daily 08:00", "– Left: neither headline nor text has “地震”."],
    ["tag:政治 tag:棒球 daily 08:00", "– Left: it is not tagged #政治 or #棒球."],
    ["source:island daily 08:00", "– Left: it is not from Island Times."],
    ["lang:en daily 08:00", "– Left: its language is not en."],
    ["高雄 after:2024-12-31 daily 08:00", "– Left: it was not published in the time asked for."],
    ["高雄 daily 08:00", "… Not yet: it is up for the next digest, May 2, 08:00."],
    ["高雄 now", "– Left: it was here before the subscription began."],
  ])("%s says: %s", async (order, said) => {
    await chat.ask(`/subscribe ${order}`);
    expect(await verdict(await archived({ tags: ["交通"] }))).toBe(said);
  });

  it("left it because another one of the channel brought it already", async () => {
    await chat.ask("/subscribe 高雄 hourly");
    chat.clock.advance(1000);
    await chat.ask("/subscribe 新橋 daily 08:00");
    const entry = await archived();
    await publishAt(noon + hourMs);
    const fields = (await why(entry)).fields.slice(-2);
    expect(fields[0]?.value).toContain("✓ Taken: in the digest of May 1, 13:00.");
    expect(fields[1]).toEqual({
      name: "2. 新橋",
      value: "– Left: another subscription here brought the story already, on May 1, 13:00.",
    });
  });

  it("only counted it when the digest was full", async () => {
    await chat.ask("/subscribe everything daily 08:00");
    const old = await archived({ at: noon - 20 * hourMs, headline: "舊聞一則沒有人報導" });
    await chat.archive(...Array.from({ length: 11 }, (_, index) => `高雄新聞 ${index}`));
    await publishAt(tomorrow);
    expect(await verdict(old)).toBe(
      "– Only counted: the digest of May 2, 08:00 was full. It had 12 stories and showed 10.",
    );
  });

  it("left a report that came to its story after that was looked at", async () => {
    await chat.ask("/subscribe 通車 daily 08:00");
    const { article } = await archived({ headline: "高雄新橋完工" });
    await publishAt(tomorrow);
    const late = await archived({ at: tomorrow + hourMs, storyId: article.storyId });
    expect(await verdict(late)).toContain("A story is looked at once.");
  });

  it("of another channel is nobody's business", async () => {
    const elsewhere = { id: "web:other", platform: "web", address: "other", locale: "en" } as const;
    await chat.ask("/subscribe 高雄 hourly");
    const entry = await archived();
    await publishAt(noon + hourMs);
    const asker = { id: "2", name: "", mayManage: true } as const;
    const told = await chat.answer({
      ...{ channel: elsewhere, asker },
      ask: { form: "text", text: `/why ${entry.article.url}` },
    });
    expect(told.fields.map(({ name }) => name)).toEqual(["Source", "Story"]);
    expect(told.footer).toContain("no subscription");
  });
});

it.each(locales)("all of it is told in %s", async (locale) => {
  for (const order of ["高雄 hourly", "地震 daily 08:00", "tag:政治 hourly", "source:island hourly", "新橋 now"])
    await chat.ask(`/subscribe ${order}`);
  const entry = await archived();
  await archived({}, { article: { ...entry.article, headline: "高雄新橋今起通車" } });
  await publishAt(noon + hourMs);
  const texts = (reply: Reply) =>
    [reply.text, reply.footer, ...reply.fields.flatMap(({ name, value }) => [name, value])].join("\n");
  const told = texts(await chat.ask(`/why ${entry.article.url}`, { locale }));
  expect(told).toContain("#政治");
  expect(told).toContain("Island Times");
  expect(told).not.toMatch(/undefined|\[object/);
  const english = /\b(Source|Story|report|Left|Taken|digest)\b/;
  expect(english.test(told)).toBe(locale === "en");
  for (const unknown of ["https://news.example/nothing", "火山噴發"])
    expect(/\barticle\b/.test(texts(await chat.ask(`/why ${unknown}`, { locale })))).toBe(locale === "en");
});
