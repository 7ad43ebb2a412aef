// Why a model's endpoint gave no answer.
import { LedeError } from "../../../records/errors.ts";
import type { KeptReason } from "../../../records/rewriting.ts";

/** The message names the endpoint and what to do; it holds neither the key nor a text. */
export class EndpointFault extends LedeError {
  readonly reason: KeptReason;
  /** Milliseconds that the endpoint asked us to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(
    reason: KeptReason,
    message: string,
    options?: ErrorOptions & { readonly retryAfterMs?: number | undefined },
  ) {
    super(`model-${reason}`, message, options);
    this.reason = reason;
    this.retryAfterMs = options?.retryAfterMs;
  }
}
