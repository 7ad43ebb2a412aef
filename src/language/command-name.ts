// Which command a word means: its name in any language, or an alias; and which one was meant when it is none.
import type { Command } from "../ports/command.ts";
import type { Locale, Localized } from "../records/channel.ts";
import { locales } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import { editDistance } from "./edit-distance.ts";

/** Every word that calls the command, in lower case, without spaces and hyphens. */
export function wordsOf(command: Command): readonly string[] {
  const words = [command.name, ...locales.map((locale) => command.names[locale]), ...command.aliases];
  return [...new Set(words.map(foldWord))];
}

/** The command that the word calls, in any letter case and width, with or without its slash; or null. */
export function findCommand(commands: readonly Command[], word: string): Command | null {
  const wanted = foldWord(word).replace(/^\//, "");
  return commands.find((command) => wordsOf(command).includes(wanted)) ?? null;
}

/** The command as it is typed in a chat of that language, such as `/搜尋`. */
export function typedName(command: Command, locale: Locale): string {
  return `/${command.names[locale]}`;
}

/** A command named by its file, as it is typed in that language; what a choice sends. */
export function typedCommand(commands: readonly Command[], name: string, locale: Locale): string {
  const command = findCommand(commands, name);
  return command ? typedName(command, locale) : `/${name}`;
}

/** The refusal of a word that is no command; it names the nearest one. */
export function unknownCommand(commands: readonly Command[], word: string): UserError {
  const shown = word.replace(/^[/／]/, "").slice(0, 40);
  const nearest = nearestCommand(commands, word);
  const name = (locale: Locale) => (nearest ? typedName(nearest, locale) : "/help");
  const texts: Localized = {
    en: `There is no command “${shown}”. Did you mean ${name("en")}? /help lists them all.`,
    "zh-TW": `沒有「${shown}」這個指令。你要找的是 ${name("zh-TW")} 嗎？輸入 /說明 可以看所有指令。`,
    "zh-CN": `没有“${shown}”这个命令。你要找的是 ${name("zh-CN")} 吗？输入 /帮助 可以查看所有命令。`,
    ja: `「${shown}」というコマンドはありません。もしかして ${name("ja")} ですか。一覧は /ヘルプ で見られます。`,
    ko: `‘${shown}’ 명령어는 없습니다. 혹시 ${name("ko")}인가요? 전체 목록은 /도움말에서 볼 수 있습니다.`,
    th: `ไม่มีคำสั่ง “${shown}” หมายถึง ${name("th")} หรือเปล่า ดูคำสั่งทั้งหมดได้ที่ /วิธีใช้`,
  };
  return new UserError("unknown-command", texts);
}

function nearestCommand(commands: readonly Command[], word: string): Command | undefined {
  const wanted = foldWord(word).slice(0, 32);
  const distance = (command: Command) => Math.min(...wordsOf(command).map((known) => editDistance(wanted, known)));
  return commands.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** As it counts: `Forget me`, `forget-me` and `forgetme` are one word. */
export function foldWord(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s'’-]/g, "");
}
