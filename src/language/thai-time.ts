// A time of day as Thais say it, by the part of the day that it is in: 8 โมงเช้า, บ่าย 2 โมง, 2 ทุ่มครึ่ง, ตี 5, 08.30 น.

const numberWords = "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ สิบเอ็ด สิบสอง".split(" ").map(folded);

const number = `\\d{1,2}|${numberWords.toReversed().join("|")}`;
const minutes = String.raw`(?: ?(?:(?<half>ครึ่ง)|(?<minute>\d{1,2}) ?(?:นาที)?|ตรง))?`;

/** Each way to say it, and the hour of the clock that its number means; null for none. */
const ways: readonly (readonly [pattern: RegExp, hourOf: (said: number) => number | null])[] = [
  [way("เที่ยงคืน"), () => 0],
  [way("(?:เที่ยงวัน|เที่ยง)"), () => 12],
  [way(`ตี ?(?<hour>${number})`), (said) => within(said, 1, 5)],
  [way(`บ่าย ?(?<hour>${number})?(?: ?โมง)?(?:เย็น)?`), (said) => shifted(said, 1, 5, 12)],
  [way(`(?<hour>${number}) ?โมงเย็น`), (said) => shifted(said, 3, 6, 12)],
  // Counted from six by the old way: 3 โมงเช้า is nine o'clock.
  [way(`(?<hour>${number}) ?โมงเช้า`), (said) => within(said, 6, 11) ?? shifted(said, 1, 5, 6)],
  [way(`(?:เช้า ?)?(?<hour>${number}) ?โมง`), (said) => within(said, 6, 11)],
  [way(`(?<hour>${number})? ?ทุ่ม`), (said) => shifted(said, 1, 6, 18)],
  [way(`(?:เช้า|เย็น|ค่ำ)? ?(?<hour>\\d{1,2}) ?(?:น\\.|นาฬิกา)`), (said) => within(said, 0, 24)],
  [/^(?<hour>\d{1,2})[.:](?<minute>\d{2}) ?(?:น\.?|นาฬิกา)$/, (said) => within(said, 0, 24)],
];

/** The time, or null when the text is none. Expects text folded by NFKC. */
export function readThaiTime(text: string): { readonly hour: number; readonly minute: number } | null {
  const typed = text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)).replace(/^(?:เวลา|ตอน) ?/, "");
  for (const [pattern, hourOf] of ways) {
    const groups = pattern.exec(typed)?.groups;
    const hour = groups && hourOf(readNumber(groups.hour));
    const minute = groups?.half ? 30 : Number(groups?.minute ?? 0);
    if (typeof hour === "number") return minute > 59 ? null : { hour: hour % 24, minute };
  }
  return null;
}

function way(said: string): RegExp {
  return new RegExp(`^${folded(said)}${minutes}$`);
}

const within = (said: number, least: number, most: number): number | null =>
  said >= least && said <= most ? said : null;

const shifted = (said: number, least: number, most: number, by: number): number | null => {
  const hour = within(said, least, most);
  return hour === null ? null : hour + by;
};

/** บ่ายโมง and ทุ่ม without a number are the first hour of their part of the day. */
function readNumber(text: string | undefined): number {
  if (text === undefined) return 1;
  return /^\d/.test(text) ? Number(text) : numberWords.indexOf(text);
}

/** NFKC takes the vowel of คำ apart, in what is typed as in what it is held against. */
function folded(text: string): string {
  return text.normalize("NFKC");
}
