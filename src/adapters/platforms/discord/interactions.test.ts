import { ApplicationCommandType, ComponentType, InteractionResponseType, InteractionType } from "discord.js";
import { expect, it } from "vitest";
import { latest, reply } from "../../../../test/conformance/discord-samples.ts";
import { fakePictures } from "../../../../test/fakes/pictures.ts";
import type { Command } from "../../../ports/command.ts";
import type { Question } from "../../../records/question.ts";
import { answerInteraction } from "./interactions.ts";
import type { FirstAnswer } from "./responder.ts";

const sources: Command = {
  ...latest,
  name: "sources",
  subcommands: { argument: "action", list: [{ ...latest, name: "add" }] },
  readText: (rest) => ({ action: rest }),
};

/** The interaction as Discord sends it, but for what no answer depends on. */
const interaction = (type: InteractionType, data: unknown) =>
  ({
    id: "1",
    application_id: "2",
    token: "token",
    type,
    data,
    channel: { id: "7", type: 0 },
    user: { id: "8", username: "reader", global_name: null },
    locale: "ja",
  }) as unknown as Parameters<typeof answerInteraction>[0];

/** What the desk was asked, and what it answered first. */
async function happen(type: InteractionType, data: unknown) {
  const questions: Question[] = [];
  const first: FirstAnswer[] = [];
  const refuse = () => Promise.reject(new Error("nothing more is said"));
  await answerInteraction(
    interaction(type, data),
    { respond: async (answer) => void first.push(answer), editOriginal: refuse, followUp: refuse },
    {
      commands: [latest, sources],
      answer: async (question) => {
        questions.push(question);
        return reply;
      },
      pictures: fakePictures(),
      deferAfterMs: 60_000,
    },
  );
  return { asks: questions.map(({ ask }) => ask), questions, first: first.map(({ response }) => response) };
}

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

it("an option that is being typed is answered at once, without asking the desk", async () => {
  const options = [{ type: 3, name: "source", value: "ha", focused: true }];
  const { asks, first } = await happen(InteractionType.ApplicationCommandAutocomplete, {
    type: 1,
    name: "latest",
    options,
  });
  expect(asks).toEqual([]);
  expect(first).toEqual([
    { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } },
  ]);
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
