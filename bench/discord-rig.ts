// The Discord of bench/discord.ts, in its own process: the rig with so many channels more, asked questions beside and counted afterwards.
// Usage, by that script only: node bench/discord-rig.ts RIG CHANNELS

interface LogEntry {
  readonly at: number;
  readonly path?: string;
  readonly route?: string;
  readonly status?: number;
}

interface Rig {
  readonly url: string;
  readonly token: string;
  readonly channels: Map<string, object>;
  readonly log: readonly LogEntry[];
  readonly violations: readonly unknown[];
  readonly invalid: number;
  readonly snow: () => string;
  readonly slash: (name: string) => Promise<{ readonly ackMs?: number; readonly missed?: number }>;
}

export interface RigReport {
  /** When a message arrived, epoch milliseconds, by its channel. */
  readonly arrivals: readonly (readonly [channel: string, at: number])[];
  readonly limited: number;
  readonly invalid: number;
  readonly violations: number;
  /** Milliseconds from each question to its first answer. */
  readonly answerMs: readonly number[];
  readonly missed: number;
}

const messageRoute = "POST /channels/{channel_id}/messages";
const askEveryMs = 100;
const answerMs: number[] = [];
let missed = 0;

const [path = "", count = "0"] = process.argv.slice(2);
const { startDiscord } = await import(path);
const rig: Rig = await startDiscord();
const [usual = {}] = rig.channels.values();
const ids = Array.from({ length: Number(count) }, () => rig.snow());
for (const id of ids) rig.channels.set(id, { ...usual, id });
let asking: NodeJS.Timeout | undefined;

async function ask(): Promise<void> {
  const { ackMs, missed: missedAfter } = await rig.slash("latest");
  if (ackMs !== undefined) answerMs.push(ackMs);
  if (missedAfter !== undefined) missed += 1;
}

process.on("message", (order) => {
  if (order === "ask") asking = setInterval(() => void ask().catch(() => (missed += 1)), askEveryMs);
  if (order === "rest") clearInterval(asking);
  const posts = rig.log.filter(({ route }) => route === messageRoute);
  const arrivals = posts
    .filter(({ status }) => status === 200)
    .map(({ at, path: where = "" }) => [where.split("/")[2] ?? "", at] as const);
  if (order === "count") process.send?.(new Map(arrivals).size);
  if (order !== "report") return;
  const limited = rig.log.filter(({ status }) => status === 429).length;
  const report = { arrivals, limited, invalid: rig.invalid, violations: rig.violations.length, answerMs, missed };
  process.send?.(report satisfies RigReport);
});
process.send?.({ url: rig.url, token: rig.token, ids });
