// Many tasks, a few at once: a slow one holds one place, not the others' turn.

export interface WorkPool<Task> {
  /** How many are worked at the same time. */
  readonly places: number;
  /** The next tasks, of about `free` places; fewer means that there are no more for now. */
  readonly take: (free: number) => Promise<readonly Task[]>;
  readonly work: (task: Task) => Promise<void>;
  /** How many places a task takes; one, if left out. */
  readonly sizeOf?: (task: Task) => number;
  /** While tasks are under way and `take` had no more, it is asked again so often. */
  readonly takeAgainMs: number;
}

/**
 * Takes when half the places are free, and works until `take` has no more and all that was begun has ended. After a `take` or
 * `work` that throws nothing new is begun; once what is under way has ended too, the first error is thrown.
 */
export async function workThrough<Task>(pool: WorkPool<Task>): Promise<void> {
  const { places, take, work, takeAgainMs, sizeOf = () => 1 } = pool;
  const errors: unknown[] = [];
  let underWay = 0;
  let isMore = true;
  let woken = Promise.withResolvers<void>();
  const begin = async (task: Task) => {
    const size = sizeOf(task);
    underWay += size;
    await work(task).catch((error: unknown) => errors.push(error));
    underWay -= size;
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
        isMore = tasks.reduce((sum, task) => sum + sizeOf(task), 0) >= free;
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
