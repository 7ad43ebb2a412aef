// Links with a text of their own. Discord shows backslashes within such a text, and leaves the link as it is written when the text
// holds an emoji, a mention or an address (https://github.com/discord/discord-api-docs/issues/6185, 6088).
import { escapeMarkdown, oneLine } from "./markdown.ts";
import { webAddress } from "./message.ts";

// They may stand before and after a link but not in it: joiners are dropped from its text, and what Persian and Hindi write with them
// would be misspelt.
const emoji = String.raw`(?![©®™])[\p{Emoji_Presentation}\p{Extended_Pictographic}\p{RI}\p{Emoji_Modifier}\u200c\u200d\u20e3\ufe0f]`;
const framed = new RegExp(`^((?:${emoji}|\\s)*)(.*?)((?:${emoji}|\\s)*)$`, "u");
const hasEmoji = new RegExp(emoji, "u");

/** The address as it may stand in a link, or null when it is none or takes more than `limit` characters. */
export function linkAddress(address: string | null, limit: number): string | null {
  const url = webAddress(address, ["http:", "https:"]);
  const encoded = url === null ? null : encodeDelimiters(url);
  return encoded === null || encoded.length > limit ? null : encoded;
}

/**
 * Markdown that shows the text, plain and on one line, as a link to the address, which linkAddress made. What can't stand in a link
 * is shown before it, and the label is the link then; without an address it is text alone.
 */
export function linkedText(text: string, address: string | null, label: string): string {
  const plain = oneLine(text);
  if (address === null) return escapeMarkdown(plain);
  const [, before = "", middle = "", after = ""] = framed.exec(plain) ?? [];
  return isLinkable(middle)
    ? `${before}[${middle}](${address})${after}`
    : linkBeside(escapeMarkdown(plain), address, label);
}

/** The same for a text of pieces, some of them Markdown on purpose. */
export function linkedPieces(pieces: readonly Piece[], address: string | null, label: string): string {
  const [first] = pieces;
  if (pieces.length === 1 && first?.isMarkdown === false) return linkedText(first.text, address, label);
  const plain = pieces.map(({ text, isMarkdown }) => (isMarkdown ? text : oneLine(text)));
  const escaped = pieces.map(({ text, isMarkdown }) => (isMarkdown ? text : escapeMarkdown(oneLine(text)))).join("");
  if (address === null) return escaped;
  const canLink = pieces.every(({ text, isMarkdown }) => isMarkdown || isLinkable(oneLine(text)));
  return canLink ? `[${plain.join("")}](${address})` : linkBeside(escaped, address, label);
}

export interface Piece {
  readonly text: string;
  readonly isMarkdown: boolean;
}

const linkBeside = (text: string, address: string, label: string): string =>
  [text, `[${label}](${address})`].filter(Boolean).join(" ");

// What ends a link's address early, or begins Markdown of its own.
const encodeDelimiters = (address: string): string =>
  address.replace(
    /[\s()[\]<>\\`|"'*_~]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );

const unlinkable: readonly RegExp[] = [
  hasEmoji,
  /[\\`]|\|\||~~|\*.*\*|_.*_/,
  // A mention, a time, an emoji of a server or by its name.
  // No emoji is called by two digits, so that a time such as 10:30:45 is none.
  /<[@#/:a]|<t:|<id:|@(?:everyone|here)|:(?!\d{1,2}:)[\w+-]+:/,
  // An address, in whatever signs look like one, or of Discord's own without a scheme.
  /[:;ː˸։׃܃܄ः᛬᠃᠉⁚∶ꓽ꞉][/⁄∕╱⟋⧸〳ノ丿]{2}|dis(?:cord)?(?:app)?\.(?:gg|gd|com|new|media)/iu,
  // A list, a heading or a quotation.
  /^(?:[*+-]|\d+\.|#{1,3}|-#|>{1,3})\s/,
];

function isLinkable(text: string): boolean {
  const shown = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  // Discord pairs a text's own brackets, and takes an address behind them for the link's.
  const isBracketed = /[[\]]/.test(text.replace(/\[[^[\]]*\](?!\()/gu, ""));
  return (
    /[\p{L}\p{N}]/u.test(shown) &&
    !isBracketed &&
    !/[\u200c\u200d]/.test(text) &&
    !unlinkable.some((sign) => sign.test(shown))
  );
}
