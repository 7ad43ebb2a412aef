import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOf, firstUnfaithful } from "./faithful.ts";

const published = { year: 2023, month: 9, day: 27 };
const faultOf = (article: string, written: string) =>
  firstUnfaithful(written, factsOf(article, published))?.kind ?? null;

describe("what the article says in other words is kept", () => {
  it.each([
    ["三成民眾支持", "30%民眾支持"],
    ["30 percent of residents", "三成居民"],
    ["百分之三十五", "35 percent"],
    ["3割が賛成", "三成贊成"],
    ["約三分之一居民", "one third of residents"],
    ["一半的人反對", "50%的人反對"],
    ["兩萬五千人參加", "25,000人參加"],
    ["花費1.2億元", "花費1億2000萬元"],
    ["1억 2천만 원", "1.2億韓元"],
    ["two million dollars", "200萬美元"],
    ["US$1.2 billion", "12億美元"],
    ["新台幣300元", "300元"],
    ["The tower is 5 km away.", "塔在5公里外"],
    ["A three-year plan", "3年計畫"],
    ["Twelve people died", "12人死亡"],
    ["數百人撤離", "hundreds evacuated"],
    ["長達2000、3000公里", "長2000公里"],
    ["民國112年10月26日開幕", "2023年10月26日開幕"],
    ["112年完工", "2023年完工"],
    ["令和5年に開始", "2023年開始"],
    ["10月26日", "Oct. 26"],
    ["on October 26", "10/26"],
    ["10월 26일 서울에서", "10月26日在首爾"],
    ["26日訪韓", "9月26日訪韓"],
    ["今天開幕", "9月27日開幕"],
    ["opened on Thursday", "週四開幕"],
    ["下午3時30分", "15:30"],
    ["at 3:30 p.m.", "下午3時半"],
    ["臺灣總統府", "台湾总统府"],
    ["川普表示", "特朗普表示"],
    ["Biden met Netanyahu in Washington", "拜登在華盛頓會見納坦雅胡"],
    ["The Israeli army", "以色列軍隊"],
    ["岸田文雄首相は26日、東京で会談した", "首相岸田文雄26日在東京會談"],
    ["輝達（Nvidia）宣布", "Nvidia宣布"],
    ["他說：「我們會贏。」", "他說「我們會贏」"],
    ["The U.S. and South Korea", "美國與南韓"],
  ])("%s → %s", (article, written) => {
    expect(faultOf(article, written)).toBeNull();
  });
});

describe("what the article does not say is told by its kind", () => {
  it.each([
    ["quantity", "三成民眾支持", "四成民眾支持"],
    ["quantity", "30% of residents", "30公里"],
    ["quantity", "5 km away", "5英里外"],
    ["quantity", "花費1.2億元", "花費1.2億美元"],
    ["quantity", "花費3012元", "花費約3000元"],
    ["number", "5人死亡", "6人死亡"],
    ["number", "成長5%", "5人成長"],
    ["number", "3件車禍", "3人車禍"],
    ["date", "10月26日開幕", "10月27日開幕"],
    ["date", "10月26日開幕", "11月26日開幕"],
    ["date", "民國112年", "2024年"],
    ["date", "今天開幕", "昨天開幕"],
    ["date", "下午3時30分", "下午4時30分"],
    ["date", "3 a.m.", "下午3時"],
    ["name", "林欽榮26日訪韓", "林佳龍訪韓"],
    ["name", "陳建仁出席", "宋楚瑜出席"],
    ["name", "總統會見外賓", "總統強森會見外賓"],
    ["name", "台積電宣布擴廠", "鴻海宣布擴廠"],
    ["name", "高雄捷運通車", "台南捷運通車"],
    ["name", "Biden met Netanyahu", "川普會見納坦雅胡"],
    ["name", "Anna Jones met Peter Smith", "Anna Smith met Peter Jones"],
    ["name", "大統領が会見した", "拜登總統舉行記者會"],
    ["name", "輝達宣布擴廠", "AMD宣布擴廠"],
    ["name", "이재명 대통령이 말했다", "윤석열 대통령이 말했다"],
    ["quotation", "他說會贏", "他說「我們一定會贏」"],
  ])("%s: %s ↛ %s", (kind, article, written) => {
    expect(faultOf(article, written)).toBe(kind);
  });
});

it("a name that is not known in the other script can't be verified, and counts as not said", () => {
  expect(faultOf("林欽榮訪韓", "Lin Chin-jung visits")).toBe("name");
  expect(faultOf("Lin Chin-jung visits", "林欽榮出訪")).toBe("name");
});

it("an article backs up itself, whatever it is", () => {
  const piece = fc.constantFrom(
    ..."三成 30% 兩萬五千人 1.2億元 10月26日 112年 林欽榮 高雄市 Biden New York 今天 下午3時 「我們」 5公里 ，。\n".split(
      " ",
    ),
    ..."昨天 岸田文雄 トランプ 대통령 half of Oct. 26 at 3 p.m. F-16 COVID-19 第三 數百 US$5m 3-2 10/26 ".split(" "),
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 3 })), { maxLength: 30 }),
      (pieces) => {
        const text = pieces.join("");
        expect(firstUnfaithful(text, factsOf(text, published))).toBeNull();
      },
    ),
  );
});

it("a number that no article holds is refused, however it is written and wherever it stands", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 40, max: 9999 }),
      fc.constantFrom("人", "%", "公里", " km", "億元", "件", " people", "歲"),
      (value, unit) => {
        expect(faultOf("高雄市新橋今天通車，全長3公里，26日起開放。", `新橋今天通車，${value}${unit}`)).not.toBeNull();
      },
    ),
  );
});

it("a text that is made to be slow is read in the end", () => {
  for (const unit of ["一十", "1,", "1:11", "A-", "「", "林", "万", "ア", "two and "]) {
    const facts = factsOf(unit.repeat(60_000), published);
    firstUnfaithful(unit.repeat(200), facts);
  }
});
