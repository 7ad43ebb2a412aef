// `lede summarize` with a model, and of pages on the web.
import { afterEach, beforeEach, expect, it } from "vitest";
import { answer, type LoopbackSite, openLoopbackSite } from "../../test/fakes/loopback-site.ts";
import { answers, type ModelEndpoint, openModelEndpoint, says } from "../../test/fakes/model-endpoint.ts";
import { harbourPost } from "../../test/fakes/posts.ts";
import { type TemporaryFolder, temporaryFolder } from "../../test/fakes/temporary-folder.ts";
import { createShell, jsonLines } from "../../test/fakes/terminal.ts";

let folder: TemporaryFolder;
let site: LoopbackSite;
let endpoint: ModelEndpoint;
let post: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  site = await openLoopbackSite();
  endpoint = await openModelEndpoint();
  post = await folder.write("2026-11-20-harbour.md", harbourPost());
});
afterEach(async () => {
  await Promise.all([site.close(), endpoint.close()]);
  await folder.remove();
});

const shell = (env: Readonly<Record<string, string>> = { MODEL_URL: endpoint.url }) =>
  createShell({ DATABASE_URL: `sqlite:${folder.path}/lede.db`, LOG_LEVEL: "silent", ...env });

it("the model writes in the language that is asked for, and the row says who wrote it", async () => {
  endpoint.behave(
    says(() => ({
      headline: "Kaohsiung harbour walk completed",
      lede: "The walk in Kaohsiung is 3 km long.",
      tags: ["Kaohsiung"],
    })),
  );
  const [row] = jsonLines(await shell()("summarize", post, "--json", "--language", "en"));
  expect(row).toMatchObject({ headline: "Kaohsiung harbour walk completed", language: "en", by: "model" });
});

it("when it can't, the extract is printed with the reason", async () => {
  endpoint.behave(answers(500));
  const { code, printed } = await shell()("summarize", post);
  expect(code).toBe(0);
  expect(printed.join("\n")).toContain("高雄港邊步道完工");
  expect(printed.join("\n")).toContain("extracted, not written by the model: fault");
});

it("without a model a row says nothing of one", async () => {
  const [row] = jsonLines(await shell({})("summarize", post, "--json"));
  expect(Object.keys(row ?? {})).toEqual(["file", "headline", "lede", "tags", "language"]);
});

it("a page on the web is read through the guard", async () => {
  const text = "<p>The walk along the harbour opened on Friday after two years of work, the city said.</p>".repeat(2);
  const url = site.serve(
    "/walk",
    answer(200, {}, `<!doctype html><html lang="en"><title>Harbour walk opens</title><article>${text}</article>`),
  );
  const refused = await shell({})("summarize", url, "--json");
  expect(refused.code).toBe(1);
  expect(jsonLines(refused)[0]?.error).toContain("ALLOW_PRIVATE_NETWORKS");
  const read = await shell({ ALLOW_PRIVATE_NETWORKS: "true" })("summarize", url, "--json");
  expect(jsonLines(read)[0]).toMatchObject({ file: url, headline: "Harbour walk opens" });
});

it("a language that the desk does not speak is wrong usage", async () => {
  expect((await shell()("summarize", post, "--language", "fr")).code).toBe(2);
});
