// The days of the week in the languages that feeds are written in: they stand before or behind a date.
import { beginningsOf, foldWord } from "./month.ts";

const names: readonly string[] = [
  "sunday monday tuesday wednesday thursday friday saturday",
  "sonntag montag dienstag mittwoch donnerstag freitag samstag",
  "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag",
  "søndag mandag tirsdag onsdag torsdag fredag lørdag",
  "söndag måndag tisdag onsdag torsdag fredag lördag",
  "dimanche lundi mardi mercredi jeudi vendredi samedi",
  "domingo lunes martes miércoles jueves viernes sábado",
  "domenica lunedì martedì mercoledì giovedì venerdì sabato",
  "domingo segunda terça quarta quinta sexta sábado",
  "duminică luni marți miercuri joi vineri sâmbătă",
  "niedziela poniedziałek wtorek środa czwartek piątek sobota",
  "neděle pondělí úterý středa čtvrtek pátek sobota",
  "vasárnap hétfő kedd szerda csütörtök péntek szombat",
  "sunnuntai maanantai tiistai keskiviikko torstai perjantai lauantai",
  "pazar pazartesi salı çarşamba perşembe cuma cumartesi",
  "minggu senin selasa rabu kamis jumat sabtu",
  "κυριακή δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο",
  "воскресенье понедельник вторник среда четверг пятница суббота",
  "вс пн вт ср чт пт сб",
  "неділя понеділок вівторок середа четвер п'ятниця субота",
  "الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت",
  "อาทิตย์ จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์",
  "วันอาทิตย์ที่ วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่",
  "星期日 星期一 星期二 星期三 星期四 星期五 星期六",
  "星期天 禮拜一 禮拜二 禮拜三 禮拜四 禮拜五 禮拜六",
  "禮拜天 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六",
  "週日 週一 週二 週三 週四 週五 週六",
  "周日 周一 周二 周三 周四 周五 周六",
  "日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日",
  "일요일 월요일 화요일 수요일 목요일 금요일 토요일",
];
/** One character is enough in brackets or before a comma only. */
const singles: readonly string[] = ["日一二三四五六", "日月火水木金土", "일월화수목금토"];

const weekdaysByBeginning = new Map<string, Set<number>>();
for (const language of names) {
  for (const [weekday, name] of language.split(" ").entries()) {
    for (const beginning of beginningsOf(name, 2)) {
      weekdaysByBeginning.set(beginning, (weekdaysByBeginning.get(beginning) ?? new Set()).add(weekday));
    }
  }
}

export interface AfterWeekday {
  readonly rest: string;
  /** The days that the word may mean, 0 for Sunday: `Di` is a Sunday in French and a Tuesday in German. Empty when there is none. */
  readonly weekdays: readonly number[];
}

const leading =
  /^[\s,.]*(?<opening>[([])?(?<word>\p{L}[\p{L}\p{M}'’]*)(?:[- ]\p{L}+(?=[,،]))?\.?(?<closing>[)\]])?(?<comma>[,،])?\s*(?:den\s+)?/u;

/** The text behind a weekday's name, or behind a word or two with a comma: `Thu, `, `Sun `, `(三)`, `quarta-feira, `; else the text. */
export function skipWeekday(text: string): AfterWeekday {
  const match = leading.exec(text);
  const { opening, word = "", closing, comma } = match?.groups ?? {};
  const isMarked = (opening !== undefined && closing !== undefined) || comma !== undefined;
  const weekdays = weekdaysNamed(word, isMarked);
  if (weekdays.length === 0 && comma === undefined) return { rest: text, weekdays };
  return { rest: text.slice(match?.[0].length), weekdays };
}

function weekdaysNamed(word: string, isMarked: boolean): readonly number[] {
  if (word.length <= 1) {
    const found = isMarked ? singles.map((week) => week.indexOf(word)) : [];
    return found.filter((weekday) => weekday !== -1);
  }
  return [...(weekdaysByBeginning.get(foldWord(word)) ?? [])];
}
