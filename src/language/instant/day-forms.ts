// The forms in which a day is written.

/**
 * `year`, `month` (a number or a name) and `day`, or `ordinal` (the day of the year), or `week` and `weekday` (ISO 8601), or `first`
 * and `second` where the order of day and month has to be found out. Missing ones are the first. `era` counts the year.
 */
export type DayGroups = Readonly<Record<string, string | undefined>>;

const era = `(?<era>令和|平成|昭和|(?:中[華华])?民[國国])`;
// A name, Thai's with points inside, or 5月.
const month = String.raw`(?<month>\p{L}[\p{L}\p{M}]+(?:\.\p{L}+)?|\p{L}\.\p{L}+|\d{1,2}\s?[月월])`;
const ordinalSign = "(?:st|nd|rd|th|er|ª|º|o)?";

/** What follows a match is the time. The first form that matches, and whose month has a name that exists, decides. */
export const dayForms: readonly RegExp[] = [
  // 民國112年9月27日, 令和5年9月27日, 2004년 05월 28일
  new RegExp(
    `^${era}?\\s*(?<year>\\d{1,4}|元)\\s*[年년]\\s*(?<month>\\d{1,2})\\s*[月월]\\s*(?:(?<day>\\d{1,2})\\s*[日일號号]?)?`,
  ),
  // 民國 113/05/01, 令和6.5.1
  new RegExp(`^${era}\\s*(?<year>\\d{1,3})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d)`),
  // 113/05/01: nobody else's year has three digits
  /^(?<roc>1\d\d)(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?![\d./-])/,
  // 20040708235658, 200407082356
  /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?=\d{4}(?:\d{2})?(?!\d))/,
  // 2003-12-31, 2003/12/31, 2003.12, 2004. 5. 28., and a single digit where two belong
  /^(?<year>\d{4})(?:[-/]|\.\s*)(?<month>\d{1,2})(?:(?:[-/]|\.\s*)(?<day>\d{1,2})\.?)?(?!\d)/,
  // 20031231
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
  // 2003-335, 2003335, 2003-W28-4, 2003W28 (ISO 8601)
  /^(?<year>\d{4})-?(?<ordinal>\d{3})(?!\d)/,
  /^(?<year>\d{4})-?W(?<week>\d{2})(?:-?(?<weekday>[1-7]))?(?!\d)/i,
  // 03-12-31, 031231, 03-335, -0312 (ISO 8601:1988), and 2003
  /^(?<year>\d{2})(?<dash>-?)(?<month>\d{2})\k<dash>(?<day>\d{2})(?!\d)/,
  /^(?<year>\d{2})-?(?<ordinal>\d{3})(?!\d)/,
  /^-(?<year>\d{2})-?(?<month>\d{2})$/,
  /^(?<year>\d{4})(?=$|T\d|\s+\d{1,2}:)/,
  // 2004-július-13, 2024. május 1.
  new RegExp(`^(?<year>\\d{4})[-\\s.,]+${month}[-\\s.]+(?<day>\\d{1,2})\\.?(?!\\d)`, "u"),
  // 31 Dec 2003, 1-Jan-04, 31. Dezember 2003, 31 de diciembre de 2003, 5th of May 2024, 01 5月 2024 (RFC 822 and kin)
  new RegExp(
    `^(?<day>\\d{1,2})(?!\\d)${ordinalSign}[-\\s.]*(?:(?:de|of)\\s+|d['’])?${month}\\.?,?[-\\s]*(?:(?:de|del|พ\\.ศ\\.)\\s)?(?<year>\\d{2,4})(?!\\d)`,
    "u",
  ),
  // December 31, 2003, Dec 31st 2003, 5月 1, 2024
  new RegExp(`^${month}\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})(?!\\d)`, "u"),
  // January 2004
  new RegExp(`^${month}\\.?,?\\s+(?<year>\\d{4})$`, "u"),
  // ngày 1 tháng 5 năm 2024
  /^(?:ngày\s+)?(?<day>\d{1,2})\s+(?:tháng|thg)\s+(?<month>\d{1,2})(?:,?\s+năm|,)?\s+(?<year>\d{4})(?!\d)/u,
  // 31.12.2003: points are written by those who begin with the day
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})(?!\d)/,
  // 31/12/2003, 12/31/2003, 31-12-2003
  /^(?<first>\d{1,2})(?<mark>[-/])(?<second>\d{1,2})\k<mark>(?<year>\d{4})(?!\d)/,
];

/** asctime: the year stands behind the time, a zone may stand between. */
export const asctime =
  /^(\p{L}{3,})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s*([A-Za-z]{1,5}(?:[+-]\d{2}:?\d{2})?|[+-]\d{4})?\s+(\d{4})$/u;
