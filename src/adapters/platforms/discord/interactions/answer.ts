// Asks the desk what an interaction asks, and answers within Discord's three seconds: with the reply, or with "later".
import { InteractionResponseType, MessageFlags } from "discord.js";
import type { DrawnPicture } from "../../../../ports/pictures.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Question } from "../../../../records/question.ts";
import type { Reply } from "../../../../records/reply.ts";
import { type DiscordReply, renderReply } from "../render.ts";
import type { AnswerMessage, Responder } from "../responder.ts";
import type { InteractionParts } from "./parts.ts";
import { type Asked, type AskedInteraction, questionOf } from "./question.ts";
import { shareChoice } from "./share.ts";

/** Answers with a new message, or several. Throws what discord.js throws when Discord takes no answer. */
export async function answerAsked(
  asked: Asked,
  interaction: AskedInteraction,
  responder: Responder,
  parts: InteractionParts,
): Promise<void> {
  const question = questionOf(interaction, asked);
  if (question === null) return;
  const answering = answerWithPicture(question, parts);
  const isDeferred = await isStillPending(answering, parts.deferAfterMs);
  const isTurning = turnsPage(asked, interaction);
  // Who sees a late answer must be said before it is known: what managers change concerns the channel, all else its asker.
  if (isDeferred) await (isTurning ? deferUpdate(responder) : defer(responder, asked.command?.access !== "managers"));
  const { reply: answered, picture } = await answering;
  const reply = sparingly(answered, asked, interaction, question.channel.locale);
  const [first, ...others] = renderReply(reply, question.channel.locale, picture);
  // Who sees what stands where "later" stood was said with that, and an edit can't change it.
  if (first && isDeferred) await responder.editOriginal(answerMessage(first, false));
  else if (first)
    await say(answerMessage(first, reply.isPrivate), responder, { isTurning, isContinued: others.length > 0 });
  for (const message of others) await responder.followUp(answerMessage(message, reply.isPrivate));
}

const defer = (responder: Responder, isPrivate: boolean): Promise<void> =>
  responder.respond({
    response: {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      ...(isPrivate ? { data: { flags: MessageFlags.Ephemeral } } : {}),
    },
    isContinued: true,
  });

const deferUpdate = (responder: Responder): Promise<void> =>
  responder.respond({ response: { type: InteractionResponseType.DeferredMessageUpdate }, isContinued: true });

const say = (
  { body, files }: AnswerMessage,
  responder: Responder,
  { isTurning, isContinued }: { readonly isTurning: boolean; readonly isContinued: boolean },
): Promise<void> =>
  responder.respond({
    response: {
      type: isTurning ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource,
      data: body,
    },
    files,
    isContinued,
  });

/** Who turns the pages of a private answer, or chooses from its menus, has one message, not one a press. */
function turnsPage({ ask }: Asked, interaction: AskedInteraction): boolean {
  const message = "message" in interaction ? interaction.message : undefined;
  const isSeenByOne = ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (!isSeenByOne || ask.form === "message") return false;
  return ask.form === "command" ? ask.args.draft !== undefined : /\s(?:page:\d+$|draft:\S)/.test(ask.text);
}

/** On a server, what one reader asks is shown to that reader, who may share it: forty people's searches would fill the channel. */
function sparingly(reply: Reply, { command }: Asked, interaction: AskedInteraction, locale: Locale): Reply {
  const staysAsItIs = reply.isPrivate || interaction.guild_id === undefined || command?.access === "managers";
  if (staysAsItIs) return reply;
  return { ...reply, isPrivate: true, choices: [...reply.choices, shareChoice(locale)] };
}

function answerMessage({ files, ...message }: DiscordReply, isPrivate: boolean): AnswerMessage {
  const attachments = files.map(({ description }, index) => ({
    id: String(index),
    ...(description !== undefined && { description }),
  }));
  return {
    body: {
      ...message,
      ...(attachments.length > 0 && { attachments }),
      allowed_mentions: { parse: [] },
      ...(isPrivate && { flags: MessageFlags.Ephemeral }),
    },
    files,
  };
}

async function answerWithPicture(
  question: Question,
  { answer, pictures }: InteractionParts,
): Promise<{ readonly reply: Reply; readonly picture: DrawnPicture | null }> {
  const reply = await answer(question);
  return { reply, picture: reply.picture && (await pictures.draw(reply.picture)) };
}

async function isStillPending(answering: Promise<unknown>, afterMs: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<true>();
  const timer = setTimeout(() => resolve(true), afterMs);
  try {
    return await Promise.race([answering.then(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}
