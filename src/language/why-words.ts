// The words of /why in every language. Times and names come as texts.
import type { Localized } from "../records/channel.ts";
import type { Term } from "../records/query.ts";

export interface WhyWords {
  readonly article: string;
  readonly arrival: (source: string, published: string, seen: string) => string;
  readonly headlines: string;
  readonly duplicates: string;
  readonly more: (count: number) => string;
  readonly story: string;
  readonly reports: (count: number) => string;
  readonly began: string;
  readonly headline: string;
  readonly beginning: string;
  readonly text: (percent: string, report: string) => string;
  readonly event: (percent: string, report: string) => string;
  readonly merged: (percent: string, report: string) => string;
  readonly notKept: string;
  readonly goneReport: string;
  readonly quoted: (text: string) => string;
  readonly or: string;
  readonly noSubscription: string;
  readonly endedSubscription: string;
  readonly taken: (time: string) => string;
  readonly onItsWay: string;
  readonly givenUp: string;
  readonly hadAlready: (time: string) => string;
  readonly excluded: (what: string) => string;
  readonly missing: Readonly<Record<Term["kind"], (what: string) => string>>;
  readonly dates: string;
  readonly full: (time: string, shown: number, total: number) => string;
  readonly notDue: (time: string) => string;
  readonly beforeSubscription: string;
  readonly consideredBefore: string;
  readonly otherShown: string;
  readonly otherMatches: string;
}

const sameWords = (word: (what: string) => string) => ({ word, phrase: word });

