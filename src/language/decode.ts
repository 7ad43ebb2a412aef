// Bytes from outside as text, whatever encoding they are in: byte order mark, UTF-8, what is declared, then a guess.
import { normalizeEncoding, TextDecoder } from "@exodus/bytes/encoding.js";
import { detect } from "chardet";

/** Declarations stand within the first kilobyte by the HTML standard; long comments before them are common. */
const headLength = 4096;
const sampleLength = 65_536;

/** Labels in use that the Encoding Standard does not list. */
const unlistedLabels: Readonly<Record<string, string>> = {
  cp932: "shift_jis",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
  ms936: "gbk",
  ms949: "euc-kr",
  ms950: "big5",
  utf8mb4: "utf-8",
  // The HTML standard, 13.2.3.2: it says nothing of the bytes.
  "x-user-defined": "windows-1252",
};

/**
 * The text of a feed, page or post, without its byte order mark. In order: byte order mark, UTF-8 that is valid
 * or all but so, the charset of the Content-Type header, the `<meta>` or XML declaration, a guess. A declaration that the bytes contradict is passed
 * over. Tables are those of the WHATWG Encoding Standard. Never throws; what can't be read becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const marked = markedEncoding(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const declared = declaredEncodings(bytes, contentType);
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return isIso2022Jp(utf8, declared) ? new TextDecoder("iso-2022-jp").decode(bytes) : utf8;
  // A stray byte in UTF-8 would else make mojibake of it all: many legacy encodings give a meaning to nearly every byte, while
  // next to none of their own texts looks like UTF-8.
  const damaged = new TextDecoder("utf-8").decode(bytes);
  if (isPlausible(damaged)) return damaged;
  for (const encoding of declared) {
    const text = new TextDecoder(encoding).decode(bytes);
    if (isPlausible(text)) return text;
  }
  return new TextDecoder(guessEncoding(bytes)).decode(bytes);
}

/**
 * ISO-2022-JP is made of ASCII bytes alone, so it passes for UTF-8; its switches to kanji and kana are found in no other text but
 * by somebody's malice.
 */
const isIso2022Jp = (utf8: string, declared: readonly string[]): boolean =>
  ["\u001b$B", "\u001b$@", "\u001b(I"].some((shift) => utf8.includes(shift)) &&
  !declared.includes("utf-8") &&
  !/[^\0-\x7f]/.test(utf8);

/** UTF-16 and UTF-8 by byte order mark, UTF-16 also by the pattern of `<?` or `<r` (XML 1.0, appendix F). */
function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return "utf-16be";
  return null;
}

/** Null when the bytes aren't UTF-8. A character cut at the very end is forgiven: bodies get truncated. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** The encodings that the header and the document declare, in that order, by their names in the Encoding Standard. */
function declaredEncodings(bytes: Uint8Array, contentType: string | null): readonly string[] {
  // A declaration that was commented out is none (HTML standard, 13.2.3.2).
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, headLength)).replace(/<!--[\s\S]*?-->/g, "");
  const inHeader = encodingOf(/charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? "")?.[1]);
  const labels = [
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]+)["']/i.exec(head)?.[1],
    /<meta\b[^>]*?charset\s*=\s*["']?([^\s;"'/>]+)/i.exec(head)?.[1],
  ];
  // A document whose declaration we could read as ASCII is not in UTF-16, whatever it says (HTML standard, 13.2.3.2).
  const inDocument = labels.map(encodingOf).filter((encoding) => encoding?.startsWith("utf-16") === false);
  return [inHeader, ...inDocument].filter((encoding) => encoding !== null);
}

function encodingOf(label: string | undefined): string | null {
  const name = label?.trim().toLowerCase() ?? "";
  const encoding = normalizeEncoding(unlistedLabels[name] ?? name);
  return encoding === "replacement" ? null : encoding;
}

/**
 * Whether few enough characters came out broken: a stray byte spoils a document less than another encoding would. One at the
 * very end is no sign of anything: bodies get truncated.
 */
function isPlausible(text: string): boolean {
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  const broken = text.match(/\ufffd(?!$)/g)?.length ?? 0;
  return broken * 10 <= foreign;
}

function guessEncoding(bytes: Uint8Array): string {
  const firstForeign = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, firstForeign - 64);
  return encodingOf(detect(bytes.subarray(from, from + sampleLength)) ?? undefined) ?? "windows-1252";
}
