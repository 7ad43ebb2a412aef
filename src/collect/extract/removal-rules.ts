// What on a page or in a feed's markup is not the article: one list, by rule, with the publishers whose markup each was met in.
import { byClass, byHiding, byPicture, byRole, byTag, type Matcher } from "./element-matchers.ts";
import { matchTagBox } from "./publisher-tags.ts";

export interface RemovalRule {
  readonly name: string;
  /** Publishers and systems whose markup shows the shape; rules without any hold for the whole web. */
  readonly seenAt: readonly string[];
  /** `surely`: goes always. `unless-article`: stays when it holds a good part of the page's prose, as layouts misname their main column. */
  readonly removes: "surely" | "unless-article";
  readonly matches: Matcher;
}

/** The rules in the order they are asked. */
export const removalRules: readonly RemovalRule[] = [
  {
    name: "controls, embedded media and what is shown only without scripts",
    seenAt: [],
    removes: "surely",
    matches: byTag("script noscript iframe button input audio video label option head"),
  },
  {
    name: "page furniture by tag",
    seenAt: [],
    removes: "unless-article",
    matches: byTag("nav aside footer form menu dialog"),
  },
  {
    name: "page furniture by role",
    seenAt: [],
    removes: "unless-article",
    matches: byRole("navigation complementary contentinfo search banner dialog alertdialog menu menubar toolbar"),
  },
  { name: "hidden from sight", seenAt: [], removes: "unless-article", matches: byHiding },
  { name: "captions of pictures by tag", seenAt: [], removes: "surely", matches: byTag("figcaption caption") },
  {
    name: "captions and credits of pictures",
    seenAt: ["CNA picinfo", "WordPress wp-caption-text", "ETtoday", "UDN", "LTN", "Yonhap", "NHK"],
    removes: "surely",
    matches: byClass({
      parts: `captions? figcaption wp-caption-text photo-?credits? image-?credits? img-?credits? picture-?credits? media-?credits?
        photo-?desc(?:ription)? image-?desc(?:ription)? img-?desc`,
      wholes: "pic-?info cutline credits?",
    }),
  },
  {
    name: "a picture with its caption",
    seenAt: ["BBC 中文", "DW", "VOA", "NYT 中文", "ETtoday"],
    removes: "unless-article",
    matches: byPicture,
  },
  {
    name: "readers' comments",
    seenAt: ["WordPress", "Disqus"],
    removes: "surely",
    matches: byClass({
      parts: "disqus livefyre comment-?list comments-?(?:area|list|section|form|wrapper|container|body) fb-comments",
      wholes: "comments? respond reply-form replies responses comment-(?:area|section|form|body|content|template|box)",
    }),
  },
  {
    name: "the publisher's tags below the article",
    seenAt: ["CNA articlekeywordGroup", "WordPress tags-links", "PTS", "UDN", "LTN"],
    removes: "unless-article",
    matches: matchTagBox,
  },
  {
    name: "links to other articles",
    seenAt: [
      "CNA moreArticle",
      "ETtoday",
      "UDN",
      "LTN",
      "NHK",
      "Outbrain",
      "Taboola",
      "WordPress jp-relatedposts and yarpp",
    ],
    removes: "unless-article",
    matches: byClass({
      parts: `related relatedposts? yarpp outbrain taboola zergnet recommend(?:ed|ation|ations|s)? recirc(?:ulation)? more-?articles? more-?stories more-?news
        more-?posts more-?from read-?more read-?next read-?also also-?read see-?also may-?like also-?like most-?read most-?popular most-?viewed popular trending
        up-?next next-?article next-?post prev(?:ious)?-?(?:article|post) post-?nav extended-?reading further-?reading latest-?(?:news|posts|stories) teasers? carousel swiper slick-slider`,
      wholes: "onward next-prev prev-next more",
    }),
  },
  {
    name: "sharing and following",
    seenAt: ["RFI", "AddToAny", "Jetpack", "LTN", "UDN"],
    removes: "unless-article",
    matches: byClass({
      parts:
        "shar(?:e|ing|ers?|edaddy|ebar|e-?this) social sns addtoany a2a addthis follow-?(?:us|me) fb-like line-?(?:share|friend)s?",
      wholes: "follow likes? like-?box print printfriendly print-?(?:only|button)",
    }),
  },
  {
    name: "advertisements, app adverts, newsletters and subscriptions",
    seenAt: ["CNA bottomArticleBanner", "LTN appE1121", "ETtoday", "UDN", "RFI self-promo", "NYT"],
    removes: "unless-article",
    matches: byClass({
      parts: `ads? advert(?:s|isement|isements|ising)? adslot adbox adunit adsbygoogle dfp gpt-?ad google-?ads? sponsor(?:ed|s|ship)? promos? promotions? promoted
        newsletters? subscri(?:be|ption|bers?) sign-?up mailing-?list app-?(?:promo|download|banner|install)s? download-?app article-?banner cta call-?to-?action
        donat(?:e|ion|ions) paywall mailchimp hubspot opt-?in lead-?magnet`,
      wholes: "app[a-z]?[0-9]{3,}",
    }),
  },
  {
    name: "navigation and site furniture",
    seenAt: [],
    removes: "unless-article",
    matches: byClass({
      parts: `nav navbar navigation navigator menus? bread-?crumbs? pag(?:er|ination) side-?bar foot(?:er)? masthead site-?header global-?header top-?bar tool-?bar
        skip-?(?:link|to|nav) back-?to-?top go-?top table-?of-?contents? toc widget-?(?:area|title|bar) side-?bar-?widget sitemap ratings? feedback`,
      wholes: "tools search login sign-?in poll quiz survey search-?(?:box|form|bar) page-links",
    }),
  },
  {
    name: "consent to cookies",
    seenAt: ["OneTrust", "WordPress cookie-law-info"],
    removes: "surely",
    matches: byClass({
      parts:
        "cookie-?(?:bar|notice|banner|consent|law|policy|popup|modal|settings|info)s? consent gdpr onetrust cli-modal",
      wholes: "cookies?",
    }),
  },
  {
    name: "notices over the page",
    seenAt: [],
    removes: "unless-article",
    matches: byClass({
      parts:
        "modals? pop-?ups? popover overlay lightbox tool-?tip toast notice-?bar alert-?bar announcement off-?canvas",
      wholes: "",
    }),
  },
  {
    name: "who wrote it and when, outside the prose",
    seenAt: ["WordPress entry-meta", "UDN", "ETtoday", "NHK", "Yonhap"],
    removes: "unless-article",
    matches: byClass({
      parts: `by-?lines? author-?(?:box|bio|info|card|block|section|name|details|description|profile|meta|image|about) about-?(?:the-)?authors? written-by
        posted-(?:by|on) published-(?:by|on) (?:post|entry|article|story|blog|news)-?(?:meta|info|author|date|time) date-?line time-?stamp pub(?:lish(?:ed)?)?-?(?:date|time)
        last-?(?:updated|modified) contributors? reporters? read(?:ing)?-?time`,
      wholes: "authors? bio biography vcard meta(?:-?data|-?info)? date time entry-date",
    }),
  },
  {
    name: "author or date in microdata",
    seenAt: ["BBC", "WSJ"],
    removes: "unless-article",
    matches: ({ attributes }) =>
      /^(?:author|datepublished|datemodified|dateline|byline|publisher)$/i.exec(attributes.itemprop ?? "")?.[0] ?? null,
  },
  {
    name: "copyright lines",
    seenAt: ["RFI t-copyright", "AFP", "Yonhap"],
    removes: "unless-article",
    matches: byClass({ parts: "copy-?rights? licen[cs]e-?(?:box|info|notice) disclaimer", wholes: "legal reprints?" }),
  },
];
