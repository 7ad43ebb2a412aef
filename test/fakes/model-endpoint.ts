// A language model on loopback that says what a test has it say, over the wire as Ollama, vLLM and hosted ones speak.
import type { IncomingMessage, ServerResponse } from "node:http";
import { openLoopbackSite } from "./loopback-site.ts";

/** An article as the model is shown it. */
interface ShownArticle {
  readonly id: number;
  readonly headline: string;
  readonly text: string;
}

/** A chat completion's request, as far as it matters. */
export interface AskedOfModel {
  readonly model: string;
  readonly system: string;
  readonly articles: readonly ShownArticle[];
  /** `json_schema`, `json_object` or, when nothing was said of it, `none`. */
  readonly form: string;
  readonly authorization: string | undefined;
}

type Behaviour = (asked: AskedOfModel, response: ServerResponse) => void;

export interface ModelEndpoint {
  /** Such as `http://127.0.0.1:40123/v1`. */
  readonly url: string;
  readonly asked: readonly AskedOfModel[];
  /** From now on. */
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** A model that is named `paper` and writes nothing until it is told how to behave. */
export async function openModelEndpoint(): Promise<ModelEndpoint> {
  const site = await openLoopbackSite();
  const asked: AskedOfModel[] = [];
  let behaviour: Behaviour = says(() => ({ headline: "", lede: "", tags: [] }));
  site.serve("/v1/models", (_, response) => sendJson(response, { data: [{ id: "paper" }, { id: "stone" }] }));
  site.serve("/v1/chat/completions", async (request, response) => {
    const one = await readAsked(request);
    asked.push(one);
    behaviour(one, response);
  });
  return {
    url: `${site.origin}/v1`,
    asked,
    behave: (next) => {
      behaviour = next;
    },
    close: site.close,
  };
}

async function readAsked(request: IncomingMessage): Promise<AskedOfModel> {
  const body = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString());
  const [system, user] = body.messages;
  return {
    model: body.model,
    system: system.content,
    articles: JSON.parse(user.content).articles,
    form: body.response_format?.type ?? "none",
    authorization: request.headers.authorization,
  };
}

export interface Written {
  readonly headline: string;
  readonly lede: string;
  readonly tags: readonly string[];
}

/** Writes so about each article, as it was asked to. */
export const says = (write: (article: ShownArticle) => Written, tokens: number | null = 900): Behaviour =>
  saysText(
    ({ articles }) => JSON.stringify({ articles: articles.map((one) => ({ id: one.id, ...write(one) })) }),
    tokens,
  );

/** Answers with this text, whatever it is. `tokens`: null for an endpoint that does not count. */
export const saysText =
  (textOf: (asked: AskedOfModel) => string, tokens: number | null = 900): Behaviour =>
  (asked, response) =>
    sendJson(response, {
      id: "1",
      object: "chat.completion",
      created: 0,
      model: asked.model,
      choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: textOf(asked) } }],
      ...(tokens === null
        ? {}
        : { usage: { prompt_tokens: tokens - 100, completion_tokens: 100, total_tokens: tokens } }),
    });

/** Never answers. */
export const hangs: Behaviour = () => {};

/** Answers so, without a completion. */
export const answers =
  (status: number, headers: Record<string, string> = {}, body = `{"error":{"message":"no"}}`): Behaviour =>
  (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  };

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
