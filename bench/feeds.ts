// Reads a suite of feed files as polling would: each is served on loopback with the headers that it asks for, fetched through the
// guard and read. Writes what `lede parse --json` would print, and runs the evaluator of the suite's expectations on it.
// Usage: node bench/feeds.ts SUITE PARSED.jsonl [EVALUATOR]; SUITE is a folder of feeds in the manner of feedparser's, whose comments say
// `Header: Name: value` for what the server sends and whose expectations name http://127.0.0.1:8097. EVALUATOR is a Python program
// that is called with SUITE and PARSED.jsonl and prints the shares of the expectations that are met.
import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { createFetcher } from "../src/adapters/http/fetcher.ts";
import { readFeed } from "../src/adapters/sources/feed.ts";
import { parsedSourceJson } from "../src/cli/parse-output.ts";
import { sourceBodyOf } from "../src/collect/source-body.ts";
import { LedeError } from "../src/records/errors.ts";

const port = 8097;
const types: Readonly<Record<string, string>> = { json: "application/feed+json", xml: "application/xml" };
const [, , suite, output, evaluator] = process.argv;
if (suite === undefined || output === undefined) throw new Error("usage: feeds.ts SUITE PARSED.jsonl [EVALUATOR]");

async function serveFile({ url = "/" }: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodeURIComponent(new URL(url, "http://suite").pathname);
  const body = await readFile(join(suite ?? "", path)).catch(() => null);
  if (body === null) return void response.writeHead(404).end();
  const asked = [...body.toString("latin1").matchAll(/^Header:\s+([^:\n]+):(.+)$/gm)];
  const headers = new Map(asked.map(([, name = "", value = ""]) => [name.trim().toLowerCase(), value.trim()]));
  const status = Number(headers.get("status") ?? 200);
  headers.delete("status");
  const type = types[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
  response.writeHead(status, { "content-type": type, ...Object.fromEntries(headers) }).end(body);
}

const server = createServer((request, response) => void serveFile(request, response));
await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
const fetcher = createFetcher({ userAgent: "Lede/bench", allowPrivateNetworks: true });

async function readOne(file: string): Promise<object> {
  try {
    const answer = await fetcher.fetch({
      url: `http://127.0.0.1:${port}/${file.split("/").map(encodeURIComponent).join("/")}`,
    });
    return answer.state === "fetched" ? parsedSourceJson(readFeed(sourceBodyOf(answer))) : { error: "not modified" };
  } catch (error) {
    if (error instanceof LedeError) return { error: error.message };
    throw error;
  }
}

const entries = await readdir(suite, { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name).slice(suite.length).replace(/^\/+/, ""));
const feeds = files.filter((file) => /\/.*\.(?:xml|json|rdf|rss|atom)$/.test(file)).sort();
const startedAt = performance.now();
const lines: string[] = [];
for (const file of feeds) {
  const row = await readOne(file);
  if ("error" in row) console.log(`${file}: ${row.error}`);
  lines.push(`${JSON.stringify({ file, ...row })}\n`);
}
const seconds = (performance.now() - startedAt) / 1000;
await writeFile(output, lines.join(""));
console.log(`${feeds.length} feeds fetched and read in ${seconds.toFixed(1)} s`);
await fetcher.close();
server.close();
if (evaluator !== undefined) {
  const { stdout } = await promisify(execFile)("python3", [evaluator, suite, output]);
  console.log(stdout.trimEnd());
}
