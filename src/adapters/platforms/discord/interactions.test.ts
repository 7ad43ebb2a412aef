import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  InteractionContextType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from "discord.js";
import { describe, expect, it } from "vitest";
import { latest, reply } from "../../../../test/conformance/discord-samples.ts";
import { fakeClock } from "../../../../test/fakes/clock.ts";
import { memoryCache } from "../../../../test/fakes/memory-cache.ts";
import { fakePictures } from "../../../../test/fakes/pictures.ts";
import type { Command } from "../../../ports/command.ts";
import type { HalfTyped } from "../../../ports/platform.ts";
import type { Question } from "../../../records/question.ts";
import type { Reply } from "../../../records/reply.ts";
import { answerInteraction } from "./interactions.ts";
import type { FirstAnswer } from "./responder.ts";

const sources: Command = {
  ...latest,
  name: "sources",
  subcommands: { argument: "action", list: [{ ...latest, name: "add" }] },
  readText: (rest) => ({ action: rest }),
};

/** The interaction as Discord sends it, but for what no answer depends on. */
const interaction = (type: InteractionType, data: unknown, more: object = {}) =>
  ({
    message: { content: "", embeds: [], flags: 0 },
    id: "1",
    application_id: "2",
    token: "token",
    type,
    data,
    channel: { id: "7", type: 0 },
    user: { id: "8", username: "reader", global_name: null },
    locale: "ja",
    authorizing_integration_owners: {},
    ...more,
  }) as unknown as Parameters<typeof answerInteraction>[0];

const clock = fakeClock(0);
const cache = memoryCache(clock);

/** What the desk was asked, and what it answered first. */
async function happen(type: InteractionType, data: unknown, more: object = {}, answered: Reply = reply) {
  const questions: Question[] = [];
  const first: FirstAnswer[] = [];
  const halfTypeds: HalfTyped[] = [];
  const refuse = () => Promise.reject(new Error("nothing more is said"));
  await answerInteraction(
    interaction(type, data, more),
    { respond: async (answer) => void first.push(answer), editOriginal: refuse, followUp: refuse },
    {
      commands: [latest, sources],
      answer: async (question) => {
        questions.push(question);
        return answered;
      },
      suggest: async (halfTyped) => {
        halfTypeds.push(halfTyped);
        return [
          { label: "港都日報 · harbour", value: "harbour" },
          { label: "again", value: "harbour" },
          { label: "too long", value: "x".repeat(101) },
          ...Array.from({ length: 40 }, (_, index) => ({ label: "", value: `source-${index}` })),
        ];
      },
      ...{ pictures: fakePictures(), cache },
      deferAfterMs: 60_000,
    },
  );
  return { asks: questions.map(({ ask }) => ask), questions, halfTypeds, first: first.map(({ response }) => response) };
}

it("a question too long for a button is asked by the button all the same, for a week", async () => {
  const text = `/latest ${"harbour ".repeat(40)}page:2`;
  const long = { ...reply, choices: [{ label: "More", text }] };
  const data = { type: 1, name: "latest" };
  const direct = { context: InteractionContextType.BotDM };
  const { first } = await happen(InteractionType.ApplicationCommand, data, direct, long);
  const [, id = ""] = /"custom_id":"([^"]*)"/.exec(JSON.stringify(first)) ?? [];
  expect(id.length).toBeLessThanOrEqual(100);
  const message = { content: "", embeds: [], flags: toOne };
  const pressed = await happen(InteractionType.MessageComponent, button(id), { message });
  expect(pressed).toMatchObject({
    asks: [{ form: "text", text }],
    first: [{ type: InteractionResponseType.UpdateMessage }],
  });
  clock.advance(8 * 24 * 3_600_000);
  const late = await happen(InteractionType.MessageComponent, button(id));
  expect(late).toMatchObject({
    asks: [],
    first: [{ data: { content: expect.stringContaining("1週間"), flags: toOne } }],
  });
});

it("a chosen subcommand is one of the command's arguments, beside its own options", async () => {
  const options = [{ type: 1, name: "add", options: [{ type: 3, name: "url", value: "https://news.example" }] }];
  const { asks } = await happen(InteractionType.ApplicationCommand, { type: 1, name: "sources", options });
  expect(asks).toEqual([{ form: "command", command: "sources", args: { action: "add", url: "https://news.example" } }]);
});

