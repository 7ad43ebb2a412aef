// Speed of extraction: pages and feed items a second on one core.
// Usage: node bench/articles.ts POSTS PAGES, an archive or folder of posts and a folder of saved pages (.html or .html.gz)
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { extractFragment } from "../src/collect/extract/extract-fragment.ts";
import { extractPage } from "../src/collect/extract/extract-page.ts";
import { decodeText } from "../src/language/decode.ts";
import { benchPosts } from "./corpus.ts";

const warmUps = 20;

/** Runs on the first few to warm up, then on all; prints how many of them go into a second of processor time. */
function measure<Input>(what: string, inputs: readonly Input[], run: (input: Input) => unknown): void {
  for (const input of inputs.slice(0, warmUps)) run(input);
  const before = process.cpuUsage();
  for (const input of inputs) run(input);
  const { user, system } = process.cpuUsage(before);
  console.log(`${what}: ${Math.round((inputs.length / (user + system)) * 1_000_000)} a second (${inputs.length} read)`);
}

async function readPages(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => /\.html(?:\.gz)?$/.test(file));
  const bodies = await Promise.all(files.map((file) => readFile(join(folder, file))));
  return bodies.map((body, index) => decodeText(files[index]?.endsWith(".gz") ? gunzipSync(body) : body, null));
}

const posts = await benchPosts(2_000);
measure("feed items", posts, ({ body, url }) => extractFragment(body, url));
const folder = process.argv[3];
if (folder !== undefined) measure("pages", await readPages(folder), (page) => extractPage(page, ""));
