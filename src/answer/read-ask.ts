// Which command a question calls, and with what.

import { findCommand, foldWord, typedName, unknownCommand, wordsOf } from "../language/command-name.ts";
import { compatible } from "../language/compatible.ts";
import type { Command, PlainLine } from "../ports/command.ts";
import type { Locale } from "../records/channel.ts";
import { locales } from "../records/channel.ts";
import { UserError } from "../records/errors.ts";
import type { Arguments, Ask } from "../records/question.ts";

export interface Call {
  readonly command: Command;
  readonly args: Arguments;
  /** As it would be typed in the language: the command that a line taken for a search begins with, and may have meant; or null. */
  readonly orElse?: ((locale: Locale) => string) | undefined;
}

/** What a line's meaning may depend on. */
export type ReadingContext = Pick<PlainLine, "commands" | "sources" | "timeZone" | "now">;

// What a line without a command's name means, and an empty one.
const commandForWords = "search";
const commandForNothing = "help";

/** The command and its arguments, blank ones left out. Throws UserError for an unknown command and for a missing argument. */
export function readAsk(ask: Ask, context: ReadingContext): Call {
  const { command, args, orElse } = readForm(ask, context);
  const given = Object.entries(args).map(([name, value]) => [name, value.trim()] as const);
  const call: Call = { command, args: Object.fromEntries(given.filter(([, value]) => value !== "")), orElse };
  const missing = command.options.find(({ name, isRequired }) => isRequired && !call.args[name]);
  if (missing === undefined) return call;
  if (command.bareMeans === undefined) throw missingArgument(command);
  return { command: requireCommand(context.commands, command.bareMeans), args: {} };
}

function readForm(ask: Ask, context: ReadingContext): Call {
  const { commands } = context;
  if (ask.form === "text") return readLine(ask.text, context);
  const command = requireCommand(commands, ask.command);
  if (ask.form === "command") return { command, args: ask.args };
  return { command, args: command.menu?.readMessage(ask.text) ?? {} };
}

function readLine(text: string, context: ReadingContext): Call {
  const { commands } = context;
  const line = text.trim();
  const body = line.replace(/^[/／]\s*/, "");
  if (body === "") return callText(requireCommand(commands, commandForNothing), "");
  if (body === line) return readPlain(line, context);
  const found = findApart(body, commands) ?? findGlued(body, commands);
  return found ? callText(found.command, found.rest) : refuse(commands, body.split(/\s/, 1)[0] ?? "");
}

/**
 * A line without a slash is a command when it is nothing but one of its words, or when what follows is what the command takes, as its
 * `isMeantBy` says. Anything else is a search; what begins with a command's name is offered as that command.
 */
function readPlain(line: string, context: ReadingContext): Call {
  const apart = findApart(line, context.commands);
  const begun = apart ?? findGlued(line, context.commands);
  if (begun && isMeant(begun, apart !== null, context)) return callText(begun.command, begun.rest);
  const search = callText(requireCommand(context.commands, commandForWords), line);
  return begun?.byName
    ? { ...search, orElse: (locale) => `${typedName(begun.command, locale)} ${begun.rest}` }
    : search;
}

/** A command's word at the start of a line, and what follows. `byName`: the word is one of its names, not an alias. */
interface Found {
  readonly command: Command;
  readonly rest: string;
  readonly byName: boolean;
}

function isMeant({ command, rest, byName }: Found, isApart: boolean, context: ReadingContext): boolean {
  if (rest === "") return true;
  return command.isMeantBy?.({ ...context, args: command.readText(rest), byName, isApart }) ?? false;
}

/** The word stands apart, in one piece or in up to three: `구독 취소`, `delete my data`. */
function findApart(body: string, commands: readonly Command[]): Found | null {
  for (const start of [/^\S+\s+\S+\s+\S+/, /^\S+\s+\S+/, /^\S+/]) {
    const typed = start.exec(body)?.[0] ?? "";
    const word = typed.replace(/\s+/g, "");
    const command = word === "" ? null : findCommand(commands, word);
    if (command) return found(command, word, body.slice(typed.length));
  }
  return null;
}

/** `搜尋高雄`: Chinese, Japanese and Thai need no space after the command's name. */
function findGlued(body: string, commands: readonly Command[]): Found | null {
  const folded = body.normalize("NFKC");
  const starts = commands
    .flatMap((command) => wordsOf(command).map((name) => ({ command, name })))
    .filter(({ name }) => gluedName.test(name) && folded.startsWith(name));
  const longest = starts.toSorted((a, b) => b.name.length - a.name.length)[0];
  return longest ? found(longest.command, longest.name, compatible(folded.slice(longest.name.length))) : null;
}

const gluedName = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}ー]{2,}$/u;

function found(command: Command, word: string, rest: string): Found {
  const isName = locales.some((locale) => foldWord(command.names[locale]) === foldWord(word));
  return { command, rest: rest.trim(), byName: isName };
}

function callText(command: Command, rest: string): Call {
  return { command, args: command.readText(rest.trim()) };
}

function requireCommand(commands: readonly Command[], word: string): Command {
  return findCommand(commands, word) ?? refuse(commands, word);
}

function refuse(commands: readonly Command[], word: string): never {
  throw unknownCommand(commands, word);
}

function missingArgument({ example }: Command): UserError {
  return new UserError("missing-argument", {
    en: `Something is missing. Write it like this: ${example.en}`,
    "zh-TW": `少了內容，請像這樣寫：${example["zh-TW"]}`,
    "zh-CN": `少了内容，请像这样写：${example["zh-CN"]}`,
    ja: `内容が足りません。次のように書いてください：${example.ja}`,
    ko: `내용이 빠졌습니다. 이렇게 써 주세요: ${example.ko}`,
    th: `ยังขาดเนื้อหา เขียนแบบนี้: ${example.th}`,
  });
}
