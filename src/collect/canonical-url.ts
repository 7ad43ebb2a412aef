// One address for one article, however a feed decorates it.

// Who shared it, where it was clicked and which campaign paid: never which article it is.
const trackingNames =
  /^(utm_.+|at_.+|ns_.+|mc_[ce]id|_gl|_ga|_hs.+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|xtor|maca|cmpid?|ncid|ocid|smid|wt[._].+|__twitter_impression)$/i;

// Names that mean other things too, unless their value says that the click came from a feed.
const tellsOfFeed = /^(from|ftag|mod|partner|emc|ref|source|src|via)=rss/i;

const indexPage = /\/(index|default)\.(html?|php|aspx?)$/i;
const sessionId = /;jsessionid=[^/?;]*/i;

/**
 * The address as a key: two addresses of the same page give the same text. Null for what is not http or https.
 * It is a key and not a link: https stands for both schemes, as publishers move from one to the other.
 * AMP and mobile hosts remain addresses of their own.
 */
export function canonicalUrl(address: string): string | null {
  const url = URL.parse(address.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const scheme = url.port === "" ? "https:" : url.protocol;
  const host = url.host.replace(/\.(?=$|:)/, "");
  const path = url.pathname.replace(sessionId, "").replace(indexPage, "/").replace(/\/+$/, "") || "/";
  const query = url.search.slice(1).split("&").filter(tellsArticle).map(normalEscapes).sort().join("&");
  return `${scheme}//${host}${normalEscapes(path)}${query && `?${query}`}`;
}

function tellsArticle(parameter: string): boolean {
  const [name = ""] = parameter.split("=");
  return parameter !== "" && !trackingNames.test(name) && !tellsOfFeed.test(parameter);
}

// RFC 3986 §6.2.2: unreserved characters stand for themselves, other escapes are in upper case.
function normalEscapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });
}
