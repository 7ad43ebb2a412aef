import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messageViolations } from "../../../../test/fakes/discord-limits.ts";
import { card } from "../../../../test/fakes/editions.ts";
import { hostileCard, hostileText as text } from "../../../../test/fakes/hostile.ts";
import { aChart, bluePixel } from "../../../../test/fakes/pictures.ts";
import { locales } from "../../../records/channel.ts";
import type { Reply } from "../../../records/reply.ts";
import type { DiscordMessage } from "./message.ts";
import { type DiscordReply, renderReply } from "./render.ts";

const reply: Reply = {
  title: "",
  text: "Hello",
  cards: [],
  wanted: [],
  fields: [],
  choices: [],
  footer: "",
  menus: [],
  picture: null,
  isPrivate: false,
};

const isRefused = (messages: readonly (DiscordMessage & Partial<Pick<DiscordReply, "files">>)[]) =>
  messages.flatMap(({ files = [], ...message }) =>
    messageViolations({
      ...message,
      attachments: files.map(({ description = "" }) => ({ description })),
      fileNames: files.map(({ name = "" }) => name),
    }),
  );
const embedsOf = (messages: readonly DiscordMessage[]) => messages.flatMap(({ embeds }) => embeds);

describe("a reply", () => {
  it("with more fields than an embed holds shows them all", () => {
    const fields = Array.from({ length: 60 }, (_, index) => ({ name: `source ${index}`, value: "v".repeat(200) }));
    const messages = renderReply({ ...reply, fields }, "en", null);
    expect(
      embedsOf(messages)
        .flatMap((embed) => embed.fields ?? [])
        .map(({ name }) => name),
    ).toEqual(fields.map(({ name }) => name));
    expect(isRefused(messages)).toEqual([]);
  });

  it("offers each choice once, under the last message, and none whose command does not fit a button", () => {
    const choices = [
      { label: "Newest", text: "/latest" },
      { label: "Again", text: "/latest" },
      { label: "Long", text: `/search ${"a".repeat(100)}` },
      { label: "", text: "/help" },
    ];
    const [message] = renderReply({ ...reply, choices }, "en", null);
    expect(message?.components).toMatchObject([
      {
        components: [
          { custom_id: "/latest", label: "Again" },
          { custom_id: "/help", label: "/help" },
        ],
      },
    ]);
  });

  it("shows its picture in the first message, attached with what it shows in words", () => {
    const fields = Array.from({ length: 60 }, (_, index) => ({ name: `source ${index}`, value: "v".repeat(200) }));
    const messages = renderReply({ ...reply, fields, picture: aChart }, "zh-TW", bluePixel);
    const [first, ...others] = messages;
    expect(first?.files).toEqual([{ name: "picture.png", data: bluePixel.png, description: aChart.alt }]);
    expect(embedsOf(messages).map(({ image }) => image?.url)).toEqual([
      "attachment://picture.png",
      ...embedsOf(messages)
        .slice(1)
        .map(() => undefined),
    ]);
    expect(others.flatMap(({ files }) => files)).toEqual([]);
  });

  it("whose picture could not be drawn says the same in words", () => {
    const [message] = renderReply({ ...reply, picture: aChart }, "zh-TW", null);
    expect(message).toMatchObject({ embeds: [{ description: "Hello" }], files: [] });
    expect(JSON.stringify(message)).not.toContain("attachment:");
  });

  it("of nothing but blanks is still an answer", () => {
    expect(isRefused(renderReply({ ...reply, text: " \u0000 ", title: "\n" }, "en", null))).toEqual([]);
    const fields = [{ name: "found", value: "" }];
    expect(isRefused(renderReply({ ...reply, text: " ".repeat(5000), fields }, "en", null))).toEqual([]);
  });
});

const anyReply: fc.Arbitrary<Reply> = fc.record({
  title: text,
  text,
  cards: fc.array(hostileCard, { maxLength: 12 }),
  wanted: fc.array(text, { maxLength: 3 }),
  fields: fc.array(fc.record({ name: text, value: text }), { maxLength: 40 }),
  choices: fc.array(fc.record({ label: text, text }), { maxLength: 30 }),
  footer: text,
  menus: fc.array(
    fc.record({
      label: text,
      text: fc.string({ maxLength: 120, minLength: 1 }),
      options: fc.oneof(
        fc.constant("channels" as const),
        fc.array(fc.record({ label: text, value: text, isChosen: fc.boolean() }), { maxLength: 40 }),
      ),
      most: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 4 },
  ),
  picture: fc.option(text.map((alt) => ({ ...aChart, alt }))),
  isPrivate: fc.boolean(),
});

it("any reply, in any language, is one that Discord takes", () => {
  fc.assert(
    fc.property(anyReply, fc.constantFrom(...locales), (hostile, locale) => {
      expect(isRefused(renderReply(hostile, locale, hostile.picture && bluePixel))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("what was looked for stands in bold in the lede, whatever script it was typed in, and the rest as published", () => {
  const found = { ...card, lede: "新的*軟體*上市，搭計程車去" };
  const [message] = renderReply({ ...reply, cards: [found], wanted: ["软件", "出租车"] }, "zh-TW", null);
  expect(message?.embeds.at(-1)?.description).toContain("新的\\***軟體**\\*上市，搭**計程車**去");
});
