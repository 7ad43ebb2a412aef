// Atom's links to the feed's hub and to itself, in Atom or inside RSS (WebSub §4).
import type { HubLinks } from "../../../records/feed.ts";
import { childrenNamed, type Element } from "./element.ts";
import { relationOf } from "./links.ts";

/** The addresses as written: they are names, and a relative one is resolved by whoever knows where the feed came from. */
export function hubLinksOf(channel: Element): HubLinks {
  const links = childrenNamed(channel, "link").map((link) => ({
    relations: relationOf(link).split(/\s+/),
    address: link.attributes.get("href")?.trim() ?? "",
  }));
  const having = (relation: string) =>
    links.filter(({ relations, address }) => address !== "" && relations.includes(relation));
  return { hubs: having("hub").map(({ address }) => address), self: having("self")[0]?.address ?? null };
}
