// Who published a post that was imported by hand, outside of any source: its front matter and address tell.
import type { Post } from "../ports/source-reader.ts";

export interface Publisher {
  /** As sources are called: `[a-z0-9-]{1,40}`. */
  readonly id: string;
  /** As readers know it. */
  readonly name: string;
}

const unknown: Publisher = { id: "imported", name: "Imported posts" };

// Labels that stand before or after the name in a host: www.cna.com.tw, news.rthk.hk, chinese.aljazeera.net.
const plainLabels = /^(www\d*|m|news|amp|cn|zh|chinese|com|org|net|co|gov|edu|[a-z]{2})$/;

/** The publisher by the post's category when it is a plain word (`cna`), else by its address, else by its author's name. */
export function publisherOf({ author, categories, url }: Pick<Post, "author" | "categories" | "url">): Publisher {
  const name = author ?? categories[0];
  const id = categories.map(idOf).find((category) => category !== null) ?? idOfHost(url) ?? (name ? idOf(name) : null);
  return id === null ? unknown : { id, name: name ?? id };
}

const idOf = (word: string): string | null => (/^[a-z0-9-]{1,40}$/.test(word) ? word : null);

function idOfHost(url: string | null): string | null {
  const labels = URL.parse(url ?? "")?.hostname.split(".") ?? [];
  return labels.map((label) => (plainLabels.test(label) ? null : idOf(label))).find((label) => label !== null) ?? null;
}
