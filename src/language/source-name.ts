// A source as people name it: by its id, its name, or a part of the name.
import { UserError } from "../records/errors.ts";
import type { Source } from "../records/source.ts";
import { foldText } from "./fold.ts";

/** The source meant; a part of a name is enough when only one source has it. Throws UserError that lists the names. */
export function findSource(sources: readonly Source[], typed: string): Source {
  const wanted = foldText(typed.trim());
  const exact = sources.find(({ id, name }) => id === wanted || foldText(name) === wanted);
  if (exact) return exact;
  const similar = sources.filter(({ name }) => wanted !== "" && foldText(name).includes(wanted));
  const [only, another] = similar;
  if (only && !another) return only;
  throw unknownSource(typed.slice(0, 40), similar.length > 0 ? similar : sources);
}

/** The publisher's name as readers know it; the id for a source that the operator has removed. */
export function sourceName(sources: readonly Source[], id: string): string {
  return sources.find((source) => source.id === id)?.name ?? id;
}

function unknownSource(typed: string, sources: readonly Source[]): UserError {
  const names = sources.slice(0, 20).map(({ name }) => name);
  return new UserError("unknown-source", {
    en: `I can't tell which source “${typed}” is. Choose one of: ${names.join(", ")}. /sources lists them all.`,
    "zh-TW": `不確定「${typed}」是哪個來源。請從這些選一個：${names.join("、")}。完整清單：/來源`,
    "zh-CN": `不确定“${typed}”是哪个来源。请从这些里选一个：${names.join("、")}。完整列表：/来源`,
    ja: `「${typed}」に当たる配信元を特定できません。次から選んでください：${names.join("、")}。一覧は /配信元`,
    ko: `‘${typed}’이(가) 어느 출처인지 알 수 없습니다. 다음 중에서 골라 주세요: ${names.join(", ")}. 전체 목록: /출처`,
  });
}
