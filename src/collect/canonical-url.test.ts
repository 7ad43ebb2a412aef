import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl } from "./canonical-url.ts";

const plain = "https://news.example/a/1";

describe("a canonical address", () => {
  it.each([
    ["upper-case scheme and host", "HTTPS://News.Example/a/1"],
    ["http", "http://news.example/a/1"],
    ["default port", "https://news.example:443/a/1"],
    ["default port of http", "http://news.example:80/a/1"],
    ["dot after the host", "https://news.example./a/1"],
    ["fragment", "https://news.example/a/1#comments"],
    ["slash at the end", "https://news.example/a/1/"],
    ["index page", "https://news.example/a/1/index.html"],
    ["needless escapes", "https://news.example/%61/%31"],
    ["dots in the path", "https://news.example/b/../a/./1"],
    ["credentials", "https://user:secret@news.example/a/1"],
    ["white space around it", "  https://news.example/a/1\n"],
    ["session", "https://news.example/a/1;jsessionid=4F2A"],
    ["campaign", "https://news.example/a/1?utm_source=rss&utm_medium=feed&UTM_Campaign=x"],
    ["click ids", "https://news.example/a/1?fbclid=A1&gclid=B2&mc_cid=3"],
    ["BBC's campaign", "https://news.example/a/1?at_medium=RSS&at_campaign=KARANGA"],
    ["DW's campaign", "https://news.example/a/1?maca=chi-rss-chi-all-1127-rdf"],
    ["www", "https://www.news.example/a/1"],
    ["mobile host", "https://m.news.example/a/1"],
    ["mobile host in full", "http://mobile.news.example/a/1"],
    ["WAP host", "http://wap.news.example/a/1"],
    ["mobile label after another one that is left out", "https://www.m.news.example/a/1"],
    ["Guardian's campaign", "https://news.example/a/1?CMP=share_btn_url"],
    ["Matomo's campaign", "https://news.example/a/1?mtm_campaign=x&pk_kwd=y"],
    ["mail programs", "https://news.example/a/1?mkt_tok=a&vero_id=b&_hsenc=c"],
    ["shops and networks", "https://news.example/a/1?spm=a.1&srsltid=b&li_fat_id=c&epik=d&ref_src=twsrc%5Etfw"],
    ["Yahoo's consent", "https://news.example/a/1?guccounter=1&guce_referrer=x&soc_src=app"],
    ["Yonhap's feed", "https://news.example/a/1?input=rss"],
    ["AMP host", "https://amp.news.example/a/1"],
    ["AMP at the end", "https://news.example/a/1/amp/"],
    ["AMP at the beginning", "https://www.news.example/amp/a/1"],
    ["AMP as an ending", "https://news.example/a/1.amp"],
    ["AMP in the query", "https://news.example/a/1?amp=1"],
    ["AMP in the query without a value", "https://news.example/a/1?amp&outputType=amp"],
    ["AMP cache", "https://www-news-example.cdn.ampproject.org/c/s/www.news.example/a/1/amp?usqp=mq331AQ&amp_js_v=0.1"],
    ["AMP viewer of a search engine", "https://www.google.com/amp/s/amp.news.example/a/1"],
    ["feed as the referrer", "https://news.example/a/1?ref=rss&mod=rss_world"],
  ])("is the same with and without: %s", (_, address) => {
    expect(canonicalUrl(address)).toBe(plain);
  });

  it.each([
    ["another id in the query", "https://news.example/a/1?id=2"],
    ["another case in the path", "https://news.example/A/1"],
    ["another port", "https://news.example:8443/a/1"],
    ["a subdomain", "https://sport.news.example/a/1"],
    ["a mobile page under another path", "https://m.news.example/mobile/a/1"],
    ["a page on AMP", "https://news.example/a/1/amp-explained"],
    ["an escaped slash", "https://news.example/a%2f1"],
    ["an input that is none", "https://news.example/a/1?input=2"],
    ["a name that only begins like tracking", "https://news.example/a/1?compare=2"],
    ["a referrer that is a page", "https://news.example/a/1?ref=front"],
  ])("differs for %s", (_, address) => {
    expect(canonicalUrl(address)).not.toBe(plain);
  });

  it("keeps a domain that is called like a screen", () => {
    expect(canonicalUrl("https://m.tw/a")).toBe("https://m.tw/a");
    expect(canonicalUrl("https://www.m.tw/a")).toBe("https://m.tw/a");
    expect(canonicalUrl("https://amp.github.io/a")).toBe("https://amp.github.io/a");
  });

  it("has the mobile form of a host whose language stands first", () => {
    expect(canonicalUrl("https://zh.m.wikinews.org/wiki/a")).toBe("https://zh.wikinews.org/wiki/a");
    expect(canonicalUrl("https://a.m.tw/x")).toBe("https://a.m.tw/x");
  });

  it("writes a blank in the query one way", () => {
    expect(canonicalUrl("https://news.example/?q=a+b")).toBe(canonicalUrl("https://news.example/?q=a%20b"));
    expect(canonicalUrl("https://news.example/?q=a%2Bb")).not.toBe(canonicalUrl("https://news.example/?q=a+b"));
  });

  it("keeps a page that is called AMP", () => {
    expect(canonicalUrl("https://dictionary.example/amp")).toBe("https://dictionary.example/amp");
  });

  it("does not depend on the order of the query", () => {
    expect(canonicalUrl("https://news.example/?b=2&a=1")).toBe(canonicalUrl("https://news.example/?a=1&b=2"));
  });

  it("writes Chinese in a path one way", () => {
    const written = canonicalUrl("https://news.example/高雄");
    expect(written).toBe("https://news.example/%E9%AB%98%E9%9B%84");
    expect(canonicalUrl("https://news.example/%e9%ab%98%e9%9b%84")).toBe(written);
  });

  it.each(["javascript:alert(1)", "mailto:desk@news.example", "tag:news.example,2026:1", "/a/1", "", "http://"])(
    "does not exist for %s",
    (address) => {
      expect(canonicalUrl(address)).toBeNull();
    },
  );

  it("is canonical itself", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = canonicalUrl(address);
        expect(once && canonicalUrl(once)).toBe(once);
      }),
    );
  });
});
