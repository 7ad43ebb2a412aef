// Where LINE knocks: the desk's address, which a thread of its own keeps, and the file of what it took.
import { addressOf, listeningFault } from "./adapters/http/server.ts";
import type { Door } from "./adapters/platforms/line/door.ts";
import type { LinePlatform } from "./adapters/platforms/line.ts";
import { isPostgresAddress, sqlitePath } from "./adapters/stores/open-store.ts";
import type { Desk } from "./desk.ts";

export interface LineDoor extends Pick<Door, "refuse" | "close"> {
  /** Such as `http://127.0.0.1:8787`. */
  readonly url: string;
}

/** `deskUrl`: where the desk's own server is, on loopback. Throws a SettingsError for an address that can't be listened on. */
export async function openLineDoor(line: LinePlatform, deskUrl: string, { settings, log }: Desk): Promise<LineDoor> {
  const { openDoor } = await import("./adapters/platforms/line/door.ts");
  const { HTTP_HOST: host, HTTP_PORT: port, LINE_CHANNEL_SECRET: channelSecret = "", DATABASE_URL } = settings;
  const deskPort = Number(new URL(deskUrl).port);
  try {
    const journal = journalOf(DATABASE_URL, port);
    const door = await openDoor({ host, port, channelSecret, deskPort, journal, work: line.work, log });
    return { ...door, url: addressOf(host, door.port) };
  } catch (error) {
    throw error instanceof Error ? listeningFault(error, host, port) : error;
  }
}

/** Beside the archive's file; with PostgreSQL in the desk's folder, under the port that the process has for itself. */
function journalOf(databaseUrl: string, port: number): string | null {
  if (isPostgresAddress(databaseUrl)) return port === 0 ? null : `data/line-events-${port}`;
  const path = sqlitePath(databaseUrl);
  return path === ":memory:" ? null : `${path}-line-events`;
}
