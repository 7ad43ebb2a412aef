// What stands in the way of adding a source, in every language.
import { UserError } from "../records/errors.ts";

/** What was typed is no address of a web page. */
export function badAddress(typed: string): UserError {
  const shown = typed.slice(0, 80);
  return new UserError("bad-address", {
    en: `“${shown}” is not a web address. Write it like this: https://news.example/feed`,
    "zh-TW": `「${shown}」不是網址。請像這樣寫：https://news.example/feed`,
    "zh-CN": `“${shown}”不是网址。请像这样写：https://news.example/feed`,
    ja: `「${shown}」はウェブのアドレスではありません。https://news.example/feed のように書いてください。`,
    ko: `‘${shown}’은(는) 웹 주소가 아닙니다. https://news.example/feed 처럼 써 주세요.`,
    th: `“${shown}” ไม่ใช่ที่อยู่เว็บ เขียนแบบนี้: https://news.example/feed`,
  });
}

/** The address can't be fetched. The reason is the `cause`, since it may tell of addresses inside the operator's network. */
export function sourceUnreachable(host: string, cause: unknown): UserError {
  const texts = {
    en: `${host} can't be read: it does not answer, refuses, or is not on the open internet. Check the address, or try again later.`,
    "zh-TW": `無法讀取 ${host}：沒有回應、拒絕存取，或不在公開的網路上。請檢查網址，或稍後再試。`,
    "zh-CN": `无法读取 ${host}：没有响应、拒绝访问，或不在公开的网络上。请检查网址，或稍后再试。`,
    ja: `${host} を読み込めません。応答がない、拒否された、または公開されていないアドレスです。アドレスを確かめるか、後ほどお試しください。`,
    ko: `${host}을(를) 읽을 수 없습니다. 응답이 없거나 거부했거나 공개된 주소가 아닙니다. 주소를 확인하거나 잠시 뒤 다시 해 주세요.`,
    th: `อ่าน ${host} ไม่ได้: ไม่ตอบ ปฏิเสธ หรือไม่ได้อยู่บนอินเทอร์เน็ตสาธารณะ ตรวจที่อยู่ หรือลองใหม่ภายหลัง`,
  };
  return new UserError("source-unreachable", texts, { cause });
}

/** The page was read, and it has neither feed, news sitemap nor list. */
export function noSource(host: string): UserError {
  return new UserError("no-source", {
    en: `Nothing at that address of ${host} can be followed: no feed, no news sitemap and no list of headlines. Try the address of its feed, or of the page that lists the news.`,
    "zh-TW": `在 ${host} 的這個網址找不到可以追蹤的內容：沒有 RSS、新聞網站地圖（sitemap），也沒有新聞列表。請改用 RSS 的網址，或列出新聞的那一頁。`,
    "zh-CN": `在 ${host} 的这个网址找不到可以跟踪的内容：没有 RSS、新闻站点地图（sitemap），也没有新闻列表。请改用 RSS 的网址，或列出新闻的那一页。`,
    ja: `${host} のこのアドレスには購読できるものがありません（RSS、ニュースサイトマップ、記事一覧のいずれも見つかりません）。RSS のアドレスか、記事が並ぶページを指定してください。`,
    ko: `${host}의 이 주소에는 받아 볼 것이 없습니다. 피드도, 뉴스 사이트맵도, 기사 목록도 없습니다. 피드 주소나 기사 목록 페이지 주소를 써 주세요.`,
    th: `ที่อยู่นี้ของ ${host} ไม่มีอะไรให้ติดตาม: ไม่มีฟีด ไม่มีแผนผังข่าว (sitemap) และไม่มีรายการพาดหัว ลองใช้ที่อยู่ของฟีด หรือหน้ารวมข่าว`,
  });
}

/** The site's robots.txt forbids programs to read the page or sitemap. */
export function robotsForbid(host: string): UserError {
  return new UserError("robots-forbid", {
    en: `${host} asks programs not to read that page (in its robots.txt), so it can't be followed. Try the address of its feed, or ask the publisher.`,
    "zh-TW": `${host} 在 robots.txt 裡聲明不讓程式讀取這個網頁，因此無法追蹤。請改用它的 RSS 網址，或洽詢該網站。`,
    "zh-CN": `${host} 在 robots.txt 里声明不让程序读取这个网页，因此无法跟踪。请改用它的 RSS 网址，或联系该网站。`,
    ja: `${host} は robots.txt で、このページをプログラムが読むことを認めていないため、購読できません。RSS のアドレスを指定するか、サイトにお問い合わせください。`,
    ko: `${host}이(가) robots.txt에서 프로그램이 이 페이지를 읽지 못하게 하고 있어 받아 볼 수 없습니다. 피드 주소를 써 주시거나 해당 사이트에 문의해 주세요.`,
    th: `${host} ขอไม่ให้โปรแกรมอ่านหน้านี้ (ใน robots.txt) จึงติดตามไม่ได้ ลองใช้ที่อยู่ของฟีด หรือติดต่อสำนักข่าว`,
  });
}

/** The address is a source already, under that name. */
export function sourceKnown(name: string): UserError {
  return new UserError("source-known", {
    en: `${name} is a source already. /sources shows how it is doing.`,
    "zh-TW": `${name} 已經是新聞來源了。用 /來源 可以查看讀取狀況。`,
    "zh-CN": `${name} 已经是新闻来源了。用 /来源 可以查看读取状况。`,
    ja: `${name} はすでに配信元に入っています。状況は /配信元 で確かめられます。`,
    ko: `${name}은(는) 이미 출처에 있습니다. 상태는 /출처에서 볼 수 있습니다.`,
    th: `${name} เป็นแหล่งข่าวอยู่แล้ว ดูสถานะได้ที่ /แหล่งข่าว`,
  });
}

/** Only added sources can be removed; this one stands in the operator's file. */
export function sourceInFile(name: string): UserError {
  return new UserError("source-in-file", {
    en: `${name} stands in the operator's sources file (config/sources.yaml). It can only be removed there.`,
    "zh-TW": `${name} 寫在管理者的來源檔（config/sources.yaml）裡，只能在那裡移除。`,
    "zh-CN": `${name} 写在管理员的来源文件（config/sources.yaml）里，只能在那里移除。`,
    ja: `${name} は運営者の設定ファイル（config/sources.yaml）にあり、そこでしか削除できません。`,
    ko: `${name}은(는) 운영자의 출처 파일(config/sources.yaml)에 있어 그곳에서만 뺄 수 있습니다.`,
    th: `${name} อยู่ในไฟล์ของผู้ดูแลระบบ (config/sources.yaml) จึงลบได้ที่นั่นเท่านั้น`,
  });
}

/** The desk follows as many added sources as it may. */
export function tooManySources(most: number): UserError {
  const text = String(most);
  return new UserError("too-many-sources", {
    en: `There are ${text} added sources already, which is the most. Remove one first.`,
    "zh-TW": `新增的來源已達上限 ${text} 個，請先移除一個。`,
    "zh-CN": `添加的来源已达上限 ${text} 个，请先移除一个。`,
    ja: `追加できる配信元は ${text} 件までです。先に 1 件削除してください。`,
    ko: `추가한 출처가 이미 최대 ${text}개입니다. 먼저 하나를 빼 주세요.`,
    th: `เพิ่มแหล่งข่าวครบ ${text} แหล่งแล้ว ลบออกสักแหล่งก่อน`,
  });
}
