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
  readonly components?: readonly PostedComponent[];
  readonly flags?: number;
  readonly nonce?: string | number;
  readonly attachments?: readonly { readonly description?: string }[];
  /** The names of the files that came with it. */
  readonly fileNames?: readonly string[];
}

/** A button, a menu, or one of those of Components V2 with what is in it. */
export interface PostedComponent {
  readonly type?: number;
  readonly components?: readonly PostedComponent[];
  readonly accessory?: PostedComponent;
  readonly content?: string;
  readonly media?: { readonly url: string };
  readonly items?: readonly { readonly media: { readonly url: string } }[];
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
  const { content, embeds = [], components = [], flags = 0, nonce, attachments = [], fileNames = [] } = body;
  const images = embeds.flatMap(({ image }) => (image ? [image.url] : []));
  const all = components.flatMap(withNested);
  return [
    ...broken([
      ["empty message", !content && embeds.length === 0 && components.length === 0],
      ["content 2000", isOutside(content, 2000)],
      ["10 embeds", embeds.length > 10],
      ["6000 characters of embeds", embeds.flatMap(textsOf).join("").length > 6000],
      ["description of an attachment 1024", attachments.some(({ description }) => (description ?? "").length > 1024)],
      ["image", images.some((url) => !isHttp(url) && !fileNames.includes(url.replace(/^attachment:\/\//, "")))],
      ["nonce 25", String(nonce ?? "").length > 25],
    ]),
    ...((flags & componentsV2) === 0 ? plainViolations(components) : v2Violations(body, all)),
    ...pressedViolations(all),
    ...embeds.flatMap(embedViolations),
  ];
}

// Numbers of Discord's protocol.
const componentsV2 = 1 << 15;
const type = { actionRow: 1, button: 2, section: 9, text: 10, thumbnail: 11, gallery: 12, container: 17 };

const withNested = (component: PostedComponent): readonly PostedComponent[] => [
  component,
  ...[...(component.components ?? []), ...(component.accessory ? [component.accessory] : [])].flatMap(withNested),
];

const rowTypes = [type.actionRow];
const framedTypes = [type.actionRow, type.section, type.text, type.gallery];
const topTypes = [...framedTypes, type.container];

const holdsOnly = ({ components = [] }: PostedComponent, types: readonly number[], most: number): boolean =>
  components.length >= 1 && components.length <= most && components.every((one) => types.includes(one.type ?? 0));

const plainViolations = (components: readonly PostedComponent[]): readonly string[] =>
  broken([
    ["5 rows", components.length > 5],
    ["rows alone", !components.every((one) => rowTypes.includes(one.type ?? type.actionRow))],
  ]);

// https://docs.discord.com/developers/components/reference
function v2Violations({ content, embeds = [], components = [] }: PostedBody, all: readonly PostedComponent[]) {
  const only = (wanted: number) => all.filter((one) => one.type === wanted);
  const texts = only(type.text).map((text) => text.content ?? "");
  const pictures = [...only(type.thumbnail), ...only(type.gallery).flatMap(({ items = [] }) => items)];
  const accessories = only(type.section).map(({ accessory }) => accessory?.type ?? 0);
  return broken([
    ["V2 beside content or embeds", content !== undefined || embeds.length > 0],
    ["40 components", all.length > 40],
    ["4000 characters of texts", texts.join("").length > 4000],
    ["text of nothing", texts.some((text) => isOutside(text, 4000))],
    ["top level", !holdsOnly({ components }, topTypes, 40)],
    ["container", !only(type.container).every((one) => holdsOnly(one, framedTypes, 40))],
    ["section", !only(type.section).every((one) => holdsOnly(one, [type.text], 3))],
    ["accessory", !accessories.every((one) => [type.button, type.thumbnail].includes(one))],
    ["gallery 10", only(type.gallery).some(({ items = [] }) => items.length < 1 || items.length > 10)],
    ["picture", pictures.some(({ media }) => !isHttp(media?.url ?? ""))],
  ]);
}

function pressedViolations(all: readonly PostedComponent[]): readonly string[] {
  const rows = all.filter((one) => one.type === type.actionRow);
  const ids = rows.flatMap(({ components = [] }) => components.map((one) => one.custom_id ?? ""));
  return broken([
    ["5 buttons a row", rows.some(({ components = [] }) => ![1, 2, 3, 4, 5].includes(components.length))],
    ["custom_id 100", ids.some((id) => isOutside(id, 100))],
    ["custom_id once", new Set(ids).size !== ids.length],
    ["label 80", all.some((one) => one.type === type.button && isOutside(one.label ?? "", 80))],
    ["menu", all.filter(({ options }) => options !== undefined).some(isBrokenMenu)],
  ]);
}

function isBrokenMenu({ options = [], placeholder = "", min_values = 1, max_values = 1 }: PostedComponent): boolean {
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

const isTypedName = (name: string): boolean =>
  /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(name) && name === name.toLowerCase();

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
