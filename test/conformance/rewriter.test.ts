// What an edition may rely on, whichever part rewrites it and however its model behaves: one suite over both parts.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createUnchanged } from "../../src/adapters/summarizers/unchanged.ts";
import type { Rewriter } from "../../src/ports/rewriter.ts";
import { locales } from "../../src/records/channel.ts";
import { answers, hangs, says, saysText } from "../fakes/model-endpoint.ts";
import { bridge, bridgeText, faithful, type ModelRig, openModelRig } from "../fakes/model-rig.ts";

let rig: ModelRig;

beforeEach(async () => {
  rig = await openModelRig();
});

afterEach(() => rig.endpoint.close());

const behaviours = {
  "that writes what the article says": says(() => faithful),
  "that invents a number": says(() => ({ ...faithful, headline: "高雄新橋通車 全長7公里" })),
  "that answers with nonsense": saysText(() => "}{"),
  "that never answers": hangs,
  "that fails": answers(500),
};

const parts: readonly (readonly [string, () => Rewriter])[] = [
  ["no model", () => createUnchanged()],
  ...Object.entries(behaviours).map(([name, behaviour]): readonly [string, () => Rewriter] => [
    `a model ${name}`,
    () => {
      rig.endpoint.behave(behaviour);
      return rig.model({ timeoutMs: 50 });
    },
  ]),
];

describe.each(parts)("with %s", (_, open) => {
  const cards = Array.from({ length: 10 }, (_, index) => ({
    ...bridge,
    articleId: String(index),
    storyId: `story-${index}`,
  }));
  const textsOf = async () => new Map(cards.map(({ articleId }) => [articleId, bridgeText]));

  it.each(locales)("an edition in %s has every card, in order, with its address, source and story", async (locale) => {
    const rewritings = await open().rewrite(cards, { locale, textsOf });
    const same = ({ articleId, storyId, url, sourceName, alsoIn, publishedAt }: typeof bridge) => [
      articleId,
      storyId,
      url,
      sourceName,
      alsoIn,
      publishedAt,
    ];
    expect(rewritings.map(({ card }) => same(card))).toEqual(cards.map(same));
  });

  it("a card is rewritten and says so, or stays as it was with the reason", async () => {
    const rewritings = await open().rewrite(cards, { locale: "zh-TW", textsOf });
    for (const [index, { card, kept }] of rewritings.entries()) {
      if (kept === null) expect(card.rewritten).toBe("edited");
      else expect(card).toBe(cards[index]);
    }
  });

  it("an edition without cards stays one", async () => {
    expect(await open().rewrite([], { locale: "en", textsOf })).toEqual([]);
  });

  it("an article whose text is not there any more costs nobody the edition", async () => {
    const rewritings = await open().rewrite(cards, { locale: "zh-TW", textsOf: async () => new Map() });
    expect(rewritings).toHaveLength(cards.length);
  });

  it("a desk that is stopping waits for nothing", async () => {
    const rewritings = await open().rewrite(cards, { locale: "zh-TW", textsOf, stopSignal: AbortSignal.abort() });
    expect(rewritings.map(({ card }) => card)).toEqual(cards);
    expect(rig.endpoint.asked).toEqual([]);
  });
});
