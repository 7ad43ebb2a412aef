// A chat with the desk: the real commands over a real archive in memory, at noon in Taipei.
import { createFetcher } from "../../src/adapters/http/fetcher.ts";
import { readFeed } from "../../src/adapters/sources/feed.ts";
import { readPage } from "../../src/adapters/sources/page.ts";
import { readPosts } from "../../src/adapters/sources/posts.ts";
import { readSite } from "../../src/adapters/sources/site.ts";
import { readSitemap } from "../../src/adapters/sources/sitemap.ts";
import { openStore } from "../../src/adapters/stores/open-store.ts";
import { createExtractiveSummarizer } from "../../src/adapters/summarizers/extractive.ts";
import { createUnchanged } from "../../src/adapters/summarizers/unchanged.ts";
import { createAnswer } from "../../src/answer/answer.ts";
import { createDrafts } from "../../src/answer/drafts.ts";
import { createSuggest } from "../../src/answer/suggest.ts";
import { createWhy } from "../../src/answer/why.ts";
import { createAddSource } from "../../src/collect/add-source.ts";
import { createFindSources } from "../../src/collect/find-sources.ts";
import { identitiesOfLink } from "../../src/collect/identify.ts";
import { createTestSource } from "../../src/collect/test-source.ts";
import { loadCommands } from "../../src/commands.ts";
import type { Cache } from "../../src/ports/cache.ts";
import type { Command } from "../../src/ports/command.ts";
import type { Answer, Suggest } from "../../src/ports/platform.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Channel, Locale } from "../../src/records/channel.ts";
import type { Arguments, Asker } from "../../src/records/question.ts";
import type { Reply } from "../../src/records/reply.ts";
import type { Source } from "../../src/records/source.ts";
import { nextDueAfter } from "../../src/schedule.ts";
import { createSummarizeDesk } from "../../src/summarize.ts";
import { articleEntry } from "./articles.ts";
import { type FakeClock, fakeClock } from "./clock.ts";
import { rememberingLog } from "./log.ts";

/** 12:00 in Taipei on Wednesday, 1 May 2024. */
export const noon = Date.parse("2024-05-01T04:00:00Z");
export const hourMs = 3_600_000;

/** May manage the channel. */
export const owner: Asker = { id: "1", name: "小明", mayManage: true };

export interface Chat {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly log: ReturnType<typeof rememberingLog>;
  readonly answer: Answer;
  readonly commands: readonly Command[];
  readonly suggestAll: Suggest;
  /** Types a line; in English and as the owner unless told otherwise. */
  ask(text: string, options?: { readonly locale?: Locale; readonly asker?: Asker }): Promise<Reply>;
  /** What is offered for an option of a command while it is typed: labels and values. */
  suggest(
    command: string,
    option: string,
    typed: string,
    locale?: Locale,
    args?: Arguments,
  ): Promise<readonly (readonly string[])[]>;
  /** Articles by their headlines, an hour apart, the first the newest; by the two sources in turn. */
  archive(...headlines: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface ChatOptions {
  /** Changes the store, such as one method that fails. */
  readonly change?: (store: Store) => Store;
  /** False to be guarded as a desk on the open internet is. */
  readonly allowPrivateNetworks?: boolean;
}

/** The room's channel, as somebody with that language sees it. */
export const channelOf = (locale: Locale): Channel => ({ id: "web:room", platform: "web", address: "room", locale });

/** Opens the chat; its sources are 港都日報 (`harbour`) and Island Times (`island`). */
export async function openChat({
  change = (store) => store,
  allowPrivateNetworks = true,
}: ChatOptions = {}): Promise<Chat> {
  const opened = await openStore("sqlite::memory:");
  const store = change(opened);
  const clock = fakeClock(noon);
  const log = rememberingLog();
  const commands = await loadCommands(new URL("../../commands/", import.meta.url));
  await opened.registerSources(sources, noon);
  const listSources = async () => [...sources, ...(await store.addedSources())];
  const fetcher = createFetcher({ userAgent: "Lede/test", allowPrivateNetworks });
  const cache = lastingCache();
  const findSources = createFindSources({ fetcher, readFeed, readPage, readSite, readSitemap, clock, cache });
  const addSource = createAddSource({ store, clock, listSources });
  const readers = { readFeed, readPage, readSitemap, readPosts };
  const testSource = createTestSource({ fetcher, ...readers, store, cache, clock, log });
  const desk = {
    store,
    drafts: createDrafts(cache),
    why: createWhy({ store, identitiesOf: identitiesOfLink }),
    summarizing: createSummarizeDesk({
      ...{ store, fetcher, cache, clock },
      ...{ summarizer: createExtractiveSummarizer(), rewriter: createUnchanged() },
    }),
    listSources,
    findSources,
    addSource,
    testSource,
    timeZone: "Asia/Taipei",
    newId: countingId(),
    nextDueAfter,
  };
  const parts = { commands, desk, cache, clock, log };
  const answer = createAnswer(parts);
  const suggest = createSuggest(parts);
  return {
    store,
    clock,
    log,
    answer,
    commands,
    suggestAll: suggest,
    suggest: async (command, option, typed, locale = "en", args = {}) => {
      const halfTyped = { channel: channelOf(locale), asker: owner, command, option, typed, args };
      return (await suggest(halfTyped)).map(({ label, value }) => [label, value]);
    },
    ask: (text, { locale = "en", asker = owner } = {}) =>
      answer({ channel: channelOf(locale), asker, ask: { form: "text", text } }),
    archive: (...headlines) => opened.archive(headlines.map(hourlyEntry)),
    close: async () => {
      await fetcher.close();
      await opened.close();
    },
  };
}

const source = (id: string, name: string): Source => ({
  kind: "feed",
  id,
  name,
  url: `https://${id}.example/feed`,
  intervalMinutes: 15,
  fullText: "feed",
});
const sources = [source("harbour", "港都日報"), source("island", "Island Times")];

const hourlyEntry = (headline: string, index: number) =>
  articleEntry({ headline, sourceId: index % 2 ? "island" : "harbour", at: noon - (index + 1) * hourMs });

function countingId(): () => string {
  let ids = 0;
  return () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`;
}

// It never forgets: what has expired must be seen from the value and the fake clock.
function lastingCache(): Cache {
  const values = new Map<string, unknown>();
  return {
    get: async <Value>(key: string) => values.get(key) as Value | undefined,
    set: async (key, value) => values.set(key, value),
    add: async (key) => !values.has(key) && values.set(key, true) === values,
  };
}
