// The feed readers of bench/round.ts: how each is set up for the sources, and the command for each of its rounds.
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Reader {
  readonly name: string;
  /** Looked for on the PATH. */
  readonly command: string;
  /** Writes what it needs into the folder; returns the commands of two rounds, of which the second should be answered by 304. */
  prepare(folder: string, urls: readonly string[], port: number): Promise<readonly (readonly string[])[]>;
}

const twice = (words: readonly string[]) => [words, words];

const deskProgram = join(import.meta.dirname, "round-desk.ts");
/** Started as `npm start` does it: this flag, and a cache of compiled code, which src/start.js turns on. */
const lede: Reader = {
  name: "Lede",
  command: process.execPath,
  prepare: async (folder, urls, port) => {
    await promisify(execFile)(process.execPath, [deskProgram, folder, "prepare", String(urls.length), String(port)]);
    const node = ["env", `NODE_COMPILE_CACHE=${join(folder, "compiled")}`, process.execPath, "--optimize-for-size"];
    return ["0", "1"].map((round) => [...node, deskProgram, folder, "round", round]);
  },
};

const newsboat: Reader = {
  name: "newsboat",
  command: "newsboat",
  prepare: async (folder, urls) => {
    const [urlFile, config, cache] = ["urls", "config", "cache.db"].map((name) => join(folder, name));
    await writeFile(urlFile ?? "", urls.join("\n"));
    await writeFile(config ?? "", "reload-threads 8\n");
    return twice([
      "newsboat",
      `--url-file=${urlFile}`,
      `--config-file=${config}`,
      `--cache-file=${cache}`,
      "-x",
      "reload",
    ]);
  },
};

const sfeed: Reader = {
  name: "sfeed",
  command: "sfeed_update",
  prepare: async (folder, urls) => {
    const feeds = urls.map((url, index) => `\tfeed "s${index}" "${url}"\n`);
    const config = join(folder, "sfeedrc");
    await writeFile(config, `sfeedpath="${folder}/feeds"\nmaxjobs=8\nfeeds() {\n${feeds.join("")}}\n`);
    return twice(["sfeed_update", config]);
  },
};

const rss2email: Reader = {
  name: "rss2email",
  command: "r2e",
  prepare: async (folder, urls) => {
    const [config, data] = [join(folder, "r2e.cfg"), join(folder, "r2e.json")];
    const feeds = urls.map((url, index) => `[feed.s${index}]\nurl = ${url}\n`);
    const general = "[DEFAULT]\nto = desk@localhost\nemail-protocol = sendmail\nsendmail = /bin/true\n";
    await writeFile(config, general + feeds.join(""));
    return twice(["r2e", "-c", config, "-d", data, "run"]);
  },
};

export const readers: readonly Reader[] = [lede, newsboat, sfeed, rss2email];
