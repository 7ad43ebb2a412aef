// The Discord of bench/discord.ts, in its own process: the rig with so many channels more, asked questions beside and counted afterwards.
// Usage, by that script only: node bench/discord-rig.ts RIG CHANNELS

interface LogEntry {
  readonly at: number;
  readonly path?: string;
  readonly route?: string;
  readonly status?: number;
  readonly body?: { readonly nonce?: string };
}

interface Rig {
  readonly url: string;
  readonly token: string;
  readonly channels: Map<string, object>;
  readonly log: readonly LogEntry[];
  readonly violations: readonly unknown[];
  readonly invalid: number;
  readonly snow: () => string;
  readonly slash: (
    name: string,
    options?: readonly object[],
    how?: { readonly autocomplete: boolean },
  ) => Promise<{ readonly ackMs?: number; readonly missed?: number }>;
}

/** When a message arrived, epoch milliseconds. A repeat has its nonce, is answered as it was, and shown to nobody. */
export interface Arrival {
  readonly channel: string;
  readonly nonce: string;
  readonly at: number;
}

export interface RigReport {
  readonly arrivals: readonly Arrival[];
  readonly limited: number;
  readonly invalid: number;
  readonly violations: number;
  /** Milliseconds from each question to its first answer. */
  readonly answerMs: readonly number[];
  readonly missed: number;
  /** Since its start. */
  readonly rigCpu: NodeJS.CpuUsage;
}

const messageRoute = "POST /channels/{channel_id}/messages";
const askEveryMs = 100;
const answerMs: number[] = [];
let missed = 0;

const [path = "", count = "0"] = process.argv.slice(2);
const { startDiscord } = await import(path);
const rig: Rig = await startDiscord();
const [usual = {}] = rig.channels.values();
// The rig may give one twice within a moment, and a channel fewer than is counted on is waited for without end.
const distinct = new Set<string>();
while (distinct.size < Number(count)) distinct.add(rig.snow());
const ids = [...distinct];
for (const id of ids) rig.channels.set(id, { ...usual, id });
let asking: NodeJS.Timeout | undefined;

const query = (value: string) => ({ name: "query", type: 3, value });
// A command, a search, and what is typed on the way to one.
const questions: readonly Parameters<Rig["slash"]>[] = [
  ["latest"],
  ["search", [query("高雄 智慧城市")]],
  ["search", [{ ...query("高"), focused: true }], { autocomplete: true }],
  ["search", [{ ...query("高雄 智"), focused: true }], { autocomplete: true }],
];
let asked = 0;

async function ask(): Promise<void> {
  const question = questions[asked % questions.length] ?? ["latest"];
  asked += 1;
  const { ackMs, missed: missedAfter } = await rig.slash(...question);
  if (ackMs !== undefined) answerMs.push(ackMs);
  if (missedAfter !== undefined) missed += 1;
}

process.on("message", (order) => {
  if (order === "ask") asking = setInterval(() => void ask().catch(() => (missed += 1)), askEveryMs);
  if (order === "rest") clearInterval(asking);
  const posts = rig.log.filter(({ route }) => route === messageRoute);
  const arrivals = posts
    .filter(({ status }) => status === 200)
    .map(
      ({ at, path: where = "", body }): Arrival => ({
        channel: where.split("/")[2] ?? "",
        nonce: body?.nonce ?? "",
        at,
      }),
    );
  if (order === "count") process.send?.(new Set(arrivals.map(({ channel }) => channel)).size);
  if (order !== "report") return;
  const limited = rig.log.filter(({ status }) => status === 429).length;
  const counts = { limited, invalid: rig.invalid, violations: rig.violations.length, missed };
  process.send?.({ ...counts, arrivals, answerMs, rigCpu: process.cpuUsage() } satisfies RigReport);
});
process.send?.({ url: rig.url, token: rig.token, ids });
