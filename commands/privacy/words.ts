// What readers are told of what is stored of them, and of its end.
import type { Localized } from "../../src/records/channel.ts";

export interface PrivacyWords {
  readonly title: string;
  readonly use: string;
  readonly afterParting: string;
  readonly id: string;
  readonly name: string;
  readonly notKept: string;
  readonly language: string;
  readonly subscriptions: string;
  readonly saved: string;
  readonly votes: string;
  readonly settings: string;
  readonly none: string;
  readonly sent: string;
  readonly sentWhat: (editions: string, stories: string, latest: string) => string;
  readonly copy: string;
  readonly copyTitle: (page: number, pages: number) => string;
  readonly forget: string;
  readonly askAlone: string;
  readonly forgetTitle: string;
  readonly forgetWhat: (saved: string, votes: string) => string;
  readonly forgetChat: string;
  readonly forgetElsewhere: string;
  readonly forgetConfirm: string;
  readonly forgotten: string;
  readonly nothing: string;
}

export const wordsOf: Localized<PrivacyWords> = {
  en: {
    title: "What is stored about you",
    use: "This is all that is kept of you, and it serves only to bring you your news.",
    afterParting: "If you block me, everything is erased after 30 days.",
    id: "Your identifier",
    name: "Your name",
    notKept: "kept for a day, to address you",
    language: "Your language",
    subscriptions: "Subscriptions you made",
    saved: "Saved stories",
    votes: "Votes for more or less",
    settings: "Settings of this chat",
    none: "none",
    sent: "Digests sent to this chat",
    sentWhat: (editions, stories, latest) => `${editions} · stories in them: ${stories} · the last on ${latest}`,
    copy: "Get a copy",
    copyTitle: (page, pages) => `Your data (${page}/${pages})`,
    forget: "Erase my data",
    askAlone: "Everyone here would read it: ask me in a chat between the two of us.",
    forgetTitle: "Erase your data?",
    forgetWhat: (saved, votes) =>
      `Your saved stories (${saved}) and your votes (${votes}) are erased. This can't be undone.`,
    forgetChat: "The subscriptions and settings of this chat end, and what I sent you is forgotten.",
    forgetElsewhere: "Subscriptions that you made for other channels go on; that they are yours is forgotten.",
    forgetConfirm: "Yes, erase it",
    forgotten: "Erased. I know nothing of you any more.",
    nothing: "Nothing is stored about you.",
  },
  "zh-TW": {
    title: "這裡存了你的哪些資料",
    use: "關於你的資料就這些，只用來替你送新聞。",
    afterParting: "如果你封鎖我，30 天後會全部刪除。",
    id: "識別碼",
    name: "名稱",
    notKept: "只暫存一天，用來稱呼你",
    language: "語言",
    subscriptions: "你建立的訂閱",
    saved: "收藏的新聞",
    votes: "「多看這類」和「少看這類」",
    settings: "這個聊天室的設定",
    none: "無",
    sent: "送過的摘要",
    sentWhat: (editions, stories, latest) => `${editions} 份，共 ${stories} 則新聞，最近一份是 ${latest}`,
    copy: "帶走一份",
    copyTitle: (page, pages) => `你的資料（${page}/${pages}）`,
    forget: "刪除我的資料",
    askAlone: "在這裡大家都看得到，請在和我的一對一聊天裡問。",
    forgetTitle: "要刪除你的資料嗎？",
    forgetWhat: (saved, votes) =>
      `會刪除你收藏的 ${saved} 則新聞和 ${votes} 次「多看這類」「少看這類」，刪除後無法復原。`,
    forgetChat: "這個聊天室的訂閱會結束，設定和送過的內容也不再保留。",
    forgetElsewhere: "你替其他頻道建立的訂閱會繼續，但不再記得是你建立的。",
    forgetConfirm: "確定刪除",
    forgotten: "已刪除，這裡不再有你的資料。",
    nothing: "這裡沒有存你的資料。",
  },
  "zh-CN": {
    title: "这里存了你的哪些数据",
    use: "关于你的数据就这些，只用来给你送新闻。",
    afterParting: "如果你屏蔽我，30 天后会全部删除。",
    id: "标识符",
    name: "名称",
    notKept: "只暂存一天，用来称呼你",
    language: "语言",
    subscriptions: "你创建的订阅",
    saved: "收藏的新闻",
    votes: "“多看这类”和“少看这类”",
    settings: "这个聊天的设置",
    none: "无",
    sent: "送过的摘要",
    sentWhat: (editions, stories, latest) => `${editions} 份，共 ${stories} 条新闻，最近一份是 ${latest}`,
    copy: "带走一份",
    copyTitle: (page, pages) => `你的数据（${page}/${pages}）`,
    forget: "删除我的数据",
    askAlone: "在这里大家都看得到，请在和我的单独聊天里问。",
    forgetTitle: "要删除你的数据吗？",
    forgetWhat: (saved, votes) => `会删除你收藏的 ${saved} 条新闻和 ${votes} 次“多看这类”“少看这类”，删除后无法恢复。`,
    forgetChat: "这个聊天的订阅会结束，设置和送过的内容也不再保留。",
    forgetElsewhere: "你为其他频道创建的订阅会继续，但不再记得是你创建的。",
    forgetConfirm: "确定删除",
    forgotten: "已删除，这里不再有你的数据。",
    nothing: "这里没有存你的数据。",
  },
  ja: {
    title: "あなたについて保存している内容",
    use: "保存しているのはこれだけで、ニュースをお届けするためにのみ使います。",
    afterParting: "ブロックすると、30 日後にすべて消去します。",
    id: "識別子",
    name: "お名前",
    notKept: "お呼びするため 1 日だけ保持",
    language: "言語",
    subscriptions: "作成した購読",
    saved: "保存した記事",
    votes: "「増やす」「減らす」の評価",
    settings: "このトークの設定",
    none: "なし",
    sent: "お届けしたまとめ",
    sentWhat: (editions, stories, latest) => `${editions} 件（記事 ${stories} 本）、最新は ${latest}`,
    copy: "控えを受け取る",
    copyTitle: (page, pages) => `あなたのデータ（${page}/${pages}）`,
    forget: "データを消去",
    askAlone: "ここでは全員に見えてしまいます。私との 1 対 1 のトークで聞いてください。",
    forgetTitle: "データを消去しますか？",
    forgetWhat: (saved, votes) => `保存した記事 ${saved} 件と評価 ${votes} 件を消去します。元には戻せません。`,
    forgetChat: "このトークの購読は終わり、設定やお届けした内容も残しません。",
    forgetElsewhere: "ほかのチャンネルのために作成した購読は続きますが、あなたが作成したという記録は消えます。",
    forgetConfirm: "消去する",
    forgotten: "消去しました。あなたのデータはもうありません。",
    nothing: "あなたについて保存しているものはありません。",
  },
  ko: {
    title: "저장된 내 정보",
    use: "저장된 것은 이것뿐이며, 뉴스를 전해 드리는 데에만 씁니다.",
    afterParting: "차단하시면 30일 뒤에 모두 지웁니다.",
    id: "식별자",
    name: "이름",
    notKept: "불러 드리기 위해 하루만 보관",
    language: "언어",
    subscriptions: "만든 구독",
    saved: "저장한 기사",
    votes: "‘늘리기’와 ‘줄이기’ 평가",
    settings: "이 채팅의 설정",
    none: "없음",
    sent: "보내 드린 요약",
    sentWhat: (editions, stories, latest) => `${editions}건(기사 ${stories}개), 마지막은 ${latest}`,
    copy: "사본 받기",
    copyTitle: (page, pages) => `내 정보 (${page}/${pages})`,
    forget: "내 정보 지우기",
    askAlone: "여기서는 모두가 보게 됩니다. 저와의 1:1 채팅에서 물어봐 주세요.",
    forgetTitle: "내 정보를 지울까요?",
    forgetWhat: (saved, votes) => `저장한 기사 ${saved}건과 평가 ${votes}건을 지웁니다. 되돌릴 수 없습니다.`,
    forgetChat: "이 채팅의 구독이 끝나고, 설정과 보내 드린 내용도 남기지 않습니다.",
    forgetElsewhere: "다른 채널에 만든 구독은 계속되지만, 누가 만들었는지는 지웁니다.",
    forgetConfirm: "지우기",
    forgotten: "지웠습니다. 이제 저장된 정보가 없습니다.",
    nothing: "저장된 정보가 없습니다.",
  },
  th: {
    title: "ข้อมูลที่เก็บเกี่ยวกับคุณ",
    use: "นี่คือข้อมูลทั้งหมดที่เก็บไว้ ใช้เพื่อส่งข่าวให้คุณเท่านั้น",
    afterParting: "ถ้าบล็อก ข้อมูลทั้งหมดจะถูกลบหลังจาก 30 วัน",
    id: "รหัสของคุณ",
    name: "ชื่อของคุณ",
    notKept: "เก็บไว้หนึ่งวันเพื่อใช้เรียกคุณ",
    language: "ภาษาของคุณ",
    subscriptions: "รายการที่คุณสั่งติดตาม",
    saved: "ข่าวที่บันทึกไว้",
    votes: "เสียงมากขึ้นหรือน้อยลง",
    settings: "การตั้งค่าของแชทนี้",
    none: "ไม่มี",
    sent: "สรุปข่าวที่ส่งแล้ว",
    sentWhat: (editions, stories, latest) => `${editions} ฉบับ รวม ${stories} ข่าว ล่าสุดเมื่อ ${latest}`,
    copy: "รับสำเนา",
    copyTitle: (page, pages) => `ข้อมูลของคุณ (${page}/${pages})`,
    forget: "ลบข้อมูลของฉัน",
    askAlone: "ทุกคนที่นี่จะเห็นข้อมูล ส่งคำสั่งนี้ในแชทส่วนตัวแทน",
    forgetTitle: "ลบข้อมูลของคุณไหม",
    forgetWhat: (saved, votes) => `ข่าวที่บันทึกไว้ (${saved}) และเสียงของคุณ (${votes}) จะถูกลบ และกู้คืนไม่ได้`,
    forgetChat: "การติดตามและการตั้งค่าของแชทนี้จะสิ้นสุด และข้อความที่ส่งให้คุณจะถูกลืม",
    forgetElsewhere: "การติดตามที่คุณสั่งไว้ให้ห้องอื่นจะทำงานต่อ แต่จะไม่มีบันทึกว่าเป็นของคุณ",
    forgetConfirm: "ใช่ ลบเลย",
    forgotten: "ลบแล้ว ไม่เหลือข้อมูลเกี่ยวกับคุณอีก",
    nothing: "ไม่มีข้อมูลที่เก็บเกี่ยวกับคุณ",
  },
};
