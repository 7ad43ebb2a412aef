// The parts of a desk put together: which adapter stands behind each port. Everything here can be replaced by an argument.
import { randomBytes, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { readSources } from "../config/read-sources.ts";
import { readTagRules } from "../config/read-tag-rules.ts";
import type { Settings } from "../config/settings.ts";
import { createFetcher } from "./adapters/http/fetcher.ts";
import { createPinnedFetch, retryAfterOf } from "./adapters/http/pinned-fetch.ts";
import { createPictures } from "./adapters/pictures/pictures.ts";
import { readFeed } from "./adapters/sources/feed.ts";
import { readPage } from "./adapters/sources/page.ts";
import { readPosts } from "./adapters/sources/posts.ts";
import { postsVersion } from "./adapters/sources/posts-version.ts";
import { readSite } from "./adapters/sources/site.ts";
import { readSitemap } from "./adapters/sources/sitemap.ts";
import { openCache } from "./adapters/stores/keyv-rows.ts";
import { openStore } from "./adapters/stores/open-store.ts";
import { createExtractiveSummarizer } from "./adapters/summarizers/extractive.ts";
import { createUnchanged } from "./adapters/summarizers/unchanged.ts";
import { createAnswer } from "./answer/answer.ts";
import { createDrafts } from "./answer/drafts.ts";
import type { AnswerParts } from "./answer/parts.ts";
import { createSuggest } from "./answer/suggest.ts";
import { createWhy } from "./answer/why.ts";
import { type AddParts, createAddSource, createAddSources } from "./collect/add-source.ts";
import { createFindSources } from "./collect/find-sources.ts";
import { identitiesOfLink } from "./collect/identify.ts";
import { createPushDesk, type PushDesk, type PushDeskParts } from "./collect/push/note-offer.ts";
import { createTestSource, type TestSourceParts } from "./collect/test-source.ts";
import { loadCommands } from "./commands.ts";
import { createKnownTags } from "./curate/known-tags.ts";
import { createKnownTerms } from "./curate/known-terms.ts";
import type { TagRules } from "./language/tag/rules.ts";
import { openLeases } from "./leases.ts";
import { withMergedTags } from "./merged-tags.ts";
import type { PipelineParts } from "./pipeline.ts";
import type { Cache } from "./ports/cache.ts";
import type { Clock } from "./ports/clock.ts";
import type { Command } from "./ports/command.ts";
import type { Fetcher } from "./ports/fetcher.ts";
import type { Log } from "./ports/log.ts";
import type { Pictures } from "./ports/pictures.ts";
import type { Answer, Suggest } from "./ports/platform.ts";
import type { Rewriter } from "./ports/rewriter.ts";
import type { AddSource, AddSources, FindSources } from "./ports/source-finder.ts";
import type { AddedSourceStore, Store } from "./ports/store.ts";
import type { WhyDesk } from "./ports/why.ts";
import { SettingsError } from "./records/errors.ts";
import type { QuotaWishes } from "./records/quota.ts";
import type { Source } from "./records/source.ts";
import { nextDueAfter } from "./schedule.ts";
import { createSummarizeDesk } from "./summarize.ts";

export interface Desk extends Omit<PipelineParts, "platforms"> {
  readonly settings: Settings;
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly cache: Cache;
  readonly pictures: Pictures;
  readonly commands: readonly Command[];
  readonly timeZone: string;
  readonly quotaWishes: QuotaWishes;
  readonly findSources: FindSources;
  readonly addSource: AddSource;
  readonly addSources: AddSources;
  readonly why: WhyDesk;
  readonly answer: Answer;
  readonly suggest: Suggest;
  close(): Promise<void>;
}

// Publishers see by it what asks them, and may refuse it.
const userAgent = "Lede/0.1 (self-hosted news desk for chat)";

/** What a journey may put in place of the real thing. */
export interface DeskOptions {
  readonly clock?: Clock;
  readonly random?: () => number;
}

const readers = { readFeed, readPage, readSitemap, readPosts, postsVersion };

/** Opens the archive, reads the sources and puts the parts together. Throws SettingsError or StoreError; polls nothing yet. */
export async function openDesk(settings: Settings, log: Log, options: DeskOptions = {}): Promise<Desk> {
  const clock = options.clock ?? { now: Date.now };
  const fromFile = await sourcesOf(settings.SOURCES_FILE);
  const tagRules = await tagRulesOf(settings.TAGS_FILE);
  const commands = await loadCommands(new URL("../commands/", import.meta.url));
  const store = withMergedTags(await openStore(settings.DATABASE_URL), tagRules);
  await store.registerSources(fromFile, clock.now());
  const cache = openCache(store);
  const leases = openLeases({ store, clock, log, leaseMs: 1000 * settings.LEASE_SECONDS });
  const fetcher = createFetcher({ userAgent, allowPrivateNetworks: settings.ALLOW_PRIVATE_NETWORKS });
  const timeZone = settings.TIME_ZONE;
  const listSources = () => allSources(fromFile, store);
  const why = createWhy({ store, identitiesOf: identitiesOfLink });
  const summarizer = createExtractiveSummarizer(tagRules, createKnownTags({ store, clock }));
  const rewriter = await rewriterOf(settings, { rules: tagRules, cache, clock, log });
  const summarizing = createSummarizeDesk({ store, fetcher, summarizer, rewriter, cache, clock });
  const chat = {
    store,
    why,
    summarizing,
    drafts: createDrafts(cache),
    listSources,
    ...sourcingOf({ ...readers, fetcher, store, cache, clock, log, listSources }),
    commands,
    sourceManagers: settings.SOURCE_MANAGERS,
    timeZone,
    newId,
    nextDueAfter,
  };
  return {
    ...chat,
    settings,
    cache,
    leases,
    pictures: createPictures({ cache, log }),
    clock,
    log,
    fetcher,
    random: options.random ?? Math.random,
    ...pushOf(settings, { store, clock, newId }),
    ...readers,
    summarizer,
    rewriter,
    quotaWishes: { reserve: settings.LINE_QUOTA_RESERVE, weights: settings.LINE_QUOTA_PRIORITIES ?? new Map() },
    knownTerms: createKnownTerms(store),
    ...answeringOf({ commands, desk: chat, cache, clock, log }),
    close: async () => {
      await leases.close();
      await fetcher.close();
      await store.close();
    },
  };
}

const newId = (): string => randomUUID();

const sourcingOf = (parts: AddParts & TestSourceParts) => ({
  findSources: createFindSources({ ...parts, readSite }),
  addSource: createAddSource(parts),
  addSources: createAddSources(parts),
  testSource: createTestSource(parts),
});

const answeringOf = (parts: AnswerParts) => ({ answer: createAnswer(parts), suggest: createSuggest(parts) });

// Hubs call from the internet: without an address there, every source is polled.
function pushOf(
  { PUBLIC_URL: publicUrl }: Settings,
  parts: Pick<PushDeskParts, "store" | "clock" | "newId">,
): { readonly push?: PushDesk } {
  if (publicUrl === undefined) return {};
  const newSecret = () => randomBytes(32).toString("base64url");
  return { push: createPushDesk({ ...parts, publicUrl, newSecret }) };
}

// An answer holds four headlines and ledes; a model that goes on for ever is broken off.
const mostAnswerBytes = 1024 * 1024;

/** What a model needs is loaded for a desk that has one. */
async function rewriterOf(
  settings: Settings,
  parts: Pick<Desk, "cache" | "clock" | "log"> & { readonly rules: TagRules },
): Promise<Rewriter> {
  const { MODEL_URL: url, MODEL_NAME: model, MODEL_API_KEY: apiKey, TIME_ZONE: timeZone } = settings;
  if (url === undefined) return createUnchanged();
  const { createModel } = await import("./adapters/summarizers/model.ts");
  const limits = { timeoutMs: 1000 * settings.MODEL_TIMEOUT_SECONDS, dailyTokens: settings.MODEL_DAILY_TOKENS };
  const fetch = createPinnedFetch(url, mostAnswerBytes);
  return createModel({ ...parts, ...limits, url, model, apiKey, timeZone, fetch, retryAfterOf });
}

/** Those of the file, then the added ones. The file wins where an id stands in both: there the operator can see it. */
async function allSources(
  fromFile: readonly Source[],
  store: Pick<AddedSourceStore, "addedSources">,
): Promise<readonly Source[]> {
  const ids = new Set(fromFile.map(({ id }) => id));
  return [...fromFile, ...(await store.addedSources()).filter(({ id }) => !ids.has(id))];
}

async function sourcesOf(file: string): Promise<readonly Source[]> {
  const text = await textOf("SOURCES_FILE", file, "a sources file, such as config/sources.yaml");
  return readSources(text, file).map((source) =>
    // A posts folder is named relative to the file that names it, wherever the desk was started.
    source.kind === "posts" ? { ...source, path: resolve(dirname(file), source.path) } : source,
  );
}

async function tagRulesOf(file: string): Promise<TagRules> {
  return readTagRules(await textOf("TAGS_FILE", file, "a file of rules for tags, such as config/tags.yaml"), file);
}

async function textOf(setting: string, file: string, wanted: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new SettingsError([`${setting} ${file} can't be read: give the path of ${wanted}.`], { cause });
  });
}
