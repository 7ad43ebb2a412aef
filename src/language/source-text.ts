// What people type after /sources: a page, or a source to add or to remove.
import { UserError } from "../records/errors.ts";
import type { Arguments } from "../records/question.ts";
import { readPagedText } from "./page-text.ts";

const verbs = {
  add: /^(?:add|新增|加入|添加|增加|追加|登録|추가|등록)(?:[:：]\s*|\s+|$)/iu,
  remove: /^(?:remove|delete|移除|刪除|删除|取消|削除|삭제|제거)(?:[:：]\s*|\s+|$)/iu,
  list: /^(?:list|列出|清單|列表|一覧|목록)(?=\s|$)/iu,
};
const confirmation = /(?:^|\s)(?:confirm|確認|确认|확인)(?:[:：]\s*(?:yes|y|ok|是|好|對|对|はい|예|네))?(?=\s|$)/iu;

/** A typed line as arguments: `add` or `remove` with what follows and `confirm`, else a page. Throws UserError when nothing follows. */
export function readSourcesText(rest: string): Arguments {
  const line = rest.trim();
  for (const action of ["add", "remove"] as const) {
    if (!verbs[action].test(line)) continue;
    const isConfirmed = confirmation.test(line);
    const what = line.replace(verbs[action], "").replace(confirmation, " ").trim();
    if (what === "") throw nothingNamed(action);
    return { [action]: what, ...(isConfirmed && { confirm: "yes" }) };
  }
  return readPagedText(line.replace(verbs.list, ""), "page");
}

/** Whether an argument such as `yes` or `是` says so. */
export function isYes(text: string | undefined): boolean {
  return confirmation.test(`confirm:${text?.trim() ?? "no"}`);
}

function nothingNamed(action: "add" | "remove"): UserError {
  const what = { add: "https://news.example", remove: "cna" }[action];
  const verb = {
    add: { "zh-TW": "新增", "zh-CN": "添加", ja: "追加", ko: "추가" },
    remove: { "zh-TW": "移除", "zh-CN": "移除", ja: "削除", ko: "삭제" },
  }[action];
  return new UserError("missing-argument", {
    en: `Something is missing. Write it like this: /sources ${action} ${what}`,
    "zh-TW": `少了內容，請像這樣寫：/來源 ${verb["zh-TW"]} ${what}`,
    "zh-CN": `少了内容，请像这样写：/来源 ${verb["zh-CN"]} ${what}`,
    ja: `内容が足りません。次のように書いてください：/配信元 ${verb.ja} ${what}`,
    ko: `내용이 빠졌습니다. 이렇게 써 주세요: /출처 ${verb.ko} ${what}`,
  });
}
