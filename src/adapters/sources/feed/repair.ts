// What is mended in a feed's text before it is read as XML.

const opening = "<![CDATA[";

/**
 * Drops the openings of CDATA sections that are not closed inside their item, so that one slip costs no other item. An
 * opening whose end comes after `</item>` is a slip only when another opening stands between: a text about XML may quote
 * the tag. One pass, whatever the number of openings: looking for each one's end is what makes readers quadratic.
 */
export function closeCdata(xml: string, itemNames: ReadonlySet<string>): string {
  if (!xml.includes(opening)) return xml;
  const boundary = new RegExp(`<!\\[CDATA\\[|\\]\\]>|</(?:${[...itemNames].join("|")})\\s*>`, "gi");
  const slips: number[] = [];
  let open = -1;
  let leftItem = false;
  for (const { 0: token, index } of xml.matchAll(boundary)) {
    if (token === "]]>") open = -1;
    else if (token.startsWith("</")) leftItem = true;
    else if (open === -1 || leftItem) {
      if (open !== -1) slips.push(open);
      open = index;
    }
    if (!token.startsWith("</")) leftItem = false;
  }
  return without(xml, open === -1 ? slips : [...slips, ...openingsFrom(xml, open)]);
}

/** Nothing after the last opening is closed, so every opening from there on is a slip. */
function openingsFrom(xml: string, from: number): readonly number[] {
  const found: number[] = [];
  for (let at = from; at !== -1; at = xml.indexOf(opening, at + 1)) found.push(at);
  return found;
}

function without(xml: string, openings: readonly number[]): string {
  let from = 0;
  const kept: string[] = [];
  for (const at of openings) {
    kept.push(xml.slice(from, at));
    from = at + opening.length;
  }
  return [...kept, xml.slice(from)].join("");
}

/** What windows-1252 has at 0x80 to 0x9F, where Unicode has control codes that no text contains. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Turns C1 control codes into the characters meant: text of windows-1252 taken for Latin-1, as HTML 13.2.5.80 reads references. */
export function repairControls(xml: string): string {
  return xml.replace(/[\u0080-\u009f]/g, (control) => windows1252.charAt(control.charCodeAt(0) - 0x80));
}
