// Numbers written in Chinese characters, in the places where a date or a time has one, and in Arabic digits.

const digits = "〇一二三四五六七八九";
const written = /[〇零一二三四五六七八九十百]+(?=\s*[年月日號号時时點点分秒])/g;

/** `二〇二四年五月一日` and `一百一十三年十二月` with digits instead. Names of weekdays stay. */
export function withDigits(text: string): string {
  return withEuropeanDigits(text).replace(written, (number, at: number) =>
    isWeekday(text, at) ? number : String(hanNumber(number)),
  );
}

/** Arabic ones are no others to Unicode's normal forms: ٢٠٢٤ stays as it is. */
function withEuropeanDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** 星期一日 is no date, but 星期三 二十日 or 週三 5月 have a weekday before it. */
function isWeekday(text: string, at: number): boolean {
  return "期拜週周".includes(text.charAt(at - 1) || " ");
}

/** Such as 一百一十三, 二十, 〇五. */
export function hanNumber(number: string): number {
  const plain = number.replaceAll("零", "〇");
  if (!/[十百]/.test(plain)) return Number([...plain].map((digit) => digits.indexOf(digit)).join(""));
  const [, hundreds, tens, ones] = /^(?:(.?)百)?〇?(?:(.?)十)?(.?)$/.exec(plain) ?? [];
  return placeOf(hundreds) * 100 + placeOf(tens) * 10 + (ones ? digits.indexOf(ones) : 0);
}

/** Nothing before 十 or 百 means one of it, no 十 or 百 at all means none. */
function placeOf(count: string | undefined): number {
  if (count === undefined) return 0;
  return count === "" ? 1 : digits.indexOf(count);
}
