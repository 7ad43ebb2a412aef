// Which article an item is: the key by which a second arrival is an update and never a second article.
import { createHash } from "node:crypto";
import { getDomain } from "tldts";
import type { Item } from "../records/feed.ts";
import { canonicalUrl } from "./canonical-url.ts";

// Keys are kept and compared for good; a hostile feed may not make them as long as it likes.
const maxLength = 1000;

/**
 * The item's identity: its canonical address, else `guid:<sourceId>:<id>`, else `hash:` of title and time.
 *
 * The address goes first, although a guid is meant for this: publishers change guids with every edit (the BBC appends
 * `#0`, `#1` … to them), number them anew when they move to another system, and the same article comes through several
 * feeds under one address. An address that is only a site's front page names no article.
 */
export function identityOf(item: Item, sourceId: string): string {
  const address = articleAddress(item);
  return bounded(address ?? guidIdentity(item, sourceId) ?? hashIdentity(item));
}

/**
 * The identities of a feed's items, in their order. Items that share one address but neither guid nor title are different
 * articles behind one link, such as the entries of a list of changes: there the guid decides, or else the link's fragment.
 */
export function identifyItems(items: readonly Item[], sourceId: string): readonly string[] {
  const identities = items.map((item) => identityOf(item, sourceId));
  const titles = new Map<string, Set<string>>();
  for (const [index, identity] of identities.entries()) {
    const title = titleKey(items[index]?.title ?? null);
    titles.set(identity, (titles.get(identity) ?? new Set()).add(title));
  }
  return items.map((item, index) => {
    const identity = identities[index] ?? identityOf(item, sourceId);
    const isShared = (titles.get(identity)?.size ?? 0) > 1;
    return isShared ? bounded(ownIdentity(item, identity, sourceId)) : identity;
  });
}

/** The identities that an article at the address may have: of several behind one link, a fragment tells which. */
export function identitiesOfLink(link: string): readonly string[] {
  const address = canonicalUrl(link);
  if (address === null) return [];
  return [...new Set([address + (URL.parse(link)?.hash ?? ""), address].map(bounded))];
}

function articleAddress({ url }: Item): string | null {
  const address = url === null ? null : canonicalUrl(url);
  return address !== null && isFrontPage(address) ? null : address;
}

const isFrontPage = (address: string): boolean => new URL(address).pathname + new URL(address).search === "/";

/**
 * The identity that a page declares for its article (`rel=canonical`), both as addresses; null when it declares none that can be
 * believed. A page speaks for its own site only, and a front page or the section that it stands in is no article.
 */
export function declaredIdentity(canonical: string | null, page: string): string | null {
  const [declared, own] = [canonicalUrl(canonical ?? ""), canonicalUrl(page)];
  if (declared === null || own === null || isFrontPage(declared)) return null;
  const isSameSite = siteOf(declared) === siteOf(own);
  return isSameSite && !own.startsWith(`${declared}/`) ? bounded(declared) : null;
}

// Blogs of one host are sites of their own. An address without a registrable domain, such as an IP, is only itself.
const siteOf = (address: string): string =>
  getDomain(address, { allowPrivateDomains: true }) ?? new URL(address).hostname;

function guidIdentity({ id }: Item, sourceId: string): string | null {
  const guid = id?.trim();
  return guid ? `guid:${sourceId}:${guid}` : null;
}

function hashIdentity({ title, publishedAt, summary, content }: Item): string {
  const words = titleKey(title) || titleKey(summary ?? content);
  return `hash:${sha256(`${words}\n${publishedAt ?? ""}`)}`;
}

function ownIdentity(item: Item, shared: string, sourceId: string): string {
  // A guid that is the same address again, with whatever fragment, tells no more than the address does.
  if (item.id && canonicalUrl(item.id) !== shared) return guidIdentity(item, sourceId) ?? shared;
  return shared + (URL.parse(item.url ?? "")?.hash ?? "");
}

/** Equal for titles that differ in white space only. */
export const titleKey = (text: string | null): string => (text ?? "").normalize("NFC").replace(/\s+/g, " ").trim();

const bounded = (identity: string): string => (identity.length <= maxLength ? identity : `hash:${sha256(identity)}`);

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64url");
