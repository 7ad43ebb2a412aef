import { describe, expect, it } from "vitest";
import * as pages from "../../../test/fakes/list-pages.ts";
import { ParseError } from "../../records/errors.ts";
import { readPage } from "./page.ts";
import { readSite } from "./site.ts";

const body = (html: string, url = "https://news.example/list/aall.aspx") => ({
  bytes: Buffer.from(html),
  url,
  contentType: null,
});

describe("the feeds of a page", () => {
  it("are those it declares, then those it links, each once and absolute", () => {
    const html = `<html><head>
      <link rel="alternate" type="application/rss+xml" title="All" href="/feed">
      <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="https://feeds.example/atom.xml">
      <link rel="alternate" type="application/json+oembed" href="/wp-json/oembed/1.0/embed?url=x">
      <link rel="alternate" hreflang="ja" href="/ja/"><link rel="stylesheet" href="/rss.css"></head>
      <body><a href="feed:https://news.example/rss/sport.xml">Sport</a><a href="/feed">RSS</a><a href="?feed=rss2">RSS 2</a>
      <a href="/feedback">Write to us</a><a href="javascript:rss()">x</a><a href="/news/atomic-clock">Clock</a></body></html>`;
    expect(readSite(body(html, "https://news.example/")).feedUrls).toEqual([
      "https://news.example/feed",
      "https://feeds.example/atom.xml",
      "https://news.example/rss/sport.xml",
      "https://news.example/?feed=rss2",
    ]);
  });
});

describe("the list of a page without a feed", () => {
  const shapes: readonly (readonly [string, string])[] = [
    ["a news agency", pages.agencyPage],
    ["a daily paper", pages.dailyPage],
    ["a government office", pages.tablePage],
    ["a framework with generated class names", pages.generatedPage],
  ];

  it.each(shapes)("of %s gives its headlines in order, without menus and rankings", (_who, html) => {
    const { list } = readSite(body(html));
    if (list === null) throw new Error("a list must be found");
    expect(readPage(body(html), list).items.map(({ title }) => title)).toEqual(pages.listedHeadlines);
  });

  it("is found again after the page has new entries", () => {
    const { list } = readSite(body(pages.agencyPage));
    const later = pages.agencyPage.replace(
      /<li class="first">/,
      '<li class="first"><a href="/news/aloc/9.aspx"><h2><span>剛剛才發生的一件大事</span></h2></a></li><li>',
    );
    const titles = list && readPage(body(later), list).items.map(({ title }) => title);
    expect(titles).toEqual(["剛剛才發生的一件大事", ...pages.listedHeadlines]);
  });

  it("comes with times and summaries where the entries have them", () => {
    const { list } = readSite(body(pages.dailyPage));
    const [first] = list ? readPage(body(pages.dailyPage), list).items : [];
    expect(first).toMatchObject({ publishedAt: Date.parse("2026-11-23T00:30:00+08:00"), summary: /^記者今日走訪/ });
  });

  it("is none where a page has menus only", () => {
    expect(readSite(body(pages.plainPage)).list).toBeNull();
  });
});

describe("a hostile page", () => {
  it("of 100,000 nested elements is refused", () => {
    expect(() => readSite(body("<div>".repeat(100_000)))).toThrow(ParseError);
  });

  it("of 10,000 links, each deep in elements of many classes, is answered", () => {
    const classes = Array.from({ length: 200 }, (_, index) => `c${"x".repeat(index % 9)}`).join(" ");
    const link = (index: number) => `<a class="${classes}" href="/a?${index}">Some headline of an ordinary length</a>`;
    const links = Array.from({ length: 10_000 }, (_, index) => link(index)).join("");
    const startedAt = performance.now();
    readSite(body(`${`<div class="${classes}">`.repeat(300)}${links}`));
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
