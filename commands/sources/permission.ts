// Who may change what all channels of a desk read: whom its operator named, where anybody was.
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import { UserError } from "../../src/records/errors.ts";

/** Throws UserError `not-source-manager` for who is not named, nor asks in a server that is. The operator's own room always may. */
export function refuseOthers({ channel, asker }: CommandRequest, { sourceManagers }: CommandDesk): void {
  const { platform, server } = channel;
  if (sourceManagers === undefined || (platform === "web" && asker.mayManage === true)) return;
  const names = [asker.id, ...(server ? [server] : [])].map((id) => `${platform}:${id}`);
  if (names.some((name) => sourceManagers.includes(name))) return;
  throw new UserError("not-source-manager", {
    en: "The sources are the same for all channels of this desk, and its operator has said who may change them. Ask the operator.",
    "zh-TW": "所有頻道共用同一份新聞來源，只有站方指定的人可以更改，請洽站方。",
    "zh-CN": "所有频道共用同一份新闻来源，只有运营者指定的人可以更改，请联系运营者。",
    ja: "配信元はすべてのチャンネルで共通です。変更できるのは運営者が指定した人だけなので、運営者にお問い合わせください。",
    ko: "뉴스 출처는 모든 채널이 함께 쓰며, 운영자가 지정한 사람만 바꿀 수 있습니다. 운영자에게 문의해 주세요.",
    th: "ทุกช่องใช้แหล่งข่าวชุดเดียวกัน เปลี่ยนได้เฉพาะผู้ที่ผู้ดูแลระบบกำหนดไว้ โปรดติดต่อผู้ดูแลระบบ",
  });
}
