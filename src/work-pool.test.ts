import { expect, it } from "vitest";
import { workThrough } from "./work-pool.ts";

const hourMs = 60 * 60_000;

/** A pool of four places over so many numbered tasks. */
function poolOf(count: number, work: (task: number) => Promise<void>, takeAgainMs = hourMs) {
  const tasks = Array.from({ length: count }, (_, index) => index);
  return { places: 4, takeAgainMs, work, take: async (free: number) => tasks.splice(0, free) };
}

it("works every task once, never more at once than there are places", async () => {
  const worked: number[] = [];
  let [underWay, most] = [0, 0];
  const work = async (task: number) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise(setImmediate);
    underWay -= 1;
    worked.push(task);
  };
  await workThrough(poolOf(30, work));
  expect(worked.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index));
  expect(most).toBe(4);
});

it("a task that takes long does not hold up the others", async () => {
  const worked: number[] = [];
  const slow = Promise.withResolvers<void>();
  const work = async (task: number) => {
    if (task === 0) await slow.promise;
    worked.push(task);
    if (worked.length === 20) slow.resolve();
  };
  await workThrough(poolOf(21, work));
  expect(worked.at(-1)).toBe(0);
});

it("asks again beside a task that takes long: what came meanwhile is worked", async () => {
  const slow = Promise.withResolvers<void>();
  const takes = [["slow"], [], ["late"]];
  const work = async (task: string) => {
    if (task === "slow") await slow.promise;
    if (task === "late") slow.resolve();
  };
  await workThrough({ places: 4, takeAgainMs: 1, work, take: async () => takes.shift() ?? [] });
  expect(takes).toEqual([]);
});

it("begins nothing after an error, and throws the first once all that is under way has ended", async () => {
  const ended: number[] = [];
  const work = async (task: number) => {
    if (task === 1) throw new Error("the archive is full");
    await new Promise(setImmediate);
    ended.push(task);
  };
  await expect(workThrough(poolOf(30, work))).rejects.toThrow("the archive is full");
  expect(ended).toEqual([0, 2, 3]);
});

it("throws what taking throws, once all that is under way has ended", async () => {
  const ended: number[] = [];
  const take = async (free: number) => {
    if (free < 4) throw new Error("the archive is locked");
    return [0, 1, 2, 3];
  };
  const work = async (task: number) => {
    if (task > 1) await new Promise(setImmediate);
    ended.push(task);
  };
  await expect(workThrough({ places: 4, takeAgainMs: hourMs, take, work })).rejects.toThrow("the archive is locked");
  expect(ended).toEqual([0, 1, 2, 3]);
});

it("a task may take several places, and more is taken when half of all are free", async () => {
  let [underWay, most] = [0, 0];
  const work = async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise(setImmediate);
    underWay -= 1;
  };
  const tasks = Array.from({ length: 12 }, (_, index) => index);
  const worked: number[] = [];
  await workThrough({
    ...poolOf(12, async (task) => {
      worked.push(task);
      await work();
    }),
    sizeOf: () => 2,
    take: async (free: number) => tasks.splice(0, free / 2),
  });
  expect(worked).toHaveLength(12);
  expect(most).toBe(2);
});
