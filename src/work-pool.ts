// Many tasks, a few at once: a slow one holds one place, not the others' turn.

export interface WorkPool<Task> {
  /** How many are worked at the same time. */
  readonly places: number;
  /** The next tasks, at most `free` of them; fewer means that there are no more for now. */
  readonly take: (free: number) => Promise<readonly Task[]>;
  readonly work: (task: Task) => Promise<void>;
  /** While tasks are under way and `take` had no more, it is asked again so often. */
  readonly takeAgainMs: number;
}

/**
 * Takes when half the places are free, and works until `take` has no more and all that was begun has ended. After a `take` or
 * `work` that throws nothing new is begun; once what is under way has ended too, the first error is thrown.
 */
export async function workThrough<Task>({ places, take, work, takeAgainMs }: WorkPool<Task>): Promise<void> {
  const errors: unknown[] = [];
  let underWay = 0;
  let isMore = true;
  let woken = Promise.withResolvers<void>();
  const begin = async (task: Task) => {
    underWay += 1;
    await work(task).catch((error: unknown) => errors.push(error));
    underWay -= 1;
    woken.resolve();
  };
  const askAgain = setInterval(() => {
    isMore = true;
    woken.resolve();
  }, takeAgainMs);
  try {
    for (;;) {
      const free = places - underWay;
      if (isMore && errors.length === 0 && free * 2 >= places) {
        const tasks = await take(free).catch((error: unknown) => {
          errors.push(error);
          return [];
        });
        isMore = tasks.length === free;
        for (const task of tasks) void begin(task);
      }
      if (underWay === 0 && (!isMore || errors.length > 0)) break;
      await woken.promise;
      woken = Promise.withResolvers();
    }
  } finally {
    clearInterval(askAgain);
  }
  if (errors.length > 0) throw errors[0];
}
