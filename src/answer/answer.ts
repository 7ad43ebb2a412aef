// A question comes in: read it, check who asks, run the command, and turn whatever goes wrong into a reply.
import { clip } from "../language/clip.ts";
import { reply } from "../language/reply.ts";
import type { Answer } from "../ports/platform.ts";
import type { Localized } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import type { Question } from "../records/question.ts";
import type { Reply } from "../records/reply.ts";
import type { AnswerParts } from "./parts.ts";
import { checkPermission, noteChange } from "./permission.ts";
import { readAsk } from "./read-ask.ts";
import { settledDesk } from "./settled-desk.ts";

/** Answers questions from every platform; it never throws. A fault of the desk is logged, and the asker is told that it was one. */
export function createAnswer(parts: AnswerParts): Answer {
  return async (question) => {
    const startedAt = parts.clock.now();
    const { platform, locale } = question.channel;
    try {
      const answered = await answerQuestion(question, parts, startedAt);
      parts.log.debug("question answered", { platform, ms: parts.clock.now() - startedAt });
      return answered;
    } catch (error) {
      if (error instanceof UserError) {
        parts.log.debug("question refused", { platform, code: error.code });
        return reply({ text: error.texts[locale], isPrivate: true });
      }
      parts.log.error("a question could not be answered", error, { platform });
      return reply({ text: deskFault[locale], isPrivate: true });
    }
  };
}

async function answerQuestion(question: Question, parts: AnswerParts, now: number): Promise<Reply> {
  const { commands, cache } = parts;
  const { asker } = question;
  const sources = await parts.desk.listSources();
  const { timeZone } = parts.desk;
  const { command, args, orElse } = readAsk(question.ask, { commands, sources, timeZone, now });
  const access = command.accessFor?.(args) ?? command.access;
  if (!command.goesOn?.(args)) await checkPermission(access, question, cache, now);
  const { about, desk } = await settledDesk(question, access, { ...parts, sources });
  const answered = await command.run({ ...about, asker, args, now }, desk);
  const offered = orElse === undefined ? answered : withChoice(answered, orElse(about.channel.locale));
  return noteChange(offered, access, question, cache, now);
}

// What LINE shows on a button.
const longestLabel = 20;

const withChoice = (answered: Reply, typed: string): Reply => ({
  ...answered,
  choices: [...answered.choices, { label: clip(typed, longestLabel), text: typed }],
});

const deskFault: Localized = {
  en: "Something went wrong on our side, not with your question. The operator's log has the details. Please try again later.",
  "zh-TW": "系統出了點問題，不是你的指令有誤。詳情已寫入日誌供管理者查看，請稍後再試。",
  "zh-CN": "系统出了点问题，不是你的命令有误。详情已写入日志供管理员查看，请稍后再试。",
  ja: "こちらで問題が起きました。ご質問のせいではありません。詳細は運営者向けのログに記録しました。しばらくしてからもう一度お試しください。",
  ko: "질문이 아니라 시스템에 문제가 생겼습니다. 자세한 내용은 운영자용 로그에 남겼습니다. 잠시 뒤 다시 시도해 주세요.",
  th: "เกิดปัญหาที่ระบบ ไม่ใช่ที่คำสั่งของคุณ รายละเอียดอยู่ในบันทึกของผู้ดูแลระบบ ลองใหม่ภายหลัง",
};
