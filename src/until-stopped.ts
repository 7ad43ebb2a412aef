// Work that may take minutes, and a desk that is asked to stop meanwhile.

/**
 * Settles as the work does, or resolves to "stopped" as soon as the signal is aborted. The work itself goes on, unheard:
 * whoever stops closes what it stands on.
 */
export async function untilStopped<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result | "stopped"> {
  if (!signal) return work;
  const stopped = Promise.withResolvers<"stopped">();
  const stop = () => stopped.resolve("stopped");
  // Taken off again in the end: the signal lives as long as the desk, and would keep every batch that was ever waited for.
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  try {
    return await Promise.race([work, stopped.promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
