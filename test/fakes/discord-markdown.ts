// How Discord's clients read a message: what is seen, and what is done. Written from what they do, and knowing nothing of the desk's escaping.
// Within the text of a link they take no backslash for an escape, and make no link of one that holds a mention, an emoji or an address.

export interface Seen {
  /** As a reader sees it, formatting gone. */
  readonly text: string;
  /** What was done, such as `mention`, `bold` or `link https://…`, in order. */
  readonly effects: readonly string[];
}

interface Inline {
  readonly kind: string;
  readonly pattern: RegExp;
  /** What stands within is read on. */
  readonly holdsText?: boolean;
}

const shortcode = /^:(?!\d{1,2}:)[\w+-]{2,}:/;
const mentions: readonly Inline[] = [
  { kind: "mention", pattern: /^<@[!&]?\d+>|^<#\d+>|^<\/[^:>]+:\d+>|^<id:[\w-]+>|^@everyone|^@here/ },
  { kind: "emoji", pattern: /^<a?:\w+:\d+>/ },
  { kind: "emoji", pattern: shortcode },
  { kind: "time", pattern: /^<t:-?\d+(?::[tTdDfFR])?>/ },
];
const address: Inline = { kind: "address", pattern: /^https?:\/\/[^\s<>]+[^\s<>.,:;"'\])]/ };
const styles: readonly Inline[] = [
  { kind: "fence", pattern: /^```(?:[a-z0-9_+.#-]+\n)?([\s\S]+?)```/i },
  { kind: "code", pattern: /^(?:``([^`][\s\S]*?)``|`([^`]+)`)(?!`)/ },
  { kind: "spoiler", pattern: /^\|\|([\s\S]+?)\|\|/, holdsText: true },
  { kind: "strike", pattern: /^~~([\s\S]+?)~~/, holdsText: true },
  { kind: "bold", pattern: /^\*\*([\s\S]+?)\*\*(?!\*)/, holdsText: true },
  { kind: "underline", pattern: /^__([\s\S]+?)__(?!_)/, holdsText: true },
  { kind: "italic", pattern: /^\*(?=\S)([^*]+?)\*(?!\*)/, holdsText: true },
  { kind: "italic", pattern: /^_([^_]+?)_(?![a-z0-9_])/i, holdsText: true },
];
const blocks: readonly Inline[] = [
  { kind: "heading", pattern: /^#{1,3}\s+/ },
  { kind: "subtext", pattern: /^-#\s+/ },
  { kind: "quote", pattern: /^>(?:>>)?\s/ },
  { kind: "list", pattern: /^[ ]*(?:[*-]|\d+\.)\s+/ },
];
const link = /^\[((?:\[[^\]]*\]|[^[\]])*)\]\(<?(https?:\/\/[^\s<>()]+)>?\)/;
const angled = /^<(https?:\/\/[^\s<>]+)>/;
const pictograph = /(?![©®™])(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f?|\p{RI}{2})/u;

/** A text of a message, an embed's description or a text display. */
export function readMarkdown(markdown: string): Seen {
  return readFrom(markdown, true);
}

function readFrom(markdown: string, escapes: boolean): Seen {
  let [text, rest, isLineStart] = ["", markdown, true];
  const effects: string[] = [];
  const take = (shown: string, length: number, ...done: readonly string[]) => {
    text += shown;
    effects.push(...done);
    isLineStart = rest.slice(0, length).endsWith("\n");
    rest = rest.slice(length);
  };
  while (rest !== "") {
    const block = isLineStart ? blocks.find(({ pattern }) => pattern.test(rest)) : undefined;
    const linked = link.exec(rest);
    const bare = angled.exec(rest);
    const found = [...mentions, address, ...styles].find(({ pattern }) => pattern.test(rest));
    if (block) {
      const length = block.pattern.exec(rest)?.[0].length ?? 1;
      take("", length, block.kind);
      isLineStart = block.kind === "list" || block.kind === "quote";
    } else if (escapes && /^\\[^0-9A-Za-z\s]/.test(rest)) take(rest.charAt(1), 2);
    else if (linked?.[1] !== undefined && isLinkText(linked[1])) {
      const within = readFrom(linked[1], false);
      take(within.text, linked[0].length, ...within.effects, `link ${linked[2]}`);
    } else if (bare) take(bare[1] ?? "", bare[0].length, `link ${bare[1]}`);
    else if (found) {
      const match = found.pattern.exec(rest);
      const [whole = "", one, other] = match ?? [];
      const within = found.holdsText ? readFrom(one ?? "", escapes) : { text: one ?? other ?? "", effects: [] };
      take(found.kind === "address" ? whole : within.text, whole.length, found.kind, ...within.effects);
    } else take(rest.charAt(0), 1);
  }
  return { text, effects };
}

function isLinkText(text: string): boolean {
  const holds = (inline: Inline) =>
    Array.from(text, (_, at) => text.slice(at)).some((rest) => inline.pattern.test(rest));
  return text.trim() !== "" && !pictograph.test(text) && ![...mentions, address].some(holds);
}
