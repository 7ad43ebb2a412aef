// Asks the desk what an interaction asks, and answers within Discord's three seconds: with the reply, or with "later".
import { InteractionResponseType, MessageFlags } from "discord.js";
import type { DrawnPicture } from "../../../../ports/pictures.ts";
import type { Question } from "../../../../records/question.ts";
import type { Reply } from "../../../../records/reply.ts";
import { type DiscordReply, renderReply } from "../render.ts";
import type { AnswerMessage, Responder } from "../responder.ts";
import type { InteractionParts } from "./parts.ts";
import { type Asked, type AskedInteraction, questionOf } from "./question.ts";

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
  // Who sees a late answer must be said before it is known: what managers change concerns the channel, all else its asker.
  if (isDeferred) await defer(responder, asked.command?.access !== "managers");
  const { reply, picture } = await answering;
  const [first, ...others] = renderReply(reply, question.channel.locale, picture);
  // Who sees what stands where "later" stood was said with that, and an edit can't change it.
  if (first && isDeferred) await responder.editOriginal(answerMessage(first, false));
  else if (first) await say(answerMessage(first, reply.isPrivate), responder, others.length > 0);
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

const say = ({ body, files }: AnswerMessage, responder: Responder, isContinued: boolean): Promise<void> =>
  responder.respond({
    response: { type: InteractionResponseType.ChannelMessageWithSource, data: body },
    files,
    isContinued,
  });

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
