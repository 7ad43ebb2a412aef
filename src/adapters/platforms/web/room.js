// The room's page: draws what the desk says and sends what the reader types. News is set as text only, never as markup.

const texts = {
  "zh-TW": {
    hint: "輸入關鍵字搜尋，或 /說明 看所有指令",
    send: "送出",
    waiting: "還沒有新聞。摘要準備好時會出現在這裡。",
    offline: "連線中斷，正在重新連線…",
    failed: "沒有送出，請再試一次。",
    suggestions: ["/搜尋 高雄", "/最新", "/摘要", "/訂閱清單", "/說明"],
  },
  "zh-CN": {
    hint: "输入关键词搜索，或 /帮助 查看所有命令",
    send: "发送",
    waiting: "还没有新闻。摘要准备好后会出现在这里。",
    offline: "连接中断，正在重新连接…",
    failed: "没有发送成功，请再试一次。",
    suggestions: ["/搜索 高雄", "/最新", "/摘要", "/订阅列表", "/帮助"],
  },
  ja: {
    hint: "キーワードで検索、/ヘルプ でコマンド一覧",
    send: "送信",
    waiting: "まだニュースはありません。まとめができるとここに表示されます。",
    offline: "接続が切れました。再接続しています…",
    failed: "送信できませんでした。もう一度お試しください。",
    suggestions: ["/検索 大阪", "/最新", "/まとめ", "/購読一覧", "/ヘルプ"],
  },
  ko: {
    hint: "검색어를 입력하거나 /도움말로 명령어를 확인하세요",
    send: "보내기",
    waiting: "아직 뉴스가 없습니다. 요약이 준비되면 여기에 표시됩니다.",
    offline: "연결이 끊겨 다시 연결하는 중입니다…",
    failed: "보내지 못했습니다. 다시 시도해 주세요.",
    suggestions: ["/검색 서울", "/최신", "/요약", "/구독목록", "/도움말"],
  },
  th: {
    hint: "พิมพ์คำค้น หรือ /วิธีใช้ เพื่อดูคำสั่ง",
    send: "ส่ง",
    waiting: "ยังไม่มีข่าว สรุปข่าวจะแสดงที่นี่เมื่อพร้อม",
    offline: "การเชื่อมต่อขาดหาย กำลังเชื่อมต่อใหม่…",
    failed: "ส่งไม่สำเร็จ ลองอีกครั้ง",
    suggestions: ["/ค้นหา กรุงเทพ", "/ล่าสุด", "/สรุปข่าว", "/รายการติดตาม", "/วิธีใช้"],
  },
  en: {
    hint: "Type words to search, or /help for all commands",
    send: "Send",
    waiting: "No news yet. The digest will appear here when it is ready.",
    offline: "Connection lost, trying again…",
    failed: "That was not sent. Please try again.",
    suggestions: ["/search library", "/latest", "/digest", "/subscriptions", "/help"],
  },
};

const byId = (id) => document.getElementById(id);
const messages = byId("messages");
const input = byId("text");
const picker = byId("locale");
const drawn = new Set();
let stream;

const create = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
};

function preferredLocale() {
  const offered = Object.keys(texts);
  const chosen = new URLSearchParams(location.search).get("locale") ?? localStorage.getItem("locale");
  for (const wanted of [chosen, ...navigator.languages]) {
    if (offered.includes(wanted)) return wanted;
    if (/^zh-(cn|sg|hans)/i.test(wanted ?? "")) return "zh-CN";
    const kin = offered.find((locale) => locale.slice(0, 2) === wanted?.slice(0, 2));
    if (kin) return kin;
  }
  return "en";
}

function drawChips(choices) {
  const chips = create("div", "chips");
  for (const { label, text } of choices) {
    const chip = create("button", "", label);
    chip.type = "button";
    chip.addEventListener("click", () => void ask(text));
    chips.append(chip);
  }
  return chips;
}

