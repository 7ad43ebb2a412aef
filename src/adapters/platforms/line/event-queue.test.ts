import { expect, it } from "vitest";
import { createEventQueue } from "./event-queue.ts";

interface Said {
  readonly chat: string;
  readonly text: string;
}

/** A queue of two hands whose work ends when it is let, and what was begun and ended, in order. */
function heldQueue() {
  const trail: string[] = [];
  const letEnd = new Map<string, () => void>();
  const queue = createEventQueue<Said>({
    chatOf: ({ chat }) => chat,
    work: async ({ text }) => {
      trail.push(text);
      await new Promise<void>((resolve) => letEnd.set(text, resolve));
      trail.push(`${text}.`);
    },
    quietMs: () => Number.POSITIVE_INFINITY,
    atOnce: 2,
    most: 4,
  });
  const end = async (text: string) => {
    await expect.poll(() => letEnd.has(text)).toBe(true);
    letEnd.get(text)?.();
    await expect.poll(() => trail.includes(`${text}.`)).toBe(true);
  };
  return { queue, trail, end };
}

it("what one chat says is worked in its order, beside what others say, a few chats at a time", async () => {
  const { queue, trail, end } = heldQueue();
  for (const text of ["a1", "a2", "b1", "c1"]) queue.add({ chat: text.slice(0, 1), text });
  expect(queue.room()).toBe(0);
  await expect.poll(() => trail).toEqual(["a1", "b1"]);
  await end("b1");
  await expect.poll(() => trail).toEqual(["a1", "b1", "b1.", "c1"]);
  await end("a1");
  await expect.poll(() => trail.at(-1)).toBe("a2");
  await end("c1");
  await end("a2");
  await queue.idle();
  expect(queue.room()).toBe(4);
});

it("nothing is begun before whoever added it has gone on", () => {
  const { queue, trail } = heldQueue();
  queue.add({ chat: "a", text: "a1" });
  expect(trail).toEqual([]);
});

it("is idle when nothing was added, and again when all is worked off", async () => {
  const { queue, trail, end } = heldQueue();
  await queue.idle();
  queue.add({ chat: "a", text: "a1" });
  const idle = queue.idle().then(() => trail.push("idle"));
  await end("a1");
  await idle;
  expect(trail).toEqual(["a1", "a1.", "idle"]);
});

it("gives way to webhooks while they come, but not for ever", async () => {
  let asked = 0;
  const quietMs = () => {
    asked += 1;
    return 0;
  };
  const worked: string[] = [];
  const queue = createEventQueue<string>({
    ...{ chatOf: (text) => text, work: async (text) => void worked.push(text), quietMs, atOnce: 2, most: 4 },
  });
  for (const text of ["a", "b", "c"]) queue.add(text);
  await queue.idle();
  expect(worked).toEqual(["a", "b", "c"]);
  expect(asked).toBeGreaterThan(worked.length);
});
