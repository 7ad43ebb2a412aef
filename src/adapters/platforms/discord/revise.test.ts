import { DiscordAPIError, REST } from "discord.js";
import { describe, expect, it } from "vitest";
import { deliveryTo } from "../../../../test/conformance/discord-samples.ts";
import { silentLog } from "../../../../test/fakes/log.ts";
import { sharedPath } from "../../../../test/shared.ts";
import type { Delivery, Posted } from "../../../records/edition.ts";
import type { Place } from "../../../records/place.ts";
import { createPoster } from "./post.ts";
import { createReviser } from "./revise.ts";

const posted: Posted = { look: "embed", messages: [{ address: "7", id: "100" }] };
const refusal = (code: number, status: number) =>
  new DiscordAPIError({ code, message: "no" }, code, status, "PATCH", "https://x", {
    files: undefined,
    body: undefined,
  });

/** Discord's REST API that answers every change so. */
function restThat(fault: Error | null = null) {
  const routes: string[] = [];
  const patch = async (route: string) => {
    routes.push(route);
    if (fault) throw fault;
    return {};
  };
  return { rest: { patch }, routes };
}

const corrected = (delivery: Delivery): Delivery => ({
  ...delivery,
  edition: {
    ...delivery.edition,
    cards: delivery.edition.cards.map((card) => ({ ...card, headline: "更正的標題", isCorrected: true })),
  },
});

it("each message is changed where it stands, and none is posted", async () => {
  const { rest, routes } = restThat();
  expect(await createReviser(rest)(deliveryTo("7"), posted)).toEqual({ outcome: "delivered" });
  expect(routes).toEqual(["/channels/7/messages/100"]);
});

it("a webhook's message is changed by the webhook", async () => {
  const { rest, routes } = restThat();
  const place: Place = { kind: "webhook", hook: { id: "9", token: "secret" }, name: "News", picture: null };
  const delivery = deliveryTo("7");
  const byHook = (webhookId: string): Posted => ({ ...posted, messages: [{ address: "7", id: "100", webhookId }] });
  const hooked = { ...delivery, settings: { ...delivery.settings, place } };
  expect(await createReviser(rest)(hooked, byHook("9"))).toEqual({ outcome: "delivered" });
  expect(routes).toEqual(["/webhooks/9/secret/messages/100"]);
  // Nobody else can, and the bot itself posted what names no webhook.
  for (const other of [hooked, delivery])
    expect(await createReviser(rest)(other, byHook("8"))).toMatchObject({ outcome: "refused" });
  await createReviser(rest)(hooked, posted);
  expect(routes.slice(1)).toEqual(["/channels/7/messages/100"]);
});

it.each([
  ["a deleted message stays deleted", refusal(10_008, 404), { outcome: "delivered" }],
  ["what Discord can't do now is tried again", new Error("socket hang up"), { outcome: "retry" }],
  ["what another wrote is left", refusal(50_005, 403), { outcome: "refused" }],
  ["a channel that is gone is told of", refusal(10_003, 404), { outcome: "barred" }],
])("%s", async (_, fault, result) => {
  expect(await createReviser(restThat(fault).rest)(deliveryTo("7"), posted)).toMatchObject(result);
});

const rigPath = sharedPath("rigs", "discord", "rig.mjs");

describe.skipIf(rigPath === null)("on the Discord that checks every body", () => {
  it("a corrected headline stands where the first one stood, marked as corrected", async () => {
    const { startDiscord } = await import(rigPath ?? "");
    const rig = await startDiscord({});
    try {
      const rest = new REST({ api: rig.url }).setToken(rig.token);
      const [channelId = ""] = rig.channels.keys();
      const delivery = deliveryTo(channelId);
      const sent = await createPoster({ rest, once: rest, log: silentLog })(delivery);
      const shown = sent.outcome === "delivered" ? sent.posted : undefined;
      if (shown === undefined) throw new Error("nothing was posted");
      const before = rig.messages.size;
      expect(await createReviser(rest)(corrected(delivery), shown)).toEqual({ outcome: "delivered" });
      expect(rig.messages.size).toBe(before);
      const text = JSON.stringify([...rig.messages.values()]);
      expect(text).toContain("更正的標題");
      expect(text).toContain("見出し更新");
      expect(rig.violations.filter(({ side }: { side?: string }) => side !== "response")).toEqual([]);
    } finally {
      rig.close();
    }
  });
});