const drawParts = (parts) => parts.map(({ text, isHit }) => (isHit ? create("mark", "", text) : text));

function drawHeadline({ marked, url, language }) {
  const heading = create("h3");
  heading.lang = language;
  if (!url) {
    heading.append(...drawParts(marked.headline));
    return heading;
  }
  const link = create("a");
  link.append(...drawParts(marked.headline));
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  heading.append(link);
  return heading;
}

function drawCard(card) {
  const box = create("article", "card");
  const words = create("div", "words");
  const lede = create("p");
  lede.append(...drawParts(card.marked.lede));
  lede.lang = card.language;
  const about = create("p", "meta", [card.meta, card.alsoIn].filter(Boolean).join(" · "));
  words.append(drawHeadline(card), lede, about);
  if (card.tags.length > 0)
    words.append(drawChips(card.tags.map((tag) => ({ label: `#${tag}`, text: tagSearch(tag) }))));
  box.append(words);
  if (card.image) {
    const image = create("img");
    image.src = card.image;
    image.alt = "";
    image.loading = "lazy";
    image.addEventListener("error", () => image.remove());
    box.append(image);
  }
  return box;
}

function drawPicture({ path, alt, width, height }) {
  const image = create("img", "picture");
  Object.assign(image, { src: path, alt, width, height });
  image.addEventListener("error", () => image.remove());
  return image;
}

const tagSearch = (tag) => (/\s/.test(tag) ? `/search tag:"${tag}"` : `/search tag:${tag}`);

function drawMessage(message) {
  const box = create("section", `message ${message.from}`);
  if (message.title) box.append(create("h2", "", message.title));
  if (message.text) box.append(create("p", "text", message.text));
  if (message.picture) box.append(drawPicture(message.picture));
  box.append(...message.cards.map(drawCard));
  if (message.fields.length > 0) {
    const list = create("dl");
    for (const { name, value } of message.fields) list.append(create("dt", "", name), create("dd", "", value));
    box.append(list);
  }
  if (message.footer) box.append(create("p", "footer", message.footer));
  if (message.choices.length > 0) box.append(drawChips(message.choices));
  box.append(create("div", "time", message.time));
  return box;
}

function show(message) {
  if (drawn.has(message.id)) return;
  drawn.add(message.id);
  messages.querySelector(".waiting")?.remove();
  const box = drawMessage(message);
  messages.append(box);
  // A digest is read from its top; a short answer is followed to its end.
  box.scrollIntoView({ block: box.offsetHeight > messages.clientHeight ? "start" : "end" });
}

function listen(locale) {
  stream?.close();
  drawn.clear();
  const { waiting, offline, hint, send, suggestions } = texts[locale];
  messages.replaceChildren(create("p", "footer waiting", waiting));
  document.documentElement.lang = locale;
  input.placeholder = hint;
  byId("send").textContent = send;
  byId("suggestions").replaceChildren(drawChips(suggestions.map((text) => ({ label: text, text }))));
  stream = new EventSource(`/room/events?locale=${locale}`);
  stream.addEventListener("open", () => {
    byId("state").textContent = "";
  });
  stream.addEventListener("error", () => {
    byId("state").textContent = offline;
  });
  stream.addEventListener("message", (event) => show(JSON.parse(event.data)));
}

async function ask(text) {
  try {
    const answer = await fetch("/room/ask", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text, locale: picker.value }),
    });
    if (!answer.ok) throw new Error(`the desk answered ${answer.status}`);
    byId("state").textContent = "";
  } catch {
    byId("state").textContent = texts[picker.value].failed;
    input.value ||= text;
  }
}

byId("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = input.value.trim();
  input.value = "";
  if (text) void ask(text);
});
picker.addEventListener("change", () => {
  localStorage.setItem("locale", picker.value);
  listen(picker.value);
});
picker.value = preferredLocale();
listen(picker.value);
