// A source as people name it: by its id, its name, or a part of either: cna is cna-world and cna-life.
import { UserError } from "../records/errors.ts";
import type { Query } from "../records/query.ts";
import type { Source } from "../records/source.ts";
import { foldText } from "./fold.ts";

/**
 * The sources meant: the one of that id, or all feeds of the publisher of that name; the first part of ids or a part of a name is enough
 * when only one publisher has it. At least one. Throws UserError that lists the names.
 */
export function findSources(sources: readonly Source[], typed: string): readonly Source[] {
  const found = similarSources(sources, typed);
  if (distinctNames(found).length === 1) return found;
  throw unknownSource(typed.slice(0, 40), found.length > 0 ? found : sources);
}

/** Whether `findSources` finds what is typed. */
export function isSourceName(sources: readonly Source[], typed: string): boolean {
  return distinctNames(similarSources(sources, typed)).length === 1;
}

/** Throws UserError for a source that a query asks for and nobody is called like; one that is left out hides nothing. */
export function refuseUnknownSources({ clauses }: Pick<Query, "clauses">, sources: readonly Source[]): void {
  for (const { kind, text } of clauses.flat())
    if (kind === "source" && similarSources(sources, text).length === 0)
      throw unknownSource(text.slice(0, 40), sources);
}

function similarSources(sources: readonly Source[], typed: string): readonly Source[] {
  const wanted = foldText(typed.trim());
  const ofId = sources.filter(({ id }) => id === wanted);
  const ofName = sources.filter(({ name }) => foldText(name) === wanted);
  const ofFamily = sources.filter(({ id }) => id.startsWith(`${wanted}-`));
  const similar = sources.filter(({ name }) => wanted !== "" && foldText(name).includes(wanted));
  return [ofId, ofName, ofFamily, similar].find((some) => some.length > 0) ?? [];
}

/** The one source meant, to be changed: of a publisher's several feeds, its id must be given. Throws UserError that lists names or ids. */
export function findSource(sources: readonly Source[], typed: string): Source {
  const [source, ...others] = findSources(sources, typed);
  if (source !== undefined && others.length === 0) return source;
  throw severalFeeds(typed.slice(0, 40), [source, ...others].flatMap((found) => found?.id ?? []).slice(0, 20));
}

/** A publisher's name once, however many feeds it has. */
const distinctNames = (sources: readonly Pick<Source, "name">[]): readonly string[] => [
  ...new Set(sources.map(({ name }) => name)),
];

/** The publisher's name as readers know it; the id for a source that the operator has removed. */
export function sourceName(sources: readonly Source[], id: string): string {
  return sources.find((source) => source.id === id)?.name ?? id;
}

function unknownSource(typed: string, sources: readonly Source[]): UserError {
  const names = distinctNames(sources).slice(0, 20);
  if (names.length === 0) return noSourceYet(typed);
  return new UserError("unknown-source", {
    en: `I can't tell which source “${typed}” is. Choose one of: ${names.join(", ")}. /sources lists them all.`,
    "zh-TW": `不確定「${typed}」是哪個來源。請從這些選一個：${names.join("、")}。完整清單：/來源`,
    "zh-CN": `不确定“${typed}”是哪个来源。请从这些里选一个：${names.join("、")}。完整列表：/来源`,
    ja: `「${typed}」に当たる配信元を特定できません。次から選んでください：${names.join("、")}。一覧は /配信元`,
    ko: `‘${typed}’이(가) 어느 출처인지 알 수 없습니다. 다음 중에서 골라 주세요: ${names.join(", ")}. 전체 목록: /출처`,
    th: `ไม่แน่ใจว่า “${typed}” คือแหล่งข่าวไหน เลือกจาก: ${names.join(", ")} ดูทั้งหมดได้ที่ /แหล่งข่าว`,
  });
}

function noSourceYet(typed: string): UserError {
  return new UserError("unknown-source", {
    en: `There is no source “${typed}”: none has been added yet. /sources add adds one.`,
    "zh-TW": `沒有「${typed}」這個來源：目前還沒有加入任何來源。用 /來源 新增 可以加入。`,
    "zh-CN": `没有“${typed}”这个来源：目前还没有添加任何来源。用 /来源 添加 可以添加。`,
    ja: `「${typed}」という配信元はありません。配信元はまだ登録されていません。/配信元 追加 で登録できます。`,
    ko: `‘${typed}’(이)라는 출처가 없습니다. 아직 추가된 출처가 없습니다. /출처 추가로 넣을 수 있습니다.`,
    th: `ไม่มีแหล่งข่าว “${typed}” เพราะยังไม่ได้เพิ่มแหล่งข่าวเลย เพิ่มได้ด้วย /แหล่งข่าว เพิ่ม`,
  });
}

function severalFeeds(typed: string, ids: readonly string[]): UserError {
  return new UserError("several-sources", {
    en: `“${typed}” has several feeds. Name one by its id: ${ids.join(", ")}.`,
    "zh-TW": `「${typed}」有好幾個來源，請用代號指定其中一個：${ids.join("、")}。`,
    "zh-CN": `“${typed}”有好几个来源，请用代号指定其中一个：${ids.join("、")}。`,
    ja: `「${typed}」には複数の配信元があります。ID で一つ指定してください：${ids.join("、")}。`,
    ko: `‘${typed}’에는 출처가 여러 개 있습니다. ID로 하나만 지정해 주세요: ${ids.join(", ")}.`,
    th: `“${typed}” มีหลายฟีด ระบุด้วยรหัส: ${ids.join(", ")}`,
  });
}
