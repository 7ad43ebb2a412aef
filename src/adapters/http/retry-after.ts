// How long a server asks us to stay away.

/**
 * Milliseconds from `now` that a Retry-After header asks for (RFC 9110 §10.2.3: seconds, or an HTTP date);
 * undefined when there is none or it can't be read. Never negative.
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const value = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // Date.parse takes "1" or "12 monkeys" for dates; HTTP's three date forms all begin with a weekday.
  if (!/^(mon|tue|wed|thu|fri|sat|sun)/i.test(value)) return undefined;
  // The oldest form names no zone: RFC 9110 §5.6.7 reads it as GMT too.
  const at = Date.parse(/gmt$/i.test(value) ? value : `${value} GMT`);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
