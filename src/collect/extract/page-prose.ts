// The part of a page that may be article: a copy of the tree without what the rules remove, weighed by how much of it is prose.
import { oneLine, type PageElement } from "./page-tree.ts";
import { type RemovalRule, removalRules } from "./removal-rules.ts";

/** An element with what it weighs. A weight is about one Latin character; CJK characters weigh three, as they say as much as half a word. */
export interface Prose {
  readonly source: PageElement;
  readonly parent: Prose | null;
  readonly children: (Prose | string)[];
  /** All text inside. */
  text: number;
  /** Text inside links. */
  linked: number;
  /** Text of paragraphs long enough to be read, links discounted. */
  prose: number;
}

const inlineTags = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr br picture source".split(
    " ",
  ),
);

/** Whether the element runs within a line. */
export const isInline = (tag: string): boolean => inlineTags.has(tag);

// A word that would take more than this share of the prose does not mean furniture on the page.
const mostTaken = 0.6;
const mostTakenWithHeadline = 0.25;
const shortestParagraph = 60;

/** The weighed copy of all below `root`, less what the rules remove. */
export function weighProse(root: PageElement): Prose {
  const removalOf = memoized(findRemoval);
  const rough = new Weigher((element) => isFurniture(element) || removalOf(element)?.rule.removes === "surely").weigh(
    root,
  );
  const misnamed = misnamedWords(rough, removalOf);
  return new Weigher((element) => {
    const removal = removalOf(element);
    return removal !== null && (removal.rule.removes === "surely" || !misnamed.has(removal.word));
  }).weigh(root);
}

interface Removal {
  readonly rule: RemovalRule;
  /** What the element matched by. */
  readonly word: string;
}

function findRemoval(element: PageElement): Removal | null {
  for (const rule of removalRules) {
    const word = rule.matches(element);
    if (word !== null) return { rule, word };
  }
  return null;
}

/**
 * Words that name the article's own boxes: layouts and page builders use what other sites keep for furniture. They
 * would take most of the prose, or a good part of it together with the headline.
 */
function misnamedWords(page: Prose, removalOf: (element: PageElement) => Removal | null): ReadonlySet<string> {
  const taken = new Map<string, number>();
  const visit = (prose: Prose): void => {
    for (const child of prose.children) {
      if (typeof child === "string" || child.prose === 0) continue;
      const word = removalOf(child.source)?.word;
      const isHeadlines =
        word !== undefined && child.prose >= page.prose * mostTakenWithHeadline && holdsHeadline(child);
      if (word !== undefined) taken.set(word, (taken.get(word) ?? 0) + (isHeadlines ? page.prose : child.prose));
      if (word === undefined || isHeadlines || child.prose >= page.prose * mostTaken) visit(child);
    }
  };
  visit(page);
  return new Set([...taken].filter(([, weight]) => weight >= page.prose * mostTaken).map(([word]) => word));
}

const holdsHeadline = (prose: Prose): boolean =>
  prose.children.some((child) => typeof child !== "string" && (child.source.tag === "h1" || holdsHeadline(child)));

const isFurniture = ({ tag }: PageElement): boolean => tag === "nav" || tag === "footer";

function memoized<Answer>(find: (element: PageElement) => Answer): (element: PageElement) => Answer {
  const found = new Map<PageElement, Answer>();
  return (element) => {
    const known = found.get(element);
    if (known !== undefined) return known;
    const answer = find(element);
    found.set(element, answer);
    return answer;
  };
}

/** A link amid a sentence, as in UDN's `改建成<a class="tag">圖書館</a>，`: its class says where it leads, not that it is furniture. */
function isWordOfSentence({ children }: PageElement, at: number): boolean {
  const [before, link, after] = [children[at - 1], children[at], children[at + 1]];
  if (typeof link !== "object" || link.tag !== "a") return false;
  const [left, right] = [typeof before === "string" ? before : "", typeof after === "string" ? after : ""];
  return (
    /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}，、「（]$/u.test(left) ||
    /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}，。、」）]/u.test(right) ||
    (/[\p{L}\p{N}] $/u.test(left) && /^(?: \p{Ll}|[,.;])/u.test(right))
  );
}

/** Builds the copy; the run is the text of the paragraph being read, which ends at each border of a block. */
class Weigher {
  readonly #isRemoved: (element: PageElement) => boolean;
  #run = { text: 0, linked: 0 };

  constructor(isRemoved: (element: PageElement) => boolean) {
    this.#isRemoved = isRemoved;
  }

  weigh(source: PageElement): Prose {
    return this.#copy(source, null, false);
  }

  #copy(source: PageElement, parent: Prose | null, inLink: boolean): Prose {
    const copy: Prose = { source, parent, children: [], text: 0, linked: 0, prose: 0 };
    const isBlock = !isInline(source.tag);
    if (isBlock) this.#endRun(parent);
    for (const [at, child] of source.children.entries()) {
      if (typeof child === "string") this.#addText(copy, child, inLink);
      else if (isWordOfSentence(source, at) || !this.#isRemoved(child)) this.#addElement(copy, child, inLink);
    }
    if (isBlock) this.#endRun(copy);
    return copy;
  }

  #addElement(copy: Prose, child: PageElement, inLink: boolean): void {
    const inner = this.#copy(child, copy, inLink || child.tag === "a");
    copy.children.push(inner);
    copy.text += inner.text;
    copy.linked += inner.linked;
    copy.prose += inner.prose;
  }

  #addText(copy: Prose, text: string, inLink: boolean): void {
    copy.children.push(text);
    const weight = weightOf(text);
    copy.text += weight;
    this.#run.text += weight;
    if (!inLink) return;
    copy.linked += weight;
    this.#run.linked += weight;
  }

  #endRun(owner: Prose | null): void {
    const { text, linked } = this.#run;
    if (owner !== null && text >= shortestParagraph && linked < text / 2) owner.prose += text - 2 * linked;
    this.#run = { text: 0, linked: 0 };
  }
}

/** Latin characters count one, CJK ones three. */
function weightOf(text: string): number {
  const line = oneLine(text);
  let weight = line.length;
  for (let i = 0; i < line.length; i++) if (line.charCodeAt(i) >= 0x3040 && line.charCodeAt(i) < 0xd7a4) weight += 2;
  return weight;
}
