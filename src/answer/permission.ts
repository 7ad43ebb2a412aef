// Who may change what a channel gets. Where the platform tells nothing of roles: anyone, not too often, and for all to see.
import { shownName } from "../language/asker-name.ts";
import type { Cache } from "../ports/cache.ts";
import type { Access } from "../ports/command.ts";
import type { Channel, Localized } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import type { Question } from "../records/question.ts";
import type { Reply } from "../records/reply.ts";

const cooldownMs = 10_000;

/** Throws UserError `not-allowed` for who may not manage the channel, `cooldown` where a change was made just before. */
export async function checkPermission(
  access: Access,
  { channel, asker }: Question,
  cache: Cache,
  now: number,
): Promise<void> {
  if (access === "everyone" || asker.mayManage === true) return;
  if (asker.mayManage === false) throw notAllowed();
  const until = await cache.get<number>(cooldownKey(channel));
  if (until !== undefined && until > now) throw coolingDown(Math.ceil((until - now) / 1000));
}

/**
 * The reply with a note of who asked, and the channel's cooldown begun, where anyone may make changes.
 * A private reply stays as it is: it changed nothing that others must know of.
 */
export async function noteChange(
  reply: Reply,
  access: Access,
  { channel, asker }: Question,
  cache: Cache,
  now: number,
): Promise<Reply> {
  if (access === "everyone" || asker.mayManage !== "unknown" || reply.isPrivate) return reply;
  await cache.set(cooldownKey(channel), now + cooldownMs, cooldownMs);
  const name = shownName(asker);
  const note = name === "" ? askedBySomeone[channel.locale] : askedBy[channel.locale](name);
  return { ...reply, footer: [note, reply.footer].filter((line) => line !== "").join("\n") };
}

const cooldownKey = (channel: Channel): string => `cooldown:${channel.id}`;

const askedBy: Localized<(name: string) => string> = {
  en: (name) => `Changed by ${name}`,
  "zh-TW": (name) => `由 ${name} 設定`,
  "zh-CN": (name) => `由 ${name} 设置`,
  ja: (name) => `${name} さんが変更しました`,
  ko: (name) => `${name} 님이 변경했습니다`,
  th: (name) => `แก้ไขโดย ${name}`,
};

const askedBySomeone: Localized = {
  en: "Changed by someone in this chat",
  "zh-TW": "由聊天室成員設定",
  "zh-CN": "由聊天室成员设置",
  ja: "このトークのメンバーが変更しました",
  ko: "이 대화방의 참여자가 변경했습니다",
  th: "แก้ไขโดยสมาชิกในห้องนี้",
};

function notAllowed(): UserError {
  return new UserError("not-allowed", {
    en: "Only those who may manage this channel can change that. Ask one of them.",
    "zh-TW": "只有可以管理此頻道的人能更改這項設定，請找管理員幫忙。",
    "zh-CN": "只有可以管理此频道的人能更改这项设置，请找管理员帮忙。",
    ja: "これを変更できるのは、このチャンネルを管理できる人だけです。管理者に頼んでください。",
    ko: "이 채널을 관리할 수 있는 사람만 바꿀 수 있습니다. 관리자에게 부탁해 주세요.",
    th: "เฉพาะผู้ที่จัดการห้องนี้ได้เท่านั้นที่เปลี่ยนได้ ลองขอให้ผู้ดูแลช่วย",
  });
}

function coolingDown(seconds: number): UserError {
  return new UserError("cooldown", {
    en: `Something was changed here just now. Try again in ${seconds === 1 ? "1 second" : `${seconds} seconds`}.`,
    "zh-TW": `剛剛才更改過設定，請 ${seconds} 秒後再試。`,
    "zh-CN": `刚刚才更改过设置，请 ${seconds} 秒后再试。`,
    ja: `設定は変更されたばかりです。${seconds} 秒後にもう一度お試しください。`,
    ko: `방금 설정이 변경되었습니다. ${seconds}초 뒤에 다시 시도해 주세요.`,
    th: `เพิ่งมีการเปลี่ยนแปลงที่นี่ ลองใหม่ในอีก ${seconds} วินาที`,
  });
}
