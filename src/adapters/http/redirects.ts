// Redirects followed by hand: every address on the way is read, guarded and waits its turn like the first.
import { readAddress } from "./address.ts";
import { fetchFault } from "./fault.ts";
import type { FetchLimits } from "./limits.ts";
import { lineOf, type TakeTurn } from "./turns.ts";

/** An answer that sends us elsewhere. */
export class Redirect {
  readonly to: string;
  /** Whether it holds for later requests too (301, 308). */
  readonly isPermanent: boolean;

  constructor(to: string, status: number) {
    this.to = to;
    this.isPermanent = status === 301 || status === 308;
  }
}

export interface Followed<Answer> {
  readonly answer: Answer;
  /** Where redirects led that are all permanent; null when there were none, or one of them is for this time only. */
  readonly movedTo: string | null;
}

/** Asks hop by hop until one has an answer, all within the time for one fetch. Throws FetchError `bad-url` and `redirects`. */
export async function followRedirects<Answer>(
  address: string,
  { limits, takeTurn }: { readonly limits: FetchLimits; readonly takeTurn: TakeTurn },
  ask: (url: URL, remainingMs: number) => Promise<Answer | Redirect>,
  checkRedirect: (url: string) => Promise<void> = async () => {},
): Promise<Followed<Answer>> {
  let url = readAddress(address);
  let remainingMs = limits.totalMs;
  let isPermanent = true;
  const visited = new Set<string>();
  while (visited.size <= limits.redirects) {
    visited.add(url.href);
    // A turn lasts one hop: a redirect to a busy site waits there, and holds up nobody at the one it came from.
    const answer = await takeTurn(lineOf(url), async () => {
      const startedAt = performance.now();
      const hop = await ask(url, remainingMs);
      remainingMs = Math.max(1, Math.ceil(remainingMs - (performance.now() - startedAt)));
      return hop;
    });
    if (!(answer instanceof Redirect)) return { answer, movedTo: isPermanent && visited.size > 1 ? url.href : null };
    const next = readAddress(answer.to, url);
    // No address is kept that gives up encryption, whatever a server says.
    isPermanent &&= answer.isPermanent && (url.protocol === "http:" || next.protocol === "https:");
    if (visited.has(next.href)) throw fetchFault("redirects", url, "redirects in a circle: correct the address.");
    // Outside of a turn: it may have to ask the same site something first.
    await checkRedirect(next.href);
    url = next;
  }
  throw fetchFault("redirects", url, `is the end of more than ${limits.redirects} redirects: correct the address.`);
}
