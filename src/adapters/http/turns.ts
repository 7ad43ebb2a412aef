// One at a time: whoever asks for a busy key waits in line. Whose line an address belongs to is tldts' to say.
import { getDomain } from "tldts";

/** Runs the work when all earlier work for the same key is done, failed or not. Resolves and rejects as the work does. */
export type TakeTurn = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/** Lines that exist only while somebody stands in them, so that a desk of many hosts keeps nothing. */
export function createTurns(): TakeTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work);
    const ended = turn.then(ignore, ignore).then(() => {
      if (last.get(key) === ended) last.delete(key);
    });
    last.set(key, ended);
    return turn;
  };
}

/**
 * The line that requests for an address stand in: its registrable domain, such as `bbc.co.uk`, since a publisher's many hosts
 * are often one machine. Sites of one hosting service (`*.github.io`) share a line too. Without a domain (an IP address,
 * `localhost`, a name of the own network) it is the host with its port.
 */
export function lineOf(url: URL): string {
  return getDomain(url.hostname) ?? url.host;
}

const ignore = (): void => {};
