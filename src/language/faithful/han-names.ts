// Names in Chinese characters and kana: what ICU's dictionary does not know, what begins with a surname, what ends as places do.
import { foldText } from "../fold.ts";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

// Folded. Words of one character that are no part of a name where they stand between two.
const functionCharacters = new Set(
  "的了在与和及是为将也并就都而但于由被把对从向至到或等后前中内外上下不有无没已又再仍还更最很该此其这那各每名个位人年月日号时分秒点说称指因以可能会要让给用需应未曾正较逾约近达共全多少大小新旧老好来去起进出入回过开关看听想做作成当得地着之所者家元块次场件间座台辆架艘份项种条只枚支张双对倍度岁周天晚早今昨明讯电稿盼赴抵访赞批喊吁籲需拟遭涉获赢输胜败连再首两三四五六七八九十百千万亿半我你他她它们您谁何么吗呢吧啊最太极均皆即则若如像跟同比按据经依靠替往朝沿随除连拿找带送收放打拍写读讲谈问答笑哭跑走站坐住吃喝买卖查办设建立定改变增减升降涨跌高低长短宽窄快慢强弱重轻内旨系案款令函书信费税价值率额量数".concat(
    "総新各同約計都道府県市区町村駅氏さんので",
  ),
);
// Those that no given name holds either.
const particles = new Set(
  "的了在与和及是为将也就都而但于由被把对从向至到或等后前中内外上下不有无没已又再仍还更最很该此这那各每个人月日时说称指因以可能会要让给用需应未曾较逾约近达共全多少来去起回说今昨日晚并率认获涉访赴抵批喊吁籲遭拟盼赞晤宣".concat(
    "のはがをにでと",
  ),
);
const surnames = new Set(
  "陈林张李王吴刘蔡杨许郑谢郭洪曾邱廖赖徐苏叶庄吕何萧罗潘简朱钟彭詹胡施沈卢梁赵颜柯翁魏孙戴范宋邓杜傅侯曹薛阮邹尤巫韩龚严袁陆倪温谭骆熊任甘秦顾毛蒋欧姚冯崔尹朴",
);
// Surnames that are the beginnings of many words.
const wordySurnames = new Set("马高江方白黄金石田余于史侯连石古纪程汤康姜钱伍安常乐温段雷贺尤夏易武乔龙万向");
// The characters that foreign names are written with; two and more of them in a row, and nothing else, are one.
const transliterating =
  /^[阿埃艾奥巴拜贝比彼波伯布查达戴黛德登邓蒂迪丁杜多厄恩尔法菲费佛弗夫福盖甘冈戈格葛古哈海汉赫亨洪胡霍基吉加伽卡凯坎康柯科克肯库夸拉莱赖兰朗劳勒雷蕾里利莉林琳隆卢鲁路露伦罗洛马玛迈麦曼梅蒙米密明莫墨默姆穆拿纳娜奈南内尼妮诺努欧帕派潘佩彭皮珀普齐奇乔切琼让荣瑞萨塞赛桑森沙莎山尚绍舍圣施史士斯丝思斯司苏索所塔泰坦汤唐特提蒂廷图托瓦万旺威韦维卫魏温文沃乌武西希锡夏香萧谢辛休修许雪逊雅亚扬耶叶伊以因英雍尤约扎詹泽占朱茨兹子佐川]+$/;
const placeEnd = /[市县乡镇区村里省州岛港局署部院会党队团司社厅]$/;
// Words that end so and name nobody.
const ordinaryEnds = new RegExp(
  `^(?:${"地区 山区 市区 社区 校区 园区 特区 灾区 选区 战区 景区 县市 城市 都市 乡镇 农村 渔港 海岛 政党 本市 该市 全市 本省 全省 全国 当局 警局 两党 各党 执政党 在野党 反对党 报社 旅行社 通讯社 公社 邮局 机场 海港 离岛 半岛 群岛 全部 内部 外部 总部 干部 俱乐部 部队 军队 球队 团队 代表队 国家队 车队 舰队 救难队 消防队 记者会 公听会 座谈会 说明会 发表会 发布会 演唱会 音乐会 运动会 博览会 展览会 研讨会 委员会 理事会 董事会 监事会 股东会 同学会 见面会 造势大会 大会 协会 公会 工会 学会 机会 社会 集会 宴会 晚会 聚会 国会 议会 乐团 社团 集团 财团 军团 代表团 访问团 考察团 法院 医院 学院 戏院 剧院 电影院 住院 出院 公司 分公司 子公司 母公司 总公司 上司 司法院 立法院 行政院 监察院 考试院 结局 布局 格局 大局 僵局 结束会 社会局 上半部 下半部 中部 南部 北部 东部 西部 东南部 西南部 东北部 西北部".split(" ").join("|")})$`,
);

/**
 * What may be a name in a text of Chinese characters, folded; each is to be looked for in the article. More than names are found:
 * what stands in the article too does no harm.
 */
export function hanNamesIn(text: string): readonly string[] {
  const segments = [...segmenter.segment(text)].map(({ segment }) => foldText(segment));
  const found = [
    ...residue(segments),
    ...withSurname(segments),
    ...afterTitle(segments),
    ...japanese(segments),
    ...ofPlaces(segments),
  ];
  return found.filter((name) => !currencies.test(name));
}

/** What money is called is no name: its number is checked with it. */
const currencies = /^(?:[台港美日韩欧加澳纽英星]?[元币圆镑]|新?台币|人民币|韩圜|卢布|卢比|泰铢|披索|越盾|英镑|欧元)$/;

const isHan = (segment: string): boolean => /^\p{Script=Han}+$/u.test(segment);

