// Which hub a feed names, in its HTTP header or in itself (WebSub §4).
import type { HubLinks, ParsedSource } from "../../records/feed.ts";
import type { HubOffer } from "../../records/push.ts";

/** How a feed came: from which address, and with which Link header. */
interface Arrival {
  readonly url: string;
  readonly link?: string | null;
}

// More would be no address, but a way to fill the database.
const longestUrl = 2000;

/**
 * The hub to subscribe at, or null. The header wins over the feed, as the recommendation has it. Feeds that forget their
 * rel="self" are known to their hub by where they are.
 */
export function offerOf({ url, link }: Arrival, { hubLinks }: Pick<ParsedSource, "hubLinks">): HubOffer | null {
  const inHeader = readLinkHeader(link ?? "");
  const hub = [...inHeader.hubs, ...(hubLinks?.hubs ?? [])].map((address) => webAddress(address, url)).find(Boolean);
  const topic = webAddress(inHeader.self ?? hubLinks?.self ?? url, url);
  return hub && topic ? { hub, topic } : null;
}

function webAddress(address: string, base: string): string | null {
  const url = URL.parse(address.trim(), base);
  // A topic is a name: the hub compares it letter by letter, so one that is absolute stays as written.
  const text = url && URL.canParse(address.trim()) ? address.trim() : (url?.href ?? "");
  return /^https?:/i.test(text) && text.length <= longestUrl ? text : null;
}

/** The hubs and the feed's own address in a Link header, such as `<https://hub.example/>; rel="hub"` (RFC 8288 §3). */
function readLinkHeader(header: string): HubLinks {
  const links = [...header.matchAll(/<([^<>]*)>([^<>]*)/g)].map(([, address = "", parameters = ""]) => {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters) ?? [];
    return { address, relations: (quoted ?? bare ?? "").toLowerCase().split(/\s+/) };
  });
  const having = (relation: string) => links.filter(({ relations }) => relations.includes(relation));
  return { hubs: having("hub").map(({ address }) => address), self: having("self")[0]?.address ?? null };
}
