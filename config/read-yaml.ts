// Reads a YAML file of the operator's: every mistake at once, each with its line and what is expected there.
import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { SettingsError } from "../src/records/errors.ts";

export interface Problem {
  /** Where it stands in the text, in characters. */
  readonly offset: number;
  readonly sentence: string;
}

/**
 * The checked value. `alsoCheck` looks for what a schema can't tell. The schema's error messages complete the sentence "… must be".
 * Throws one SettingsError with every problem, each as `file:line: what must be there`.
 */
export function readYaml<Checked>(
  yamlText: string,
  fileName: string,
  schema: z.ZodType<Checked>,
  alsoCheck: (document: Document) => readonly Problem[] = () => [],
): Checked {
  const lineCounter = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter, prettyErrors: false });
  const refuse = (problems: readonly Problem[]) => {
    const inOrder = problems.toSorted((one, other) => one.offset - other.offset);
    return new SettingsError(
      inOrder.map(({ offset, sentence }) => `${fileName}:${lineCounter.linePos(offset).line}: ${sentence}`),
    );
  };
  if (document.errors.length > 0)
    throw refuse(
      document.errors.map(({ pos, message }) => ({ offset: pos[0], sentence: `This is not YAML: ${message}` })),
    );
  const result = schema.safeParse(plainValue(document, fileName));
  const flaws = result.success ? [] : result.error.issues.flatMap((issue) => describe(issue, document));
  const problems = [...flaws, ...alsoCheck(document)];
  if (problems.length > 0 || !result.success) throw refuse(problems);
  return result.data;
}

function plainValue(document: Document, fileName: string): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    // Aliases that multiply without end, or that name nothing.
    const reason = cause instanceof Error ? cause.message : "it can't be read";
    throw new SettingsError([`${fileName} is refused: ${reason}. Write it without YAML aliases.`], { cause });
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
export function offsetOf(path: readonly PropertyKey[], document: Document): number {
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
