// Which command a question calls, and with what.
import { findCommand, unknownCommand, wordsOf } from "../language/command-name.ts";
import type { Command } from "../ports/command.ts";
import { UserError } from "../records/errors.ts";
import type { Arguments, Ask } from "../records/question.ts";

export interface Call {
  readonly command: Command;
  readonly args: Arguments;
}

// What a line without a command's name means, and an empty one.
const commandForWords = "search";
const commandForNothing = "help";

/** The command and its arguments, blank ones left out. Throws UserError for an unknown command and for a missing argument. */
export function readAsk(ask: Ask, commands: readonly Command[]): Call {
  const { command, args } = readForm(ask, commands);
  const given = Object.entries(args).map(([name, value]) => [name, value.trim()] as const);
  const call: Call = { command, args: Object.fromEntries(given.filter(([, value]) => value !== "")) };
  const missing = command.options.find(({ name, isRequired }) => isRequired && !call.args[name]);
  if (missing) throw missingArgument(command);
  return call;
}

function readForm(ask: Ask, commands: readonly Command[]): Call {
  if (ask.form === "text") return readLine(ask.text, commands);
  const command = requireCommand(commands, ask.command);
  if (ask.form === "command") return { command, args: ask.args };
  return { command, args: command.menu?.readMessage(ask.text) ?? {} };
}

function readLine(text: string, commands: readonly Command[]): Call {
  const line = text.trim();
  const body = line.replace(/^[/／]\s*/, "");
  if (body === "") return callText(requireCommand(commands, commandForNothing), "");
  const [word = ""] = body.split(/\s/, 1);
  const named = findCommand(commands, word);
  if (named) return callText(named, body.slice(word.length));
  if (body === line) return callText(requireCommand(commands, commandForWords), line);
  return readGlued(word, body, commands) ?? refuse(commands, word);
}

/** `/搜尋高雄`: Chinese and Japanese need no space after the command's name. */
function readGlued(word: string, body: string, commands: readonly Command[]): Call | null {
  const starts = commands
    .flatMap((command) => wordsOf(command).map((name) => ({ command, name })))
    .filter(({ name }) => /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{2,}$/u.test(name) && word.startsWith(name));
  const longest = starts.toSorted((a, b) => b.name.length - a.name.length)[0];
  return longest ? callText(longest.command, body.slice(longest.name.length)) : null;
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
  });
}
