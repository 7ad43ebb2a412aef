import fc from "fast-check";
import { expect, it } from "vitest";
import { messageViolations, type PostedComponent } from "../../../../test/fakes/discord-limits.ts";
import { card, cardsOf, editionOf } from "../../../../test/fakes/editions.ts";
import { hostileCard, hostileText } from "../../../../test/fakes/hostile.ts";
import { reply } from "../../../language/reply.ts";
import { locales } from "../../../records/channel.ts";
import { type LookOf, looksOf } from "../../../records/look.ts";
import type { Reply } from "../../../records/reply.ts";
import type { Card } from "../../../records/story.ts";
import { renderPage } from "./page.ts";

const menu = (index: number) => ({
  ...{ label: `menu ${index}`, text: `/subscribe draft:x ${index}`, most: 1 },
  options: [{ label: "a", value: "a", isChosen: true }],
});

/** A draft's page, as full of controls as one can be. */
const draft = (cards: readonly Card[], look: LookOf<"discord">, more: Partial<Reply> = {}): Reply =>
  reply({
    ...{ title: "A subscription", text: "Seven days", fields: [{ name: "Where", value: "here", channel: "99" }] },
    menus: [1, 2, 3, 4, 5].map(menu),
    choices: [1, 2, 3, 4, 5].map((index) => ({ label: `button ${index}`, text: `/subscribe draft:x b${index}` })),
    preview: { edition: editionOf(cards, 12), look, template: null },
    ...more,
  });

const posted = (shown: Reply) => {
  const [message, ...others] = renderPage(shown, "en");
  expect(others).toEqual([]);
  const { files: _, embeds, ...body } = JSON.parse(JSON.stringify(message));
  expect(embeds).toEqual([]);
  return body;
};
const flat = (components: readonly PostedComponent[]): readonly PostedComponent[] =>
  components.flatMap((one) => [one, ...flat([...(one.components ?? []), ...(one.accessory ? [one.accessory] : [])])]);
const textsOf = (shown: Reply): string =>
  flat(posted(shown).components)
    .flatMap(({ content }) => content ?? [])
    .join("\n");

it.each(looksOf.discord)(
  "shows a digest of the look %s as it would be posted, without its buttons and menus",
  (look) => {
    const shown = draft(cardsOf(10), look);
    expect(messageViolations(posted(shown))).toEqual([]);
    expect(textsOf(shown)).toContain("News digest · ");
    expect(textsOf(shown)).toContain("Story 0");
    expect(textsOf(shown).includes("Story 1")).toBe(look !== "full");
    expect(textsOf(shown)).toContain("**Where** <#99> · here");
    const pressable = flat(posted(shown).components).filter(({ custom_id: id }) => id !== undefined);
    expect(pressable.map(({ custom_id: id }) => id)).toEqual(
      [1, 2, 3, 4, 5, "b1", "b2", "b3", "b4", "b5"].map((step) => `/subscribe draft:x ${step}`),
    );
  },
);

it("writes a line as the channel does, and one story a line", () => {
  const edition = editionOf(cardsOf(2));
  const shown = draft([], "compact", { preview: { edition, look: "compact", template: "* {headline}" } });
  expect(textsOf(shown)).toContain("* Story 0\n* Story 1");
});

it("what ends a draft is said in the same message", () => {
  const done = reply({
    title: "Subscribed",
    fields: [{ name: "What", value: "*all*" }],
    cards: [card],
    footer: "note",
  });
  expect(messageViolations(posted(done))).toEqual([]);
  expect(textsOf(done)).toMatch(/^## Subscribed\n\*\*What\*\* \\\*all\\\*\n### \[Ferry[\s\S]*-# note$/);
  expect(textsOf(reply({}))).toBe("…");
});

it.each(looksOf.discord)("any draft, with any stories in the look %s, is one message that Discord takes", (look) => {
  const field = fc.record({ name: hostileText, value: hostileText });
  fc.assert(
    fc.property(
      fc.array(hostileCard, { maxLength: 10 }),
      fc.record({
        title: hostileText,
        text: hostileText,
        fields: fc.array(field, { maxLength: 6 }),
        footer: hostileText,
      }),
      fc.constantFrom(...locales),
      (cards, said, locale) => {
        const [message] = renderPage(draft(cards, look, said), locale);
        const { files: _, embeds: __, ...body } = JSON.parse(JSON.stringify(message));
        expect(messageViolations(body)).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});
