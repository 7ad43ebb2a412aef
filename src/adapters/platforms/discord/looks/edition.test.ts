import { type APIEmbed, MessageFlags } from "discord.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messageViolations, type PostedComponent } from "../../../../../test/fakes/discord-limits.ts";
import { card, cardsOf, editionOf } from "../../../../../test/fakes/editions.ts";
import { hostileCard } from "../../../../../test/fakes/hostile.ts";
import { sharedPath } from "../../../../../test/shared.ts";
import { locales } from "../../../../records/channel.ts";
import type { Edition } from "../../../../records/edition.ts";
import { type LookOf, looksOf } from "../../../../records/look.ts";
import { type LookOptions, renderEdition } from "./edition.ts";
import type { EditionMessage, EditionStep } from "./step.ts";

// Discord's rules as the loopback Discord has them, where it is there.
const rulesPath = sharedPath("rigs", "discord", "rules.mjs");
const rules: { readonly messageRules: (message: unknown) => readonly unknown[] } = rulesPath
  ? await import(rulesPath)
  : { messageRules: () => [] };

const render = (
  edition: Edition,
  look: LookOf<"discord">,
  options: Partial<LookOptions> = {},
): readonly EditionStep[] => renderEdition(edition, { locale: "en", template: null, ...options, look });

const messagesOf = (steps: readonly EditionStep[]): readonly EditionMessage[] =>
  steps.flatMap((step) => (step.kind === "message" ? [step.message] : []));

const refusals = (steps: readonly EditionStep[]): readonly unknown[] =>
  messagesOf(steps).flatMap((message) => [...messageViolations(asPosted(message)), ...rules.messageRules(message)]);

// The same JSON, as a client sends it.
const asPosted = (message: EditionMessage) => JSON.parse(JSON.stringify(message));

const flat = (components: readonly PostedComponent[]): readonly PostedComponent[] =>
  components.flatMap((one) => [one, ...flat([...(one.components ?? []), ...(one.accessory ? [one.accessory] : [])])]);
const componentsOf = (message: EditionMessage | undefined) => flat(message ? asPosted(message).components : []);
const textsOf = (message: EditionMessage | undefined): readonly string[] =>
  componentsOf(message).flatMap(({ content }) => content ?? []);

