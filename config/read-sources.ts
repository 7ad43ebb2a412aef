// Reads the list of sources: every mistake at once, each with its line and what is expected there.
import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { SettingsError } from "../src/records/errors.ts";
import type { Source } from "../src/records/source.ts";
import { sourceOf, sourcesSchema } from "./source-schema.ts";

interface Problem {
  /** Where it stands in the text, in characters. */
  readonly offset: number;
  readonly sentence: string;
}

/** The sources in the file's order. Throws one SettingsError with every problem, each as `file:line: what must be there`. */
export function readSources(yamlText: string, fileName: string): readonly Source[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter, prettyErrors: false });
  const { sources, problems } = checkSources(document);
  if (problems.length === 0) return sources;
  const inOrder = problems.toSorted((one, other) => one.offset - other.offset);
  throw new SettingsError(
    inOrder.map(({ offset, sentence }) => `${fileName}:${lineCounter.linePos(offset).line}: ${sentence}`),
  );
}

function checkSources(document: Document): { readonly sources: readonly Source[]; readonly problems: Problem[] } {
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => ({
      offset: pos[0],
      sentence: `This is not YAML: ${message}`,
    }));
    return { sources: [], problems };
  }
  const written = plainValue(document);
  const result = sourcesSchema.safeParse(written);
  const sources = result.success ? result.data.sources.map(sourceOf) : [];
  const flaws = result.success ? [] : result.error.issues.flatMap((issue) => describe(issue, document));
  return { sources, problems: [...flaws, ...repeatedIds(document)] };
}

function plainValue(document: Document): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    // Aliases that multiply without end, or that name nothing.
    const reason = cause instanceof Error ? cause.message : "it can't be read";
    throw new SettingsError([`The sources file is refused: ${reason}. Write it without YAML aliases.`], { cause });
  }
}

function describe(issue: z.core.$ZodIssue, document: Document): readonly Problem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      offset: offsetOf([...issue.path, key], document),
      sentence: `${key} is not a key that belongs here: check its spelling, or remove it.`,
    }));
  }
  const name = issue.path.findLast((step) => typeof step === "string") ?? "The file";
  const isEntry = typeof issue.path.at(-1) === "number";
  const sentence = `${isEntry ? `Each entry of ${name}` : name} must be ${issue.message}.`;
  return [{ offset: offsetOf(issue.path, document), sentence }];
}

/** Where the value at the path stands, or its key if it has one; for a missing key, where what should hold it begins. */
function offsetOf(path: readonly PropertyKey[], document: Document): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else {
      node = isCollection(node) ? node.get(step, true) : undefined;
      offset = startOf(node) ?? offset;
    }
  }
  return offset;
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

function repeatedIds(document: Document): readonly Problem[] {
  const list = document.getIn(["sources"]);
  const count = isCollection(list) ? list.items.length : 0;
  const seen = new Set<unknown>();
  const problems: Problem[] = [];
  for (let index = 0; index < count; index += 1) {
    const path = ["sources", index, "id"];
    const id = document.getIn(path);
    if (id !== undefined && seen.has(id)) {
      const sentence = `id must be one that no other source has: ${id} stands twice.`;
      problems.push({ offset: offsetOf(path, document), sentence });
    }
    seen.add(id);
  }
  return problems;
}
