// Seconds from `npm start` to the room's first page, on an empty archive; five starts, after one that warms the disk.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const root = join(import.meta.dirname, "..");

async function startOnce(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "lede-bench-"));
  const startedAt = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: root,
    env: { ...process.env, HTTP_PORT: "0", DATABASE_URL: `sqlite:${folder}/lede.db`, LOG_LEVEL: "silent" },
    detached: true,
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /chat room: (http\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    });
    child.once("close", () => reject(new Error(`the desk ended:\n${output}`)));
  });
  const page = await fetch(url);
  await page.text();
  const seconds = (performance.now() - startedAt) / 1000;
  const ended = new Promise((resolve) => child.once("close", resolve));
  // npm does not hand signals on to what it started: the whole group is asked to end.
  if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
  await ended;
  await rm(folder, { recursive: true, force: true });
  return seconds;
}

await startOnce();
const times: number[] = [];
for (let run = 0; run < 5; run += 1) times.push(await startOnce());
times.sort((a, b) => a - b);
console.log(
  `npm start to the first page: median ${times[2]?.toFixed(2)} s, from ${times[0]?.toFixed(2)} to ${times[4]?.toFixed(2)} s`,
);
