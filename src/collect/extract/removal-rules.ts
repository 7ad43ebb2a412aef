// What on a page or in a feed's markup is not the article: one list, by rule, with the publishers whose markup each was met in.
import { hasWord, type PageElement } from "./page-tree.ts";

export interface RemovalRule {
  readonly name: string;
  /** Publishers and systems whose markup shows the shape; rules without any hold for the whole web. */
  readonly seenAt: readonly string[];
  /** `surely`: goes always. `unless-article`: stays when it holds a good part of the page's prose, as layouts misname their main column. */
  readonly removes: "surely" | "unless-article";
  readonly matches: (element: PageElement) => boolean;
}

/** The rules in the order they are asked. */
export const removalRules: readonly RemovalRule[] = [
  {
    name: "controls, embedded media and what is shown only without scripts",
    seenAt: [],
    removes: "surely",
    matches: byTag("script", "noscript", "iframe", "button", "input", "audio", "video", "label", "option", "head"),
  },
  {
    name: "page furniture by tag",
    seenAt: [],
    removes: "unless-article",
    matches: byTag("nav", "aside", "footer", "form", "menu", "dialog"),
  },
  {
    name: "page furniture by role",
    seenAt: [],
    removes: "unless-article",
    matches: byRole(
      "navigation",
      "complementary",
      "contentinfo",
      "search",
      "banner",
      "dialog",
      "alertdialog",
      "menu",
      "menubar",
      "toolbar",
    ),
  },
  { name: "hidden from sight", seenAt: [], removes: "unless-article", matches: isHidden },
  { name: "captions and credits of pictures", seenAt: [], removes: "surely", matches: byTag("figcaption", "caption") },
  {
    name: "captions and credits of pictures by class",
    seenAt: ["CNA picinfo", "WordPress wp-caption-text", "ETtoday", "UDN", "LTN", "Yonhap"],
    removes: "surely",
    matches: byClass(
      "picinfo|pic-?info|(?:image|img|photo|media|figure|picture|wp|gallery|video)-{0,2}_{0,2}(?:caption|credits?|desc|description|text|copyright|source|byline)(?:-text)?|caption|captions|caption-text|figcaption|cutline",
    ),
  },
  {
    name: "readers' comments",
    seenAt: ["WordPress", "Disqus"],
    removes: "surely",
    matches: byClass(
      "comments?|comments?-?(?:area|list|section|form|wrapper|container|body|content|template|thread|box)|commentlist|disqus(?:-thread)?|livefyre|respond|reply-form|replies|fb-comments|responses",
    ),
  },
  {
    name: "the publisher's tags below the article",
    seenAt: ["CNA articlekeywordGroup", "WordPress tag-links", "PTS", "UDN"],
    removes: "surely",
    matches: byClass(
      "article-?keyword-?group|keyword-?tags?|tags?-?(?:list|links|cloud|box|button|wrap|wrapper|container|group|area|items?)|(?:post|entry|article|news|story|blog)-?tags?|tags|keywords|hashtags?",
    ),
  },
  {
    name: "links to other articles",
    seenAt: [
      "CNA moreArticle",
      "ETtoday 延伸閱讀",
      "UDN",
      "LTN",
      "Outbrain",
      "Taboola",
      "WordPress jp-relatedposts, yarpp",
    ],
    removes: "unless-article",
    matches: byClass(
      "more-?articles?(?:-.*)?|relat(?:ed|e)(?:-.*)?|.*-related|relatedposts?|jp-relatedposts|yarpp.*|outbrain.*|taboola.*|recommend(?:ed|ation|ations|s)?(?:-.*)?|(?:you-)?may-?(?:also-)?like|also-?(?:read|like)|see-?also|read-?(?:more|next|also)(?:-.*)?|more-?(?:stories|news|posts|from|on|like)(?:-.*)?|most-?(?:read|popular|viewed)|popular(?:-.*)?|trending(?:-.*)?|up-?next|next-?(?:article|post|up)|prev(?:ious)?-?(?:article|post)|post-?nav(?:igation)?|extended-?reading|latest-?(?:news|posts|stories)|onward|teasers?|further-?reading|inline-?(?:article|story)?-?(?:promo|link)s?",
    ),
  },
  {
    name: "sharing and following",
    seenAt: ["RFI", "AddToAny", "Jetpack"],
    removes: "unless-article",
    matches: byClass(
      "shar(?:e|ing|ers?)(?:-.*)?|.*-shar(?:e|ing)|social(?:-.*)?|.*-social|sns(?:-.*)?|addtoany.*|a2a.*|addthis.*|sharedaddy|follow(?:-us|-me|-.*)?|fb-like|social-?share|.*-?sharebar|likes?-?box|line-?(?:add|share|friend).*|print(?:-?only|-?button|friendly)?",
    ),
  },
  {
    name: "advertisements, app adverts, newsletters and subscriptions",
    seenAt: ["CNA bottomArticleBanner", "LTN appE1121", "ETtoday", "UDN", "RFI selfpromo", "NYT"],
    removes: "unless-article",
    matches: byClass(
      "ads?(?:-.*)?|.*-ads?|advert.*|adslot.*|ad(?:box|unit|zone|space|wrap|container|holder)|dfp.*|gpt-ad.*|google-?ad.*|adsbygoogle|sponsor.*|promo(?:-.*)?|promotion(?:s|al)?|.*-promo(?:tion|s)?|self-?promo.*|newsletters?(?:-.*)?|.*-newsletters?|subscri(?:be|ption|bers?)(?:-.*)?|sign-?up(?:-.*)?|mailing-?list|app-?(?:promo|download|banner|ad|install)s?.*|app[a-z]?[0-9]{3,}|download-?app|article-?banner|bottom-?article-?banner|cta(?:-.*)?|.*-cta|call-?to-?action|donat(?:e|ion)(?:-.*)?|paywall(?:-.*)?|mc-?embed.*|mailchimp.*|hubspot.*|opt-?in(?:-.*)?|lead-?magnet|affiliate.*disclos.*",
    ),
  },
  {
    name: "navigation and site furniture by class",
    seenAt: [],
    removes: "unless-article",
    matches: byClass(
      "nav(?:bar|igation|igator|-.*)?|.*-nav(?:igation|bar)?|menus?(?:-.*)?|.*-menu|bread-?crumbs?(?:-.*)?|pag(?:er|ination)(?:-.*)?|page-?links|side-?bar(?:-.*)?|.*-side-?bar|foot(?:er)?(?:-.*)?|.*-footer|site-?header|global-?header|masthead|header-?(?:nav|bar|top|menu)|top-?bar|tool-?bar|tools|skip-?(?:link|to|nav).*|back-?to-?top|go-?top|jump-?(?:to|link).*|toc(?:-.*)?|table-?of-?contents?|ez-toc.*|widgets?(?:-.*)?|search(?:-.*)?|login(?:-.*)?|sign-?in|lang(?:uage)?-?(?:switch|selector|menu).*|site-?map|rating(?:s|-.*)?|star-?rating|feedback(?:-.*)?|poll|quiz|survey",
    ),
  },
  {
    name: "notices over the page",
    seenAt: [],
    removes: "unless-article",
    matches: byClass(
      "cookies?(?:-.*)?|.*-cookies?|consent(?:-.*)?|gdpr.*|onetrust.*|modals?(?:-.*)?|.*-modal|pop-?ups?(?:-.*)?|overlay(?:-.*)?|lightbox(?:-.*)?|tool-?tip(?:-.*)?|toast|notice-?bar|alert-?bar|announcement(?:-.*)?|off-?canvas.*|drawer(?:-.*)?",
    ),
  },
  {
    name: "who wrote it and when, outside the prose",
    seenAt: ["WordPress entry-meta", "UDN", "ETtoday"],
    removes: "unless-article",
    matches: byClass(
      "by-?lines?(?:-.*)?|.*-byline|(?:post|entry|article|story|blog|news)-?(?:meta|info|author|date|time|details|header-meta)(?:-.*)?|author(?:s|-?(?:box|bio|info|card|block|section|name|details|description|profile|meta|image|about|content|wrap|wrapper))?|about-?(?:the-)?authors?(?:-.*)?|(?:written|posted|reviewed|published)-?(?:by|on)|date-?line|time-?stamp|publish(?:ed)?-?(?:date|time|on|at)|date-?published|pub-?date|last-?(?:updated|modified)|contributors?(?:-.*)?|reporters?|bio|biography|vcard|read(?:ing)?-?time|entry-?date|meta-?(?:data|info)",
    ),
  },
  {
    name: "author or date in microdata",
    seenAt: ["BBC", "WSJ"],
    removes: "unless-article",
    matches: ({ attributes }) =>
      /^(?:author|datepublished|datemodified|dateline|byline|publisher)$/i.test(attributes.itemprop ?? "") ||
      (hasWord(attributes.rel, "author") && /^by\b/i.test(attributes.class ?? "")),
  },
  {
    name: "copyright lines by class",
    seenAt: ["RFI t-copyright", "AFP"],
    removes: "unless-article",
    matches: byClass(
      "(?:.*-)?copy-?right(?:s|-.*)?|licen[cs]e-?(?:box|info|notice)|disclaimer|legal(?:-.*)?|reprints?",
    ),
  },
];

