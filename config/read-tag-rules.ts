// Reads the operator's rules for tags.
import { z } from "zod";
import { type TagRules, tagRules } from "../src/language/tag/rules.ts";
import { readYaml } from "./read-yaml.ts";

const tag = z.string({ error: "a tag in quotation marks" }).trim().min(1, { error: "a tag of one character at least" });
const tags = (expected: string) => z.array(tag, { error: expected });

const schema = z.strictObject(
  {
    merge: z
      .record(tag, tags("a list of tags that become this one"), {
        error: "tags, each with the list of those that become it",
      })
      .nullish(),
    block: tags("a list of tags that no article gets").nullish(),
  },
  { error: "rules under the keys `merge` and `block`" },
);

/** The rules; an empty file has none. Throws one SettingsError with every problem, each as `file:line: what must be there`. */
export function readTagRules(yamlText: string, fileName: string): TagRules {
  const { merge, block } = readYaml(yamlText.trim() === "" ? "{}" : yamlText, fileName, schema);
  return tagRules({ merge: merge ?? {}, block: block ?? [] });
}
