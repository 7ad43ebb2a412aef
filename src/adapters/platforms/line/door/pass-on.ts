// All that is no webhook of LINE goes to the desk and comes back as it is.
import { type IncomingMessage, request, type ServerResponse } from "node:http";

/** Of one connection only (RFC 9110 §7.6.1); each side has its own. */
const ofConnection = /^(connection|keep-alive|proxy-connection|upgrade)$/i;

/** Passes a request to a server on loopback. Whoever hangs up is hung up on at the other side, too. */
export function passOn(asked: IncomingMessage, answer: ServerResponse, port: number): void {
  const { method, url } = asked;
  // A line for each: a kept one may be closed by the desk in the moment that it is used again.
  const options = { host: "127.0.0.1", port, method, path: url, agent: false, headers: passed(asked.rawHeaders) };
  const passing = request(options, (answered) => {
    answer.writeHead(answered.statusCode ?? 502, passed(answered.rawHeaders));
    // An event stream shows that it is open before its first event.
    answer.flushHeaders();
    answered.on("error", () => answer.destroy()).pipe(answer);
  });
  passing.on("error", () => {
    if (answer.headersSent) answer.destroy();
    else answer.writeHead(502).end("The desk does not answer\n");
  });
  answer.on("close", () => passing.destroy());
  asked.pipe(passing);
}

/** Names and values in turn. */
function passed(headers: readonly string[]): string[] {
  return headers.filter((_, index) => !ofConnection.test(headers[index - (index % 2)] ?? ""));
}
