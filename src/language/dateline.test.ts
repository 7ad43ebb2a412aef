import { describe, expect, it } from "vitest";
import { newsSpans } from "./dateline.ts";

const news = (text: string) => [...newsSpans(text)].map(({ start, end }) => text.slice(start, end));

describe("what is news in a text", () => {
  it.each([
    "（中央社記者王小明首爾27日專電）橋通車了。",
    "（中央社台北27日電）橋通車了。",
    "（中央社記者王小明、陳小華台北2日電）橋通車了。",
    "（中央社倫敦27日綜合外電報導）橋通車了。",
    "（中央社網站11日電）橋通車了。",
    "（中央社記者王小明香港特稿）橋通車了。",
    "【共同社华盛顿10月4日电】橋通車了。",
    "路透布鲁塞尔10月19日 - 橋通車了。",
    "（德国之声中文网）橋通車了。",
    "【大紀元2020年11月18日訊】（大紀元記者王小明報導）橋通車了。",
    "（法新社迈阿密8日电） 橋通車了。",
    "新华社北京10月1日电（记者 王小明）橋通車了。",
    "記者王小明／台北報導\n\n橋通車了。",
  ])("begins behind a Chinese dateline: %s", (text) => {
    expect(news(text)).toEqual(["橋通車了。"]);
  });

  it.each([
    "LONDON, Oct 1 (Reuters) - A bridge opened.",
    "WASHINGTON (AP) — A bridge opened.",
    "MILLBROOK, Nov. 19 (Millbrook Courier) - A bridge opened.",
    "PORTLAND, Ore. — A bridge opened.",
    "Taipei, Oct. 1 (CNA) A bridge opened.",
    "By Ann Lee\n\nOct 27th 2020\n\nA bridge opened.",
  ])("begins behind an English dateline: %s", (text) => {
    expect(news(text)).toEqual(["A bridge opened."]);
  });

  it.each([
    ["【ソウル共同】橋が開通した。", "橋が開通した。"],
    ["[東京 1日 ロイター] - 橋が開通した。", "橋が開通した。"],
    ["【北京＝山田太郎】橋が開通した。", "橋が開通した。"],
    ["(서울=연합뉴스) 홍길동 기자 = 다리가 개통됐다.", "다리가 개통됐다."],
    ["[부산=뉴시스]홍길동 기자 = 다리가 개통됐다.", "다리가 개통됐다."],
  ])("begins behind a Japanese or Korean dateline: %s", (text, expected) => {
    expect(news(text)).toEqual([expected]);
  });

  it.each([
    "橋通車了。（編輯：張小芬）1120927",
    "橋通車了。（譯者：李小龍/核稿：王小明）1121006",
    "橋通車了。1121013",
    "橋通車了。（完）",
    "橋通車了。（完）\n\n© 2023 AFP",
    "橋通車了。\n\n记者: 王小明 责编: 李小龙",
    "橋通車了。\n\n获取更多RSS：\n\nhttps://news.example",
    "橋通車了。\n\n© 2023年某某之声版权声明：本文所有内容受到著作权法保护。",
    "橋通車了。\n\n分享 :",
  ])("ends before a sign-off: %s", (text) => {
    expect(news(text)).toEqual(["橋通車了。"]);
  });

  it("leaves out captions that stand before the dateline", () => {
    const text = "舊橋將改為步道。（圖取自市府網頁）\n\n（中央社記者王小明台北1日電）橋通車了。";
    expect(news(text)).toEqual(["橋通車了。"]);
  });

  it("leaves out paragraphs that are only a date", () => {
    expect(
      news("2023-10-01T06:44:00.992Z\n\n25 分钟前\n\n02/10/2023 - 12:14\n\n2023年10月9日09:23 CST 更新\n\n桥通车了。"),
    ).toEqual(["桥通车了。"]);
  });

  it("keeps brackets that are part of the news", () => {
    expect(news("（新店線）今天恢復行駛。")).toEqual(["（新店線）今天恢復行駛。"]);
    expect(news("2023年10月3日，橋通車了。")).toEqual(["2023年10月3日，橋通車了。"]);
  });

  it("is nothing where there is only newsroom form", () => {
    expect(news("（中央社台北1日電）")).toEqual([]);
    expect(news(" \n\n ")).toEqual([]);
  });

  it("is found in time in a text made to be slow", () => {
    const startedAt = performance.now();
    Array.from(newsSpans(`（${"記者".repeat(200_000)}`));
    Array.from(newsSpans("（（".repeat(100_000)));
    Array.from(newsSpans(`${"A ".repeat(200_000)}(`));
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
