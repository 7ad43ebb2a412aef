// Looks the desk over: what works, what does not, and what to do about it. Changes nothing.
import type { Settings } from "../config/settings.ts";
import { readNow } from "./collect/read-now.ts";
import type { Desk } from "./desk.ts";
import { shownDatabase } from "./language/database-address.ts";
import { keepText } from "./language/keep-text.ts";
import { pauseText } from "./language/pause-text.ts";
import { quotaText } from "./language/quota-text.ts";
import type { Pause, Source, SourceState } from "./records/source.ts";
import { limitsOf } from "./retention.ts";

/** One thing examined. "off" is a part that is not set up, which is no fault. */
export interface Finding {
  readonly name: string;
  readonly state: "works" | "off" | "fails";
  readonly message: string;
}

const checkTimeoutMs = 10_000;

/** Examines the archive, every source and every platform's token; asks the network. Never throws. */
export async function examineDesk(desk: Desk): Promise<readonly Finding[]> {
  const states = new Map((await desk.store.sourceStates()).map((state) => [state.sourceId, state]));
  const paused = await desk.store.pausedSources();
  const sources = await Promise.all(
    (await desk.listSources()).map((source) =>
      examineUnpaused(source, paused.get(source.id), () => examineSource(source, states.get(source.id), desk)),
    ),
  );
  return [
    await examine("database", () => examineStore(desk)),
    // An archive in SQLite is served by one process.
    ...(desk.store.isShared ? [await examineWorkers(desk)] : []),
    ...sources,
    await examineDiscord(desk.settings),
    await examineLine(desk.settings),
    ...(await examineQuota(desk)),
    await examineRetention(desk),
    await examineModel(desk),
  ];
}

async function examine(name: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { name, state: "works", message: await look() };
  } catch (error) {
    return { name, state: "fails", message: error instanceof Error ? error.message : String(error) };
  }
}

