// The parts of undici that the exchange stands on. Its index would load WebSockets, caches and mocks beside them, 9 MiB that stay.
import { createRequire } from "node:module";
import type { Dispatcher, Agent as UndiciAgent } from "undici";

const load = createRequire(import.meta.url);

/** undici's Agent: https://undici.nodejs.org/#/docs/api/Agent */
export const Agent = load("undici/lib/dispatcher/agent.js") as typeof UndiciAgent;

const sendRequest = load("undici/lib/api/api-request.js") as (
  this: Dispatcher,
  options: Dispatcher.RequestOptions,
) => Promise<Dispatcher.ResponseData>;

export type RequestOptions = Omit<Dispatcher.RequestOptions, "origin" | "path">;

/** undici's `request`, on a dispatcher. */
export function request(
  dispatcher: Dispatcher,
  { origin, pathname, search }: URL,
  options: RequestOptions,
): Promise<Dispatcher.ResponseData> {
  return sendRequest.call(dispatcher, { ...options, origin, path: pathname + search });
}
