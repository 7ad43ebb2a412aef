// The year of a publication time, in whatever calendar.

/** Years before the first of an era, so that its year n is this plus n. */
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  民國: 1911,
  民国: 1911,
  中華民國: 1911,
  中華民国: 1911,
  中华民国: 1911,
};

/** Thailand's newspapers count from the Buddha's death. */
const buddhistYears = 543;
const firstBuddhistYear = 2400;

/** The year of the common era, NaN for none. `defaultEra`: the one meant by three digits where nothing else is said. */
export function readYear(text: string, era: string | undefined, defaultEra: "民國" | "1900"): number {
  if (text === "") return Number.NaN;
  const year = text === "元" ? 1 : Number(text);
  if (era) return year + (eras[era] ?? 0);
  if (year >= firstBuddhistYear && year < firstBuddhistYear + 300) return year - buddhistYears;
  if (text.length > 3) return year;
  // RFC 5322, 4.3: two digits below 50 are of this century, three count from 1900 (programs that print C's tm_year).
  if (text.length === 2) return year < 50 ? year + 2000 : year + 1900;
  return year + (defaultEra === "民國" ? 1911 : 1900);
}
