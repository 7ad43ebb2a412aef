// An SVG as PNG, drawn by a process that ends with the picture.
import { execFile } from "node:child_process";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("render-process.ts", import.meta.url));

const bounds = { timeout: 20_000, killSignal: "SIGKILL", maxBuffer: 4 * 1024 * 1024 } as const;

/**
 * Draws outside the desk: in its own process resvg and the font would keep some 30 MB for good, and a fault in native code would be the desk's.
 * Takes half a second; one at a time, so that many who ask do not start as many processes. Throws when the process fails, such as on a
 * machine that resvg has no build for.
 */
export function renderPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const drawing = last.then(() => renderNow(svg));
  last = drawing.then(
    () => undefined,
    () => undefined,
  );
  return drawing;
}

let last: Promise<void> = Promise.resolve();

function renderNow(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const child = execFile(execPath, [program], { ...bounds, encoding: "buffer" }, (error, png) => {
    if (error) reject(error);
    else resolve(Uint8Array.from(png));
  });
  // A process that ended early does not take its input: the reason comes with its end.
  child.stdin?.on("error", () => {});
  child.stdin?.end(svg);
  return promise;
}
