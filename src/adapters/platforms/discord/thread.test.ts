import { DiscordAPIError } from "discord.js";
import { expect, it } from "vitest";
import { startThread } from "./thread.ts";

const message = { address: "7", id: "100" };

const refusal = (code: number, status = 400) =>
  new DiscordAPIError({ code, message: "Refused" }, code, status, "POST", "https://x", {
    files: undefined,
    body: undefined,
  });

const start = (fault: Error | null) => {
  const asked: unknown[] = [];
  const post = async (route: string, options?: unknown) => {
    asked.push([route, options]);
    if (fault) throw fault;
    return { id: "100" };
  };
  return { asked, started: startThread({ post }, message, "News") };
};

it("a thread starts from the message and has its id", async () => {
  const { asked, started } = start(null);
  expect(await started).toBe("100");
  expect(asked).toEqual([["/channels/7/messages/100/threads", { body: { name: "News" } }]]);
});

it("one that was started before is gone on in", async () => {
  expect(await start(refusal(160_004)).started).toBe("100");
});

it.each([50_001, 50_003, 50_013, 50_024, 160_006])(
  "where none can be (%i), the rest stays in the channel",
  async (code) => {
    expect(await start(refusal(code, 403)).started).toBe("7");
  },
);

it.each([
  ["a deleted message", refusal(10_008, 404)],
  ["a lost answer", new TypeError("other side closed")],
])("%s is told of", async (_, fault) => {
  await expect(start(fault).started).rejects.toBe(fault);
});
