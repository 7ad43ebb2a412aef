import { expect, it } from "vitest";
import { rememberingLog, silentLog } from "../../../../test/fakes/log.ts";
import { type Channel, locales } from "../../../records/channel.ts";
import { tellPaused } from "./notice.ts";

const channel: Channel = { id: "discord:7", platform: "discord", address: "7", locale: "en" };

it.each(locales)(
  "who subscribed is told in a direct message, in the channel's language (%s), which channel is paused",
  async (locale) => {
    const calls: [route: string, body: unknown][] = [];
    const post = async (route: string, options?: { readonly body?: unknown }) => {
      calls.push([route, options?.body]);
      return { id: "99" };
    };
    await tellPaused("8", { ...channel, locale }, { rest: { post }, log: silentLog });
    expect(calls).toEqual([
      ["/users/@me/channels", { recipient_id: "8" }],
      ["/channels/99/messages", { content: expect.stringMatching(/<#7>.*\/\S+/), allowed_mentions: { parse: [] } }],
    ]);
  },
);

it("who takes no messages from bots is a line in the log", async () => {
  const log = rememberingLog();
  await tellPaused("8", channel, { rest: { post: () => Promise.reject(new Error("closed")) }, log });
  expect(log.lines).toEqual([expect.stringContaining("could not be told")]);
});
