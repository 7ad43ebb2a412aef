// Reads the list of sources.
import { type Document, isCollection } from "yaml";
import type { Source } from "../src/records/source.ts";
import { offsetOf, type Problem, readYaml } from "./read-yaml.ts";
import { sourceOf, sourcesSchema } from "./source-schema.ts";

/** The sources in the file's order. Throws one SettingsError with every problem, each as `file:line: what must be there`. */
export function readSources(yamlText: string, fileName: string): readonly Source[] {
  return readYaml(yamlText, fileName, sourcesSchema, repeatedIds).sources.map(sourceOf);
}

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
