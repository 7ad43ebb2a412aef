// What a feed's relative links are relative to while the feed itself does not say.
import { parse } from "tldts";
import type { SourceBody } from "../../../ports/source-reader.ts";

/**
 * The address that the body came from, or the one on another site that its server names in Content-Location. HTTP used to say that
 * this header is the base (RFC 2616, 14.14) and now leaves that to the format (RFC 7231, appendix B), because variants of
 * one page, named by the same site, broke relative links. RSS says nothing, and feedparser, by which much of the field goes, still
 * obeys the header: so one of the same site is passed over, and so is one that is no public site, such as a machine behind it.
 */
export function documentBase({ url, contentLocation }: SourceBody): string {
  const named = URL.parse(contentLocation ?? "");
  if (named === null || !/^https?:$/.test(named.protocol)) return url;
  const { domain, isIcann } = parse(named.hostname);
  return isIcann && domain !== parse(url).domain ? named.href : url;
}
