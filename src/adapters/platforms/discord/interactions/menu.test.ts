import { ApplicationCommandType, ButtonStyle, ComponentType } from "discord.js";
import { expect, it } from "vitest";
import { deliveryTo, latest } from "../../../../../test/conformance/discord-samples.ts";
import { plainWords } from "../../../../language/plain-words.ts";
import { linksIn } from "../../../../language/web-address.ts";
import type { Command } from "../../../../ports/command.ts";
import { looksOf } from "../../../../records/look.ts";
import { renderEdition } from "../looks/edition.ts";
import { readMenu } from "./menu.ts";

const allNames = { en: "Read on", "zh-TW": "讀下去", "zh-CN": "读下去", ja: "読む", ko: "읽기", th: "읽기" };
const reading: Command = { ...latest, name: "reading", menu: { names: allNames, readMessage: (text) => ({ text }) } };

/** What a message's menu asks with. */
function askedBy(message: object): string {
  const data = { type: ApplicationCommandType.Message, name: "Read on", target_id: "9" };
  const asked = readMenu(
    { ...data, id: "1", resolved: { messages: { 9: message } } } as unknown as Parameters<typeof readMenu>[0],
    [reading],
  );
  expect(asked?.ask).toMatchObject({ form: "message", command: "reading" });
  return asked !== null && "text" in asked.ask ? asked.ask.text : "";
}

const withEmbed = {
  content: "看這個",
  embeds: [{ title: "高雄新橋", url: "https://news.example/a", description: "通車" }],
};

it("a message's menu asks with all that the message says", () => {
  expect(askedBy(withEmbed)).toBe("看這個\n高雄新橋\nhttps://news.example/a\n通車");
});

it("a message's menu asks with what a forwarded message says", () => {
  const forwarding = { content: "", embeds: [], message_snapshots: [{ message: withEmbed }] };
  expect(askedBy(forwarding)).toBe("看這個\n高雄新橋\nhttps://news.example/a\n通車");
});

it("a message's menu asks with where the message's buttons lead to", () => {
  const button = { type: ComponentType.Button, style: ButtonStyle.Link, url: "https://news.example/b", label: "Read" };
  const text = { type: ComponentType.TextDisplay, content: "高雄輕軌延長" };
  const section = { type: ComponentType.Section, components: [text], accessory: button };
  const row = { type: ComponentType.ActionRow, components: [{ ...button, url: "https://news.example/c" }] };
  const message = {
    content: "",
    embeds: [],
    components: [{ type: ComponentType.Container, components: [section] }, row],
  };
  expect(askedBy(message)).toBe("高雄輕軌延長\nhttps://news.example/b\nhttps://news.example/c");
});

it.each(looksOf.discord)("a message's menu asks with the stories of a digest of the look %s", (look) => {
  const { edition } = deliveryTo("7");
  const [step] = renderEdition(edition, { locale: "en", look, template: null });
  const text = askedBy({ content: "", embeds: [], ...(step?.kind === "message" && step.message) });
  expect(linksIn(text)).toEqual(["https://news.example/ferry"]);
  expect(plainWords(text)).toContain("Ferry line opens everyone rides free");
});
