// Markup as paragraphs: what a reader would see as separate blocks of text, in order.
import { isInline, type Prose } from "./page-prose.ts";

export interface Paragraph {
  readonly text: string;
  /** The block it stands in. */
  readonly block: Prose;
  readonly isHeading: boolean;
  /** Characters of `text` that stand in links. */
  readonly linkedLength: number;
}

/** The paragraphs inside, none empty. Two line breaks in a row divide as a block does; a single one stays a line break. */
export function paragraphsOf(root: Prose): Paragraph[] {
  const reader = new ParagraphReader();
  reader.read(root, root, false);
  return reader.finish(root);
}

// Stands for a line break of the page while the source's own line breaks, which are spaces, are still there.
const lineBreak = "\u2028";
const headings = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

class ParagraphReader {
  readonly #paragraphs: Paragraph[] = [];
  #text = "";
  #linked = 0;
  #isAfterBreak = false;

  read(prose: Prose, block: Prose, inLink: boolean): void {
    for (const child of prose.children) {
      if (typeof child === "string") this.#add(child, inLink);
      else if (child.source.tag === "br") this.#break(block);
      else if (isInline(child.source.tag)) this.read(child, block, inLink || child.source.tag === "a");
      else this.#readBlock(child, block);
    }
  }

  #break(block: Prose): void {
    if (this.#isAfterBreak) this.finish(block);
    this.#text += lineBreak;
    this.#isAfterBreak = true;
  }

  #readBlock(child: Prose, around: Prose): void {
    if (child.source.tag === "td" || child.source.tag === "th") this.#text += " ";
    else this.finish(around);
    this.read(child, child, false);
    if (child.source.tag !== "td" && child.source.tag !== "th") this.finish(child);
  }

  #add(text: string, inLink: boolean): void {
    this.#text += text;
    if (/\S/.test(text)) this.#isAfterBreak = false;
    if (inLink) this.#linked += text.trim().length;
  }

  /** Ends the paragraph that is being read. */
  finish(block: Prose): Paragraph[] {
    const text = tidy(this.#text);
    if (text !== "")
      this.#paragraphs.push({ text, block, isHeading: headings.has(block.source.tag), linkedLength: this.#linked });
    this.#text = "";
    this.#linked = 0;
    this.#isAfterBreak = false;
    return this.#paragraphs;
  }
}

const cjk = "[\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f]";
const brokenCjkLine = new RegExp(`(?<=${cjk})[ \\t]*\\n\\s*(?=${cjk})`, "g");

/** Spaces as a browser shows them; a line broken between CJK characters (css-text-3 §4.1.3) leaves none. */
const tidy = (text: string): string =>
  text
    .replace(/[\u200b\u200e\u200f\u2060\ufeff\u00ad]/g, "")
    .replace(brokenCjkLine, "")
    .replace(/[^\S\u2028]+/g, " ")
    .replace(/ ?\u2028 ?/g, "\n")
    .trim();
