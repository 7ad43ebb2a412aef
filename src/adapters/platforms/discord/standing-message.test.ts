import { DiscordAPIError, HTTPError, SnowflakeUtil } from "discord.js";
import { describe, expect, it } from "vitest";
import { deliveryTo } from "../../../../test/conformance/discord-samples.ts";
import { silentLog } from "../../../../test/fakes/log.ts";
import { unsetChannel } from "../../../records/channel-settings.ts";
import type { Delivery } from "../../../records/edition.ts";
import { type Look, looksOf } from "../../../records/look.ts";
import type { Place } from "../../../records/place.ts";
import { createPoster } from "./post.ts";

type Body = Readonly<Record<string, unknown>>;

interface Standing {
  readonly channel: string;
  readonly id: string;
  readonly webhook_id?: string;
  readonly body: Body;
}

const request = { files: undefined, body: undefined };
const refusal = (code: number, status: number) =>
  new DiscordAPIError({ code, message: "No" }, code, status, "GET", "https://x", request);
const hook = { id: "9", token: "secret" };
const webhook: Place = { kind: "webhook", hook, name: "Harbour News", picture: null };
const forum: Place = { kind: "forum", tags: [] };
const thread: Place = { kind: "thread" };

/** Discord as far as it keeps what it was sent: it takes the posts of these numbers and loses its answers. It forgets every nonce. */
function forgetfulDiscord(...losesAnswers: readonly number[]) {
  let made = 0;
  const newId = () => String(BigInt(SnowflakeUtil.generate({ timestamp: Date.UTC(2023, 9, 4, 4) + ++made * 1000 })));
  const messages: Standing[] = [];
  const threads: { readonly id: string; readonly parent_id: string; readonly name: string }[] = [];
  let posts = 0;
  const answer = (made: unknown) => {
    posts += 1;
    if (losesAnswers.includes(posts)) throw new HTTPError(502, "Bad Gateway", "POST", "https://x", request);
    return made;
  };
  const keep = (channel: string, body: Body, said: Partial<Standing> = {}) => {
    const message = { channel, id: newId(), body, ...said };
    messages.push(message);
    return message;
  };
  const post = async (route: string, { body = {}, query }: { body?: unknown; query?: URLSearchParams } = {}) => {
    const asked = body as Body;
    const [, kind, id = "", , startId] = route.split("/");
    if (kind === "webhooks") return answer(keep(query?.get("thread_id") ?? "7", asked, { webhook_id: id }));
    if (!route.endsWith("/threads")) return answer(keep(id, asked));
    if (threads.some((one) => one.id === startId)) throw refusal(160_004, 400);
    const opened = { id: startId ?? newId(), parent_id: id, name: String(asked.name) };
    threads.push(opened);
    if (asked.message) keep(opened.id, asked.message as Body, { id: opened.id });
    return answer(opened);
  };
  const sentIn = (id: string) => messages.filter(({ channel }) => channel === id).length;
  const get = async (route: string) => {
    const [, kind, id = "", , messageId] = route.split("/");
    // What a webhook says is told to the webhook alone.
    const shown = ({ body, ...message }: Standing) => ({ ...message, ...(message.webhook_id ? {} : body) });
    if (kind === "guilds") return { threads: threads.map((one) => ({ ...one, total_message_sent: sentIn(one.id) })) };
    if (kind === "webhooks") return messages.find((message) => message.id === route.split("/").at(-1))?.body;
    if (messageId !== undefined) return messages.filter((message) => message.id === messageId).map(shown)[0];
    if (route.endsWith("/messages")) return messages.filter(({ channel }) => channel === id).map(shown);
    return { guild_id: "1" };
  };
  return { parts: { rest: { post, get }, once: { post }, log: silentLog }, messages, threads };
}

const long = "word ".repeat(500);

/** Of two messages in the look embed. */
function deliveryAt(place: Place | null, look: Look): Delivery {
  const delivery = deliveryTo("7");
  const [card] = delivery.edition.cards;
  const cards = card ? ["a", "b", "c"].map((id) => ({ ...card, storyId: id, articleId: id, lede: long })) : [];
  const edition = { ...delivery.edition, publishedAt: Date.UTC(2023, 9, 4, 4), cards, look };
  return { ...delivery, edition, settings: { ...unsetChannel, place } };
}

const places = { webhook, forum, thread } as const;
const cases = (["webhook", "forum", "thread"] as const).flatMap((name) =>
  looksOf.discord.flatMap((look) => [1, 2, 3].map((post) => [name, look, post] as const)),
);

describe("an answer lost after Discord took the message", () => {
  it.each(cases)("to a %s in the look %s, at post %i, is no reason to post it twice", async (name, look, post) => {
    const whole = forgetfulDiscord();
    const delivery = deliveryAt(places[name], look);
    await createPoster(whole.parts)(delivery);
    const lossy = forgetfulDiscord(post);
    const deliver = createPoster(lossy.parts);
    // Nonces have long been forgotten.
    const outcomes: string[] = [];
    for (const attempts of [0, 6, 7]) outcomes.push((await deliver({ ...delivery, attempts })).outcome);
    expect(outcomes.at(-1)).toBe("delivered");
    expect(lossy.messages.map(({ body }) => body)).toEqual(whole.messages.map(({ body }) => body));
    expect(lossy.threads).toHaveLength(whole.threads.length);
  });

  it.each(Object.entries(places))("to a %s, by a worker that died, is found by the next one", async (_, place) => {
    const discord = forgetfulDiscord();
    const delivery = deliveryAt(place, "embed");
    await createPoster(discord.parts)(delivery);
    const before = discord.messages.length;
    expect(await createPoster(discord.parts)({ ...delivery, isUntried: false })).toMatchObject({
      outcome: "delivered",
      posted: { messages: discord.messages.map(({ channel, id }) => ({ address: channel, id })) },
    });
    expect(discord.messages).toHaveLength(before);
  });
});

it("what others posted there, or this bot of another edition, is not taken for it", async () => {
  const discord = forgetfulDiscord();
  const other = deliveryAt(webhook, "cards");
  const cards = other.edition.cards.map((card) => ({ ...card, headline: `${card.headline} today` }));
  await createPoster(discord.parts)({ ...other, id: "other", edition: { ...other.edition, cards } });
  const before = discord.messages.length;
  await createPoster(discord.parts)({ ...deliveryAt(webhook, "cards"), isUntried: false });
  expect(discord.messages).toHaveLength(2 * before);
});

it("where the bot may not read, the edition comes rather twice than never", async () => {
  const { parts, messages } = forgetfulDiscord(1);
  const deliver = createPoster({ ...parts, rest: { ...parts.rest, get: () => Promise.reject(refusal(50_001, 403)) } });
  const delivery = deliveryAt(webhook, "compact");
  expect(await deliver(delivery)).toMatchObject({ outcome: "retry" });
  expect(await deliver(delivery)).toMatchObject({ outcome: "delivered" });
  expect(messages).toHaveLength(2);
});
