// A fetch that asks one origin only: for a service that the operator has named, such as a language model.
import { readRetryAfter } from "./retry-after.ts";

/** An answer that is not taken; its message says why, and what to do. `name` tells it from a line that broke. */
class RefusedAnswer extends Error {
  override readonly name = "RefusedAnswer";
}

/** `fetch` for addresses under `baseUrl` alone. Redirects are not followed, and an answer longer than `maxBytes` is broken off. */
export function createPinnedFetch(baseUrl: string, maxBytes: number): typeof fetch {
  const { origin } = new URL(baseUrl);
  return async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== origin) throw new RefusedAnswer(`Only ${origin} is asked.`);
    const answer = await fetch(request, { redirect: "manual" });
    // A redirect would take the key and the articles to where nobody meant them to go.
    if (answer.status >= 300 && answer.status < 400) {
      await answer.body?.cancel();
      throw new RefusedAnswer(`${origin} answered with a redirect: give the address that it leads to.`);
    }
    const { status, statusText, headers } = answer;
    return new Response(answer.body?.pipeThrough(upTo(maxBytes, origin)) ?? null, { status, statusText, headers });
  };
}

function upTo(maxBytes: number, origin: string): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform: (chunk, controller) => {
      bytes += chunk.length;
      if (bytes > maxBytes)
        controller.error(new RefusedAnswer(`${origin} sent more than ${maxBytes} bytes: not read.`));
      else controller.enqueue(chunk);
    },
  });
}

/** Milliseconds that an answer's Retry-After asks to wait from `now`; undefined when it has none. */
export const retryAfterOf = (headers: Readonly<Record<string, string>> | undefined, now: number): number | undefined =>
  readRetryAfter(headers?.["retry-after"] ?? null, now);
