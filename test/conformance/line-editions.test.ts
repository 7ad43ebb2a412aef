// Editions over LINE: sent once, whatever happens on the way.
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../src/records/edition.ts";
import { SettingsError } from "../../src/records/errors.ts";
import { looksOf } from "../../src/records/look.ts";
import { card, deliveryTo, type LineDesk, lineServers, openLineDesk } from "./line-desk.ts";

describe.each(lineServers)("editions over LINE, on %s", (_, startLine) => {
  let desk: LineDesk;

  beforeEach(async () => {
    desk = await openLineDesk(startLine);
  });

  afterEach(async () => {
    await desk.close();
    expect(desk.line.violations).toEqual([]);
    expect(desk.logged.join("\n")).not.toContain(desk.line.token);
    expect(desk.logged.join("\n")).not.toContain(desk.line.secret);
  });

  const push = "POST /v2/bot/message/push";

  it("an edition is one push, and counts each member of a group", async () => {
    const delivery = deliveryTo(desk.newGroup(5));
    expect(await desk.platform.deliver(delivery)).toEqual({ outcome: "delivered" });
    expect(desk.line.sent).toMatchObject([{ kind: "push", to: [delivery.channel.address] }]);
    expect(desk.line.sent[0]?.messages[0]?.altText).toBe(card.headline);
    expect(desk.line.used).toBe(5);
  });

  it("an edition delivered twice is sent once", async () => {
    const delivery = deliveryTo(desk.newGroup(5));
    await desk.platform.deliver(delivery);
    expect(await desk.platform.deliver(delivery)).toEqual({ outcome: "delivered" });
    expect(desk.line.sent).toHaveLength(1);
  });

  it("an edition whose acceptance was lost on the way is not sent again", async () => {
    desk.line.faults.push({ route: push, reset: true, after: true, times: 1 });
    const delivery = deliveryTo(desk.newGroup(5));
    expect(await desk.platform.deliver(delivery)).toMatchObject({ outcome: "retry" });
    expect(await desk.platform.deliver(delivery)).toEqual({ outcome: "delivered" });
    expect(desk.line.sent).toHaveLength(1);
  });

  it("an edition waits out a failure of LINE's", async () => {
    desk.line.faults.push({ route: push, status: 503, times: 1 });
    const delivery = deliveryTo(desk.newGroup(5));
    expect(await desk.platform.deliver(delivery)).toMatchObject({
      outcome: "retry",
      reason: expect.stringContaining("503"),
    });
    expect(await desk.platform.deliver(delivery)).toEqual({ outcome: "delivered" });
  });

  it("a rate limit says when to try again", async () => {
    desk.line.faults.push({ route: push, status: 429, message: "The API rate limit has been exceeded.", times: 1 });
    expect(await desk.platform.deliver(deliveryTo(desk.newGroup(5)))).toMatchObject({
      outcome: "retry",
      retryAfterMs: 60_000,
    });
  });

  it("a month whose messages are used up refuses, and says so", async () => {
    expect(await desk.platform.deliver(deliveryTo(desk.newGroup(21)))).toMatchObject({
      outcome: "exhausted",
      reason: expect.stringContaining("used up"),
    });
  });

  it("a group that the bot is no longer in is gone", async () => {
    expect(await desk.platform.deliver(deliveryTo(desk.line.hex("C")))).toMatchObject({ outcome: "gone" });
  });

  it.each(looksOf.line)("an edition in the look %s that its channel chose is taken", async (look) => {
    const delivery = deliveryTo(desk.newGroup(5));
    const cards = [card, { ...card, storyId: "story-2", url: null, image: null, alsoIn: ["海峽時報"] }];
    const settings = { ...delivery.settings, look };
    const edition = { ...delivery.edition, cards };
    expect(await desk.platform.deliver({ ...delivery, edition, settings })).toEqual({ outcome: "delivered" });
    expect(desk.line.sent[0]?.messages).toHaveLength(1);
  });

  it("an edition in a look of another platform has the nearest of LINE's", async () => {
    const delivery = deliveryTo(desk.newGroup(5));
    await desk.platform.deliver({ ...delivery, edition: { ...delivery.edition, look: "compact" } });
    expect(JSON.stringify(desk.line.sent)).toContain('"size":"giga"');
  });

  describe("the same edition to several people", () => {
    const multicast = "POST /v2/bot/message/multicast";
    /** Deliveries to so many people, each of their own subscription's edition. */
    const toPeople = (count: number) => Array.from({ length: count }, () => deliveryTo(desk.line.hex("U")));
    const send = (id: string, deliveries: readonly Delivery[]) => desk.platform.multicast?.deliver(id, deliveries);
    const contentOf = (delivery: Delivery) => desk.platform.multicast?.contentOf(delivery);

    it("is one call, and counts each of them", async () => {
      const deliveries = toPeople(12);
      expect(await send(randomUUID(), deliveries)).toEqual({ outcome: "delivered" });
      expect(desk.line.sent).toMatchObject([
        { kind: "multicast", to: deliveries.map(({ channel }) => channel.address) },
      ]);
      expect(desk.line.used).toBe(12);
    });

    it("whose acceptance was lost on the way is not sent again, even to fewer", async () => {
      desk.line.faults.push({ route: multicast, reset: true, after: true, times: 1 });
      const [id, deliveries] = [randomUUID(), toPeople(3)];
      expect(await send(id, deliveries)).toMatchObject({ outcome: "retry" });
      expect(await send(id, deliveries.slice(1))).toEqual({ outcome: "delivered" });
      expect(desk.line.sent).toHaveLength(1);
    });

    it("that LINE refuses reached none of them", async () => {
      const deliveries = toPeople(3).map((delivery) => ({
        ...delivery,
        channel: { ...delivery.channel, address: "Unknown" },
      }));
      expect(await send(randomUUID(), deliveries)).toMatchObject({ outcome: "refused" });
      expect(desk.line.sent).toEqual([]);
    });

    it("is the same for people who read the same, and never for a group or another language", () => {
      const [one, other] = toPeople(2);
      if (!one || !other) throw new Error("two people");
      expect(contentOf(one)).toBe(contentOf(other));
      expect(contentOf({ ...other, channel: { ...other.channel, locale: "ja" } })).not.toBe(contentOf(one));
      expect(contentOf(deliveryTo(desk.newGroup(3)))).toBeNull();
    });
  });

  describe("a wrong token", () => {
    it("stops the start and names the setting, not the token", async () => {
      const refused = desk.withToken("a-mistyped-token").start(desk.answer);
      await expect(refused).rejects.toThrow(SettingsError);
      await expect(refused).rejects.toThrow(/LINE_CHANNEL_ACCESS_TOKEN.*developers\.line\.biz/);
      await expect(refused).rejects.not.toThrow("mistyped");
    });

    it("keeps an edition waiting and names the setting, not the token", async () => {
      const result = await desk.withToken("a-mistyped-token").deliver(deliveryTo(desk.newGroup(5)));
      expect(result).toMatchObject({
        outcome: "retry",
        reason: expect.stringContaining("LINE_CHANNEL_ACCESS_TOKEN"),
      });
      expect(JSON.stringify(result)).not.toContain("mistyped");
    });
  });
});
