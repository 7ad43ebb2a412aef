// The characters that the charts' font holds, a code point a line: what the national standards of Taiwan, mainland China, Japan and Korea list,
// with Latin, Greek and Cyrillic. See src/adapters/pictures/font/README.md.

const ranges = [
  [0x20, 0x24f],
  [0x370, 0x45f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2044],
  [0x3000, 0x30ff],
  [0xff01, 0xff5e],
] as const;
// Two bytes a character each: Big5, GB 2312 (within GBK), JIS X 0208 and KS X 1001 (within their EUC forms).
const sets = [
  { encoding: "big5", lead: [0xa1, 0xf9], trail: [0x40, 0xfe] },
  { encoding: "gbk", lead: [0xa1, 0xf7], trail: [0xa1, 0xfe] },
  { encoding: "euc-jp", lead: [0xa1, 0xf4], trail: [0xa1, 0xfe] },
  { encoding: "euc-kr", lead: [0xa1, 0xfd], trail: [0xa1, 0xfe] },
] as const;

const points = new Set(ranges.flatMap(([first, last]) => upTo(first, last)));
for (const { encoding, lead, trail } of sets) {
  const decoder = new TextDecoder(encoding);
  for (const first of upTo(lead[0], lead[1])) {
    const pairs = upTo(trail[0], trail[1]).map((second) => decoder.decode(Uint8Array.of(first, second)));
    for (const pair of pairs) if ([...pair].length === 1 && pair !== "\ufffd") points.add(pair.codePointAt(0) ?? 0);
  }
}
for (const point of [...points].toSorted((a, b) => a - b)) process.stdout.write(`${point.toString(16)}\n`);

function upTo(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
