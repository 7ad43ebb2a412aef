// /help: every command with an example, or one of them with its options.
import { findCommand, typedName, unknownCommand } from "../src/language/command-name.ts";
import { productName } from "../src/language/phrases.ts";
import { reply } from "../src/language/reply.ts";
import type { Command, CommandDesk, CommandOption, CommandRequest, SuggestRequest } from "../src/ports/command.ts";
import type { Suggestion } from "../src/ports/platform.ts";
import type { Locale, Localized } from "../src/records/channel.ts";
import type { Field, Reply } from "../src/records/reply.ts";

export const help: Command = {
  name: "help",
  names: { en: "help", "zh-TW": "說明", "zh-CN": "帮助", ja: "ヘルプ", ko: "도움말", th: "วิธีใช้" },
  aliases: ["?", "commands", "幫助", "使用說明", "指令", "说明", "命令", "使い方", "사용법"],
  description: {
    en: "What the desk can do, and how to ask for it",
    "zh-TW": "看有哪些指令、怎麼使用",
    "zh-CN": "查看有哪些命令、如何使用",
    ja: "使えるコマンドと使い方を表示します",
    ko: "사용할 수 있는 명령어와 쓰는 법을 보여 줍니다",
    th: "ดูคำสั่งทั้งหมดและวิธีใช้",
  },
  example: {
    en: "/help subscribe",
    "zh-TW": "/說明 訂閱",
    "zh-CN": "/帮助 订阅",
    ja: "/ヘルプ 購読",
    ko: "/도움말 구독",
    th: "/วิธีใช้ ติดตาม",
  },
  options: [
    {
      name: "command",
      names: { en: "command", "zh-TW": "指令", "zh-CN": "命令", ja: "コマンド", ko: "명령어", th: "คำสั่ง" },
      description: {
        en: "The command to explain; leave it out for all of them",
        "zh-TW": "想了解的指令，不填就列出全部",
        "zh-CN": "想了解的命令，不填就列出全部",
        ja: "説明を見たいコマンド（省略するとすべて）",
        ko: "설명할 명령어. 비워 두면 전체를 보여 줍니다",
        th: "คำสั่งที่อยากรู้ ถ้าไม่ระบุจะแสดงทั้งหมด",
      },
      isRequired: false,
      suggest: suggestCommand,
    },
  ],
  access: "everyone",
  isMeantBy: ({ args, commands }) => findCommand(commands, args.command ?? "") !== null,
  readText: (rest) => (rest.trim() ? { command: rest.trim() } : {}),
  run: async (request, desk) => {
    const { command } = request.args;
    return command === undefined ? listCommands(request, desk) : explainCommand(command, request, desk);
  },
};

const introduction: Localized = {
  en: "I collect the news, keep it searchable and post digests here.",
  "zh-TW": "我會收集新聞、整理成可搜尋的資料庫，並在這裡發布摘要。",
  "zh-CN": "我会收集新闻、整理成可搜索的资料库，并在这里发布摘要。",
  ja: "ニュースを集めて検索できるように保存し、ここにまとめを届けます。",
  ko: "뉴스를 모아 검색할 수 있게 보관하고 이곳에 요약을 보냅니다.",
  th: "รวบรวมข่าว เก็บไว้ให้ค้นหาได้ และส่งสรุปข่าวมาที่นี่",
};

async function suggestCommand(
  { typed, channel: { locale } }: SuggestRequest,
  { commands }: CommandDesk,
): Promise<readonly Suggestion[]> {
  const word = typed.replace(/^\//, "").toLowerCase();
  return inOrder(commands)
    .filter(({ name, names }) => name.startsWith(word) || names[locale].startsWith(word))
    .map((command) => ({
      label: `${typedName(command, locale)} · ${command.description[locale]}`,
      value: command.name,
    }));
}

const exampleLabel: Localized = {
  en: "For example: ",
  "zh-TW": "例如：",
  "zh-CN": "例如：",
  ja: "例：",
  ko: "예: ",
  th: "ตัวอย่าง: ",
};

const managersOnly: Localized = {
  en: "For those who may manage this channel.",
  "zh-TW": "限可管理此頻道的人使用。",
  "zh-CN": "仅限可管理此频道的人使用。",
  ja: "このチャンネルを管理できる人だけが使えます。",
  ko: "이 채널을 관리할 수 있는 사람만 쓸 수 있습니다.",
  th: "ใช้ได้เฉพาะผู้ที่จัดการห้องนี้ได้",
};

// What people come for first.
const order = [
  ...["search", "latest", "digest", "trending", "subscribe", "subscriptions", "unsubscribe", "story", "summarize"],
  ...["save", "saved", "more", "less", "why", "settings", "sources", "help", "privacy", "forget-me"],
];

/** Those that are not listed stand before the last two, about the reader's own data. */
function inOrder(commands: readonly Command[]): readonly Command[] {
  const rank = ({ name }: Command) => (order.includes(name) ? order.indexOf(name) : order.indexOf("help"));
  return commands.toSorted((a, b) => rank(a) - rank(b));
}

function listCommands({ channel: { locale } }: CommandRequest, { commands }: CommandDesk): Reply {
  return reply({
    title: productName,
    text: introduction[locale],
    fields: inOrder(commands).map((command) => ({ name: typedName(command, locale), value: summary(command, locale) })),
    choices: commands
      .filter(({ name }) => name === "latest" || name === "digest")
      .map((command) => ({ label: command.names[locale], text: typedName(command, locale) })),
    isPrivate: true,
  });
}

function explainCommand(word: string, { channel }: CommandRequest, { commands }: CommandDesk): Reply {
  const { locale } = channel;
  const command = findCommand(commands, word);
  if (!command) throw unknownCommand(commands, word);
  return reply({
    title: typedName(command, locale),
    text: summary(command, locale),
    fields: command.subcommands ? explainOrders(command, locale) : command.options.map(explainOption(locale)),
    // LINE tells nothing of who may manage a chat.
    footer: command.access === "managers" && channel.platform !== "line" ? managersOnly[locale] : "",
    isPrivate: true,
  });
}

const explainOption =
  (locale: Locale) =>
  ({ names, description }: CommandOption): Field => ({ name: names[locale], value: description[locale] });

/** Each order as it is typed, what it does, and what it takes. */
function explainOrders({ subcommands, accessFor, ...command }: Command, locale: Locale): readonly Field[] {
  const { argument = "", list = [] } = subcommands ?? {};
  return list.map(({ name, names, description, options }) => {
    const isForManagers = accessFor?.({ [argument]: name }) === "managers";
    const taken = options.map(explainOption(locale)).map((option) => `${option.name}: ${option.value}`);
    return {
      name: `${typedName(command, locale)} ${names[locale]}`,
      value: [description[locale], ...(isForManagers ? [managersOnly[locale]] : []), ...taken].join("\n"),
    };
  });
}

function summary(command: Command, locale: Locale): string {
  return `${command.description[locale]}\n${exampleLabel[locale]}${command.example[locale]}`;
}
