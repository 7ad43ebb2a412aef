// Front pages in the shapes that newsrooms build them in, with menus, rankings and pictures around the list of news.

const headlines = [
  "花蓮外海漁船平安返港 漁會發放平安粥",
  "臺中捷運藍線動工 市長盼五年內通車",
  "高雄流行音樂中心首辦海上燈會",
  "颱風外圍環流影響 東半部慎防豪雨",
  "嘉義農民改種咖啡 產量三年翻倍",
  "桃園機場第三航廈屋頂吊裝完成",
] as const;

/** The headlines that stand on every page here, newest first. */
export const listedHeadlines: readonly string[] = headlines;

const menu = ["政治", "國際", "財經", "生活", "社會", "地方", "文化", "運動"]
  .map((name, index) => `<li><a href="/list/${index}.aspx">${name}</a></li>`)
  .join("");
const ranking = headlines
  .slice(0, 5)
  .map((_, index) => `<li><a href="/hot/${index}">最多人看的第${index}則新聞，標題也一樣長</a></li>`)
  .join("");
const page = (list: string) =>
  `<!doctype html><html lang="zh-TW"><head><title>即時新聞 | 海島通訊社</title></head><body>
  <header><nav><ul class="menu">${menu}</ul></nav></header><main>${list}</main>
  <aside class="rank"><h3>熱門</h3><ol>${ranking}</ol></aside>
  <footer><ul><li><a href="/about-this-news-agency-and-its-editors">關於海島通訊社與編輯團隊</a></li></ul></footer></body></html>`;
const each = (entry: (headline: string, index: number) => string) => headlines.map(entry).join("\n");

/** A news agency's: the whole entry is one link, with picture, headline and time inside. */
export const agencyPage = page(
  `<ul id="jsMainList" class="mainList">${each(
    (headline, index) =>
      `<li${index === 0 ? ' class="first"' : ""}><a href="/news/aloc/20261123${index}.aspx"><div class="wrap"><div class="floatImg"><img src="/i/${index}.jpg" alt=""></div>
       <div class="listInfo"><h2><span>${headline}</span></h2><div class="date">2026/11/23 1${index}:05</div></div></div></a></li>`,
  )}</ul>`,
);

/** A daily paper's: a picture's link, a title's link, a summary and a section's link for each entry. */
export const dailyPage = page(
  `<div class="list-box">${each(
    (headline, index) =>
      `<div class="card card-${index}"><a class="thumb" href="/story/${index}?from=list"><img src="${index}.jpg"></a>
       <div class="text"><h3 class="title"><a href="/story/${index}">${headline}</a></h3>
       <p class="summary">記者今日走訪現場，鄉親說等了好多年，終於看見成果，希望之後能維持下去。</p>
       <time datetime="2026-11-23T0${index}:30:00+08:00">今天</time><a class="more" href="/cat/3">地方</a></div></div>`,
  )}</div>`,
);

/** A government office's: a table without a class on it. */
export const tablePage = page(
  `<table>${each(
    (headline, index) =>
      `<tr><td>115-11-2${index}</td><td><a href="News_Content.aspx?n=42&s=${index}" title="${headline}">${headline}</a></td><td>秘書處</td></tr>`,
  )}</table>`,
);

/** One made by a modern framework: class names that change with every version. */
export const generatedPage = page(
  `<div class="css-1x9az"><div class="sc-4f2a1">${each(
    (headline, index) =>
      `<div class="sc-9b${index}c"><article class="sc-77aa0"><a class="css-0k${index}" href="/p/${index}-a-long-slug-of-words"><h4>${headline}</h4></a></article></div>`,
  )}</div></div>`,
);

/** A page of an exhibition: no list of news at all. */
export const plainPage = page("<p>本館週一休館。</p>").replace(/<aside.*?<\/aside>/s, "");
