// Groups of every size, and the time that passes over them.

import type { Schedule } from "../../src/records/subscription.ts";
import { articleEntry } from "../fakes/articles.ts";
import type { QuotaDesk } from "./quota-desk.ts";

const hourMs = 3_600_000;

export interface Group {
  readonly address: string;
  readonly people: number;
  readonly schedule: Schedule;
  /** How likely somebody writes to the bot on a day. */
  readonly talks: number;
  /** Editions, and whether they were pushed or asked for. */
  readonly pushed: number;
  readonly taken: number;
}

/** As in `Math.random`, the same at every run. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Thirty groups, of 5 members to 200: daily ones for the most part, and running, hourly, weekly ones and one by cron among them. */
export async function openGroups(desk: QuotaDesk): Promise<readonly Group[]> {
  const groups = Array.from({ length: 30 }, (_, index): Group => {
    const people = Math.round(5 + (195 * index) / 29);
    const hour = 7 + (index % 5) * 3;
    // Ninths, so that no kind is all large or all small.
    const kind = (index * 4) % 9;
    const schedule: Schedule =
      kind === 0
        ? { kind: "now" }
        : kind === 1
          ? { kind: "hourly" }
          : kind === 2
            ? { kind: "weekly", weekday: 1 + (index % 5), hour, minute: 0 }
            : index === 14
              ? { kind: "cron", expression: `0 ${hour} * * 1-5` }
              : { kind: "daily", hour, minute: 0 };
    const talks = [0, 0, 0.1, 0.5][(index * 7) % 4] ?? 0;
    return { address: desk.newGroup(people), people, schedule, talks, pushed: 0, taken: 0 };
  });
  for (const { address, schedule } of groups) await desk.subscribe(address, schedule);
  return groups;
}

/** Lets the time pass until the instant: news every hour of the day, people who write now and then; `onDay` at each day's end. */
export async function passTime(
  desk: QuotaDesk,
  groups: readonly Group[],
  until: number,
  random: () => number,
  onDay: (day: number) => Promise<void> | void,
): Promise<void> {
  const { clock, store } = desk;
  const beganAt = clock.now();
  for (let hours = 1; clock.now() < until; hours++) {
    clock.advance(hourMs);
    const at = clock.now() - 60_000;
    const hourInTaipei = new Date(clock.now() + 8 * hourMs).getUTCHours();
    if (hourInTaipei >= 6)
      await store.archive([articleEntry({ headline: `第${hours}號港口公告${beganAt}`, sourceId: "harbour", at })]);
    await desk.turn();
    if (hourInTaipei === 20) await chat(desk, groups, random);
    if (hours % 24 === 0) await onDay(hours / 24);
  }
}

async function chat(desk: QuotaDesk, groups: readonly Group[], random: () => number): Promise<void> {
  for (const group of groups)
    if (random() < group.talks && (await desk.say(group.address))) await desk.take(group.address);
}

/** Jain's index: 1 when all have the same, 1/n when one has all (Jain, Chiu and Hawe 1984). */
export function jainIndex(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  return sum ** 2 / (shares.length * shares.reduce((total, share) => total + share ** 2, 0));
}

/** What each group had since `sentBefore` messages were sent. */
export function countMonth(desk: QuotaDesk, groups: readonly Group[], sentBefore: number): readonly Group[] {
  const sent = desk.line.sent.slice(sentBefore);
  const editions = (kind: string, address: string) =>
    sent.filter(
      ({ kind: how, to, messages }) =>
        how === kind && to[0] === address && messages.some(({ type }) => type === "flex"),
    ).length;
  return groups.map((group) => ({
    ...group,
    pushed: editions("push", group.address),
    taken: editions("reply", group.address),
  }));
}

/** Days on which it should have an edition, of so many. */
export const wantedDaysOf = ({ schedule }: Group, days: number): number =>
  schedule.kind === "weekly" ? days / 7 : schedule.kind === "cron" ? (days * 5) / 7 : days;

/** Editions for each day with news, however they came; one a day counts. */
export const shareOf = (group: Group, days: number): number =>
  Math.min(1, (group.pushed + group.taken) / wantedDaysOf(group, days));