/** Runs of characters that are no words of the dictionary: 林|欽|榮, 台|積|電. And transliterations that are. */
function* residue(segments: readonly string[]): Generator<string> {
  let run = "";
  for (const segment of [...segments, ""]) {
    const isPart = isHan(segment) && segment.length === 1 && !functionCharacters.has(segment);
    const isForeign = isHan(segment) && segment.length > 1 && transliterating.test(segment);
    if (isPart || isForeign) {
      run += segment;
      continue;
    }
    if (run.length > 1) yield run;
    run = "";
  }
}

/** 林|佳龍, 林|欽|榮, and where the dictionary has a word for the first two, 吳國|光, or for all, 宋楚瑜. */
function* withSurname(segments: readonly string[]): Generator<string> {
  for (const [index, segment] of segments.entries()) {
    const [next = "", last = ""] = segments.slice(index + 1, index + 3);
    if (segment.length === 3 && surnames.has(segment.charAt(0)) && isHan(segment)) yield segment;
    if (
      segment.length === 2 &&
      isGivenEnd(next) &&
      (surnames.has(segment.charAt(0)) || wordySurnames.has(segment.charAt(0)))
    )
      yield segment + next;
    if (!surnames.has(segment) || !isHan(next) || next.length > 2 || particles.has(next)) continue;
    yield next.length === 1 && last.length === 1 && isHan(last) && !particles.has(last)
      ? segment + next + last
      : segment + next;
  }
}

const isGivenEnd = (segment: string): boolean =>
  segment.length === 1 && isHan(segment) && !functionCharacters.has(segment) && !particles.has(segment);

// What stands before a name, folded.
const title =
  /(?:总统|总理|首相|主席|副主席|部长|次长|市长|县长|州长|省长|院长|局长|署长|处长|司长|校长|会长|社长|理事长|董事长|总经理|执行长|总裁|国务卿|外长|防长|财长|大使|议长|议员|立委|委员|书记|发言人|教授|博士|法官|检察官|律师|上将|中将|少将|教练|投手|球星|歌手|歌后|歌王|演员|导演|作家|记者|创办人|候选人|参选人|国王|女王|王子|教宗)$/;

/** 總統|強|森, where the characters are words of their own elsewhere. */
function* afterTitle(segments: readonly string[]): Generator<string> {
  for (const [index, segment] of segments.entries()) {
    if (!title.test(segment)) continue;
    const behind = segments.slice(index + 1, index + 5);
    const end = behind.findIndex((one) => one.length !== 1 || !isHan(one) || particles.has(one));
    const name = behind.slice(0, end < 0 ? behind.length : end).join("");
    if (name.length > 1) yield name;
  }
}

// The most usual ones of Japan that no Chinese word is the same as; the given name behind them is checked as residue or not at all.
const japaneseSurnames = new Set(
  "佐藤 铃木 高桥 田中 渡边 伊藤 山本 中村 加藤 吉田 山田 佐佐木 山口 松本 井上 木村 斎藤 齐藤 清水 山崎 森田 池田 桥本 阿部 石川 山下 中岛 石井 小川 前田 冈田 长谷川 藤田 后藤 近藤 村上 远藤 青木 坂本 福田 太田 西村 藤井 金子 冈本 藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 上田 柴田 酒井 工藤 横山 宫崎 宫本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 增田 平野 大塚 千叶 久保 松井 小岛 岩崎 樱井 野口 松尾 野村 木下 菊地 佐野 大西 杉本 新井 滨田 菅野 小池 安倍 菅义伟 岸田 石破 高市 麻生 茂木 小泉 大谷 羽生 村上 黑田 植田 上川 河野 林芳正 玉木 枝野".split(
    " ",
  ),
);

function* japanese(segments: readonly string[]): Generator<string> {
  for (const segment of segments) if (japaneseSurnames.has(segment)) yield segment;
}

function* ofPlaces(segments: readonly string[]): Generator<string> {
  for (const [index, segment] of segments.entries()) {
    if (!isHan(segment) || !placeEnd.test(segment) || ordinaryEnds.test(segment)) continue;
    const before = segments[index - 1] ?? "";
    if (segment.length > 2) yield segment;
    else if (segment.length === 1 && isHan(before) && before.length > 1 && !ordinaryEnds.test(before + segment))
      yield before + segment;
  }
}

// Loanwords that every newsroom uses, in hiragana as foldText writes them.
const loanwords = new Set(
  "にゅーす さーびす しすてむ ぷろじぇくと いべんと でーた でじたる いんたーねっと すまーとふぉん すまほ ちーむ りーぐ めんばー せんたー ほてる ばす たくしー とらっく てれび らじお めでぃあ がす えねるぎー うぃるす わくちん すぽーつ さっかー ばすけっとぼーる ごーる ぽいんと れべる きろ めーとる ぱーせんと どる ゆーろ せんち とん ぐらむ にゅー ぐるーぷ めーかー ぶらんど びじねす るーる ちぇっく とらぶる りすく すたっふ ぼらんてぃあ こんさーと らいぶ すてーじ ふぁん あにめ げーむ かーど ぺーじ さいと おんらいん ねっと いんふら うぇぶ ろけっと みさいる どろーん でも てろ くーでたー さみっと".split(
    " ",
  ),
);

/** The words in katakana, folded: names, but for the usual loanwords. */
export function* katakanaNamesIn(text: string): Generator<string> {
  for (const [run] of text.normalize("NFKC").matchAll(/[\p{Script=Katakana}ー]{2,}/gu)) {
    const folded = foldText(run);
    if (!loanwords.has(folded)) yield folded;
  }
}
