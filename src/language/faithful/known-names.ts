// Names that are known in several languages: countries from Intl, the two Chinas' transliterations, and the names of name-forms.ts.
import { foldText } from "../fold.ts";
import { regionalNames } from "../regional-names.ts";
import { regionCodes } from "../tag/place-names.ts";
import { nameForms } from "./name-forms.ts";

interface Lexicon {
  /** The numbers of the names that a folded form may stand for. */
  readonly namesOf: ReadonlyMap<string, readonly number[]>;
  /** The folded forms of each name. */
  readonly forms: readonly (readonly string[])[];
  /** Of forms in scripts without spaces, in UTF-16 units. */
  readonly longest: number;
}

let lexicon: Lexicon | undefined;

/** The other forms of the name, folded, Latin ones with single spaces; empty when the form is not known. */
export function otherForms(folded: string): readonly string[] {
  lexicon ??= readLexicon();
  const { namesOf, forms } = lexicon;
  return (namesOf.get(folded) ?? []).flatMap((name) => forms[name] ?? []);
}

/** The known names in a folded text, as far as they are written without spaces; the longest first where one begins another. */
export function knownNamesIn(folded: string): readonly string[] {
  lexicon ??= readLexicon();
  const found: string[] = [];
  for (let at = 0; at < folded.length; ) {
    const form = formAt(folded, at, lexicon);
    if (form !== null) found.push(form);
    at += form?.length ?? 1;
  }
  return found;
}

function formAt(folded: string, at: number, { namesOf, longest }: Lexicon): string | null {
  // Kana are folded into one kind, in which タイ is the end of 行きたい: names in katakana are found word by word.
  if (folded.charCodeAt(at) < 0x3400) return null;
  for (let length = Math.min(longest, folded.length - at); length > 1; length--) {
    const form = folded.slice(at, at + length);
    if (namesOf.has(form)) return form;
  }
  return null;
}

function readLexicon(): Lexicon {
  const lines = [...nameForms.split("\n"), ...regionalNames.split("\n")].map((line) => line.split(" "));
  const forms = [...lines.map((line) => line.map((form) => form.replaceAll("_", " "))), ...regionForms()].map(
    (names) => [...new Set(names.map((form) => foldText(form).replaceAll("-", " ")).filter((form) => form.length > 1))],
  );
  const namesOf = new Map<string, number[]>();
  for (const [name, all] of forms.entries())
    for (const form of all) namesOf.set(form, [...(namesOf.get(form) ?? []), name]);
  const unspaced = [...namesOf.keys()].filter((form) => form.charCodeAt(0) >= 0x3400);
  return { namesOf, forms, longest: Math.max(...unspaced.map(({ length }) => length)) };
}

function regionForms(): readonly (readonly string[])[] {
  const styles = ["long", "short"] as const;
  const languages = ["en", "zh-Hant", "zh-Hant-HK", "zh-Hans", "ja", "ko"];
  const namers = languages.flatMap((language) =>
    styles.map((style) => new Intl.DisplayNames(language, { type: "region", style, fallback: "none" })),
  );
  return regionCodes.map((code) => namers.flatMap((namer) => namer.of(code) ?? []));
}
