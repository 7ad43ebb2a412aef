// Every two bytes of the East Asian encodings and every byte of the others, against the tables of the Encoding Standard.
//
// The digests were not made with the decoder under test. They come from the standard's own index files (as the npm package
// text-encoding 0.7.0 carries them, with the 18 characters that GB 18030-2022 moved out of private use) and its decoding
// algorithms: SHA-256 of what each sequence decodes to, in rising order, each on a line of its own.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { decodeText } from "./decode.ts";

const newline = 0x0a;

const bytesFrom = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** What the sequences are read as, amid so many of `sound` that those without a meaning cast no doubt on the declaration. */
function readEach(sequences: readonly (readonly number[])[], label: string, sound: readonly number[]): string[] {
  const padding = Array.from({ length: 2000 }, () => sound).flat();
  const bytes = Uint8Array.from([...padding, newline, ...sequences.flatMap((sequence) => [...sequence, newline])]);
  return decodeText(bytes, `text/plain; charset=${label}`).split("\n").slice(1, -1);
}

const digestOf = (lines: readonly string[]): string =>
  createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 32);

interface Table {
  readonly label: string;
  readonly leads: readonly number[];
  readonly trails: readonly number[];
  /** What switches to the table: EUC-JP's third set, or ISO-2022-JP's escapes. */
  readonly before?: readonly number[];
  readonly after?: readonly number[];
  readonly sound: readonly number[];
  /** How many have a meaning. */
  readonly readable: number;
  readonly digest: string;
}

const kanji = { leads: bytesFrom(0xa1, 0xfe), trails: bytesFrom(0xa1, 0xfe), sound: [0xb0, 0xa1] };
const wide = { leads: bytesFrom(0x81, 0xfe), trails: bytesFrom(0x40, 0xff) };
const jis0208 = { readable: 7336, digest: "740f3c368feb6faebf51e4c53d3ae891" };

const tables: readonly Table[] = [
  { label: "big5", ...wide, sound: [0xa4, 0xa4], readable: 18594, digest: "c40392b06ecce866d01320248f384340" },
  { label: "euc-kr", ...wide, sound: [0xb0, 0xa1], readable: 17048, digest: "56df4917ef6f1f747e4c35877569f230" },
  { label: "gb18030", ...wide, sound: [0xb0, 0xa1], readable: 23940, digest: "5ae07a0d614e39afef2f596925ce8334" },
  {
    ...{ label: "shift_jis", leads: [...bytesFrom(0x81, 0x9f), ...bytesFrom(0xe0, 0xfc)], trails: wide.trails },
    ...{ sound: [0x88, 0x9f], readable: 9604, digest: "e9eb46da1c464031f235a5cecbb88fb2" },
  },
  { label: "euc-jp", ...kanji, ...jis0208 },
  { label: "euc-jp", ...kanji, before: [0x8f], readable: 6067, digest: "816cdd19b564072aaf82fd12367000d2" },
  {
    ...{ label: "iso-2022-jp", leads: bytesFrom(0x21, 0x7e), trails: bytesFrom(0x21, 0x7e), sound: [0x41] },
    ...{ before: [0x1b, 0x24, 0x42], after: [0x1b, 0x28, 0x42], ...jis0208 },
  },
];

describe("the table of", () => {
  it.each(tables)("$label is the standard's in every sequence of two bytes", (table) => {
    const { label, leads, trails, before = [], after = [], sound, readable, digest } = table;
    const read = leads.flatMap((lead) =>
      readEach(
        trails.map((trail) => [...before, lead, trail, ...after]),
        label,
        sound,
      ),
    );
    expect(read).toHaveLength(leads.length * trails.length);
    expect(read.filter((text) => !text.includes("\ufffd"))).toHaveLength(readable);
    expect(digestOf(read)).toBe(digest);
  });

  it.each([
    ["windows-874", "7166955a2079e81bc8c390fa54af952f"],
    ["windows-1250", "d15762a6bad9ebcf5f30c47624eab50c"],
    ["windows-1251", "80e9fc763c05aac1dcfcd3f61aff1405"],
    ["windows-1252", "d538fb25e5bce1cadc87922ecab2238b"],
    ["windows-1253", "cef9ea98e4354ba0f0a872f0ecb17522"],
    ["windows-1254", "2aa8d9d94546b8cc7a41b0715a553471"],
    ["windows-1255", "b5c97b562844f9a394a057d945c81b2b"],
    ["windows-1256", "a01678264068176eea05a3118ad8f40d"],
    ["windows-1257", "12e6d8fac638483685b4bd4e0a9f4ec3"],
    ["windows-1258", "4166d1a6d5c3bdf8a5a016f7f96f5481"],
    ["iso-8859-2", "532edb15ebf3b20d07c37249a2e33cf6"],
    ["iso-8859-5", "d7d53aa65fb021ad83876eb2c160979e"],
    ["iso-8859-7", "e033aac233af1dcab5372055f3b76c2b"],
    ["iso-8859-15", "8e15a0f04c006cbf43469983377d427a"],
    ["koi8-r", "ab097761abc898884ca8bbb2c17a4e50"],
    ["koi8-u", "6893bfa3ddf22a54a0292e7fb99cfc62"],
  ])("%s is the standard's in every byte", (label, digest) => {
    const single = bytesFrom(0x80, 0xff).map((byte) => [byte]);
    expect(digestOf(readEach(single, label, [0xc1]))).toBe(digest);
  });
});
