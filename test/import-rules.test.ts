import { execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const folders = ["src", "commands", "config"];

interface Module {
  readonly source: string;
  readonly dependencies: readonly { readonly resolved: string }[];
}

it("the check of import rules reads every file of the product and follows its imports", () => {
  const output = execFileSync(
    process.execPath,
    [join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs"), "--output-type", "json", ...folders],
    { cwd: root, maxBuffer: 256 * 1024 * 1024, encoding: "utf8" },
  );
  const { modules } = JSON.parse(output) as { modules: readonly Module[] };
  const read = new Set(modules.map(({ source }) => source));
  const missing = globSync(
    folders.map((folder) => `${folder}/**/*.ts`),
    { cwd: root },
  ).filter((file) => !read.has(file));
  expect(missing).toEqual([]);
  // Beside a TypeScript without the compiler's JavaScript API the tool reads files and sees no import in them.
  const main = modules.find(({ source }) => source === "src/main.ts");
  expect(main?.dependencies.map(({ resolved }) => resolved)).toContain("src/cli/program.ts");
  const types = modules.find(({ source }) => source === "src/ports/platform.ts");
  expect(types?.dependencies.map(({ resolved }) => resolved)).toContain("src/records/reply.ts");
});
