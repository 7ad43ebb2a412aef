// Words after which a full stop ends no sentence.

// A name or a number follows these, so what comes next is never a new sentence.
const titles = new Set(
  "mr mrs ms mx dr prof st gen sen rep gov lt col sgt capt cmdr adm rev hon pres sr fr mme mlle m no nos vs fig vol pp art al approx est dept univ ave blvd mt ft ca bzw hr nr zb".split(
    " ",
  ),
);
// These may end one as well.
const abbreviations = new Set(
  "jr inc ltd co corp plc llc etc jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ore calif fla mass penn wash conn ariz".split(
    " ",
  ),
);
const sentenceStarters = new Set(
  "the a an it he she they we i you this that these those there but and or in on at as if when while after before for with by from to its his her their our my one some many most all no not what who how why".split(
    " ",
  ),
);
const germanMonth = /^\s*(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/;

/** Whether the full stop between the two texts belongs to an abbreviation (Mr., U.S., p.m.), an initial or an ordinal. */
export function isAbbreviationStop(before: string, after: string): boolean {
  const word = /[\p{L}\d.]+$/u.exec(before)?.[0] ?? "";
  if (/^\p{Lu}$/u.test(word)) return word !== "I";
  if (/^\d{1,2}$/.test(word)) return germanMonth.test(after);
  const isShortened = /^\p{L}{1,3}(?:\.\p{L}{1,3})+$/u.test(word) || abbreviations.has(word.toLowerCase());
  if (isShortened) return !sentenceStarters.has(/^\s*["“‘(]?(\p{L}+)/u.exec(after)?.[1]?.toLowerCase() ?? "");
  return titles.has(word.toLowerCase());
}
