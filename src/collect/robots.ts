// What a site's robots.txt allows us (RFC 9309). It is asked for pages; a feed is there to be fetched by programs.
import robotsModule from "robots-parser";
import type { Cache } from "../ports/cache.ts";
import type { Fetcher } from "../ports/fetcher.ts";
import { FetchError } from "../records/errors.ts";

// Its types tell of a default export; Node gives the function itself.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;
type Robots = ReturnType<typeof robotsParser>;

export interface RobotsParts {
  readonly fetcher: Pick<Fetcher, "fetch">;
  readonly cache: Cache;
}

/** Throws FetchError `robots` for a page that we may not fetch; with `retryAfterMs` when nobody can tell at the moment. */
export type CheckRobots = (url: string) => Promise<void>;

/** The name that sites may give rules for, and that stands first in our User-Agent. */
const productToken = "lede";
const hourMs = 60 * 60_000;
// RFC 9309 §2.4: a copy is not used for longer.
const keepMs = 24 * hourMs;
// §2.3.1.4: a site whose rules can't be had is left alone, here until it is asked again.
const keepUnknownMs = hourMs;

/** The rules that concern us, null when they can't be had at the moment. */
type Rules = { readonly text: string | null };

/** Checks for one poll: each site's rules are fetched once a day and read once a poll. */
export function createRobots(parts: RobotsParts): CheckRobots {
  const read = new Map<string, Promise<Robots | null>>();
  return async (address) => {
    const url = URL.parse(address);
    // What is no address of the web is refused by the fetcher, in its own words.
    if (!url || !/^https?:$/.test(url.protocol)) return;
    const reading = read.get(url.origin) ?? readRobots(url, parts);
    read.set(url.origin, reading);
    const robots = await reading;
    if (robots === null) throw unknown(url.origin);
    if (robots.isAllowed(url.href, productToken) === false) throw refused(url);
  };
}

async function readRobots({ origin }: URL, parts: RobotsParts): Promise<Robots | null> {
  const { text } = await rulesOf(origin, parts);
  return text === null ? null : robotsParser(`${origin}/robots.txt`, text);
}

async function rulesOf(origin: string, { fetcher, cache }: RobotsParts): Promise<Rules> {
  const key = `robots:${origin}`;
  const kept = await cache.get<Rules>(key);
  if (kept) return kept;
  const rules = { text: await fetchRules(`${origin}/robots.txt`, fetcher) };
  await cache.set(key, rules, rules.text === null ? keepUnknownMs : keepMs);
  return rules;
}

async function fetchRules(url: string, fetcher: Pick<Fetcher, "fetch">): Promise<string | null> {
  try {
    const answer = await fetcher.fetch({ url, accept: "text/plain,*/*;q=0.1" });
    return answer.state === "fetched" ? rulesForUs(new TextDecoder().decode(answer.body)) : "";
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return isWithoutRules(error) ? "" : null;
  }
}

/**
 * RFC 9309 §2.3.1: a site that answers 4xx, or leads round and round, has no rules. What the guard refuses, it refuses for the page
 * too. 429 says nothing of the rules, only that this is not the time to ask.
 */
const isWithoutRules = ({ code, status = 0 }: FetchError): boolean =>
  (status >= 400 && status < 500 && status !== 429) ||
  code === "redirects" ||
  code === "address-refused" ||
  code === "bad-url";

// Far more than any site has for one robot. The parser would multiply agents by rules, and patterns by the address's length.
const longestRules = 64 * 1024;

/** Only the groups for us and for everybody, each agent named once, so that a hostile file costs little. */
function rulesForUs(text: string): string {
  const kept: string[] = [];
  let agents = new Set<string>();
  let length = 0;
  let isAgentBefore = false;
  for (const [, name = "", value = ""] of text.matchAll(/^[ \t]*(user-agent|allow|disallow)[ \t]*:([^#\r\n]*)/gim)) {
    const isAgent = name.toLowerCase() === "user-agent";
    if (isAgent && !isAgentBefore) agents = new Set();
    isAgentBefore = isAgent;
    const agent = value.trim().toLowerCase().split("/")[0] ?? "";
    const isOurs = agent === "*" || agent === productToken;
    if (isAgent ? !isOurs || agents.has(agent) : agents.size === 0) continue;
    if (isAgent) agents.add(agent);
    const line = `${name}:${value}`;
    length += line.length;
    if (length > longestRules) break;
    kept.push(line);
  }
  return kept.join("\n");
}

const refused = ({ origin, pathname }: URL): FetchError =>
  new FetchError(
    "robots",
    `${origin}/robots.txt forbids programs to fetch ${pathname}: ask the publisher, or use their feed.`,
  );

const unknown = (origin: string): FetchError =>
  new FetchError("robots", `${origin}/robots.txt can't be had, so its pages are left alone: it will be tried again.`, {
    retryAfterMs: keepUnknownMs,
  });