describe("cards", () => {
  it("are the date, then a frame a story with picture, linked headline, lede, where and when, and its buttons", () => {
    const [step, ...others] = render(editionOf([{ ...card, alsoIn: ["RTHK"] }], 3), "cards", { locale: "zh-TW" });
    expect(others).toEqual([]);
    expect(step).toMatchObject({ kind: "message", message: { flags: MessageFlags.IsComponentsV2 } });
    const [message] = messagesOf(step ? [step] : []);
    expect(textsOf(message)).toEqual([
      expect.stringMatching(/^## 新聞摘要 · 10月4日/),
      [
        "### [Ferry line opens](https://news.example/ferry)",
        "The first boat left at dawn.",
        "-# Harbour Post · <t:1696392000:f> · #transport #sea · 另見 RTHK",
      ].join("\n"),
      expect.stringContaining("2"),
    ]);
    expect(componentsOf(message).flatMap(({ media }) => media?.url ?? [])).toEqual(["https://news.example/ferry.jpg"]);
    expect(componentsOf(message).flatMap(({ custom_id = [], label = [] }) => [custom_id, label].flat())).toEqual([
      ...["/save article-1", "收藏", "/summarize article-1", "總結"],
      ...["/more article-1", "多看", "/less article-1", "少看"],
      ...["/digest rest:1696392000000-story-1:1", "看更多"],
    ]);
  });

  it("of ten stories are as many messages as forty components allow, parted between stories", () => {
    const messages = messagesOf(render(editionOf(cardsOf(10)), "cards"));
    expect(messages.map((message) => textsOf(message).filter((text) => text.startsWith("###")).length)).toEqual([
      4, 4, 2,
    ]);
  });

  it("load no picture over plain http", () => {
    const [message] = messagesOf(render(editionOf([{ ...card, image: "http://news.example/a.jpg" }]), "cards"));
    expect(JSON.stringify(message)).not.toContain("a.jpg");
  });
});

describe("compact", () => {
  it("is one message of linked headlines without previews", () => {
    const steps = render(editionOf(cardsOf(3, { url: "https://news.example/a_(b) c" }), 5), "compact");
    expect(messagesOf(steps)).toEqual([
      {
        flags: MessageFlags.SuppressEmbeds,
        content: expect.stringMatching(/^\*\*News digest · .*\*\*\n- /),
        components: [expect.anything(), expect.anything()],
      },
    ]);
    const lines = messagesOf(steps)[0]?.content?.split("\n") ?? [];
    expect(lines[1]).toBe("- [Story 0](https://news.example/a%5F%28b%29%20c) · Harbour Post · <t:1696392000:R>");
    expect(lines.at(-1)).toMatch(/^-# 2 more/);
  });

  it("goes on in the next message between two lines", () => {
    const messages = messagesOf(
      render(editionOf(cardsOf(10, { url: `https://news.example/${"a".repeat(300)}` })), "compact"),
    );
    expect(messages.length).toBeGreaterThan(1);
    const lines = messages.flatMap(({ content = "" }) => content.split("\n")).filter((line) => line.startsWith("- "));
    expect(lines.map((line) => line.slice(0, 10))).toEqual(cardsOf(10).map(({ headline }) => `- [${headline}`));
  });

  it("writes its lines as the channel's template says, and leaves out what a story has not", () => {
    const template = "**[{headline}]({link})** | {tags} | {also} | {lede}";
    const [message] = messagesOf(
      render(editionOf([{ ...card, tags: [], lede: "*Not* bold" }]), "compact", { template }),
    );
    expect(message?.content?.split("\n")[1]).toBe(
      "**[Ferry line opens](https://news.example/ferry)** | \\*Not\\* bold",
    );
  });

  it("keeps the headline and the link of a story whose address takes up nearly a whole message", () => {
    const url = `https://news.example/${"a".repeat(1370)}`;
    const template = "[{headline}]({link}) {lede} {tags} {also}";
    const steps = render(editionOf([{ ...card, url, lede: "*".repeat(500) }]), "compact", { template });
    expect(messagesOf(steps).at(-1)?.content).toContain(`[Ferry line opens](${url})`);
    expect(refusals(steps)).toEqual([]);
  });
});

describe("embeds", () => {
  const embedsOf = (steps: readonly EditionStep[]): readonly APIEmbed[] =>
    messagesOf(steps).flatMap(({ embeds = [] }) => embeds);

  it("are one message: the date, a story an embed, and what is left below the last", () => {
    const [message, ...others] = messagesOf(render(editionOf(cardsOf(10), 12), "embed", { locale: "zh-TW" }));
    expect(others).toEqual([]);
    expect(message?.content).toMatch(/^\*\*新聞摘要 · 10月4日.*\*\*$/);
    expect(message?.embeds).toHaveLength(10);
    expect(message?.embeds?.[0]).toEqual({
      title: "Story 0",
      url: "https://news.example/ferry",
      author: { name: "Harbour Post" },
      description: "The first boat left at dawn.\n<t:1696392000:f> · #transport #sea",
      thumbnail: { url: "https://news.example/ferry.jpg" },
    });
    expect(message?.embeds?.[9]?.footer?.text).toContain("2");
  });

  it("too long for one message are parted between stories, in their order", () => {
    const steps = render(editionOf(cardsOf(12, { lede: "word ".repeat(200) })), "embed");
    expect(steps.length).toBeGreaterThan(1);
    expect(embedsOf(steps).map(({ title }) => title)).toEqual(cardsOf(12).map(({ headline }) => headline));
    expect(messagesOf(steps).filter(({ content }) => content)).toEqual([messagesOf(steps)[0]]);
    expect(refusals(steps)).toEqual([]);
  });
});

describe("full", () => {
  it("is the first story with a large picture, and a thread from it with the rest", () => {
    const [headline, thread, ...rest] = render(editionOf(cardsOf(7), 9), "full");
    expect(headline).toMatchObject({ kind: "message" });
    expect(thread).toEqual({ kind: "thread", name: expect.stringMatching(/^News digest · \w+, October 4$/) });
    const [post] = messagesOf(headline ? [headline] : []);
    expect(componentsOf(post).flatMap(({ items = [] }) => items)).toEqual([
      { media: { url: "https://news.example/ferry.jpg" } },
    ]);
    expect(textsOf(post).at(-1)).toBe("-# 6 more stories in the thread");
    const inThread = messagesOf(rest).flatMap(textsOf);
    expect(inThread.filter((text) => text.startsWith("###"))).toHaveLength(6);
    expect(inThread.at(-1)).toMatch(/^-# 2 more/);
  });

  it("of a single story opens no thread", () => {
    expect(render(editionOf(), "full")).toMatchObject([{ kind: "message" }]);
  });
});

describe.each(["compact", "embed"] as const)("in the look %s", (look) => {
  it("a menu under each message opens one of its stories, and a button what is left", () => {
    const long = { url: `https://news.example/${"a".repeat(300)}`, lede: "word ".repeat(200) };
    const messages = messagesOf(render(editionOf(cardsOf(10, long), 12), look));
    expect(messages.length).toBeGreaterThan(1);
    const menus = messages.flatMap((message) => componentsOf(message).filter(({ options }) => options));
    expect(menus.map(({ custom_id }) => custom_id)).toEqual(messages.map(() => "/story"));
    for (const [index, { content = "", embeds = [] }] of messages.entries())
      for (const { label } of menus[index]?.options ?? []) expect(content + JSON.stringify(embeds)).toContain(label);
    expect(menus.flatMap(({ options = [] }) => options.map(({ label, value }) => [label, value]))).toEqual(
      cardsOf(10).map(({ headline, articleId }) => [headline, articleId]),
    );
    const buttons = messages.map((message) => componentsOf(message).filter(({ type }) => type === 2).length);
    expect(buttons).toEqual(messages.map((_, index) => (index === messages.length - 1 ? 1 : 0)));
  });
});

it.each(looksOf.discord)("the look %s of an edition without stories is still a message that Discord takes", (look) => {
  const steps = render(editionOf([]), look);
  expect(messagesOf(steps)).toHaveLength(1);
  expect(refusals(steps)).toEqual([]);
});

it.each(["javascript:alert(1)", "ftp://news.example/a", "no address", `https://news.example/${"a".repeat(2048)}`])(
  "no look links a story or shows a picture whose address is %j",
  (address) => {
    for (const look of looksOf.discord) {
      const posted = JSON.stringify(render(editionOf([{ ...card, url: address, image: address }]), look));
      expect(posted).not.toContain(address);
      expect(posted).toContain("Ferry line opens");
    }
  },
);

const stories = fc.array(hostileCard, { maxLength: 12 });
const template = fc.constantFrom(
  null,
  "{headline}",
  "{time} {headline} <{link}> — {lede} ({source}) {tags} {also}",
  `- **[{headline}]({link})** ${"·".repeat(100)} {lede} {tags} {also} {source} {time}`,
  "{unknown}",
);

/** How often a look shows each story: a picture of hostile content is no proof that all of it is there. */
const storiesIn = (steps: readonly EditionStep[], look: LookOf<"discord">): number =>
  messagesOf(steps)
    .map((message) => {
      if (look === "embed") return message.embeds?.length ?? 0;
      if (look === "compact")
        return (message.content?.split("\n").length ?? 0) - (message === messagesOf(steps)[0] ? 1 : 0);
      return componentsOf(message).filter(({ type }) => type === 17).length;
    })
    .reduce((sum, count) => sum + count, 0);

// Ten thousand in all.
it.each(looksOf.discord)(
  "any stories, in any language, in the look %s, are messages that Discord takes, each story once",
  (look) => {
    fc.assert(
      fc.property(stories, fc.nat({ max: 3 }), fc.constantFrom(...locales), template, (cards, more, locale, line) => {
        const steps = render(editionOf(cards, cards.length + more), look, { locale, template: line });
        expect(refusals(steps)).toEqual([]);
        const moreLines = look === "compact" && more > 0 ? 1 : 0;
        expect(storiesIn(steps, look)).toBe(cards.length + moreLines);
        const threads = steps.filter((step) => step.kind === "thread");
        expect(threads.every(({ name }) => name.length > 0 && name.length <= 100)).toBe(true);
      }),
      { numRuns: 2500 },
    );
  },
);
