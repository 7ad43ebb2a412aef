// The connection that a worker keeps for as long as it serves: its duties are advisory locks of it, and it listens for what others write.
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { shownDatabase } from "../../language/database-address.ts";
import type { Duty, HeldDuty, Wake } from "../../ports/worker-store.ts";
import type { OpenCoordination } from "./coordination.ts";
import { postgresError } from "./postgres-errors.ts";
import { type InTurn, oneByOne } from "./turn.ts";

export interface StandingOptions {
  readonly databaseUrl: string;
  /** Over a connection of the store's own. */
  readonly notify: (wake: Wake) => Promise<unknown>;
  readonly inTurn: InTurn;
}

const wakes: readonly Wake[] = ["sources", "news", "editions", "delivered"];
const connectPatienceMs = 10_000;
const firstRetryMs = 500;
const longestRetryMs = 15_000;

// A server that was not told of the end of a machine would keep its locks for two hours.
const whenLost = "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";
// Notifications go through the whole database, locks too; other schemas of it may hold other desks.
const channelName = "'lede_' || md5(current_schema())";
const lockKey = "hashtextextended('lede ' || current_schema() || ' ' || $1, 0)";

/** The statement that wakes those who listen. */
export const notification = `select pg_notify(${channelName}, $1)`;

/** Connects when it is first needed. */
export class StandingConnection implements OpenCoordination {
  readonly isShared = true;
  readonly inTurn: InTurn;
  readonly #options: StandingOptions;
  readonly #listeners = new Set<(wake: Wake) => void>();
  readonly #held = new Map<Duty, AbortController>();
  readonly #closed = new AbortController();
  #current: Promise<pg.Client> | null = null;
  #isListeningAgain = false;
  #lastAsked: Promise<unknown> = Promise.resolve();

  constructor(options: StandingOptions) {
    this.#options = options;
    this.inTurn = oneByOne(options.inTurn);
  }

  readonly holdDuty = async (duty: Duty): Promise<HeldDuty | null> => {
    if (this.#held.has(duty)) return null;
    // Before anything is waited for: a connection takes its own lock as often as it likes.
    const lost = new AbortController();
    this.#held.set(duty, lost);
    try {
      const client = await this.#connect();
      const { rows } = await this.#ask<{ held: boolean }>(client, `select pg_try_advisory_lock(${lockKey}) as held`, [
        duty,
      ]);
      if (rows[0]?.held && !lost.signal.aborted)
        return { lost: lost.signal, release: () => this.#release(duty, lost, client) };
    } catch (error) {
      this.#forget(duty, lost);
      throw postgresError(error, shownDatabase(this.#options.databaseUrl));
    }
    this.#forget(duty, lost);
    return null;
  };

  readonly onWake = async (listener: (wake: Wake) => void): Promise<void> => {
    this.#listeners.add(listener);
    await this.#listen();
  };

  readonly notify = async (wake: Wake): Promise<void> => {
    await this.#options.notify(wake).catch(() => {});
  };

  readonly close = async (): Promise<void> => {
    this.#closed.abort();
    this.#listeners.clear();
    const client = await this.#current?.catch(() => null);
    await client?.end();
  };

  #connect(): Promise<pg.Client> {
    const { databaseUrl } = this.#options;
    this.#current ??= openClient(databaseUrl, () => this.#lose()).catch((error: unknown) => {
      this.#current = null;
      throw postgresError(error, shownDatabase(databaseUrl));
    });
    return this.#current;
  }

  /** One query after the other. */
  #ask<Row extends pg.QueryResultRow>(client: pg.Client, sql: string, values: readonly string[] = []) {
    const asked = this.#lastAsked.then(() => client.query<Row>(sql, [...values]));
    this.#lastAsked = asked.catch(() => {});
    return asked;
  }

  #lose(): void {
    this.#current = null;
    const lost = [...this.#held.values()];
    this.#held.clear();
    for (const duty of lost) duty.abort();
    if (this.#listeners.size > 0 && !this.#isListeningAgain) void this.#listenAgain();
  }

  async #listen(): Promise<void> {
    const client = await this.#connect();
    client.removeAllListeners("notification");
    client.on("notification", ({ payload }) => {
      const wake = wakes.find((one) => one === payload);
      if (wake) this.#tell(wake);
    });
    const { rows } = await this.#ask<{ channel: string }>(client, `select ${channelName} as channel`);
    await this.#ask(client, `listen "${rows[0]?.channel ?? ""}"`);
  }

  async #listenAgain(): Promise<void> {
    this.#isListeningAgain = true;
    for (let retryMs = firstRetryMs; !this.#closed.signal.aborted; retryMs = Math.min(2 * retryMs, longestRetryMs)) {
      try {
        await pause(retryMs, undefined, { ref: false, signal: this.#closed.signal });
        await this.#listen();
        break;
      } catch {
        // The server is away still, or the store was closed; whoever needs the archive meanwhile is told so by its queries.
      }
    }
    this.#isListeningAgain = false;
    for (const wake of wakes) this.#tell(wake);
  }

  #tell(wake: Wake): void {
    for (const listener of this.#listeners) listener(wake);
  }

  async #release(duty: Duty, lost: AbortController, client: pg.Client): Promise<void> {
    if (!this.#forget(duty, lost)) return;
    // A connection that is lost meanwhile has given it back by that.
    await this.#ask(client, `select pg_advisory_unlock(${lockKey})`, [duty]).catch(() => {});
  }

  /** True when it was held by this holder still. */
  #forget(duty: Duty, lost: AbortController): boolean {
    return this.#held.get(duty) === lost && this.#held.delete(duty);
  }
}

async function openClient(databaseUrl: string, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectPatienceMs,
    keepAlive: true,
    // Nothing is asked for minutes: without this a server that is gone would not be missed.
    keepAliveInitialDelayMillis: 10_000,
    application_name: "lede worker",
  });
  // Its end, which follows, says all that matters.
  client.on("error", () => {});
  await client.connect();
  client.once("end", onLost);
  await client.query(whenLost);
  return client;
}
