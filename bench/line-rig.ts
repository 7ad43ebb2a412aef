// The LINE of bench/line.ts, in its own process: the rig, which writes the webhooks beforehand and counts the replies afterwards.
// Usage, by that script only: node bench/line-rig.ts RIG EVENTS PEOPLE
import { createHmac } from "node:crypto";
import type { Posting } from "./line-poster.ts";

interface Rig {
  readonly url: string;
  readonly token: string;
  readonly secret: string;
  readonly log: readonly { readonly path: string; readonly body?: { readonly replyToken?: string } }[];
  readonly violations: readonly unknown[];
  readonly hex: (prefix: string) => string;
  readonly text: (text: string, source: object) => object;
}

export interface ReadyRig {
  readonly url: string;
  readonly token: string;
  readonly secret: string;
  readonly calls: Posting["calls"];
}

export interface RigCount {
  readonly replies: number;
  /** Reply tokens that were used more than once. */
  readonly repeated: number;
  readonly violations: number;
}

const [path = "", events = "0", people = "1"] = process.argv.slice(2);
const { startLine } = await import(path);
const rig: Rig = await startLine({ quota: Number.POSITIVE_INFINITY });
const users = Array.from({ length: Number(people) }, () => ({ type: "user", userId: rig.hex("U") }));
const destination = rig.hex("U");
const calls = Array.from({ length: Number(events) }, (_, index) => {
  const body = JSON.stringify({ destination, events: [rig.text("/latest", users[index % users.length] ?? {})] });
  return { body, signature: createHmac("sha256", rig.secret).update(body).digest("base64") };
});

process.on("message", () => {
  const tokens = rig.log
    .filter((call) => call.path === "/v2/bot/message/reply")
    .flatMap(({ body }) => body?.replyToken ?? []);
  const replies = new Set(tokens).size;
  process.send?.({
    replies,
    repeated: tokens.length - replies,
    violations: rig.violations.length,
  } satisfies RigCount);
});
process.send?.({ url: rig.url, token: rig.token, secret: rig.secret, calls } satisfies ReadyRig);
