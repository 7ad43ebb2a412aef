// What Discord refuses of a message and of a list of commands, as its documentation states it. Written apart from the code that it checks.
import {
  type APIApplicationCommandOption,
  type APIEmbed,
  ApplicationCommandType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";

/** The parts of a message that a bot such as ours sends. */
export interface PostedBody {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly { readonly components: readonly Pressed[] }[];
  readonly nonce?: string | number;
  readonly attachments?: readonly { readonly description?: string }[];
  /** The names of the files that came with it. */
  readonly fileNames?: readonly string[];
}

/** A button or a menu. */
interface Pressed {
  readonly type?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly default?: boolean }[];
  readonly min_values?: number;
  readonly max_values?: number;
}

type Rule = readonly [name: string, isBroken: boolean];

const broken = (rules: readonly Rule[]): readonly string[] =>
  rules.filter(([, isBroken]) => isBroken).map(([name]) => name);

const isHttp = (url: string | undefined): boolean =>
  url === undefined || (/^https?:\/\/\S+$/.test(url) && URL.canParse(url) && url.length <= 2048);

const isOutside = (text: string | undefined, longest: number): boolean =>
  text !== undefined && (text.trim() === "" || text.length > longest || !text.isWellFormed());

/** The names of the limits that the message breaks; none for one that Discord takes. */
export function messageViolations(body: PostedBody): readonly string[] {
  const { content, embeds = [], components = [], nonce, attachments = [], fileNames = [] } = body;
  const images = embeds.flatMap(({ image }) => (image ? [image.url] : []));
  const pressed = components.flatMap((row): readonly Pressed[] => row.components);
  const ids = pressed.map((one) => one.custom_id ?? "");
  return [
    ...broken([
      ["empty message", !content && embeds.length === 0],
      ["content 2000", isOutside(content, 2000)],
      ["10 embeds", embeds.length > 10],
      ["6000 characters of embeds", embeds.flatMap(textsOf).join("").length > 6000],
      ["5 rows", components.length > 5],
      ["5 buttons a row", components.some((row) => ![1, 2, 3, 4, 5].includes(row.components.length))],
      ["custom_id 100", ids.some((id) => isOutside(id, 100))],
      ["custom_id once", new Set(ids).size !== ids.length],
      ["label 80", pressed.some(({ type, label }) => type === 2 && isOutside(label ?? "", 80))],
      ["menu", pressed.filter(({ options }) => options !== undefined).some(isBrokenMenu)],
      ["description of an attachment 1024", attachments.some(({ description }) => (description ?? "").length > 1024)],
      ["image", images.some((url) => !isHttp(url) && !fileNames.includes(url.replace(/^attachment:\/\//, "")))],
      ["nonce 25", String(nonce ?? "").length > 25],
    ]),
    ...embeds.flatMap(embedViolations),
  ];
}

function isBrokenMenu({ options = [], placeholder = "", min_values = 1, max_values = 1 }: Pressed): boolean {
  const values = options.map(({ value }) => value);
  return (
    options.length < 1 ||
    options.length > 25 ||
    new Set(values).size !== values.length ||
    options.some(({ label, value }) => isOutside(label, 100) || isOutside(value, 100)) ||
    placeholder.length > 150 ||
    min_values > max_values ||
    max_values > options.length ||
    options.filter((option) => option.default).length > max_values
  );
}

const textsOf = ({ title, description, author, footer, fields = [] }: APIEmbed): readonly string[] =>
  [title, description, author?.name, footer?.text, ...fields.flatMap(({ name, value }) => [name, value])].map(
    (text) => text ?? "",
  );

function embedViolations(embed: APIEmbed): readonly string[] {
  const fields = embed.fields ?? [];
  return broken([
    ["empty embed", textsOf(embed).join("") === "" && !embed.image],
    ["title 256", isOutside(embed.title, 256)],
    ["description 4096", isOutside(embed.description, 4096)],
    ["author 256", isOutside(embed.author?.name, 256)],
    ["footer 2048", isOutside(embed.footer?.text, 2048)],
    ["25 fields", fields.length > 25],
    ["field 256 and 1024", fields.some(({ name, value }) => isOutside(name, 256) || isOutside(value, 1024))],
    ["url", !isHttp(embed.url)],
    ["thumbnail", !isHttp(embed.thumbnail?.url)],
  ]);
}

const isTypedName = (name: string): boolean => /^[-_'\p{L}\p{N}]{1,32}$/u.test(name) && name === name.toLowerCase();

/** The names of the limits that a list of commands breaks. */
export function commandViolations(commands: RESTPutAPIApplicationCommandsJSONBody): readonly string[] {
  return commands.flatMap((command) => {
    const options = ("options" in command && command.options) || [];
    // A subcommand has options of its own.
    const nested = options.flatMap((option): readonly APIApplicationCommandOption[] =>
      "options" in option && option.options ? option.options : [],
    );
    const parts = [command, ...options, ...nested];
    const names = parts.flatMap((part) => [part.name, ...Object.values(part.name_localizations ?? {})]);
    const descriptions = parts.flatMap((part) =>
      "description" in part ? [part.description, ...Object.values(part.description_localizations ?? {})] : [],
    );
    const isMenu = command.type === ApplicationCommandType.Message;
    const required = options.map((option) => option.required === true);
    return broken([
      ["name", names.some((name) => (isMenu ? isOutside(name ?? "", 32) : !isTypedName(name ?? "")))],
      ["description 100", descriptions.some((text) => isOutside(text ?? "", 100))],
      ["25 options", options.length > 25],
      ["required options first", required.lastIndexOf(true) >= (required.indexOf(false) + 1 || Infinity)],
    ]).map((rule) => `${command.name}: ${rule}`);
  });
}
