// One address for one article, however a feed decorates it and whichever form of the page it links.
import { getSubdomain } from "tldts";

// Who shared it, where it was clicked and which campaign paid: never which article it is. What Firefox and Brave strip from
// links, Matomo's and Yahoo's names, and those of publishers whose feeds carry them.
const trackingNames = new RegExp(
  `^(${[
    "utm_.+|at_.+|ns_.+|(mtm|matomo|piwik|pk)_.+|wt[._].+|_ga|_gl|xtor|maca|cmp|cmpi|cmpid|ncid|ocid|s_cid|intcid|int_cmp|smid",
    "fbclid|gclid|gclsrc|dclid|gbraid|wbraid|srsltid|msclkid|yclid|ysclid|_openstat|twclid|ttclid|li_fat_id|epik|rb_clickid",
    "igshid|igsh|mibextid|sfnsn|__twitter_impression|ref_src|ref_url|soc_(src|trk)|guccounter|guce_.+|spm|chdtv|ctrack",
    "mc_[ce]id|_hs.+|hss_channel|mkt_tok|vero_(id|conv)|oly_(anon|enc)_id|wickedid|ml_subscriber(_hash)?|__s",
  ].join("|")})$`,
  "i",
);

// Names that mean other things too, unless their value says that the click came from a feed.
const tellsOfFeed = /^(from|ftag|input|mod|partner|emc|ref|source|src|via)=rss/i;

// How pages and AMP caches ask for the AMP form, and what they pass on with it.
const asksForAmp = /^(_?amp(=.*)?|outputtype=amp|amp_(js_v|gsa|r)=.*|usqp=.*)$/i;
// Publishers' own AMP pages: /amp/news/1, /news/1/amp, /news/1.amp, /news/1.amp.html.
const ampPath = /^\/amp(?=\/.)|(?<=[^/])\/amp$|(?<=[^/])\.amp(?=$|\.html?$)/gi;
// The AMP cache's address format (https://developers.google.com/amp/cache/overview): a kind of document, "s" for https, the host and the path.
const ampCache =
  /^https?:\/\/(?:[^/]+\.cdn\.ampproject\.org\/(?:c|v|wp|a)|www\.google\.[a-z.]+\/amp|www\.bing\.com\/amp)\/(?:s\/)?([\w-]+(?:\.[\w-]+)+\/.*)$/i;

// The same site for other screens. With www as one more of them, m.example.com and www.example.com come to one key.
const screenLabels: ReadonlySet<string> = new Set(["www", "m", "mobile", "amp", "wap", "touch", "3g"]);

const indexPage = /\/(index|default)\.(html?|php|aspx?)$/i;
const sessionId = /;jsessionid=[^/?;]*/i;

/**
 * The address as a key: two addresses of the same page give the same text. Null for what is not http or https.
 * It is a key and not a link: https stands for both schemes, as publishers move from one to the other, and the host without
 * `www.`, `m.`, `mobile.`, `amp.` and their like for all of them, as long as the path is the same. AMP forms are as the page they are made of.
 */
export function canonicalUrl(address: string): string | null {
  const cached = ampCache.exec(address.trim())?.[1];
  const url = URL.parse(cached === undefined ? address.trim() : `https://${cached}`);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const scheme = url.port === "" ? "https:" : url.protocol;
  const query = url.search.slice(1).split("&").filter(tellsArticle).map(normalParameter).sort().join("&");
  const port = url.port && `:${url.port}`;
  return `${scheme}//${siteHost(url.hostname)}${port}${articlePath(url.pathname)}${query && `?${query}`}`;
}

/** Only what stands before a registrable domain is left out: m.tw is somebody's own. */
function siteHost(hostname: string): string {
  const host = hostname.replace(/\.$/, "");
  const before = getSubdomain(host, { allowPrivateDomains: true });
  if (!before) return host;
  const labels = before.split(".");
  const firstOwn = labels.findIndex((label) => !screenLabels.has(label));
  // An encyclopedia's language stands first: zh.m.wikipedia.org.
  const own = firstOwn < 0 ? [] : labels.slice(firstOwn).filter((label) => label !== "m");
  return [...own, host.slice(before.length + 1)].join(".");
}

// Each form may stand inside another, as in /amp/news/1/index.html/amp.
const deepestForms = 3;

function articlePath(pathname: string): string {
  let path = normalEscapes(pathname.replace(sessionId, ""));
  for (let depth = 0; depth < deepestForms; depth++) {
    path = path.replace(/\/+$/, "").replace(ampPath, "").replace(indexPage, "/");
  }
  return path.replace(/\/+$/, "") || "/";
}

function tellsArticle(parameter: string): boolean {
  const [name = ""] = parameter.split("=");
  return parameter !== "" && !trackingNames.test(name) && !tellsOfFeed.test(parameter) && !asksForAmp.test(parameter);
}

// Forms write a blank as a plus (URL standard, application/x-www-form-urlencoded).
const normalParameter = (parameter: string): string => normalEscapes(parameter.replaceAll("+", "%20"));

// RFC 3986 §6.2.2: unreserved characters stand for themselves, other escapes are in upper case.
function normalEscapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });
}