async function examineStore({ store, settings }: Desk): Promise<string> {
  const problems = await store.check();
  if (problems.length > 0)
    throw new Error(
      `${problems.join(" ")} A search index is made again by \`lede backup\` and \`lede restore\` into a new database; anything else is restored from an earlier backup.`,
    );
  const { bytes, freeBytes } = await store.size();
  const free = freeBytes === null ? "" : `, of which ${megabytes(freeBytes)} MB are free for what comes`;
  const size = `${megabytes(bytes)} MB${free}`;
  return `${shownDatabase(settings.DATABASE_URL)}: ${await store.countArticles()} articles, sound; ${size}`;
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

// Workers say that they live three times as often.
const lateAfterMs = 60_000;

async function examineWorkers({ store, clock }: Desk): Promise<Finding> {
  const name = "workers";
  const now = clock.now();
  const workers = await store.workers();
  if (workers.length === 0) return { name, state: "off", message: "none at work: `lede serve` starts one" };
  const lines = workers.map(({ name: worker, role, startedAt, seenAt }) => {
    const seconds = Math.max(0, Math.round((now - seenAt) / 1000));
    const end = now - seenAt > lateAfterMs ? ", probably killed: its work has gone to the others" : "";
    return `${worker}: ${role} since ${new Date(startedAt).toISOString()}, last heard of ${seconds} s ago${end}`;
  });
  const isAnyAlive = workers.some(({ seenAt }) => now - seenAt <= lateAfterMs);
  return { name, state: isAnyAlive ? "works" : "fails", message: lines.join("; ") };
}

async function examineRetention(desk: Desk): Promise<Finding> {
  const name = "retention";
  const { store, clock } = desk;
  const limits = await limitsOf({ ...desk, defaultKeep: desk.settings.KEEP });
  if (limits.length === 0)
    return { name, state: "off", message: "everything is kept; KEEP and `keep` in the sources file set limits" };
  return examine(name, async () => {
    const lines: string[] = [];
    for (const { sourceId, limit, articles } of limits) {
      const expired = await store.countExpired({ sourceId, limit, now: clock.now() });
      lines.push(`${sourceId} keeps ${keepText(limit)}: ${expired} of ${articles} articles go within the hour`);
    }
    return lines.join("; ");
  });
}

/** A paused source is not asked for anything. */
async function examineUnpaused(
  { id }: Source,
  pause: Pause | undefined,
  look: () => Promise<string>,
): Promise<Finding> {
  if (pause === undefined) return examine(id, look);
  const since = pauseText(pause, new Date(pause.at).toISOString(), "en");
  return { name: id, state: "off", message: `${since}: \`lede source resume ${id}\` has it polled again` };
}

async function examineSource(source: Source, state: SourceState | undefined, desk: Desk): Promise<string> {
  if (source.kind === "posts") {
    const readings = await Array.fromAsync(desk.readPosts(source.path), ({ state }) => state);
    const refused = readings.filter((state) => state === "refused").length;
    return `${source.path}: ${readings.length - refused} posts, ${refused} refused`;
  }
  if (state && state.endedAt !== null) {
    const since = new Date(state.endedAt).toISOString().slice(0, 10);
    throw new Error(
      `it said on ${since} that it is gone for good, and is polled no more: remove it, or correct its address`,
    );
  }
  const movedTo = state?.movedTo ?? null;
  const url = movedTo ?? source.url;
  const moved = movedTo === null ? "" : ` (moved from ${source.url}: write the new address into the sources file)`;
  const { parsed } = await readNow(source, url, desk);
  if (source.kind === "sitemap" && parsed.items.length === 0)
    throw new Error(`${source.url}: the sitemap lists no article at the moment`);
  return [`${url}: ${parsed.items.length} items${moved}`, ...parsed.problems].join("; ");
}

function examineDiscord({
  DISCORD_TOKEN: token,
  DISCORD_API_URL: api = "https://discord.com/api",
}: Settings): Promise<Finding> {
  return examineToken("discord", "DISCORD_TOKEN", `${api}/v10/users/@me`, token && `Bot ${token}`);
}

function examineLine(settings: Settings): Promise<Finding> {
  const { LINE_CHANNEL_ACCESS_TOKEN: token, LINE_API_URL: api = "https://api.line.me" } = settings;
  return examineToken("line", "LINE_CHANNEL_ACCESS_TOKEN", `${api}/v2/bot/info`, token && `Bearer ${token}`);
}

/** As it was planned last by whoever delivers. */
async function examineQuota({ store, settings }: Desk): Promise<readonly Finding[]> {
  if (settings.LINE_CHANNEL_ACCESS_TOKEN === undefined) return [];
  const { plan, refused } = await store.keptQuota("line");
  if (plan === null)
    return [
      { name: "line quota", state: "off", message: "not planned yet: it is when the first edition for LINE is due" },
    ];
  const planned = `planned ${new Date(plan.plannedAt).toISOString()}`;
  const isRefused = refused !== null && refused.at >= plan.month.startsAt;
  const refusal = isRefused
    ? `. LINE refused a push to ${refused.recipients} on ${new Date(refused.at).toISOString()} because of it; the edition is held back`
    : "";
  return [{ name: "line quota", state: "works", message: `${quotaText(plan)}${refusal}; ${planned}` }];
}

async function examineModel({ settings, rewriter }: Desk): Promise<Finding> {
  if (settings.MODEL_URL === undefined)
    return { name: "model", state: "off", message: "MODEL_URL is not set; summaries are taken from the articles" };
  return examine("model", async () => {
    const state = await rewriter.check();
    if (state === null) throw new Error("MODEL_URL is set, but no model is in use");
    const { tokens, dailyTokens, rewritten, kept } = state.day;
    const reasons = Object.entries(kept).map(([reason, count]) => `${reason} ${count}`);
    const limit = dailyTokens === 0 ? "" : ` of ${dailyTokens}`;
    const extracts = reasons.length === 0 ? "no extract kept" : `extracts kept: ${reasons.join(", ")}`;
    return `${state.model} at ${settings.MODEL_URL}; today ${tokens}${limit} tokens, ${rewritten} rewritten, ${extracts}`;
  });
}

async function examineToken(
  name: string,
  setting: string,
  url: string,
  authorization: string | undefined,
): Promise<Finding> {
  if (authorization === undefined)
    return { name, state: "off", message: `${setting} is not set; .env.example says where to get it` };
  return examine(name, async () => {
    const answer = await fetch(url, { headers: { authorization }, signal: AbortSignal.timeout(checkTimeoutMs) }).catch(
      (cause: unknown) => {
        throw new Error(`${new URL(url).host} can't be reached: is this machine online?`, { cause });
      },
    );
    if (answer.status === 401)
      throw new Error(`the platform refuses ${setting}: make a new token and put it into .env`);
    if (!answer.ok) throw new Error(`the platform answered ${answer.status}; try again later`);
    return `${setting} is accepted`;
  });
}
