// The headline as a reader wants it: without the site's name, picture labels, decorations and leftovers of markup.
import { clip } from "./clip.ts";
import { newsSpans } from "./dateline.ts";
import { sentenceSpans } from "./sentence.ts";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  middot: "·",
  bull: "•",
  copy: "©",
};

// Names that publishers go by: 中央社 CNA, 法国国际广播电台, The Guardian, BBC News 中文, RFI.
const publisher = new RegExp(
  [
    "^[\\p{L} ]{0,12}(?:通訊社|通讯社|中央社|共同社|新華社|新华社|法新社|路透社?|[網网]|[日晚早時时商週周]報|[日晚早时周]报|新聞|新闻|時報|时报|[電电]台|電視|电视|之[聲声音]|[广廣]播|周刊|週刊|雜誌|杂志|联合早报|ニュース|オンライン|뉴스|일보|신문)(?:\\s?[A-Za-z.]{2,12})?$",
    "^(?:The )?\\p{Lu}[\\w&.' ]*(?:News|Times|Post|Journal|Guardian|Press|Tribune|Herald|Mail|Daily|Magazine|Review|Network|Radio|Online|World|Today|Wire|\\.com|\\.org|\\.net)(?: .{0,12})?$",
    "^(?:(?:สำนักข่าว|หนังสือพิมพ์|ข่าว)[\\p{L}\\p{M} ]{1,16}|ไทยรัฐ|ไทยโพสต์|ไทยพีบีเอส|มติชน|เดลินิวส์|ข่าวสด|แนวหน้า|กรุงเทพธุรกิจ|ประชาไท|ประชาชาติธุรกิจ|ผู้จัดการ|สยามรัฐ|คมชัดลึก|ฐานเศรษฐกิจ)(?: ?ออนไลน์)?$",
    "^(?:RFI|BBC|CNN|DW|NHK|AP|AFP|VOA|RFA|RTHK|CNA|ABC|CBS|NBC|NPR|PBS|CBC|PTS|RTI|WSJ|CGTN|Reuters|Bloomberg|Politico|Vox|Wired|Axios|Yahoo|Al Jazeera|ETtoday|NOWnews|The \\p{Lu}\\w+)(?:[ !].{0,20})?$",
  ].join("|"),
  "u",
);
const pictureWords =
  "影|影音|影片|圖|图|組圖|组图|圖輯|图集|多圖|音|有片|片|視頻|视频|圖文|直播|更新|快訊|快讯|獨家|独家|專訪|专访|專題|速報|動画|写真|画像|영상|동영상|포토|사진|종합|속보|คลิป|ชมคลิป|มีคลิป|ภาพ|วิดีโอ|ไลฟ์สด|video|photos?|gallery|audio|update[ds]?|watch|live|exclusive";
const leadingLabel = new RegExp(
  `^(?:[[【［〔][^[\\]【】［］〔〕]{1,10}[\\]】］〕]|[(（<〈](?:${pictureWords})[)）>〉]|《(?:焦点|焦點|综述|分析|独家|独家新闻|更新|快讯|即时|即時)》)\\s*`,
  "iu",
);
const trailingLabel = new RegExp(
  `\\s*[[【［〔(（<〈](?:${pictureWords})(?:[/／、](?:${pictureWords}))*[\\]】］〕)）>〉]$`,
  "iu",
);
const leadingDecoration = /^(?:[▲△▼▽●○★☆◆◇■□▶►◀→»•·]+|[-–—|｜:：]+(?=\s))\s*/u;
const trailingDecoration = /\s*(?:[▲△▼▽●○★☆◆◇■□▶►◀→«•|｜]+|\s[-–—_]+)$/u;

// Nobody reads further, and the patterns take their time with what a feed may put there: a megabyte of one character.
const longestTitle = 4000;
const longestHeadline = 300;

/**
 * The headline to show: on one line of 300 UTF-16 units at most, never empty when the title or the text is not. Without a title it is the text's first sentence.
 */
export function editHeadline(title: string | null, text: string): string {
  const plain = clip(oneLine(withoutMarkup(title?.slice(0, longestTitle) ?? "")), longestHeadline);
  return stripRepeatedly(plain) || plain || clip(firstSentence(text), longestHeadline);
}

function withoutMarkup(title: string): string {
  // Feeds escape what is escaped already: &amp;quot;
  return decodeEntities(decodeEntities(title))
    .replaceAll(/<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,300})?\/?>/gi, " ")
    .replaceAll(/\\(["'])/g, "$1");
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u3000\s]+/gu, " ")
    .replaceAll(/[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
}

function stripRepeatedly(headline: string): string {
  let stripped = headline;
  for (let before = ""; before !== stripped; ) {
    before = stripped;
    stripped = withoutSiteName(stripped)
      .replace(leadingLabel, "")
      .replace(trailingLabel, "")
      .replace(leadingDecoration, "")
      .replace(trailingDecoration, "")
      .trim();
  }
  return stripped;
}

function withoutSiteName(headline: string): string {
  const [, rest = "", separator = "", site = ""] =
    /^(.*\S)(\s+[-–—_»·]\s+|\s*[|｜]\s*|_)(\S.{0,39})$/u.exec(headline) ?? [];
  const isPipe = /[|｜]/.test(separator);
  if (rest.length >= 2 && (publisher.test(site) || (isPipe && rest.length > 2 * site.length))) return rest;
  const [, front = "", tail = ""] = /^(.{2,16}?)\s[|｜]\s(.{6,})$/u.exec(headline) ?? [];
  return publisher.test(front) ? tail : headline;
}

function firstSentence(text: string): string {
  const [paragraph] = newsSpans(text);
  const [sentence] = paragraph === undefined ? [] : sentenceSpans(text, paragraph);
  return sentence === undefined ? oneLine(text).slice(0, 100) : oneLine(text.slice(sentence.start, sentence.end));
}
