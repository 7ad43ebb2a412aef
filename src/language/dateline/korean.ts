// Newsroom forms of Korean publishers: Yonhap, Newsis, News1 and the daily papers.
import type { NewsroomRules } from "./rules.ts";

const reporter = "(?:[가-힣·∙, ]{2,40}\\s?(?:기자|특파원|통신원|인턴기자|PD|앵커))";

export const koreanRules: NewsroomRules = {
  datelines: [
    // (서울=연합뉴스) 홍길동 기자 =
    new RegExp(
      `^[(（[【［][^()（）[\\]【】［］]{1,24}[=＝|][^()（）[\\]【】［］]{1,24}[)）\\]】］]\\s*(?:${reporter})?\\s*[=＝]?\\s*`,
    ),
    new RegExp(`^${reporter}\\s*[=＝]\\s*`),
  ],
  openings: [/^\[[^[\]]{1,12}(?:뉴스|일보|신문|방송|경제)[^[\]]{0,12}\]\s*/],
  closings: [
    new RegExp(`(?:/\\s*)?${reporter}?\\s*[\\w.+-]{1,40}@[\\w-]{1,40}(?:\\.[\\w-]{1,20}){1,3}$`),
    /[(（](?:끝|계속)[)）]$/,
  ],
  lines: [
    new RegExp(`^${reporter}(?:\\s+[\\w.+-]{1,40}@[\\w.-]{1,60})?$`),
    /(?:무단\s?전재|재배포\s?금지|저작권자)/,
    /^(?:사진|영상|자료|출처|입력|수정|등록|송고|관련\s?기사|댓글|구독|공유|광고)\s*[=:：|ㅣ]?\s*.{0,40}$/,
  ],
};
