// What people type after /sources: a page, or what is to be done with which source or address.
import type { Locale } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import type { Arguments } from "../records/question.ts";
import { readPagedText } from "./page-text.ts";
import { type Order, typedOrder } from "./source-orders.ts";

/** What needs a source or an address to be named. */
type NamingAction = Exclude<Order, "list">;

// Chinese and Japanese need no space after the word.
const ending = (latinAndHangul: string, others: string): RegExp =>
  new RegExp(`^(?:(?:${latinAndHangul})(?:[:：]\\s*|\\s+|$)|(?:${others})(?:[:：]\\s*|\\s*))`, "iu");

const verbs: Readonly<Record<NamingAction, RegExp>> = {
  add: ending("add|추가|등록|เพิ่ม", "新增|加入|添加|增加|追加|登録"),
  test: ending("test|check|try|테스트|시험|점검|ทดสอบ", "測試|测试|試讀|试读|檢查|检查|テスト"),
  pause: ending(
    "pause|stop|일시\\s?중지|일시\\s?정지|중지|정지|หยุดชั่วคราว|หยุด",
    "暫停|暂停|停止|停用|一時停止|停止|休止",
  ),
  resume: ending("resume|continue|unpause|재개|다시\\s?시작|อ่านต่อ", "恢復|恢复|繼續|继续|重新開始|重新开始|再開"),
  remove: ending("remove|delete|삭제|제거|ลบ", "移除|刪除|删除|取消|削除"),
};
const actions: readonly NamingAction[] = ["add", "test", "pause", "resume", "remove"];
const list = /^(?:list|列出|清單|清单|列表|一覧|목록|รายการ)(?=\s|$)/iu;
const confirmation =
  /(?:^|\s)(?:confirm|確認|确认|확인|ยืนยัน)(?:[:：]\s*(?:yes|y|ok|是|好|對|对|はい|예|네|ใช่))?(?=\s|$)/iu;

/**
 * A typed line as arguments: `action` with the `source` or `address` that follows, and `confirm`; else a page. Throws UserError when
 * nothing follows.
 */
export function readSourcesText(rest: string): Arguments {
  const line = rest.trim();
  const action = actions.find((one) => verbs[one].test(line));
  if (action === undefined) return readPagedText(line.replace(list, ""), "page");
  const isConfirmed = action === "add" && confirmation.test(line);
  const words = line.replace(verbs[action], "");
  const what = (isConfirmed ? words.replace(confirmation, " ") : words).trim();
  if (what === "") throw nothingNamed(action);
  const isAddressed = action === "add" || (action === "test" && looksLikeAddress(what));
  return { action, [isAddressed ? "address" : "source"]: what, ...(isConfirmed && { confirm: "yes" }) };
}

/** Whether an argument such as `yes` or `是` says so. */
export function isYes(text: string | undefined): boolean {
  return confirmation.test(`confirm:${text?.trim() ?? "no"}`);
}

/** With a scheme, or with a host that has dots; a name with spaces is none. */
const looksLikeAddress = (text: string): boolean =>
  /^(?:[a-z][a-z0-9+.-]*:\/\/|feed:)\S+$/i.test(text) ||
  /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[:/?#]\S*)?$/u.test(text);

/** The refusal of an order that tells what is to be done, but not with what. */
export function nothingNamed(action: NamingAction): UserError {
  const typed = (locale: Locale) => typedOrder(action, action === "add" ? "https://news.example" : "cna", locale);
  return new UserError("missing-argument", {
    en: `Something is missing. Write it like this: ${typed("en")}`,
    "zh-TW": `少了內容，請像這樣寫：${typed("zh-TW")}`,
    "zh-CN": `少了内容，请像这样写：${typed("zh-CN")}`,
    ja: `内容が足りません。次のように書いてください：${typed("ja")}`,
    ko: `내용이 빠졌습니다. 이렇게 써 주세요: ${typed("ko")}`,
    th: `ยังขาดเนื้อหา เขียนแบบนี้: ${typed("th")}`,
  });
}