it("what a reader picks from a list ends the question that the list begins", async () => {
  const data = { component_type: ComponentType.StringSelect, custom_id: "/latest from", values: ["harbour", "strait"] };
  const { asks, first } = await happen(InteractionType.MessageComponent, data);
  expect(asks).toEqual([{ form: "text", text: "/latest from harbour strait" }]);
  expect(first).toMatchObject([{ type: InteractionResponseType.ChannelMessageWithSource }]);
});

it("what is asked in a thread names the channel that it is a thread of, and no other channel its category", async () => {
  const pressIn = async (channel: object) => {
    const data = { component_type: ComponentType.Button, custom_id: "/more x" };
    const { questions } = await happen(InteractionType.MessageComponent, data, { channel, ...onServer });
    return questions[0];
  };
  expect(await pressIn({ id: "51", type: 11, parent_id: "50" })).toMatchObject({
    ...{ channel: { id: "discord:51", server: "5" }, form: "thread" },
    parent: { id: "discord:50", platform: "discord", address: "50", server: "5" },
  });
  const news = await pressIn({ id: "7", type: 5, parent_id: "1" });
  expect(news).toMatchObject({ channel: { id: "discord:7" }, form: "announcement" });
  expect(news).not.toHaveProperty("parent");
});

it.each([
  ["16", true, false],
  ["32", false, true],
  ["8", true, true],
])(
  "of who has the permissions %s is known whether the channel and the server are theirs to manage",
  async (permissions, mayManage, mayManageServer) => {
    const member = { user: { id: "8", username: "reader", global_name: null }, permissions };
    const data = { component_type: ComponentType.Button, custom_id: "/latest" };
    const { questions } = await happen(InteractionType.MessageComponent, data, { member, guild_id: "5" });
    expect(questions).toMatchObject([{ asker: { mayManage, mayManageServer } }]);
  },
);

it("an option typed in a thread is completed for the thread's channel", async () => {
  const data = { type: 1, name: "latest", options: [{ type: 3, name: "source", value: "", focused: true }] };
  const { halfTypeds } = await happen(InteractionType.ApplicationCommandAutocomplete, data, {
    channel: { id: "51", type: 11, parent_id: "50" },
  });
  expect(halfTypeds).toMatchObject([{ channel: { id: "discord:51" }, parent: { id: "discord:50" } }]);
});

it.each([
  [0, "16", "text"],
  [5, "16", "announcement"],
  [15, "16", "forum"],
  [16, "16", "forum"],
  [11, "16", "thread"],
  [0, "2048", "denied"],
  [15, undefined, "denied"],
])("a channel of type %i, picked with the permissions %s, is posted to as %s", async (type, permissions, form) => {
  const data = {
    ...{ component_type: ComponentType.ChannelSelect, custom_id: "/latest draft:x where", values: ["99"] },
    resolved: { channels: { 99: { id: "99", type, permissions } } },
  };
  const { asks } = await happen(InteractionType.MessageComponent, data);
  expect(asks).toEqual([{ form: "text", text: `/latest draft:x where 99 ${form}` }]);
});

it("the filled fields of a form are arguments beside those that its question holds, and empty ones are not given", async () => {
  const field = (custom_id: string, value: string) => ({
    type: ComponentType.Label,
    component: { type: ComponentType.TextInput, custom_id, value },
  });
  const components = [
    { type: ComponentType.TextDisplay },
    field("url", "https://news.example"),
    field("name", ""),
    { type: ComponentType.ActionRow, components: [{ type: ComponentType.TextInput, custom_id: "tag", value: "sea" }] },
  ];
  const { asks } = await happen(InteractionType.ModalSubmit, { custom_id: "/sources add", components });
  expect(asks).toEqual([
    { form: "command", command: "sources", args: { action: "add", url: "https://news.example", tag: "sea" } },
  ]);
});

it("an option that is being typed is answered with 25 choices at most that Discord takes, beside what is filled in", async () => {
  const options = [
    { type: 3, name: "source", value: "ha", focused: true },
    { type: 3, name: "page", value: "2" },
  ];
  const data = { type: 1, name: "latest", options };
  const { asks, first, halfTypeds } = await happen(InteractionType.ApplicationCommandAutocomplete, data);
  expect(asks).toEqual([]);
  expect(halfTypeds).toMatchObject([{ command: "latest", option: "source", typed: "ha", args: { page: "2" } }]);
  const [{ data: { choices = [] } = {} } = {}] = first as { data?: { choices?: { name: string; value: string }[] } }[];
  expect(choices).toHaveLength(25);
  expect(choices[0]).toEqual({ name: "again", value: "harbour" });
  expect(choices[1]).toEqual({ name: "source-0", value: "source-0" });
});

