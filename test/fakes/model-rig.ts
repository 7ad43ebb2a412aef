// A model's rewriter over a loopback endpoint, and an article to try it on.
import { createPinnedFetch, retryAfterOf } from "../../src/adapters/http/pinned-fetch.ts";
import { createModel, type ModelOptions } from "../../src/adapters/summarizers/model.ts";
import { tagRules } from "../../src/language/tag/rules.ts";
import type { Cache } from "../../src/ports/cache.ts";
import type { Rewriter } from "../../src/ports/rewriter.ts";
import type { Locale } from "../../src/records/channel.ts";
import type { Card } from "../../src/records/story.ts";
import { type FakeClock, fakeClock } from "./clock.ts";
import { rememberingLog } from "./log.ts";
import { memoryCache } from "./memory-cache.ts";
import { type ModelEndpoint, openModelEndpoint } from "./model-endpoint.ts";

/** The text of `bridge`. */
export const bridgeText =
  "高雄市新橋今天通車，全長3公里，工程費1.2億元。市長陳其邁說，三成車流將改走新橋，26日起開放機車通行。";

/** A card as it was extracted, published at noon of 25 October 2023 in Taipei. */
export const bridge: Card = {
  storyId: "story",
  articleId: "bridge",
  headline: "高雄新橋今天通車 全長3公里",
  lede: "高雄市新橋今天通車，全長3公里，工程費1.2億元。",
  url: null,
  image: null,
  sourceId: "harbour",
  sourceName: "港都報",
  tags: ["高雄", "交通"],
  language: "zh-Hant",
  publishedAt: Date.UTC(2023, 9, 25, 4),
  alsoIn: [],
};

/** What may be written about `bridge`. */
export const faithful = { headline: "高雄新橋通車", lede: "陳其邁說，30%車流將改走全長3公里的新橋。", tags: ["新橋"] };

export interface ModelRig {
  readonly endpoint: ModelEndpoint;
  readonly clock: FakeClock;
  readonly log: ReturnType<typeof rememberingLog>;
  /** Another part over the same cache, as after a restart. */
  readonly model: (change?: Partial<ModelOptions>) => Rewriter;
  /** What becomes of a card: the card rewritten, or why it was kept. */
  readonly rewritten: (
    part?: Rewriter,
    change?: { card?: Card; text?: string; locale?: Locale },
  ) => Promise<Card | string>;
}

export async function openModelRig(): Promise<ModelRig> {
  const endpoint = await openModelEndpoint();
  const clock = fakeClock(Date.UTC(2023, 9, 25, 5));
  const cache: Cache = memoryCache(clock);
  const log = rememberingLog();
  const model = (change: Partial<ModelOptions> = {}) =>
    createModel({
      url: endpoint.url,
      model: undefined,
      apiKey: undefined,
      fetch: createPinnedFetch(endpoint.url, 200_000),
      retryAfterOf,
      timeoutMs: 60_000,
      dailyTokens: 0,
      timeZone: "Asia/Taipei",
      rules: tagRules({ merge: {}, block: [] }),
      ...{ cache, clock, log },
      ...change,
    });
  return {
    ...{ endpoint, clock, log, model },
    rewritten: async (part = model(), { card = bridge, text = bridgeText, locale = "zh-TW" } = {}) => {
      const textsOf = async () => new Map([[card.articleId, text]]);
      const [rewriting] = await part.rewrite([card], { locale, textsOf });
      if (rewriting === undefined) throw new Error("no rewriting for the card");
      return rewriting.kept ?? rewriting.card;
    },
  };
}