export const whyWords: Localized<WhyWords> = {
  en: {
    article: "Source",
    arrival: (source, published, seen) => `${source} · published ${published} · came in ${seen}`,
    headlines: "Earlier headlines",
    duplicates: "Also came as (left out)",
    more: (count) => `and ${count} more`,
    story: "Story",
    reports: (count) => (count === 1 ? "1 report" : `${count} reports`),
    began: "This one began the story.",
    headline: "This one joined because its headline is that of another report.",
    beginning: "This one joined because it begins with the words of another report.",
    text: (percent, report) => `This one joined because its text is nearly that of ${report} (${percent} alike).`,
    event: (percent, report) => `This one joined because it tells of the same event as ${report} (${percent} likely).`,
    merged: (percent, report) =>
      `It was a story of its own until ${report} came, which tells of the same event (${percent} likely).`,
    notKept: "How this one joined was not kept yet when it came.",
    goneReport: "a report that is gone",
    quoted: (text) => `“${text}”`,
    or: " or ",
    noSubscription: "This channel has no subscription: nothing comes here by itself.",
    endedSubscription: "A subscription that has ended",
    taken: (time) => `✓ Taken: in the digest of ${time}.`,
    onItsWay: "It is still on its way.",
    givenUp: "It could not be delivered and was given up.",
    hadAlready: (time) => `– Left: another subscription here brought the story already, on ${time}.`,
    excluded: (what) => `– Left: it has ${what}, which is excluded.`,
    missing: {
      ...sameWords((what) => `– Left: neither headline nor text has ${what}.`),
      tag: (what) => `– Left: it is not tagged ${what}.`,
      source: (what) => `– Left: it is not from ${what}.`,
      language: (what) => `– Left: its language is not ${what}.`,
    },
    dates: "– Left: it was not published in the time asked for.",
    full: (time, shown, total) =>
      `– Only counted: the digest of ${time} was full. It had ${total} stories and showed ${shown}.`,
    notDue: (time) => `… Not yet: it is up for the next digest, ${time}.`,
    beforeSubscription: "– Left: it was here before the subscription began.",
    consideredBefore:
      "– Left: its story was looked at before this report came or was changed. A story is looked at once.",
    otherShown: "It shows another report of the story.",
    otherMatches: "(It is another report of the story that matches.)",
  },
  "zh-TW": {
    article: "來源",
    arrival: (source, published, seen) => `${source} · 發布 ${published} · 收到 ${seen}`,
    headlines: "先前的標題",
    duplicates: "重複而略過的",
    more: (count) => `還有 ${count} 則`,
    story: "事件",
    reports: (count) => `共 ${count} 則報導`,
    began: "這是這起事件的第一則報導。",
    headline: "標題和另一則報導相同，所以歸在一起。",
    beginning: "開頭和另一則報導相同，所以歸在一起。",
    text: (percent, report) => `內文和${report}幾乎相同（相似度 ${percent}），所以歸在一起。`,
    event: (percent, report) => `和${report}講的是同一件事（可能性 ${percent}），所以歸在一起。`,
    merged: (percent, report) =>
      `原本自成一起事件，後來收到${report}，判斷講的是同一件事（可能性 ${percent}），所以併在一起。`,
    notKept: "收到這則新聞時還沒有記錄歸類的理由。",
    goneReport: "一則已不在的報導",
    quoted: (text) => `「${text}」`,
    or: "或",
    noSubscription: "這裡沒有訂閱，所以不會自動收到新聞。",
    endedSubscription: "已取消的訂閱",
    taken: (time) => `✓ 已收錄在 ${time} 的摘要。`,
    onItsWay: "這份摘要還在送出中。",
    givenUp: "這份摘要無法送達，已經放棄。",
    hadAlready: (time) => `– 沒有再送：這裡的另一個訂閱在 ${time} 已經送過這起事件。`,
    excluded: (what) => `– 沒有選入：含有要排除的${what}。`,
    missing: {
      ...sameWords((what) => `– 沒有選入：標題和內文都沒有${what}。`),
      tag: (what) => `– 沒有選入：沒有 ${what} 標籤。`,
      source: (what) => `– 沒有選入：來源不是${what}。`,
      language: (what) => `– 沒有選入：語言不是 ${what}。`,
    },
    dates: "– 沒有選入：發布時間不在指定的範圍內。",
    full: (time, shown, total) => `– 只計入則數：${time} 的摘要已滿，${total} 則裡只列出 ${shown} 則。`,
    notDue: (time) => `… 還沒到時間：下一份摘要（${time}）會考慮這則。`,
    beforeSubscription: "– 沒有選入：訂閱開始之前就有這起事件了。",
    consideredBefore: "– 沒有選入：這起事件先前已經考慮過，這則報導是之後才來或才修改的；每起事件只考慮一次。",
    otherShown: "摘要裡列的是同一事件的另一則報導。",
    otherMatches: "（符合條件的是同一事件的另一則報導。）",
  },
  "zh-CN": {
    article: "来源",
    arrival: (source, published, seen) => `${source} · 发布 ${published} · 收到 ${seen}`,
    headlines: "先前的标题",
    duplicates: "重复而略过的",
    more: (count) => `还有 ${count} 条`,
    story: "事件",
    reports: (count) => `共 ${count} 条报道`,
    began: "这是这起事件的第一条报道。",
    headline: "标题和另一条报道相同，所以归在一起。",
    beginning: "开头和另一条报道相同，所以归在一起。",
    text: (percent, report) => `正文和${report}几乎相同（相似度 ${percent}），所以归在一起。`,
    event: (percent, report) => `和${report}讲的是同一件事（可能性 ${percent}），所以归在一起。`,
    merged: (percent, report) =>
      `原本自成一起事件，后来收到${report}，判断讲的是同一件事（可能性 ${percent}），所以并在一起。`,
    notKept: "收到这条新闻时还没有记录归类的理由。",
    goneReport: "一条已不在的报道",
    quoted: (text) => `“${text}”`,
    or: "或",
    noSubscription: "这里没有订阅，所以不会自动收到新闻。",
    endedSubscription: "已取消的订阅",
    taken: (time) => `✓ 已收录在 ${time} 的摘要。`,
    onItsWay: "这份摘要还在发送中。",
    givenUp: "这份摘要无法送达，已经放弃。",
    hadAlready: (time) => `– 没有再发：这里的另一个订阅在 ${time} 已经发过这起事件。`,
    excluded: (what) => `– 没有选入：含有要排除的${what}。`,
    missing: {
      ...sameWords((what) => `– 没有选入：标题和正文都没有${what}。`),
      tag: (what) => `– 没有选入：没有 ${what} 标签。`,
      source: (what) => `– 没有选入：来源不是${what}。`,
      language: (what) => `– 没有选入：语言不是 ${what}。`,
    },
    dates: "– 没有选入：发布时间不在指定的范围内。",
    full: (time, shown, total) => `– 只计入条数：${time} 的摘要已满，${total} 条里只列出 ${shown} 条。`,
    notDue: (time) => `… 还没到时间：下一份摘要（${time}）会考虑这条。`,
    beforeSubscription: "– 没有选入：订阅开始之前就有这起事件了。",
    consideredBefore: "– 没有选入：这起事件先前已经考虑过，这条报道是之后才来或才修改的；每起事件只考虑一次。",
    otherShown: "摘要里列的是同一事件的另一条报道。",
    otherMatches: "（符合条件的是同一事件的另一条报道。）",
  },
  ja: {
    article: "配信元",
    arrival: (source, published, seen) => `${source} · 公開 ${published} · 受信 ${seen}`,
    headlines: "以前の見出し",
    duplicates: "重複として省いたもの",
    more: (count) => `ほか ${count} 件`,
    story: "出来事",
    reports: (count) => `記事 ${count} 件`,
    began: "この出来事の最初の記事です。",
    headline: "ほかの記事と見出しが同じため、まとめました。",
    beginning: "ほかの記事と書き出しが同じため、まとめました。",
    text: (percent, report) => `${report}と本文がほぼ同じ（類似度 ${percent}）ため、まとめました。`,
    event: (percent, report) => `${report}と同じ出来事の記事（確からしさ ${percent}）と判断し、まとめました。`,
    merged: (percent, report) =>
      `はじめは別の出来事としていましたが、${report}が届き、同じ出来事（確からしさ ${percent}）と判断してまとめました。`,
    notKept: "届いた時点では、まとめた理由をまだ記録していませんでした。",
    goneReport: "すでにない記事",
    quoted: (text) => `「${text}」`,
    or: "または",
    noSubscription: "ここには購読がないため、記事は自動では届きません。",
    endedSubscription: "解除した購読",
    taken: (time) => `✓ ${time} のまとめに載せました。`,
    onItsWay: "まとめはまだ送信待ちです。",
    givenUp: "まとめは届けられず、送信を取りやめました。",
    hadAlready: (time) => `– 見送り：ここの別の購読で ${time} に同じ出来事が届いています。`,
    excluded: (what) => `– 見送り：除外する${what}に当てはまります。`,
    missing: {
      ...sameWords((what) => `– 見送り：見出しにも本文にも${what}がありません。`),
      tag: (what) => `– 見送り：タグ ${what} が付いていません。`,
      source: (what) => `– 見送り：配信元が${what}ではありません。`,
      language: (what) => `– 見送り：言語が ${what} ではありません。`,
    },
    dates: "– 見送り：指定した期間に公開されたものではありません。",
    full: (time, shown, total) =>
      `– 件数のみ：${time} のまとめは満員でした。${total} 件のうち ${shown} 件を載せました。`,
    notDue: (time) => `… これから：次回（${time}）のまとめの対象です。`,
    beforeSubscription: "– 見送り：購読を始める前からある出来事です。",
    consideredBefore:
      "– 見送り：この出来事の選考は済んでおり、この記事はその後に届いたか直されました。出来事の選考は一度だけです。",
    otherShown: "載っているのは同じ出来事の別の記事です。",
    otherMatches: "（条件に合うのは同じ出来事の別の記事です。）",
  },
  ko: {
    article: "출처",
    arrival: (source, published, seen) => `${source} · 게재 ${published} · 수집 ${seen}`,
    headlines: "이전 제목",
    duplicates: "중복이라 뺀 것",
    more: (count) => `그 외 ${count}건`,
    story: "사건",
    reports: (count) => `기사 ${count}건`,
    began: "이 사건의 첫 기사입니다.",
    headline: "다른 기사와 제목이 같아 하나로 묶었습니다.",
    beginning: "다른 기사와 첫머리가 같아 하나로 묶었습니다.",
    text: (percent, report) => `본문이 거의 같은 기사가 있어 묶었습니다(유사도 ${percent}): ${report}`,
    event: (percent, report) => `같은 사건을 다룬 기사로 보고 묶었습니다(가능성 ${percent}): ${report}`,
    merged: (percent, report) =>
      `처음에는 다른 사건으로 두었으나, 이 기사가 들어와 같은 사건으로 보고 합쳤습니다(가능성 ${percent}): ${report}`,
    notKept: "이 기사가 들어왔을 때는 묶은 이유를 아직 기록하지 않았습니다.",
    goneReport: "지금은 없는 기사",
    quoted: (text) => `‘${text}’`,
    or: " 또는 ",
    noSubscription: "이곳에는 구독이 없어 기사가 저절로 오지 않습니다.",
    endedSubscription: "취소된 구독",
    taken: (time) => `✓ ${time} 요약에 실렸습니다.`,
    onItsWay: "요약은 아직 발송 대기 중입니다.",
    givenUp: "요약을 보내지 못해 발송을 포기했습니다.",
    hadAlready: (time) => `– 제외: 이곳의 다른 구독이 ${time}에 이미 같은 사건을 보냈습니다.`,
    excluded: (what) => `– 제외: 빼기로 한 조건에 해당합니다(${what}).`,
    missing: {
      ...sameWords((what) => `– 제외: 제목과 본문에 이 말이 없습니다: ${what}`),
      tag: (what) => `– 제외: 이 태그가 없습니다: ${what}`,
      source: (what) => `– 제외: 출처가 다릅니다. 구독한 출처: ${what}`,
      language: (what) => `– 제외: 언어가 다릅니다. 구독한 언어: ${what}`,
    },
    dates: "– 제외: 지정한 기간에 게재된 기사가 아닙니다.",
    full: (time, shown, total) => `– 건수에만 포함: ${time} 요약이 꽉 찼습니다. ${total}건 중 ${shown}건을 실었습니다.`,
    notDue: (time) => `… 아직: 다음 요약(${time})의 대상입니다.`,
    beforeSubscription: "– 제외: 구독을 시작하기 전부터 있던 사건입니다.",
    consideredBefore:
      "– 제외: 이 사건은 이미 검토했고, 이 기사는 그 뒤에 들어왔거나 고쳐졌습니다. 사건은 한 번만 검토합니다.",
    otherShown: "실린 것은 같은 사건의 다른 기사입니다.",
    otherMatches: "(조건에 맞는 것은 같은 사건의 다른 기사입니다.)",
  },
  th: {
    article: "แหล่งข่าว",
    arrival: (source, published, seen) => `${source} · เผยแพร่ ${published} · เข้ามา ${seen}`,
    headlines: "พาดหัวก่อนหน้า",
    duplicates: "ข่าวซ้ำที่ตัดออก",
    more: (count) => `และอีก ${count} รายการ`,
    story: "เรื่อง",
    reports: (count) => `${count} ข่าว`,
    began: "ข่าวนี้เป็นข่าวแรกของเรื่อง",
    headline: "รวมเข้ามาเพราะพาดหัวเหมือนกับอีกข่าว",
    beginning: "รวมเข้ามาเพราะขึ้นต้นเหมือนกับอีกข่าว",
    text: (percent, report) => `รวมเข้ามาเพราะเนื้อหาเกือบเหมือนกับ ${report} (เหมือน ${percent})`,
    event: (percent, report) => `รวมเข้ามาเพราะเป็นเหตุการณ์เดียวกับ ${report} (เป็นไปได้ ${percent})`,
    merged: (percent, report) => `เคยเป็นเรื่องแยก จนกระทั่ง ${report} เข้ามา ซึ่งเป็นเหตุการณ์เดียวกัน (เป็นไปได้ ${percent})`,
    notKept: "ตอนที่ข่าวนี้เข้ามา ยังไม่ได้เก็บเหตุผลที่รวมไว้",
    goneReport: "ข่าวที่ไม่มีแล้ว",
    quoted: (text) => `“${text}”`,
    or: " หรือ ",
    noSubscription: "ห้องนี้ไม่ได้ติดตามอะไร จึงไม่มีข่าวมาเอง",
    endedSubscription: "รายการที่เลิกติดตามแล้ว",
    taken: (time) => `✓ เลือก: อยู่ในสรุปข่าวของ ${time}`,
    onItsWay: "กำลังรอส่ง",
    givenUp: "ส่งไม่ได้และเลิกส่งแล้ว",
    hadAlready: (time) => `– ไม่เลือก: อีกรายการของห้องนี้ส่งเรื่องนี้ไปแล้วเมื่อ ${time}`,
    excluded: (what) => `– ไม่เลือก: มี ${what} ซึ่งเป็นสิ่งที่ไม่เอา`,
    missing: {
      ...sameWords((what) => `– ไม่เลือก: พาดหัวและเนื้อข่าวไม่มี ${what}`),
      tag: (what) => `– ไม่เลือก: ไม่มีแท็ก ${what}`,
      source: (what) => `– ไม่เลือก: ไม่ได้มาจาก ${what}`,
      language: (what) => `– ไม่เลือก: ไม่ใช่ภาษา ${what}`,
    },
    dates: "– ไม่เลือก: ไม่ได้เผยแพร่ในช่วงเวลาที่กำหนด",
    full: (time, shown, total) => `– นับรวมเท่านั้น: สรุปข่าวของ ${time} เต็ม มี ${total} เรื่อง แสดง ${shown} เรื่อง`,
    notDue: (time) => `… ยังไม่ถึงเวลา: รอสรุปข่าวถัดไป ${time}`,
    beforeSubscription: "– ไม่เลือก: มีอยู่ก่อนเริ่มติดตาม",
    consideredBefore: "– ไม่เลือก: เรื่องนี้พิจารณาไปก่อนที่ข่าวนี้จะเข้ามาหรือแก้ไข แต่ละเรื่องพิจารณาครั้งเดียว",
    otherShown: "ที่แสดงเป็นอีกข่าวของเรื่องเดียวกัน",
    otherMatches: "(ข่าวที่ตรงเป็นอีกข่าวของเรื่องเดียวกัน)",
  },
};
