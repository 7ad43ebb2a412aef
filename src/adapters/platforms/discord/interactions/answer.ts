// Asks the desk what an interaction asks, and answers within Discord's three seconds: with the reply, or with "later".
import { InteractionContextType, InteractionResponseType, MessageFlags } from "discord.js";
import type { DrawnPicture } from "../../../../ports/pictures.ts";
import type { Locale } from "../../../../records/channel.ts";
import type { Question } from "../../../../records/question.ts";
import type { Reply } from "../../../../records/reply.ts";
import { renderPage } from "../page.ts";
import { type DiscordReply, renderReply } from "../render.ts";
import type { AnswerMessage, Responder } from "../responder.ts";
import { withShortTexts } from "./long-questions.ts";
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
  const { locale } = question.channel;
  const isDeferred = await isStillPending(answering, parts.deferAfterMs);
  const isTurning = turnsPage(asked, interaction);
  // Who sees a late answer must be said before it is known, and each may be a draft or a refusal that is its asker's alone.
  if (isDeferred) await (isTurning ? deferUpdate(responder) : deferPrivately(responder));
  const { reply: answered, picture } = await answering;
  const shown = isDeferred || !isForAll(asked, interaction) ? toShare(answered, locale) : answered;
  const reply = { ...shown, choices: await withShortTexts(shown.choices, parts.cache) };
  const isPage = reply.preview !== undefined || (isTurning && standsOnPage(interaction));
  const [first, ...others] = isPage ? renderPage(reply, locale) : renderReply(reply, locale, picture);
  // Who sees what stands where "later" stood was said with that, and an edit can't change it.
  if (first && isDeferred) await responder.editOriginal(answerMessage(first, false));
  else if (first)
    await say(answerMessage(first, reply.isPrivate), responder, { isTurning, isContinued: others.length > 0 });
  for (const message of others) await responder.followUp(answerMessage(message, reply.isPrivate));
}

/** Says it to the asker alone. */
export const tellPrivately = (text: string, responder: Responder): Promise<void> =>
  responder.respond({
    response: {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { content: text, flags: MessageFlags.Ephemeral },
    },
  });

const deferPrivately = (responder: Responder): Promise<void> =>
  responder.respond({
    response: {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: { flags: MessageFlags.Ephemeral },
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
  return ask.form === "command" ? ask.args.draft !== undefined : /\s(?:page:\d+$|(?:draft|rest):\S)/.test(ask.text);
}

/**
 * What managers change concerns the channel, and with the bot one is alone. Elsewhere what one reader asks is shown to that reader: forty
 * people's searches would fill a server's channel, and a conversation of others is theirs.
 */
const isForAll = ({ command }: Asked, { context }: AskedInteraction): boolean =>
  command?.access === "managers" || context === InteractionContextType.BotDM;

/** For the asker, who may show it to all unless it is private by itself. */
const toShare = (reply: Reply, locale: Locale): Reply =>
  reply.isPrivate ? reply : { ...reply, isPrivate: true, choices: [...reply.choices, shareChoice(locale)] };

/** Components that stand alone can't be made anything else. */
const standsOnPage = (interaction: AskedInteraction): boolean =>
  "message" in interaction && ((interaction.message?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;

function answerMessage({ files, embeds, flags, ...message }: DiscordReply, isPrivate: boolean): AnswerMessage {
  const allFlags = (flags ?? 0) | (isPrivate ? MessageFlags.Ephemeral : 0);
  const attachments = files.map(({ description }, index) => ({
    id: String(index),
    ...(description !== undefined && { description }),
  }));
  return {
    body: {
      ...message,
      ...(flags === undefined && { embeds }),
      ...(attachments.length > 0 && { attachments }),
      allowed_mentions: { parse: [] },
      ...(allFlags !== 0 && { flags: allFlags }),
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