function byTag(...tags: readonly string[]): RemovalRule["matches"] {
  const among = new Set(tags);
  return ({ tag }) => among.has(tag);
}

function byRole(...roles: readonly string[]): RemovalRule["matches"] {
  const among = new Set(roles);
  return ({ attributes }) => attributes.role !== undefined && among.has(attributes.role.toLowerCase());
}

/** `names` is matched against each whole class and the id, in lower case, camelCase and underscores read as hyphens. */
function byClass(names: string): RemovalRule["matches"] {
  const pattern = new RegExp(`^(?:${names})$`);
  return ({ attributes }) => classNames(attributes).some((name) => pattern.test(name));
}

const named = new WeakMap<object, readonly string[]>();
const longestClass = 80;

function classNames(attributes: Readonly<Record<string, string>>): readonly string[] {
  let names = named.get(attributes);
  if (names === undefined) {
    names = `${attributes.class ?? ""} ${attributes.id ?? ""}`
      .split(/\s+/)
      .filter((name) => name !== "" && name.length <= longestClass)
      .map((name) =>
        name
          .replace(/([a-z])([A-Z])/g, "$1-$2")
          .toLowerCase()
          .replace(/[_-]+/g, "-")
          .replace(/^-|-$/g, ""),
      );
    named.set(attributes, names);
  }
  return names;
}

function isHidden({ attributes }: PageElement): boolean {
  if (attributes.hidden !== undefined || attributes["aria-hidden"] === "true") return true;
  if (/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? "")) return true;
  return /(?:^|\s)(?:hidden|hide|sr-only|visually-?hidden|screen-reader(?:-text)?|screenreader|invisible|d-none|no-?print|noprint|assistive-text|u-hidden)(?:\s|$)/i.test(
    attributes.class ?? "",
  );
}
