import { describe, expect, it } from "vitest";
import { profileOf, termsOf } from "../language/event-profile.ts";
import { TermCounts } from "../language/term-counts.ts";
import type { FoundStory } from "./story.ts";
import { type ProfiledReport, storyByEvent } from "./story-by-event.ts";

const hourMs = 3_600_000;
const now = Date.UTC(2026, 10, 23, 2);

interface Told {
  readonly headline: string;
  readonly text: string;
  readonly sourceId?: string;
  readonly hoursAgo?: number;
}

const bridge: Told = {
  headline: "港口新橋通車 車程縮短一半",
  text: "跨越海灣的港口新橋今天上午通車，全長3.2公里，市長黃國安主持剪綵。工程歷時四年，耗資20億元，原本繞行舊路的居民車程縮短一半。",
};
const bridgeElsewhere: Told = {
  headline: "海湾新桥启用 黄国安：居民车程减半",
  text: "全长3.2公里的港口新桥周一通车。市长黄国安在剪彩仪式上说，这座跨越海湾的新桥耗资20亿元，居民不必再绕行旧路，车程缩短一半。",
  sourceId: "strait",
  hoursAgo: 3,
};
const otherBridge: Told = {
  headline: "山城吊橋封閉整修 預計明年重開",
  text: "橫跨溪谷的山城吊橋今天起封閉整修，觀光局長林佩君表示，橋面木板老舊，整修費用約800萬元，預計明年三月重新開放遊客通行。",
  sourceId: "strait",
};
// What every report of this newsroom looks like, with figures of its own.
const rates = (rate: string, hoursAgo: number): Told => ({
  headline: `新台幣午盤升${rate}分`,
  text: `台北外匯市場新台幣兌美元匯率午盤暫收32.${rate}元，升${rate}分，成交金額${rate}億美元。交易員表示，外資匯入，出口商拋匯，市場觀望。`,
  hoursAgo,
});

const said = ({ headline, text }: Told) => ({ headline, text, language: "zh-Hant" });

/** A desk that has read a lot of other news. */
function countsOf(...reports: readonly Told[]): TermCounts {
  const counts = new TermCounts();
  const places = ["臺東", "花蓮", "屏東", "宜蘭", "苗栗", "雲林", "嘉義", "彰化"];
  const subjects = ["稻米豐收", "夜市開幕", "校慶登場", "公車停駛", "圖書館整修", "棒球開打", "氣溫驟降"];
  for (let number = 0; number < 400; number += 1) {
    const place = places[number % places.length];
    const subject = subjects[number % subjects.length];
    const text = `${place}${subject}，今天上午表示，預計工程元公里市長居民，第${number}號消息。`.repeat(3);
    counts.add("zh-Hant", termsOf({ headline: `${place}${subject}`, text, language: "zh-Hant" }).keys());
  }
  for (const report of reports) counts.add("zh-Hant", termsOf({ ...report, language: "zh-Hant" }).keys());
  return counts;
}

/** Whether the second report finds the first one's story. */
const finds = (earlier: Told, later: Told, others: readonly Told[] = []): boolean =>
  foundBy(earlier, later, others)?.storyId === "story";

function foundBy(earlier: Told, later: Told, others: readonly Told[] = []): FoundStory | null {
  const counts = countsOf(earlier, later, ...others);
  const filed = (told: Told, storyId: string): ProfiledReport => ({
    articleId: `article of ${storyId}`,
    sourceId: told.sourceId ?? "harbour",
    storyId,
    publishedAt: now - (told.hoursAgo ?? 0) * hourMs,
    bytes: profileOf(said(told), termsOf(said(told)), counts)?.bytes ?? new Uint8Array(),
  });
  const profile = profileOf(said(later), termsOf(said(later)), counts);
  const report = { sourceId: later.sourceId ?? "harbour", publishedAt: now - (later.hoursAgo ?? 0) * hourMs, profile };
  const candidates = [filed(earlier, "story"), ...others.map((other, index) => filed(other, `other-${index}`))];
  return storyByEvent(report, candidates, counts);
}

describe("a report in other words", () => {
  it("finds the story of its event, in either script, among others", () => {
    expect(finds(bridge, bridgeElsewhere, [otherBridge, rates("5", 2)])).toBe(true);
  });

  it("tells by which report, and how likely that is", () => {
    const joined = foundBy(bridge, bridgeElsewhere, [otherBridge])?.joined;
    expect(joined).toMatchObject({ how: "event", articleId: "article of story" });
    expect(joined).toHaveProperty("degree", expect.closeTo(0.95, 1));
  });

  it("does not find that of another event of the kind", () => {
    expect(finds(bridge, otherBridge)).toBe(false);
  });

  it("does not find that of yesterday's form with other figures", () => {
    expect(finds(rates("7", 24), rates("9", 0))).toBe(false);
  });

  it("finds none when it says too little to be told", () => {
    expect(finds(bridge, { headline: "新橋通車", text: "", sourceId: "strait" })).toBe(false);
  });

  it("shows two stories to be one when the reports of both are of its event", () => {
    const third: Told = { ...bridge, sourceId: "cape", hoursAgo: 2 };
    const found = foundBy(bridge, bridgeElsewhere, [third, otherBridge]);
    expect([found?.storyId, ...(found?.others ?? []).map(({ storyId }) => storyId)].toSorted()).toEqual([
      "other-0",
      "story",
    ]);
  });

  it("of two events, as a round-up is, does not make them one", () => {
    const roundUp: Told = {
      headline: `${bridge.headline} ${otherBridge.headline}`,
      text: `${bridge.text}${otherBridge.text}`,
      sourceId: "cape",
    };
    expect(foundBy(bridge, roundUp, [otherBridge])).toMatchObject({ storyId: "story", others: [] });
  });
});
