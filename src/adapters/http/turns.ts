// One at a time: whoever asks for a busy key waits in line.

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

const ignore = (): void => {};
