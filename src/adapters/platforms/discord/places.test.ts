import { DiscordAPIError, REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliveryTo } from "../../../../test/conformance/discord-samples.ts";
import { rememberingLog, silentLog } from "../../../../test/fakes/log.ts";
import { sharedPath } from "../../../../test/shared.ts";
import { unsetChannel } from "../../../records/channel-settings.ts";
import type { Delivery } from "../../../records/edition.ts";
import { looksOf } from "../../../records/look.ts";
import type { Hook, Place } from "../../../records/place.ts";
import { createPoster } from "./post.ts";

interface Call {
  readonly route: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const refusal = (code: number, status = 400) =>
  new DiscordAPIError({ code, message: "Refused" }, code, status, "POST", "https://x", {
    files: undefined,
    body: undefined,
  });

/** Discord's REST API that numbers what it makes, and throws what is planned for a call. */
function restThat(...plan: readonly (Error | null)[]) {
  const faults = [...plan];
  const calls: Call[] = [];
  const post = async (route: string, options?: { readonly body?: unknown }) => {
    calls.push({ route, body: (options?.body ?? {}) as Call["body"] });
    const fault = faults.shift();
    if (fault) throw fault;
    return { id: `made-${calls.length}`, token: "made-token" };
  };
  const get = async () => ({
    available_tags: [
      { id: "1", name: "staff", moderated: true },
      { id: "2", name: "news", moderated: false },
      { id: "3", name: "Sea", moderated: false },
    ],
  });
  return { rest: { post, get }, once: { post }, calls };
}

const long = "word ".repeat(500);

/** An edition of two messages to a place in channel 7. */
function deliveryAt(place: Place | null, address = "7"): Delivery {
  const delivery = deliveryTo(address);
  const [card] = delivery.edition.cards;
  const cards = card ? ["a", "b", "c"].map((storyId) => ({ ...card, storyId, lede: long })) : [];
  return { ...delivery, edition: { ...delivery.edition, cards, look: "embed" }, settings: { ...unsetChannel, place } };
}

const title = "ニュースまとめ · 10月4日(水)";
const forum: Place = { kind: "forum", tags: ["ＳＥＡ", "staff", "moon"] };
const webhook: Place = {
  kind: "webhook",
  hook: { id: "9", token: "secret" },
  name: "Harbour News",
  picture: null,
};

it("an edition that opens a thread stands in it, all of it", async () => {
  const { calls, ...parts } = restThat();
  expect(await createPoster({ ...parts, log: silentLog })(deliveryAt({ kind: "thread" }))).toMatchObject({
    outcome: "delivered",
  });
  expect(calls[0]).toEqual({ route: "/channels/7/threads", body: { name: title, type: 11 } });
  expect(calls.slice(1).map(({ route }) => route)).toEqual(Array(2).fill("/channels/made-1/messages"));
});

it("an announcement channel is opened a thread of its own kind, and what is refused for another reason is not asked again", async () => {
  const typesAfter = async (...plan: readonly (Error | null)[]) => {
    const { calls, ...parts } = restThat(...plan);
    const { outcome } = await createPoster({ ...parts, log: silentLog })(deliveryAt({ kind: "thread" }));
    return [outcome, ...calls.flatMap(({ body }) => body.type ?? [])];
  };
  expect(await typesAfter(refusal(50_024))).toEqual(["delivered", 11, 10]);
  expect(await typesAfter(refusal(50_024), refusal(50_035))).toEqual(["barred", 11, 10]);
  expect(await typesAfter(refusal(50_013, 403))).toEqual(["barred", 11]);
});

it("the look full is a post, and a thread from it with the rest, in whichever place has no thread of its own", async () => {
  const routesOf = async (place: Place | null) => {
    const { calls, ...parts } = restThat();
    const delivery = deliveryAt(place);
    const result = await createPoster({ ...parts, log: silentLog })({
      ...delivery,
      edition: { ...delivery.edition, look: "full" },
    });
    return [result.outcome, ...calls.map(({ route }) => route)];
  };
  const below = ["/channels/7/messages/made-1/threads", "/channels/made-1/messages"];
  expect(await routesOf(null)).toEqual(["delivered", "/channels/7/messages", ...below]);
  expect(await routesOf(webhook)).toEqual(["delivered", "/webhooks/9/secret", below[0], "/webhooks/9/secret"]);
  expect(await routesOf({ kind: "thread" })).toEqual([
    ...["delivered", "/channels/7/threads", "/channels/made-1/messages", "/channels/made-1/messages"],
  ]);
});

it("a thread that was started before is gone on in, and where none can be the rest stays in the channel", async () => {
  const full = deliveryAt(null);
  const delivery = { ...full, edition: { ...full.edition, look: "full" as const } };
  const routesAfter = async (code: number) => {
    const { calls, ...parts } = restThat(null, refusal(code));
    await createPoster({ ...parts, log: silentLog })(delivery);
    return calls.at(-1)?.route;
  };
  expect(await routesAfter(160_004)).toBe("/channels/made-1/messages");
  expect(await routesAfter(50_024)).toBe("/channels/7/messages");
});

it("a webhook is made once, for the first message, and kept; where the bot may make none it posts itself", async () => {
  const { calls, ...parts } = restThat();
  const kept: unknown[] = [];
  const onHook = async (address: string, hook: Hook | null) => void kept.push([address, hook]);
  const unmade: Place = { ...webhook, hook: null } as Place;
  await createPoster({ ...parts, log: silentLog, onHook })(deliveryAt(unmade));
  expect(calls.map(({ route }) => route)).toEqual([
    "/channels/7/webhooks",
    ...Array(2).fill("/webhooks/made-1/made-token"),
  ]);
  expect(kept).toEqual([["7", { id: "made-1", token: "made-token" }]]);
  const refused = restThat(refusal(50_013, 403));
  expect(await createPoster({ ...refused, log: silentLog })(deliveryAt(unmade))).toMatchObject({
    outcome: "delivered",
  });
  expect(refused.calls.slice(-2).map(({ route }) => route)).toEqual(Array(2).fill("/channels/7/messages"));
});

it("an edition that was broken off goes on in the thread that it opened", async () => {
  const { calls, ...parts } = restThat(null, null, new TypeError("other side closed"));
  const deliver = createPoster({ ...parts, log: silentLog });
  const delivery = deliveryAt({ kind: "thread" });
  expect(await deliver(delivery)).toMatchObject({ outcome: "retry" });
  expect(await deliver(delivery)).toMatchObject({ outcome: "delivered" });
  expect(calls.map(({ route }) => route)).toEqual([
    "/channels/7/threads",
    ...Array(3).fill("/channels/made-1/messages"),
  ]);
});

it("an edition in a forum is a post of its own, under the channel's tags, and the rest follows in it", async () => {
  const { calls, ...parts } = restThat();
  await createPoster({ ...parts, log: silentLog })(deliveryAt(forum));
  expect(calls).toMatchObject([
    {
      route: "/channels/7/threads",
      body: { name: title, applied_tags: ["3"], message: { allowed_mentions: { parse: [] } } },
    },
    { route: "/channels/made-1/messages", body: { enforce_nonce: true } },
  ]);
});

it("a forum that demands a tag is given the first that anybody may give", async () => {
  const { calls, ...parts } = restThat(refusal(40067));
  const result = await createPoster({ ...parts, log: silentLog })(deliveryAt({ kind: "forum", tags: [] }));
  expect(result).toMatchObject({ outcome: "delivered" });
  expect(calls.map(({ body }) => body.applied_tags)).toEqual([undefined, ["2"], undefined]);
});

it("a webhook posts under its own name, without the bot's token, and mentions nobody", async () => {
  const { calls, ...parts } = restThat();
  expect(await createPoster({ ...parts, log: silentLog })(deliveryAt(webhook))).toMatchObject({ outcome: "delivered" });
  expect(calls).toMatchObject(
    Array(2).fill({ route: "/webhooks/9/secret", body: { username: "Harbour News", allowed_mentions: { parse: [] } } }),
  );
});

it("each message of an announcement is passed on once, and one that was before is no fault", async () => {
  const { calls, ...parts } = restThat(null, refusal(40033), null, refusal(50013, 403));
  const log = rememberingLog();
  expect(await createPoster({ ...parts, log })(deliveryAt({ kind: "announcement" }))).toMatchObject({
    outcome: "delivered",
  });
  expect(calls.map(({ route }) => route)).toEqual([
    "/channels/7/messages",
    "/channels/7/messages/made-1/crosspost",
    "/channels/7/messages",
    "/channels/7/messages/made-3/crosspost",
  ]);
  expect(log.lines).toEqual([expect.stringContaining("50013")]);
});

describe.each([
  ["that is deleted", refusal(10015, 404)],
  ["whose token was made anew", refusal(50027, 401)],
])("a webhook %s", (_, gone) => {
  const deliver = async (...plan: readonly (Error | null)[]) => {
    const { calls, ...parts } = restThat(...plan);
    const kept: unknown[] = [];
    const onHook = async (_address: string, hook: Hook | null) => void kept.push(hook);
    const result = await createPoster({ ...parts, log: silentLog, onHook })(deliveryAt(webhook));
    return { result, kept, routes: calls.map(({ route }) => route) };
  };

  it("is made anew at once, and forgotten", async () => {
    const { result, kept, routes } = await deliver(gone);
    const made = "/webhooks/made-2/made-token";
    expect(routes).toEqual(["/webhooks/9/secret", "/channels/7/webhooks", made, made]);
    expect(kept).toEqual([null, { id: "made-2", token: "made-token" }]);
    const posted = { messages: ["made-3", "made-4"].map((id) => ({ address: "7", id, webhookId: "made-2" })) };
    expect(result).toMatchObject({ outcome: "delivered", posted });
  });

  it("is done without where the bot may make none, and the channel is paused where it may not post either", async () => {
    const noPermission = refusal(50_013, 403);
    expect(await deliver(gone, noPermission)).toMatchObject({
      ...{ result: { outcome: "delivered" }, kept: [null] },
      routes: ["/webhooks/9/secret", "/channels/7/webhooks", ...Array(2).fill("/channels/7/messages")],
    });
    const { result } = await deliver(gone, noPermission, noPermission);
    expect(result).toMatchObject({ outcome: "barred" });
    expect(JSON.stringify(result)).not.toContain("secret");
  });
});

const rigPath = sharedPath("rigs", "discord", "rig.mjs");

describe.runIf(rigPath !== null)("a Discord that checks every body", () => {
  let rig: {
    readonly url: string;
    readonly token: string;
    readonly channels: ReadonlyMap<string, unknown>;
    readonly messages: ReadonlyMap<string, { readonly flags: number }>;
    readonly violations: readonly { readonly side?: string }[];
    readonly close: () => void;
  };
  beforeEach(async () => {
    rig = await (await import(rigPath ?? "")).startDiscord();
  });
  afterEach(() => rig.close());

  const deliver = (delivery: Delivery) => {
    const rest = new REST({ api: rig.url, retries: 0 }).setToken(rig.token);
    return createPoster({ rest, once: rest, log: silentLog })(delivery);
  };
  const channelIds = () => [...rig.channels.keys()];

  it("takes an edition as a thread, as a forum's post and as an announcement that is passed on", async () => {
    const [news, announcements, posts] = channelIds();
    expect(await deliver(deliveryAt({ kind: "thread" }, news))).toMatchObject({ outcome: "delivered" });
    expect(await deliver(deliveryAt({ kind: "announcement" }, announcements))).toMatchObject({ outcome: "delivered" });
    expect(await deliver(deliveryAt({ kind: "forum", tags: [] }, posts))).toMatchObject({ outcome: "delivered" });
    expect(rig.violations.filter(({ side }) => side !== "response")).toEqual([]);
    expect([...rig.messages.values()].map(({ flags }) => flags & 1)).toEqual([0, 0, 1, 1, 0, 0]);
  });

  // To start a thread from a message and to make a webhook are none of its routes.
  it("takes each place in each look that starts no thread from a message", async () => {
    const [news = "", announcements, posts] = channelIds();
    for (const look of looksOf.discord.filter((one) => one !== "full"))
      for (const [place, address] of [
        [{ kind: "thread" }, news],
        [{ kind: "announcement" }, announcements],
        [{ kind: "forum", tags: [] }, posts],
      ] as const) {
        const delivery = deliveryAt(place, address);
        const result = await deliver({
          ...delivery,
          id: `${look} ${place.kind}`,
          edition: { ...delivery.edition, look },
        });
        expect([look, place.kind, result]).toMatchObject([look, place.kind, { outcome: "delivered" }]);
      }
    expect(rig.violations.filter(({ side }) => side !== "response")).toEqual([]);
  });
});
