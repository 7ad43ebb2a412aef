// References in a feed's text: those of HTML, and the plain ones that its own DOCTYPE declares.
import { decodeReferences } from "../../../language/markup.ts";

/** No feed in use declares more; a bomb does. */
const mostEntities = 100;
const longestValue = 1000;
/** Characters that declared entities may add to one feed: they say a host's name, not an article. */
const expansionBudget = 100_000;

/** Decodes references; knows what was declared so far. Values are taken as they stand: an entity inside an entity stays a reference. */
export class Entities {
  readonly #declared = new Map<string, string>();
  #budget = expansionBudget;

  /** Takes the text of a declaration, `ENTITY name "value"` or a DOCTYPE that begins with one. External and parameter entities are left alone. */
  declare(declaration: string): void {
    const [, name, double, single] = /ENTITY\s+([\w.-]+)\s+(?:"([^"&%]*)"|'([^'&%]*)')/.exec(declaration) ?? [];
    const value = double ?? single;
    if (name === undefined || value === undefined || value.length > longestValue) return;
    if (this.#declared.size < mostEntities) this.#declared.set(name, value);
  }

  decode(text: string): string {
    if (!text.includes("&")) return text;
    return decodeReferences(this.#declared.size === 0 ? text : this.#expand(text));
  }

  #expand(text: string): string {
    return text.replace(/&([\w.-]+);/g, (reference, name: string) => {
      const value = this.#declared.get(name);
      if (value === undefined || value.length > this.#budget) return reference;
      this.#budget -= value.length;
      return value;
    });
  }
}
