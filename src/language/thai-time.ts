// A time of day as Thai speakers count it: six hours a stretch, each with its own word: ตี 5, 8 โมงเช้า, บ่าย 2 โมง, 2 ทุ่ม, 18.30 น.

const forms: readonly (readonly [pattern: RegExp, hourOf: (count: number) => number | null])[] = [
  [/^ตี ?(?<count>\d{1,2})/, (count) => within(count, 1, 5)],
  [/^บ่าย ?(?:(?<count>\d{1,2}) ?(?:โมง)?|โมง)/, (count) => within(count, 1, 5, 12)],
  [/^(?<count>\d{1,2}) ?ทุ่ม/, (count) => within(count, 1, 5, 18)],
  [/^(?<count>\d{1,2}) ?โมง ?เย็น/, (count) => within(count, 3, 6, 12)],
  [/^(?:เช้า ?)?(?<count>\d{1,2}) ?โมง(?: ?เช้า)?/, (count) => within(count, 6, 11) ?? within(count, 1, 5, 12)],
  [/^(?<count>\d{1,2}) ?นาฬิกา/, (count) => within(count % 24, 0, 23)],
  [/^(?<count>\d{1,2})(?=[.:]\d\d ?น\.?$)/, (count) => within(count % 24, 0, 23)],
];

/** The time, or null when the text is none. Expects text folded by NFKC. */
export function readThaiTime(text: string): Readonly<Record<"hour" | "minute", number>> | null {
  for (const [pattern, hourOf] of forms) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const hour = hourOf(Number(found.groups?.count ?? 1));
    const minute = readMinute(text.slice(found[0].length).trim());
    if (hour !== null && minute !== null) return { hour, minute };
  }
  return null;
}

function readMinute(text: string): number | null {
  if (text === "" || text === "ตรง") return 0;
  if (text === "ครึ่ง") return 30;
  const [, minute] = /^[.:]?(\d{1,2}) ?(?:นาที|น\.?)?$/.exec(text) ?? [];
  return minute === undefined ? null : within(Number(minute), 0, 59);
}

const within = (count: number, least: number, most: number, later = 0): number | null =>
  count < least || count > most ? null : count + later;
