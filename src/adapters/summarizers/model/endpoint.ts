// One question to an OpenAI-compatible endpoint, through the AI SDK, which is loaded with the first one: a desk without a model never pays for it.
import { z } from "zod";
import type { Clock } from "../../../ports/clock.ts";
import { answerSchema } from "./answer.ts";
import { EndpointFault } from "./fault.ts";

export interface EndpointOptions {
  /** Such as `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  /** Undefined: the first that the endpoint lists. */
  readonly model: string | undefined;
  readonly apiKey: string | undefined;
  readonly fetch: typeof fetch;
  readonly retryAfterOf: (headers: Readonly<Record<string, string>> | undefined, now: number) => number | undefined;
  readonly clock: Clock;
}

export interface Asked {
  readonly instructions: string;
  readonly prompt: string;
  readonly mostTokens: number;
}

interface Answered {
  readonly text: string;
  /** Null when the endpoint does not count. */
  readonly tokens: number | null;
}

export interface Endpoint {
  /** The name of the model that is asked; throws EndpointFault when the endpoint can't be asked, or does not list it. */
  check(signal: AbortSignal): Promise<string>;
  /** Throws EndpointFault. */
  ask(asked: Asked, signal: AbortSignal): Promise<Answered>;
}

// What an endpoint may understand of how to answer, best first: a schema, "some JSON", nothing at all. The last asks for no more than the text.
const forms = ["schema", "json", "plain"] as const;
type Form = (typeof forms)[number];

/** Nothing is asked before the first `ask`. A form that the endpoint refuses is not tried again. */
export function createEndpoint(options: EndpointOptions): Endpoint {
  let form = 0;
  let name = options.model;
  return {
    check: (signal) => checkModel(options, signal),
    ask: async (asked, signal) => {
      name ??= await checkModel(options, signal);
      const model = name;
      for (;;) {
        const tried = form;
        try {
          return await askOnce(asked, { ...options, model, form: forms[tried] ?? "plain" }, signal);
        } catch (error) {
          const fault = faultOf(error, options);
          const isOfForm = fault.reason === "refused" && [400, 415, 422].includes(statusOf(error));
          if (!isOfForm || tried === forms.length - 1) throw fault;
          form = Math.max(form, tried + 1);
        }
      }
    },
  };
}

interface Asking extends EndpointOptions {
  readonly model: string;
  readonly form: Form;
}

async function askOnce(
  { instructions, prompt, mostTokens }: Asked,
  asking: Asking,
  signal: AbortSignal,
): Promise<Answered> {
  const { form } = asking;
  const { generateText, NoObjectGeneratedError, Output } = await loadSdk();
  const model = await languageModel(asking);
  const output = form === "schema" ? Output.object({ schema: answerSchema, name: "articles" }) : Output.json();
  const limits = { maxRetries: 0, abortSignal: signal };
  try {
    if (form === "plain") {
      const { text, usage } = await generateText({ model, instructions, prompt, ...limits });
      return { text, tokens: usage.totalTokens ?? null };
    }
    const shape = { maxOutputTokens: mostTokens, temperature: 0, output };
    const { text, usage } = await generateText({ model, instructions, prompt, ...limits, ...shape });
    return { text, tokens: usage.totalTokens ?? null };
  } catch (error) {
    // The text is looked through for the answer in any case: many models put words around it.
    if (!NoObjectGeneratedError.isInstance(error)) throw error;
    return { text: error.text ?? "", tokens: error.usage?.totalTokens ?? null };
  }
}

async function loadSdk() {
  // Its warnings go to standard error, past the log, and tell what is asked for on purpose.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  return import("ai");
}

async function languageModel({ url, apiKey, fetch, model, form }: Asking) {
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const key = apiKey === undefined ? {} : { apiKey };
  const provider = createOpenAICompatible({
    name: "model",
    baseURL: url,
    fetch,
    ...key,
    supportsStructuredOutputs: form === "schema",
  });
  return provider.chatModel(model);
}

/** The model to ask: the one that is set, when it is listed or nothing is; else the first that is listed. */
async function checkModel(options: EndpointOptions, signal: AbortSignal): Promise<string> {
  const { url, model } = options;
  const listed = await listModels(options, signal);
  const [first] = listed;
  if (model === undefined && first === undefined)
    throw new EndpointFault("refused", `${url} lists no model: load one there, or name one in MODEL_NAME.`);
  // Ollama leaves out the tag of a model's latest version where it is asked, not where it lists.
  const isListed =
    model === undefined || first === undefined || listed.some((one) => one === model || one === `${model}:latest`);
  if (!isListed)
    throw new EndpointFault(
      "refused",
      `${url} does not list ${model}: set MODEL_NAME to one of ${listed.slice(0, 5).join(", ")}.`,
    );
  return model ?? first ?? "";
}

async function listModels(
  { url, apiKey, fetch, model, ...options }: EndpointOptions,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const headers = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
  try {
    const answer = await fetch(`${url.replace(/\/$/, "")}/models`, { headers, signal });
    // Not every endpoint has a list; one with a name set needs none.
    if (model !== undefined && (answer.status === 404 || answer.status === 405)) return [];
    if (!answer.ok) throw Object.assign(new Error("no list"), { statusCode: answer.status });
    return modelList.parse(await answer.json()).data.map(({ id }) => id);
  } catch (error) {
    throw faultOf(error, { url, ...options });
  }
}

const modelList = z.object({ data: z.array(z.object({ id: z.string().min(1).max(200) })).max(10_000) });

const statusOf = (error: unknown): number =>
  typeof error === "object" && error !== null && "statusCode" in error ? Number(error.statusCode) : 0;

type FaultContext = Pick<EndpointOptions, "url" | "retryAfterOf" | "clock">;

function faultOf(error: unknown, { url, retryAfterOf, clock }: FaultContext): EndpointFault {
  if (error instanceof EndpointFault) return error;
  if (causesOf(error).some(({ name }) => name === "TimeoutError" || name === "AbortError"))
    return new EndpointFault("timeout", `${url} did not answer in time.`);
  const status = statusOf(error);
  const headers = (error as { responseHeaders?: Readonly<Record<string, string>> } | null)?.responseHeaders;
  const wait = { retryAfterMs: retryAfterOf(headers, clock.now()) };
  if (status === 429) return new EndpointFault("rate-limit", `${url} answered 429: it is asked too much.`, wait);
  if (status === 401 || status === 403)
    return new EndpointFault("refused", `${url} answered ${status}: check MODEL_API_KEY.`, wait);
  if (status >= 400 && status < 500)
    return new EndpointFault("refused", `${url} answered ${status}: check MODEL_URL and MODEL_NAME.`, wait);
  if (status >= 500) return new EndpointFault("fault", `${url} answered ${status}.`, wait);
  const refused = causesOf(error).find(({ name: cause }) => cause === "RefusedAnswer");
  if (refused !== undefined) return new EndpointFault("fault", refused.message);
  if (error instanceof z.ZodError || error instanceof SyntaxError)
    return new EndpointFault("fault", `${url} answered, but with no list of models: check MODEL_URL.`);
  // The SDK's own messages may hold what was sent: they are not kept.
  return status >= 200
    ? new EndpointFault("fault", `${url} answered, but with no chat completion: check MODEL_URL.`)
    : new EndpointFault("unreachable", `${url} can't be reached: is the model running?`);
}

function causesOf(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}
