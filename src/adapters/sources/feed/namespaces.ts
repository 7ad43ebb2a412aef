// Which vocabulary an element belongs to, whatever prefix the publisher chose and however the address is misspelt.

/** Addresses in lower case without a trailing slash, by the prefix that this project uses; "" for RSS, Atom and CDF, read by one table. */
const prefixes: Readonly<Record<string, string>> = {
  "": "",
  "http://www.w3.org/2005/atom": "",
  "http://purl.org/atom/ns#": "",
  "http://purl.org/net/rss1.1#": "",
  "http://purl.org/rss/1.0": "",
  "http://my.netscape.com/rdf/simple/0.9": "",
  "http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
  "http://backend.userland.com/rss": "",
  "http://backend.userland.com/rss2": "",
  "http://blogs.law.harvard.edu/tech/rss": "",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  "http://www.w3.org/1999/xhtml": "xhtml",
  "http://purl.org/dc/elements/1.1": "dc",
  "http://purl.org/dc/terms": "dcterms",
  "http://purl.org/rss/1.0/modules/content": "content",
  "http://search.yahoo.com/mrss": "media",
  "https://search.yahoo.com/mrss": "media",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "http://www.itunes.com/dtds/pluto-podcast-1.0.dtd": "itunes",
  "http://example.com/dtds/podcast-1.0.dtd": "itunes",
  "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
  "http://www.sitemaps.org/schemas/sitemap/0.9": "",
  "https://www.sitemaps.org/schemas/sitemap/0.9": "",
  "http://www.google.com/schemas/sitemap/0.84": "",
  "http://www.google.com/schemas/sitemap/0.9": "",
  "http://www.google.com/schemas/sitemap-news/0.9": "news",
  "https://www.google.com/schemas/sitemap-news/0.9": "news",
  "http://www.google.com/schemas/sitemap-image/1.1": "image",
  "https://www.google.com/schemas/sitemap-image/1.1": "image",
};

const knownPrefixes: ReadonlySet<string> = new Set(Object.values(prefixes));

/** The prefixes declared on an element, over those of the elements around it. A chain: copying would let a feed multiply them. */
export interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
}

export interface ResolvedName {
  /** As in Element.name. */
  readonly name: string;
  readonly tag: string;
  readonly namespace: string;
}

/** The scope inside an element with these attributes. */
export function scopeInside(attributes: ReadonlyMap<string, string>, outer: Scope | null): Scope | null {
  const declared = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (name === "xmlns") declared.set("", value.trim());
    else if (name.startsWith("xmlns:")) declared.set(name.slice(6), value.trim());
  }
  return declared.size === 0 ? outer : { declared, outer };
}

/** An undeclared prefix means what it usually does; an unknown vocabulary keeps its prefix, so that it is mistaken for no other. */
export function resolveName(written: string, scope: Scope | null): ResolvedName {
  const colon = written.indexOf(":");
  const prefix = written.slice(0, Math.max(0, colon)).toLowerCase();
  const tag = written.slice(colon + 1);
  const namespace = namespaceOf(prefix, scope);
  const known = prefixOf(namespace, prefix);
  const local = tag.toLowerCase();
  return { name: known === "" ? local : `${known}:${local}`, tag, namespace: namespace ?? "" };
}

function namespaceOf(prefix: string, scope: Scope | null): string | null {
  for (let around = scope; around !== null; around = around.outer) {
    const namespace = around.declared.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return null;
}

function prefixOf(namespace: string | null, prefix: string): string {
  if (namespace === null) return prefix === "atom" || prefix === "rss" ? "" : prefix;
  const address = namespace.toLowerCase().replace(/\/$/, "");
  if (Object.hasOwn(prefixes, address)) return prefixes[address] ?? "";
  // A default namespace that nobody knows is a publisher's idea of RSS or Atom: early drafts had several.
  if (prefix === "") return "";
  return knownPrefixes.has(prefix) ? `other-${prefix}` : prefix;
}
