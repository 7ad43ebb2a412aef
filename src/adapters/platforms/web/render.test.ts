// What the room's page is given to draw.
import { expect, it } from "vitest";
import { reply } from "../../../language/reply.ts";
import type { Card } from "../../../records/story.ts";
import { renderMessage } from "./render.ts";

const card: Card = {
  storyId: "story",
  articleId: "article",
  headline: "新的軟體上市",
  lede: "搭計程車去看",
  url: null,
  image: null,
  sourceId: "cna",
  sourceName: "中央社",
  tags: [],
  language: "zh-Hant",
  publishedAt: 0,
  alsoIn: [],
};

it("what was looked for is marked in the headline and the lede as published, whatever script it was typed in", () => {
  const answer = reply({ cards: [card], wanted: ["软件", "出租车"] });
  const message = { kind: "reply", id: "1", at: 0, reply: answer, picture: null } as const;
  expect(renderMessage(message, "zh-TW", "Asia/Taipei").cards[0]?.marked).toEqual({
    headline: [
      { text: "新的", isHit: false },
      { text: "軟體", isHit: true },
      { text: "上市", isHit: false },
    ],
    lede: [
      { text: "搭", isHit: false },
      { text: "計程車", isHit: true },
      { text: "去看", isHit: false },
    ],
  });
});
