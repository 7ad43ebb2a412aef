// Small posts of our own, as they lie on disk.

/** A post of the first dialect about Kaohsiung's harbour; `overrides` replace lines of its front matter. */
export function harbourPost({ title = "高雄港邊步道完工 市民週末試走", path = "harbour-walk" } = {}): string {
  const url = `https://news.example.com/${path}`;
  return `---
layout: post
title: "${title}"
date: 2026-11-20T02:15:30.250Z
author: 港都日報
from: ${url}
tags: [ 高雄, 步道 ]
categories: [ gangdu ]
---
<!--1795140930250-->
[${title}](${url})
------

<div>
<p>（港都日報記者林小港高雄20日電）高雄港邊步道今天完工，全長三公里，沿線設有休息座椅與夜間照明。</p>
<p>市府表示，步道週末開放試走，下個月起全天開放，歡迎市民提供意見。</p>
</div>
`;
}
