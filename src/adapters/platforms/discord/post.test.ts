import { DiscordAPIError, HTTPError } from "discord.js";
import { expect, it } from "vitest";
import { silentLog } from "../../../../test/fakes/log.ts";
import { unsetChannel } from "../../../records/channel-settings.ts";
import type { Delivery } from "../../../records/edition.ts";
import { createPoster } from "./post.ts";

const cards = Array.from({ length: 9 }, (_, index) => ({
  storyId: `story-${index}`,
  articleId: `article-${index}`,
  headline: `Story ${index}`,
  lede: "word ".repeat(300),
  url: null,
  image: null,
  sourceId: "harbour",
  sourceName: "Harbour Post",
  tags: [],
  language: "en",
  publishedAt: 0,
  alsoIn: [],
}));

/** An edition of three messages. */
const delivery: Delivery = {
  id: "6a6e0b5e-8f0a-4a39-9b63-3c1d5d0a3a11",
  channel: { id: "discord:7", platform: "discord", address: "7", locale: "en" },
  edition: {
    id: "edition-1",
    subscriptionId: "subscription-1",
    publishedAt: 0,
    from: 0,
    until: 0,
    cards,
    total: cards.length,
    timeZone: "UTC",
  },
  attempts: 0,
  settings: unsetChannel,
};

const request = { files: undefined, body: undefined };
const refusal = (status: number, code: number | undefined) =>
  new DiscordAPIError(
    { code: code as number, message: "Refused: text of the message" },
    code as number,
    status,
    "POST",
    "https://x/token",
    request,
  );

/** Discord's REST API that throws what is planned for a call, and remembers the bodies that it took. */
function restThat(...plan: readonly (Error | null)[]) {
  const calls = [...plan];
  const taken: { readonly nonce: string; readonly allowed_mentions: unknown; readonly enforce_nonce: boolean }[] = [];
  const post = async (_: string, options?: { body?: unknown }) => {
    const fault = calls.shift();
    if (fault) throw fault;
    taken.push(options?.body as (typeof taken)[number]);
    return { id: String(taken.length) };
  };
  const get = () => Promise.reject(new Error("nothing is asked for"));
  return { rest: { post, get }, once: { post }, log: silentLog, taken };
}

it("what has arrived of a long edition is not sent again when the rest is", async () => {
  const rest = restThat(null, new HTTPError(502, "Bad Gateway", "POST", "https://x", request));
  const deliver = createPoster(rest);
  expect(await deliver(delivery)).toEqual({ outcome: "retry", reason: "Discord answered 502" });
  expect(await deliver(delivery)).toMatchObject({ outcome: "delivered" });
  expect(new Set(rest.taken.map(({ nonce }) => nonce)).size).toBe(3);
  expect(rest.taken).toHaveLength(3);
});

it("an edition that arrived is not posted again, though its arrival could not be written down for hours", async () => {
  const rest = restThat();
  const deliver = createPoster(rest);
  await deliver(delivery);
  expect(await deliver(delivery)).toMatchObject({ outcome: "delivered" });
  expect(rest.taken).toHaveLength(3);
});

it("another desk that sends the same delivery uses the same nonces, and mentions nobody", async () => {
  const [first, second] = [restThat(), restThat()];
  await createPoster(first)(delivery);
  await createPoster(second)(delivery);
  expect(second.taken).toEqual(first.taken);
  expect(first.taken).toMatchObject(
    Array(3).fill({
      nonce: expect.stringMatching(/^[\w-]{25}$/),
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    }),
  );
});

it("a refused token is named by its setting, and Discord is not asked again at once", async () => {
  const result = await createPoster(restThat(refusal(401, 0)))(delivery);
  expect(result).toMatchObject({ reason: expect.stringContaining("DISCORD_TOKEN"), retryAfterMs: 600_000 });
});

it.each([
  ["a deleted channel", refusal(404, 10003), "barred"],
  ["a channel the bot may not see", refusal(403, 50001), "barred"],
  ["a channel the bot may not post in", refusal(403, 50013), "barred"],
  ["closed direct messages", refusal(403, 50007), "barred"],
  ["a server that the bot has left", refusal(404, 10004), "barred"],
  ["a refusal that Discord gives no number", refusal(403, 0), "barred"],
  ["a thread that is locked", refusal(400, 160005), "barred"],
  ["as many threads as there may be", refusal(400, 160006), "barred"],
  ["a forum whose tags the bot may not give", refusal(400, 40067), "barred"],
  ["a message that somebody deleted", refusal(404, 10008), "retry"],
  ["a page of a proxy", refusal(404, undefined), "retry"],
  ["a text that the server's own rules block", refusal(400, 200000), "refused"],
  ["a message that breaks a rule", refusal(400, 50035), "refused"],
  ["a token that was reset", refusal(401, 0), "retry"],
  ["an address that is blocked", refusal(403, 40333), "retry"],
  ["a broken line", new TypeError("other side closed"), "retry"],
])("%s ends the attempt as it should, and the reason repeats nothing secret", async (_, fault, outcome) => {
  const result = await createPoster(restThat(fault))(delivery);
  expect(result).toMatchObject({ outcome });
  expect(JSON.stringify(result)).not.toMatch(/text of the message|token/);
});
