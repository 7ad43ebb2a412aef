// Which paragraphs are not the article, told by their words: bylines, captions, invitations to read or install something else, copyright lines.
import { isDateLine } from "../../language/dateline/dates.ts";
import type { Paragraph } from "./paragraphs.ts";

/** Patterns for whole paragraphs of at most `longest` characters: bounded, so that no text makes them slow. */
const furniture: readonly { readonly name: string; readonly pattern: RegExp; readonly longest: number }[] = [
  {
    name: "byline (記者王小明／台北報導)",
    longest: 60,
    pattern:
      /^[〔【（(]?(?:特派|實習|駐\p{sc=Han}{2,6})?(?:記者|记者|特派員)\s?\p{sc=Han}{2,4}(?:[、 ]\p{sc=Han}{2,4})*\s?[/／]\s?[^，。]{2,16}[〕】）)]?$/u,
  },
  {
    name: "byline (文／王小明)",
    longest: 40,
    pattern: /^[〔【（(]?(?:文|圖文|撰文|作者|記者|记者)\s?[/／:：|｜][^，。]{2,24}$/,
  },
  {
    name: "byline (國際中心／綜合報導)",
    longest: 30,
    pattern: /^[^，。]{2,10}[/／]\s?[^，。]{0,6}(?:綜合報導|综合报道|綜合報道|報導|报道|外電報導|編譯)$/,
  },
  {
    name: "byline (홍길동 기자 gildong@…) or an address alone",
    longest: 90,
    pattern:
      /^(?:[(（[]?[\p{sc=Hangul}=·, ]{2,24}[)）\]]?\s*(?:기자|특파원|통신원|PD|앵커)(?:\s*[=/]?\s*[\w.+-]{1,40}@[\w.-]{3,40})?|[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3})$/u,
  },
  { name: "call for tips (제보는 …)", longest: 60, pattern: /^(?:제보는|제보하기|기사\s?제보|\([끝계]속?\)$)/ },
  { name: "byline (By …)", longest: 60, pattern: /^(?:by|posted by|written by|words by)\s+\p{Lu}[^.!?]*$/iu },
  {
    name: "editor's credit",
    longest: 60,
    pattern: /^[（(]?(?:責任編輯|责任编辑|責編|责编|核稿編輯|編輯|编辑|審核|校對)\s?[:：／/][^。]*$/,
  },
  { name: "caption (▲圖為…)", longest: 160, pattern: /^[▲▼△▽↑↓]/ },
  {
    name: "picture credit",
    longest: 80,
    pattern:
      /^[（(]?(?:圖|图|圖片|图片|照片|攝影|摄影|影片|資料照|写真|사진|photo|image|credit|picture|图像来源|圖像來源)\s?(?:來源|来源|提供|credits?|courtesy|by|\/AP)?\s?[/／:：，=]/i,
  },
  {
    name: "invitation to read on",
    longest: 120,
    pattern:
      /^[▶►»>→＞★●◆■※☞👉\s【［[《〈「]*(?:延伸閱讀|延伸阅读|推薦閱讀|推荐阅读|相關新聞|相关新闻|相關報導|相关报道|相[关關][阅閱][读讀]|相关图集|更多(?:新聞|報導|相關|文章|精彩|.{0,12}報導)|看更多|請?繼續往下閱讀|请?继续往下阅读|閱讀更多|阅读更多|[你您]可能[也還还]?[會会]?(?:想看|喜歡|喜欢|有興趣)|猜你喜歡|熱門新聞|其他人也在看|原文(?:出處|連結|網址)|あわせて読みたい|関連(?:記事|ニュース)|続きを読む|もっと見る|おすすめ記事|관련\s?기사|더\s?보기|많이\s?본\s?뉴스|추천\s?기사|点击查看本文)/u,
  },
  {
    name: "invitation to read on, in English",
    longest: 160,
    pattern:
      /^(?:(?:read|see|learn|find out|view|show|load)\s+(?:more|also|next|all|full)\b(?:\s*[:：»>…].*)?|also read|more (?:from|on|stories|news)\b.{0,40}|related(?:\s+(?:articles?|stories|posts?|coverage|news|reading|content|links?|topics?))?\s?[:：]?|recommended(?: for you)?|you (?:may|might) also (?:like|enjoy).*|continue reading.*|click here to .*|read the full .*|the post .* (?:first )?appeared (?:first )?on .*|advertisement|sponsored(?: content)?|story continues below.*|\.{3}more|skip (?:to|past) .*|skip .* and continue reading|end of [^.]{1,40})$/i,
  },
  {
    // A report on an app ends as a sentence does; an advert seldom does.
    name: "app advert",
    longest: 100,
    pattern:
      /^(?!.*。$)(?:.*(?:下載.{0,12}APP|APP.{0,6}下載|點我下載|立即下載|不用抽\s?不用搶|加入.{0,12}(?:LINE|好友|粉絲)|訂閱.{0,12}(?:頻道|電子報|YouTube)|追蹤.{0,10}(?:Google\s?News|IG|Instagram|臉書)|下载.{0,8}(?:客户端|APP)|扫码|掃描.{0,6}QR|偏好來源|アプリを?(?:ダウンロード|入手)|앱\s?(?:다운로드|설치))|download (?:our|the) .{0,20}app\b)/i,
  },
  {
    name: "invitation to sign in",
    longest: 90,
    pattern:
      /^(?:立即)?(?:登入|登录|登錄|加入|註冊|注册).{0,4}(?:會員|会员|帳號|账号)|^(?:ログイン|会員登録)(?:して|する|が必要)|^로그인(?:하|이 필요)/,
  },
  {
    name: "consent",
    longest: 200,
    pattern:
      /^(?:請同意|请同意|[當当]您|您使用|繼續瀏覽|继续浏览|本(?:網站|网站)使用|我[們们]使用|当サイト|このサイト|by (?:continuing|using)|we use|this (?:web)?site uses).{0,80}(?:隱私權?|隐私权?|cookie|クッキー)/i,
  },
  { name: "the publisher's notice between stars (☆飲酒過量 有害健康☆)", longest: 60, pattern: /^[☆★][^☆★]+[☆★]$/ },
  {
    name: "forbidding to copy",
    longest: 160,
    pattern:
      /(?=.*(?:版[權权]|著作[權权]|授[權权]|同意|許可|许可|本(?:文|網站|网站|站|新聞|刊)|無断|무단)).*(?:(?:不得|不許|不许|請勿|请勿|嚴禁|严禁|禁止|謝絕|谢绝).{0,8}(?:轉載|转载|重製|翻印|複製|复制|翻攝)|(?:転載|複製).{0,6}禁じ|재배포.{0,3}금지|재배포를\s?금)/,
  },
  {
    name: "copyright line",
    longest: 260,
    pattern:
      /^[\s<＜【（(※*]*(?:©|ⓒ|\(c\)\s|copyright\b|all rights reserved|版權所有|版权所有|版權聲明|版权声明|著作權|著作权|未經.{0,10}(?:授權|許可|同意)|未经.{0,10}(?:授权|许可|同意)|本網站之文字|本文(?:內容|内容).{0,10}(?:著作權|版权)|無断(?:転載|複製)|記事・写真の無断|저작권자|무단\s?전재)/i,
  },
  { name: "notice of a feed maker", longest: 80, pattern: /^(?:获取更多RSS|獲取更多RSS)/ },
  {
    name: "sharing",
    longest: 40,
    pattern:
      /^(?:share(?: (?:this|on|via|with).{0,30})?|(?:分享(?:(?!分享).){0,14})+|tweet|pin it|facebook|twitter|whatsapp|email|print|print (?:article|this page)|copy link|複製連結|复制链接|列印|シェアする(?:help)?|LINEで送る|ツイート|공유(?:하기)?|follow us.*|字級|A[-+＋－]\s?A.*|\d+\s?(?:shares?|comments?|views?|likes?)|\d+ min(?:ute)?s? read)\s?[:：]?$/i,
  },
];

/** Headings that begin a list of other articles: what follows goes too while it is made of links. */
const listHeading =
  /^[▶►»>→＞★●◆■※\s【［[《〈「]*(?:延伸閱讀|延伸阅读|推薦閱讀|推荐阅读|(?:你|您)可能(?:也|還|还)?(?:會|会)?(?:想看|喜歡|喜欢|有興趣)|相關新聞|相关新闻|相關報導|相关报道|相[关關][阅閱][读讀]|更多.{0,16}(?:報導|新聞|文章)|看更多|あわせて読みたい|関連記事|関連ニュース|관련\s?기사|related\b.{0,20}|more (?:on|from)\b.{0,30}|read (?:more|also|next)|see also|further reading|you (?:may|might) also like|recommended)[】］\]》〉」\s:：]*$/i;

/** The article's paragraphs as plain text, one blank line between them. */
export const textOf = (paragraphs: readonly Paragraph[]): string => paragraphs.map(({ text }) => text).join("\n\n");

/** The paragraphs that belong to the article, in order. A long one that comes again, as in a copy for small screens, stays out. */
export function articleParagraphs(paragraphs: readonly Paragraph[]): Paragraph[] {
  const seen = new Set<string>();
  let isInList = false;
  return belowTime(belowHeadline(paragraphs)).filter((paragraph) => {
    if (isLink(paragraph) && (isInList || paragraph.block.source.tag === "p" || isInLinkList(paragraph))) return false;
    isInList = listHeading.test(paragraph.text.slice(0, 60));
    if (isInList || isFurniture(paragraph.text) || seen.has(paragraph.text)) return false;
    if (paragraph.text.length >= shortestRepeat) seen.add(paragraph.text);
    return true;
  });
}

const shortestRepeat = 60;
const mostLinked = 0.8;

const isInLinkList = ({ block }: Paragraph): boolean =>
  block.source.tag === "li" && block.parent !== null && block.parent.linked > block.parent.text * mostLinked;

// An "h1" further down is a heading of the article itself.
const mostAboveHeadline = 0.2;

/** What stands above the headline is the page's, and the headline is no part of the text. */
function belowHeadline(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const headline = paragraphs.findLastIndex(({ block }) => block.source.tag === "h1");
  const length = (part: readonly Paragraph[]): number => part.reduce((sum, { text }) => sum + text.length, 0);
  const above = paragraphs.slice(0, headline + 1);
  return length(above) < length(paragraphs) * mostAboveHeadline ? paragraphs.slice(headline + 1) : paragraphs;
}

const isFurniture = (text: string): boolean =>
  isDate(text) ||
  isNameAndDate(text) ||
  furniture.some(({ pattern, longest }) => text.length <= longest && pattern.test(text));

// Writers' names and a section stand above the time; more than these is text.
const mostAboveTime = 5;

function belowTime(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const time = paragraphs.slice(0, mostAboveTime + 1).findIndex(({ text }) => isDate(text));
  return paragraphs.slice(0, Math.max(0, time)).every(({ text }) => isName(text))
    ? paragraphs.slice(time + 1)
    : paragraphs;
}

const longestName = 60;

const isName = (text: string): boolean => text.length <= longestName && !/[。.!?！？」”]$/.test(text);

// A number alone, such as a rank or a price, is content.
const isDate = (text: string): boolean => /\p{L}|\d:\d\d|\d[-/.]\d{1,2}[-/.]\d/u.test(text) && isDateLine(text);

/** A writer's name on one line and the time on the next, as feed makers put them above an article. */
function isNameAndDate(text: string): boolean {
  const [name, date, ...others] = text.split("\n", 3);
  if (name === undefined || date === undefined || others.length > 0) return false;
  return isName(name) && isDateLine(date);
}

const isLink = ({ text, linkedLength }: Paragraph): boolean =>
  linkedLength > text.length * (pointer.test(text) ? 0.4 : 0.7);

// Newsrooms put these before the links between their paragraphs.
const pointer = /^[▶►▪»→＞☞👉]/u;
