// The whole extract of pages in the shape of the newsrooms that this project's users read. The markup is theirs, the words are our own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Extract } from "../../records/article.ts";
import { extractPage } from "./extract-page.ts";

const fixtures = join(import.meta.dirname, "../../../test/fixtures/pages");
const afternoonInTaiwan = Date.parse("2023-10-05T14:20:00+08:00");
const afternoonInKorea = Date.parse("2023-10-05T14:20:00+09:00");

const announced =
  "市府今天宣布，河濱的舊倉庫將改建成圖書館，預計明年三月動工，工程費約二億元，完工後可容納三千名讀者。";
const walls = "負責規劃的局長林大同說，館內會保留原有的磚牆與鐵架，讓老街坊還認得出這裡曾經是碼頭邊最熱鬧的地方。";
const rooms = "他指出，一樓規劃為兒童閱覽區與咖啡座，二樓則是自修室；屋頂加裝太陽能板，一年可省下近三成的電費。";
const neighbour = "住在對街的陳太太表示，小時候常跟著父親來這裡搬米，「聽到不拆，心裡踏實多了」。";
const tags = ["圖書館", "河濱", "舊倉庫"];

type Expected = Omit<Extract, "text"> & { readonly paragraphs: readonly string[] };

const pages: Readonly<Record<string, Expected>> = {
  cna: {
    url: "https://www.newsagency.example/news/aloc/202310050143.aspx",
    title: "舊倉庫將改建圖書館 明年動工",
    author: "示範社 DNA",
    publishedAt: afternoonInTaiwan,
    language: "zh-Hant-TW",
    image: "https://imgcdn.newsagency.example/www/WebPhotos/1024/20231005/1200x800_0143.jpg",
    tags,
    paragraphs: [
      `（示範社記者王小明河濱市5日電）${announced}`,
      walls,
      "保留磚牆 增設兒童區",
      rooms,
      "住在對街的陳太太受訪時表示，小時候常跟著父親來這裡搬米，「聽到不拆，心裡踏實多了」。（編輯：李文華）1121005",
    ],
  },
  ltn: {
    url: "https://news.times.example/news/life/breakingnews/4448001",
    title: "舊倉庫將改建圖書館 明年動工",
    author: "王小明",
    publishedAt: afternoonInTaiwan,
    language: "zh-TW",
    image: "https://img.times.example/Upload/news/600/2023/10/05/phpA1.jpg",
    tags,
    paragraphs: [`〔記者王小明／河濱報導〕${announced}`, walls, rooms, neighbour],
  },
  udn: {
    url: "https://united.example/news/story/7320/7487001",
    title: "舊倉庫將改建圖書館 明年動工",
    author: "王小明",
    publishedAt: afternoonInTaiwan,
    language: "zh-Hant-TW",
    image:
      "https://pgw.united.example/gw/photo.php?u=https://uc.united.example/photo/2023/10/05/realtime/28/1.jpg&x=0&y=0&sw=0&sh=0&exp=3600",
    tags,
    paragraphs: [announced, walls, rooms, neighbour],
  },
  ettoday: {
    url: "https://www.cloud.example/news/20231005/2595001.htm",
    title: "舊倉庫將改建圖書館 明年動工",
    author: "王小明",
    publishedAt: afternoonInTaiwan,
    language: "zh-Hant",
    image: "https://cdn2.cloud.example/images/7272/e7272001.jpg",
    tags,
    paragraphs: [announced, walls, rooms, neighbour],
  },
  pts: {
    url: "https://news.public.example/article/659001",
    title: "舊倉庫將改建圖書館 明年動工",
    author: "王小明, 陳美玉",
    publishedAt: afternoonInTaiwan,
    language: "zh-Hant-TW",
    image: "https://news-data.public.example/media/160001/conversions/cover-thumb.jpg",
    tags,
    paragraphs: [
      "斑駁的磚牆上爬滿藤蔓，這座蓋於六十年前的河濱倉庫，曾經堆滿從上游運來的稻米。市府今天宣布，這裡將改建成圖書館。",
      "河濱市文化局長 林大同：「磚牆和鐵架都會留下來，讓老街坊還認得出，這裡曾經是碼頭邊最熱鬧的地方。」",
      "工程費約二億元，預計明年三月動工，完工後可容納三千名讀者。一樓規劃為兒童閱覽區與咖啡座，二樓則是自修室。",
      "居民 陳太太：「小時候常跟著爸爸來這裡搬米，聽到不拆，心裡踏實多了。」",
    ],
  },
  rthk: {
    url: "https://news.radio.example/rthk/ch/component/k2/1721001-20231005.htm",
    title: "海傍舊貨倉將改建圖書館 預計明年動工",
    author: null,
    publishedAt: afternoonInTaiwan,
    language: "zh-tw",
    image: "https://newsstatic.radio.example/images/mfile_1721001_1_L_20231005142207.jpg",
    tags: [],
    paragraphs: [
      "政府宣布，海傍的舊貨倉將改建成圖書館，預計明年三月動工，工程費約二億元，完工後可容納三千名讀者。",
      "負責規劃的署長林大同表示，館內會保留原有的磚牆與鐵架，讓老街坊認得這裡曾經是碼頭邊最熱鬧的地方。",
      "他又說，地下會設兒童閱覽區與咖啡座，一樓則是自修室，屋頂加裝太陽能板，一年可節省近三成電費。",
      "有居民說，小時候常跟父親來這裡搬米，得悉貨倉不用拆卸，感到很高興。",
    ],
  },
  nhk: {
    url: "https://www3.broadcast.example/news/html/20231005/k10014216001000.html",
    title: "川沿いの古い倉庫 図書館に 来年3月に着工へ",
    author: "示範放送",
    publishedAt: Date.parse("2023-10-05T14:20:10+09:00"),
    language: "ja",
    image: "https://www3.broadcast.example/news/html/20231005/K10014216001_2310051402_1005142010_01_02.jpg",
    tags: ["図書館", "倉庫"],
    paragraphs: [
      "川沿いの古い倉庫が図書館に生まれ変わることになり、市は来年3月に工事を始めると、5日、発表しました。",
      "れんがの壁と鉄骨を残す",
      "市によりますと、工事費はおよそ10億円で、れんがの壁と鉄骨はそのまま残し、完成すると3000人が利用できるということです。",
      "住民「取り壊されず安心」",
      "近くに住む女性は「子どものころ、父と一緒にここへ米を運びに来ました。取り壊されないと聞いて安心しました」と話していました。\n担当の林大同局長は「かつて港で最もにぎわった場所だと分かるようにしたい」と話していました。",
    ],
  },
  "yonhap-ko": {
    url: "https://www.ynews.example/view/AKR20231005101300001",
    title: "강변 옛 창고, 도서관으로 바뀐다…내년 3월 착공",
    author: "홍길동",
    publishedAt: afternoonInKorea,
    language: "ko",
    image: "https://img1.ynews.example/photo/cms/2023/10/05/01/PCM20231005000101_P4.jpg",
    tags: ["도서관", "강변", "옛 창고"],
    paragraphs: [
      "벽돌 벽·철골 그대로 보존…3천 명 이용 규모",
      "(강변=시범뉴스) 홍길동 기자 = 강변의 옛 창고가 도서관으로 바뀐다. 시는 내년 3월 공사를 시작한다고 5일 밝혔다.",
      '임대동 문화국장은 "벽돌 벽과 철골을 그대로 남겨 이곳이 한때 나루터에서 가장 붐비던 자리였음을 알 수 있게 하겠다"고 말했다.',
      "공사비는 약 100억 원이며, 1층에는 어린이 열람실과 찻집이, 2층에는 자습실이 들어선다.",
      '맞은편에 사는 박모(70) 씨는 "어릴 때 아버지와 쌀을 나르던 곳"이라며 "헐지 않는다니 마음이 놓인다"고 했다.',
    ],
  },
  "yonhap-cn": {
    url: "https://cn.ynews.example/view/ACK20231005001300881",
    title: "江边旧仓库将改建图书馆 明年3月动工",
    author: null,
    publishedAt: afternoonInKorea,
    language: "zh-CN",
    image: "https://img9.ynews.example/photo/ck/2023/10/05/PCK20231005000100881_P4.jpg",
    tags: ["图书馆", "江边"],
    paragraphs: [
      "韩示社江边10月5日电 江边的旧仓库将改建成图书馆，市政府5日表示将于明年3月动工，工程费约100亿韩元。",
      "负责规划的文化局长林大同说，馆内会保留原有的砖墙与铁架，让老街坊还认得出这里曾经是渡口最热闹的地方。",
      "一楼将设儿童阅览室和茶座，二楼是自习室，建成后可容纳3000名读者。（完）",
    ],
  },
  bbc: {
    url: "https://www.dbc.example/zhongwen/trad/chinese-news-66887001",
    title: "舊倉庫將改建圖書館：碼頭街坊怎麼看",
    author: "王小明",
    publishedAt: afternoonInTaiwan,
    language: "zh-hant",
    image: "https://ichef.dbc.example/ws/1024/branded_zhongwen/1630/production/_131218001_warehouse.jpg",
    tags: ["圖書館", "河濱"],
    paragraphs: [
      "河濱市政府宣布，荒廢二十年的舊倉庫將改建成圖書館，預計明年三月動工。消息傳開後，碼頭邊的老街坊心情各異。",
      "負責規劃的局長林大同說，館內會保留原有的磚牆與鐵架，讓人認得出這裡曾經是碼頭邊最熱鬧的地方。",
      "一磚一瓦都是回憶",
      "七十歲的陳太太對DBC中文表示，小時候常跟著父親來這裡搬米，「聽到不拆，心裡踏實多了」。",
      "也有人擔心，圖書館開張後租金上漲，開了四十年的雜貨店可能撐不下去。市府說，會與店家簽訂十年的租約。",
    ],
  },
};

it.each(Object.entries(pages))(
  "a page in the shape of %s gives its article and nothing around it",
  (name, expected) => {
    const { paragraphs, ...rest } = expected;
    const html = readFileSync(join(fixtures, `${name}.html`), "utf8");
    const extract = extractPage(html, "https://feed.example/1");
    expect(extract).toEqual({ ...rest, text: paragraphs.join("\n\n") });
  },
);
