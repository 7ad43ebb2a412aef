// The line of a whole server: how digests of the compact look are written in each of its channels that has no line of its own.
import { reply } from "../../src/language/reply.ts";
import { serverSettingsId } from "../../src/language/server-settings.ts";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import { unsetChannel } from "../../src/records/channel-settings.ts";
import { UserError } from "../../src/records/errors.ts";
import type { Reply } from "../../src/records/reply.ts";
import { changeSettings } from "./read.ts";
import { settingsWords } from "./words.ts";

/** Sets it, or unsets it by a word such as `off`. Throws UserError for who may not manage the server, and for a line that can't be used. */
export async function changeServerLine(
  { args, channel, asker }: CommandRequest,
  { store }: Pick<CommandDesk, "store">,
): Promise<Reply> {
  const id = serverSettingsId(channel);
  if (id === null || asker.mayManageServer !== true) throw notForServer();
  const before = (await store.channelSettings([id])).get(id) ?? unsetChannel;
  const after = changeSettings(before, { line: args.serverline ?? "" }, channel.platform);
  await store.saveChannelSettings(id, after);
  const words = settingsWords[channel.locale];
  return reply({ title: words.saved, fields: [{ name: words.serverLine, value: after.template ?? words.none }] });
}

function notForServer(): UserError {
  return new UserError("not-for-server", {
    en: "Only those who may manage the server (Manage Server) can set a line for all its channels. For this channel alone: /settings line",
    "zh-TW": "只有可以管理伺服器的人（「管理伺服器」權限）能替所有頻道設定格式。只改這個頻道請用 /設定 格式。",
    "zh-CN": "只有可以管理服务器的人（“管理服务器”权限）能为所有频道设置格式。只改这个频道请用 /设置 格式。",
    ja: "すべてのチャンネルの書式を決められるのは、サーバーを管理できる人（「サーバー管理」の権限）だけです。このチャンネルだけなら /設定 書式 をお使いください。",
    ko: "모든 채널의 형식은 서버를 관리할 수 있는 사람(‘서버 관리하기’ 권한)만 정할 수 있습니다. 이 채널만 바꾸려면 ‘/설정 형식’을 써 주세요.",
    th: "เฉพาะผู้ที่จัดการเซิร์ฟเวอร์ได้ (สิทธิ์จัดการเซิร์ฟเวอร์) เท่านั้นที่ตั้งบรรทัดให้ทุกห้องได้ ถ้าเฉพาะห้องนี้ ใช้ /ตั้งค่า บรรทัด",
  });
}