it("an option of a subcommand that is being typed is known by its name", async () => {
  const options = [{ type: 1, name: "add", options: [{ type: 3, name: "url", value: "news", focused: true }] }];
  const data = { type: 1, name: "sources", options };
  const { halfTypeds } = await happen(InteractionType.ApplicationCommandAutocomplete, data);
  expect(halfTypeds).toMatchObject([{ command: "sources", option: "url", typed: "news", args: { action: "add" } }]);
});

const onServer = {
  guild_id: "5",
  authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: "5" },
  member: { permissions: "0", user: { id: "8", username: "reader", global_name: null } },
};
const toOne = MessageFlags.Ephemeral;
const button = (custom_id: string) => ({ component_type: ComponentType.Button, custom_id });

const latestAsked = { type: 1, name: "latest" };

it("between a reader and the bot nobody else is to be spared", async () => {
  const direct = { context: InteractionContextType.BotDM };
  const { first } = await happen(InteractionType.ApplicationCommand, latestAsked, direct);
  expect(first).toMatchObject([{ data: { embeds: [{ title: "Newest" }, {}] } }]);
  expect(JSON.stringify(first)).not.toMatch(/"flags"|"share"/);
});

it("in a conversation of others too, what a reader asks is shown to that reader alone, with a button that shows it to all", async () => {
  const amongOthers = { context: InteractionContextType.PrivateChannel };
  const { first } = await happen(InteractionType.ApplicationCommand, latestAsked, amongOthers);
  expect(first).toMatchObject([{ data: { flags: toOne } }]);
  expect(JSON.stringify(first)).toContain('"custom_id":"share"');
});

describe("on a server", () => {
  it("what a reader asks is shown to that reader alone, with a button that shows it to all", async () => {
    const { first } = await happen(InteractionType.ApplicationCommand, latestAsked, onServer);
    expect(first).toMatchObject([{ data: { flags: toOne } }]);
    expect(JSON.stringify(first)).toContain('"custom_id":"share"');
  });

  it("a shared answer is what its reader saw, without Discord's own additions and the button", async () => {
    const embed = {
      title: "新橋",
      url: "https://news.example/a",
      thumbnail: { url: "https://a.example/b.png", width: 9 },
    };
    const row = { type: ComponentType.ActionRow, components: [button("/latest page:2"), button("share")] };
    const message = { content: "", embeds: [{ ...embed, type: "rich" }], flags: toOne, components: [row] };
    const { first, asks } = await happen(InteractionType.MessageComponent, button("share"), { ...onServer, message });
    expect(asks).toEqual([]);
    expect(first).toEqual([
      {
        type: InteractionResponseType.ChannelMessageWithSource,
        data: {
          content: "",
          embeds: [{ title: "新橋", url: embed.url, thumbnail: { url: "https://a.example/b.png" } }],
          components: [{ ...row, components: [button("/latest page:2")] }],
          allowed_mentions: { parse: [] },
        },
      },
    ]);
  });

  it("the pages of a private answer turn in its place, those of a shared one are answered privately", async () => {
    const next = button("/latest page:2");
    const turn = async (flags: number) => {
      const message = { content: "", embeds: [], flags };
      return (await happen(InteractionType.MessageComponent, next, { ...onServer, message })).first;
    };
    expect(await turn(toOne)).toMatchObject([{ type: InteractionResponseType.UpdateMessage }]);
    expect(await turn(0)).toMatchObject([
      { type: InteractionResponseType.ChannelMessageWithSource, data: { flags: toOne } },
    ]);
  });
});

it.each([
  ["a menu that the desk does not offer", InteractionType.ApplicationCommand, { type: ApplicationCommandType.Message }],
  ["Discord's handshake", InteractionType.Ping, undefined],
  ["a kind that Discord adds one day", 99 as InteractionType, {}],
])("%s is left alone", async (_, type, data) => {
  expect(await happen(type, data)).toMatchObject({ asks: [], first: [] });
});

it("a reader without a display name is named as Discord names everybody", async () => {
  const { questions } = await happen(InteractionType.ApplicationCommand, { type: 1, name: "latest" });
  expect(questions).toMatchObject([
    { channel: { address: "7", locale: "ja" }, asker: { id: "8", name: "reader", mayManage: true } },
  ]);
});
