// Posts the webhooks of bench/line.ts, in its own process so that nothing but the desk's answer is waited for.
// Usage, by that script only: node bench/line-poster.ts
import { Agent, request } from "node:http";

export interface Posting {
  readonly webhook: string;
  readonly perSecond: number;
  /** Signed bodies, in their order; every `again`th is sent twice at once. */
  readonly calls: readonly { readonly body: string; readonly signature: string }[];
  readonly again: number;
}

export interface Posted {
  /** Milliseconds from each webhook to its answer, sorted. */
  readonly answeredMs: readonly number[];
  readonly others: Readonly<Record<string, number>>;
}

const tickMs = 10;
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

process.on("message", async ({ webhook, perSecond, calls, again }: Posting) => {
  const answeredMs: number[] = [];
  const others: Record<string, number> = {};
  const post = (call: Posting["calls"][number]) =>
    new Promise<void>((resolve) => {
      const startedAt = performance.now();
      const end = (outcome: string) => {
        if (outcome === "200") answeredMs.push(performance.now() - startedAt);
        else others[outcome] = (others[outcome] ?? 0) + 1;
        resolve();
      };
      const headers = { "content-type": "application/json; charset=utf-8", "x-line-signature": call.signature };
      const sent = request(webhook, { method: "POST", agent, headers }, (answer) => {
        answer.resume().on("end", () => end(String(answer.statusCode)));
      });
      sent.on("error", (error) => end(error.message)).end(call.body);
    });
  const posts: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let sent = 0; sent < calls.length; ) {
    const due = Math.min(calls.length, Math.floor(((performance.now() - startedAt) / 1000) * perSecond));
    for (const call of calls.slice(sent, due)) {
      posts.push(post(call));
      if (++sent % again === 0) posts.push(post(call));
    }
    await new Promise((resolve) => setTimeout(resolve, tickMs));
  }
  await Promise.all(posts);
  process.send?.({ answeredMs: answeredMs.toSorted((a, b) => a - b), others } satisfies Posted);
});
