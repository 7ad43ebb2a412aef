// Rewrites cards with a language model, at any OpenAI-compatible endpoint; what it can't or may not do stays as it was extracted.
import { createHash } from "node:crypto";
import { foldText } from "../../language/fold.ts";
import { holdsMachineOrders } from "../../language/machine-orders.ts";
import type { TagRules } from "../../language/tag/rules.ts";
import type { Cache } from "../../ports/cache.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { RewriteRequest, Rewriter } from "../../ports/rewriter.ts";
import type { KeptReason, Rewriting } from "../../records/rewriting.ts";
import type { Card } from "../../records/story.ts";
import { readAnswer, type WrittenArticle } from "./model/answer.ts";
import { createEndpoint, type Endpoint, type EndpointOptions } from "./model/endpoint.ts";
import { EndpointFault } from "./model/fault.ts";
import { judge } from "./model/judge.ts";
import { promptFor, promptVersion } from "./model/prompt.ts";
import { createRest, type Rest } from "./model/rest.ts";
import { createTally, type Tally } from "./model/tally.ts";
import { estimateTokens } from "./model/token-estimate.ts";

export interface ModelOptions extends EndpointOptions {
  /** How long an edition waits for the model, milliseconds. */
  readonly timeoutMs: number;
  /** 0: no limit. */
  readonly dailyTokens: number;
  readonly timeZone: string;
  readonly rules: TagRules;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
}

// Small enough that a small model keeps its articles apart, and a lost answer costs few.
const batchSize = 4;
// Far more than a model is shown of an article.
const mostSearched = 20_000;
const checkTimeoutMs = 10_000;
const keptAnswerMs = 7 * 86_400_000;

interface Parts extends ModelOptions {
  readonly endpoint: Endpoint;
  readonly tally: Tally;
  readonly rest: Rest;
}

/** A rewriter that asks a model for what is not in its cache. Nothing is loaded or asked before the first card. */
export function createModel(options: ModelOptions): Rewriter {
  const parts = {
    ...options,
    endpoint: createEndpoint(options),
    tally: createTally(options),
    rest: createRest(options.clock),
  };
  return {
    rewrite: async (cards, request) => {
      if (cards.length === 0) return [];
      const texts = await request.textsOf(cards.map(({ articleId }) => articleId));
      const rewritings = await rewriteAll(cards, texts, request, parts);
      await parts.tally.note(rewritings);
      return rewritings;
    },
    check: async () => {
      const model = await parts.endpoint.check(AbortSignal.timeout(Math.min(parts.timeoutMs, checkTimeoutMs)));
      return { model, day: await parts.tally.today() };
    },
  };
}

interface Work {
  readonly card: Card;
  readonly text: string;
  readonly place: number;
}

async function rewriteAll(
  cards: readonly Card[],
  texts: ReadonlyMap<string, string>,
  request: RewriteRequest,
  parts: Parts,
): Promise<readonly Rewriting[]> {
  const results: Rewriting[] = cards.map((card) => ({ card, kept: "format" }));
  const open: Work[] = [];
  const timeout = AbortSignal.timeout(parts.timeoutMs);
  const signal = request.stopSignal === undefined ? timeout : AbortSignal.any([timeout, request.stopSignal]);
  for (const [place, card] of cards.entries()) {
    const text = texts.get(card.articleId) ?? "";
    const known = await knownAnswer(card, text, request, parts);
    if (known === undefined) open.push({ card, text, place });
    else results[place] = known;
  }
  const batches = Array.from({ length: Math.ceil(open.length / batchSize) }, (_, index) =>
    open.slice(index * batchSize, (index + 1) * batchSize),
  );
  const answers = await Promise.all(batches.map((batch) => rewriteBatch(batch, request, signal, parts)));
  for (const { place, rewriting } of answers.flat()) results[place] = rewriting;
  return results;
}

/** What needs no question: an article for which the answer is kept, or which no model may see. */
async function knownAnswer(
  card: Card,
  text: string,
  { locale }: RewriteRequest,
  parts: Parts,
): Promise<Rewriting | undefined> {
  if (text === "" && card.lede === "") return { card, kept: "format" };
  if (holdsMachineOrders(foldText(`${card.headline}\n${text.slice(0, mostSearched)}`))) return { card, kept: "orders" };
  const written = await parts.cache.get<WrittenArticle>(keyOf(card, text, locale, parts));
  return written === undefined ? undefined : judge(card, text, written, { ...parts, locale });
}

interface Placed {
  readonly place: number;
  readonly rewriting: Rewriting;
}

async function rewriteBatch(
  batch: readonly Work[],
  request: RewriteRequest,
  signal: AbortSignal,
  parts: Parts,
): Promise<readonly Placed[]> {
  const { locale, stopSignal } = request;
  const kept = (reason: KeptReason) => batch.map(({ card, place }) => ({ place, rewriting: { card, kept: reason } }));
  if (stopSignal?.aborted) return kept("stopped");
  if (parts.rest.isOn()) return kept("resting");
  const asked = promptFor(
    batch.map(({ card, text }, index) => ({ id: index + 1, card, text })),
    locale,
  );
  const estimate = estimateTokens(asked.instructions + asked.prompt) + asked.mostTokens;
  if (!(await parts.tally.reserve(estimate))) return kept("budget");
  try {
    const { text, tokens } = await parts.endpoint.ask(asked, signal);
    await parts.tally.settle(estimate, tokens ?? estimateTokens(asked.instructions + asked.prompt + text));
    parts.rest.end();
    const answers = readAnswer(text);
    return Promise.all(batch.map((work, index) => judgeWork(work, answers.get(index + 1), request, parts)));
  } catch (error) {
    const fault =
      error instanceof EndpointFault
        ? error
        : new EndpointFault("fault", "The model's answer can't be read.", { cause: error });
    // What hung may have been worked on, and be billed; what was refused was not.
    await parts.tally.settle(estimate, fault.reason === "timeout" ? estimate - asked.mostTokens : 0);
    if (stopSignal?.aborted) return kept("stopped");
    parts.rest.begin(fault.retryAfterMs);
    parts.log.warn("the model gave no answer; the extracts are shown", {
      reason: fault.reason,
      detail: fault.message,
      restsUntil: parts.rest.untilText(),
    });
    return kept(fault.reason);
  }
}

async function judgeWork(
  { card, text, place }: Work,
  written: WrittenArticle | undefined,
  { locale }: RewriteRequest,
  parts: Parts,
): Promise<Placed> {
  if (written !== undefined) await parts.cache.set(keyOf(card, text, locale, parts), written, keptAnswerMs);
  return { place, rewriting: await judge(card, text, written, { ...parts, locale }) };
}

function keyOf(card: Card, text: string, locale: string, { url, model }: Parts): string {
  const asked = JSON.stringify([promptVersion, url, model ?? "", locale, card.headline, text]);
  return `model:answer:${createHash("sha256").update(asked).digest("base64url")}`;
}
