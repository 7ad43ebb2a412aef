// Every writing waits for the disk: what is to be written within a moment is written together.

export interface TogetherParts<Item, Result> {
  /** Writes all or, when it throws, none of them; the result of each, in their order. */
  readonly all: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Writes one: what could not be written together is tried alone, so that a fault costs its own item only. */
  readonly one: (item: Item) => Promise<Result>;
  /** After one writing the next one waits so long for company. */
  readonly pauseMs: number;
}

export interface Together<Item, Result> {
  /** Settles when it is written. One that comes alone is written at once. */
  add(item: Item): Promise<Result>;
  /** Writes what waits for company without it. */
  flush(): Promise<void>;
}

interface Waiting<Item, Result> extends PromiseWithResolvers<Result> {
  readonly item: Item;
}

/** One writing at a time; what comes meanwhile is in the next one. */
export function writeTogether<Item, Result>({
  all,
  one,
  pauseMs,
}: TogetherParts<Item, Result>): Together<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let writing: Promise<void> | null = null;
  let pause: NodeJS.Timeout | null = null;

  const write = async (batch: readonly Waiting<Item, Result>[]): Promise<void> => {
    if (batch.length > 1) {
      const results = await all(batch.map(({ item }) => item)).catch(() => null);
      for (const [index, result] of results?.entries() ?? []) batch[index]?.resolve(result);
      if (results !== null) return;
    }
    for (const { item, resolve, reject } of batch) await one(item).then(resolve, reject);
  };
  const writeNext = (): void => {
    if (writing !== null || waiting.length === 0) return;
    if (pause !== null) clearTimeout(pause);
    const batch = waiting;
    waiting = [];
    writing = write(batch).finally(() => {
      writing = null;
      pause = setTimeout(() => {
        pause = null;
        writeNext();
      }, pauseMs);
      if (waiting.length === 0) pause.unref();
    });
  };
  return {
    add: (item) => {
      const added = { item, ...Promise.withResolvers<Result>() };
      waiting.push(added);
      if (pause === null) writeNext();
      else pause.ref();
      return added.promise;
    },
    flush: async () => {
      while (writing !== null || waiting.length > 0) {
        writeNext();
        await writing;
      }
    },
  };
}
