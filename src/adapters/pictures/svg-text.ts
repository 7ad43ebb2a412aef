// Texts in pictures: bounded, escaped, in the font of this folder.
import { clip } from "../../language/clip.ts";

/** The font in this folder, by its name. */
export const fontFamily = "Noto Sans CJK TC";

export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly isBold?: boolean;
  /** Where `x` is in the text; its start, if left out. */
  readonly anchor?: "middle" | "end";
}

/** A line of text, escaped. The font has one weight: a thin outline in the same colour stands for bold. */
export function textSvg(text: string, { x, y, size, fill, isBold = false, anchor }: TextPlace): string {
  const bold = isBold ? ` stroke="${fill}" stroke-width="${(size / 34).toFixed(2)}"` : "";
  const anchored = anchor === undefined ? "" : ` text-anchor="${anchor}"`;
  return `<text x="${x.toFixed(1)}" y="${y}" font-size="${size}" fill="${fill}"${bold}${anchored}>${escapeXml(text)}</text>`;
}

/** One line that is no wider than so many pixels, by a cautious guess; nothing in it that turns a text around. */
export function fitText(text: string, width: number, size: number): string {
  // Far more than fits of any script, so that the rest costs nothing.
  const line = clip(
    text
      .slice(0, 400)
      .toWellFormed()
      .replace(/[\s\p{Cc}\p{Cf}\ufffe\uffff]+/gu, " ")
      .trim(),
    200,
  );
  let longest = line.length;
  while (longest > 1 && textWidth(clip(line, longest), size) > width) longest -= 1;
  return clip(line, longest);
}

/** Pixels: a CJK character is a square of the font's size, a capital three quarters of it, most other letters less. */
export function textWidth(text: string, size: number): number {
  const wide =
    text.match(
      /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3ffff}]/gu,
    )?.length ?? 0;
  const capitals = text.match(/[\p{Lu}…@%&mw]/gu)?.length ?? 0;
  return (wide + capitals * 0.76 + ([...text].length - wide - capitals) * 0.52) * size;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? "");
