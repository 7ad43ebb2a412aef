// Instants written as a count since 1970.

/** Seconds, with or without a fraction, milliseconds or microseconds, and `/Date(1714543506000)/` of .NET; null for any other text. Whole milliseconds. */
export function readEpoch(text: string): number | null {
  const [, seconds] = /^@?(\d{10}(?:\.\d+)?)$/.exec(text) ?? [];
  if (seconds !== undefined) return Math.floor(Number(seconds) * 1000);
  const [, plain, micro, dotNet] =
    /^(?:(\d{13})|(\d{16})|\\?\/Date\((\d{1,14})(?:[+-]\d{4})?\)\\?\/)$/.exec(text) ?? [];
  if (micro !== undefined) return Math.floor(Number(micro) / 1000);
  const milliseconds = plain ?? dotNet;
  return milliseconds === undefined ? null : Number(milliseconds);
}
