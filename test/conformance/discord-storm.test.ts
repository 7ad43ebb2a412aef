// A Discord that refuses one request after the other: ever fewer are sent, and every edition arrives once in the end.
import { describe, expect, it, vi } from "vitest";
import { createDiscordPlatform } from "../../src/adapters/platforms/discord.ts";
import { rememberingLog } from "../fakes/log.ts";
import { memoryCache } from "../fakes/memory-cache.ts";
import { fakePictures } from "../fakes/pictures.ts";
import { sharedPath } from "../shared.ts";
import { deliveryTo } from "./discord-samples.ts";

const rigPath = sharedPath("rigs", "discord", "rig.mjs");

const postRoute = "POST /channels/{channel_id}/messages";

interface LoggedRequest {
  readonly at: number;
  readonly status?: number;
}

describe.runIf(rigPath !== null)("Discord, on the rig", () => {
  it("a storm of limits is met with ever longer waits, and every edition arrives once when it is over", async () => {
    const rig = await (await import(rigPath ?? "")).startDiscord();
    const [usual] = rig.channels.values();
    const addresses = Array.from({ length: 60 }, () => String(rig.snow()));
    for (const id of addresses) rig.channels.set(id, { ...usual, id });
    rig.faults.push({ route: postRoute, status: 429, retryAfter: 0.05, global: true, times: Number.POSITIVE_INFINITY });
    const log = rememberingLog();
    const platform = createDiscordPlatform({
      ...{
        token: rig.token,
        apiUrl: rig.url,
        commands: [],
        pictures: fakePictures(),
        clock: Date,
        cache: memoryCache(Date),
        log,
      },
    });
    const delivering = addresses.map((address) => platform.deliver(deliveryTo(address)));
    // It lasts until the desk waits for more than a second.
    await vi.waitFor(() => expect(log.lines.join("\n")).toMatch(/fewer requests.*"waitMs":\d{4}/), 30_000);
    rig.faults.length = 0;
    const results = await Promise.all(delivering);
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(["delivered"]));
    expect(rig.messages.size).toBe(addresses.length);
    const requests = rig.log as readonly LoggedRequest[];
    // All sixty wanted to go, again and again; those that were under way together were refused together.
    expect(requests.filter(({ status }) => status === 429).length).toBeLessThan(addresses.length);
    expect(rig.violations.filter(({ side }: { side?: string }) => side !== "response")).toEqual([]);
    rig.close();
  });
});
