// Who may change what all channels of a desk read: whom its operator named, where anybody was.
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { Localized } from "../../src/records/channel.ts";
import { UserError } from "../../src/records/errors.ts";

/**
 * Throws UserError `not-source-manager` for who is not named, nor asks in a server that is. Where nobody is named, whoever may manage a
 * channel of the desk may; but anybody manages a direct message with the bot. The operator's own room always may.
 */
export function refuseOthers({ channel, asker }: CommandRequest, { sourceManagers }: CommandDesk): void {
  const { platform, server } = channel;
  if (platform === "web" && asker.mayManage === true) return;
  if (sourceManagers === undefined && (platform !== "discord" || server !== undefined)) return;
  const names = [asker.id, ...(server ? [server] : [])].map((id) => `${platform}:${id}`);
  if (names.some((name) => sourceManagers?.includes(name))) return;
  throw new UserError("not-source-manager", sourceManagers === undefined ? nobodyNamed : othersNamed);
}

const othersNamed: Localized = {
  en: "The sources are the same for all channels of this desk, and its operator has said who may change them. Ask the operator.",
  "zh-TW": "所有頻道共用同一份新聞來源，只有站方指定的人可以更改，請洽站方。",
  "zh-CN": "所有频道共用同一份新闻来源，只有运营者指定的人可以更改，请联系运营者。",
  ja: "配信元はすべてのチャンネルで共通です。変更できるのは運営者が指定した人だけなので、運営者にお問い合わせください。",
  ko: "뉴스 출처는 모든 채널이 함께 쓰며, 운영자가 지정한 사람만 바꿀 수 있습니다. 운영자에게 문의해 주세요.",
  th: "ทุกช่องใช้แหล่งข่าวชุดเดียวกัน เปลี่ยนได้เฉพาะผู้ที่ผู้ดูแลระบบกำหนดไว้ โปรดติดต่อผู้ดูแลระบบ",
};

const nobodyNamed: Localized = {
  en: "The sources are the same for all channels of this desk. From here only those whom its operator names in SOURCE_MANAGERS may change them. In a server where the bot is a member, whoever may manage the channel can.",
  "zh-TW":
    "所有頻道共用同一份新聞來源。在這裡只有站方在 SOURCE_MANAGERS 指定的人可以更改；在機器人所在的伺服器裡，能管理頻道的人就可以更改。",
  "zh-CN":
    "所有频道共用同一份新闻来源。在这里只有运营者在 SOURCE_MANAGERS 中指定的人可以更改；在机器人所在的服务器里，能管理频道的人就可以更改。",
  ja: "配信元はすべてのチャンネルで共通です。ここから変更できるのは、運営者が SOURCE_MANAGERS で指定した人だけです。ボットが参加しているサーバーなら、チャンネルを管理できる人が変更できます。",
  ko: "뉴스 출처는 모든 채널이 함께 씁니다. 여기서는 운영자가 SOURCE_MANAGERS에 지정한 사람만 바꿀 수 있습니다. 봇이 있는 서버에서는 채널을 관리할 수 있는 사람이 바꿀 수 있습니다.",
  th: "ทุกช่องใช้แหล่งข่าวชุดเดียวกัน จากที่นี่เปลี่ยนได้เฉพาะผู้ที่ผู้ดูแลระบบระบุไว้ใน SOURCE_MANAGERS ส่วนในเซิร์ฟเวอร์ที่มีบอตอยู่ ผู้ที่จัดการช่องได้ก็เปลี่ยนได้",
};
