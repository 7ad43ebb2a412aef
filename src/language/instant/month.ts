// Month names in the languages that feeds are written in.

/** Names in full, from January, in every case that dates use; with the beginnings that are no part of any name, such as Dutch `mrt`. */
const names: readonly string[] = [
  // English, German, Dutch, Danish, Norwegian, Swedish, Indonesian
  "january februar march april may june july august september october november december",
  "januar february märz avril mei juni juli augustus szeptember oktober nov dezember",
  "januari februari maart apr mai jun jul augusti sep okt - desember",
  "- pebruari mars - maj - - agustus - - - -",
  "- - marts - - - - aug - - - -",
  "- - mrt - - - - - - - - -",
  "- - maret - - - - - - - - -",
  // French, Spanish, Italian, Portuguese, Catalan, Romanian
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
  "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
  // Polish, Czech, Hungarian, Finnish, Turkish
  "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
  "styczeń luty marzec kwiecień - czerwiec lipiec sierpień wrzesień październik listopad grudzień",
  "ledna února března dubna května června července srpna září října listopadu prosince",
  "leden únor březen duben květen červen červenec srpen - říjen listopad prosinec",
  "január február március április május június július augusztus szeptember október november december",
  "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
  // Slovak, Slovene, Croatian, Bulgarian, Estonian, Malay
  "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
  "januar februar marec april maj junij julij avgust september oktober november december",
  "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga prosinca",
  "януари февруари март април май юни юли август септември октомври ноември декември",
  "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
  "januari februari mac april mei jun julai ogos september oktober november disember",
  // Greek, with the beginnings that programs write without its accented letters
  "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
  "ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος",
  "- - μαώ - - ιον ιολ - - - - -",
  // Russian, Ukrainian
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
  "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
  "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
  // Arabic, Hebrew, Thai (short and long)
  "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
  "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
  "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
  "ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค",
  "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
];

const shortest = 3;
const monthByBeginning = new Map<string, number>();
for (const language of names) {
  for (const [index, name] of language.split(" ").entries()) {
    for (const beginning of beginningsOf(name, shortest)) {
      if (!monthByBeginning.has(beginning)) monthByBeginning.set(beginning, index + 1);
    }
  }
}

/** The beginnings of a name from so many letters up to the whole, as foldWord gives them. */
export function beginningsOf(name: string, fewestLetters: number): readonly string[] {
  const folded = foldWord(name);
  const lengths = Array.from(folded, (_letter, index) => index + 1).filter((length) => length >= fewestLetters);
  return lengths.map((length) => folded.slice(0, length));
}

/** A word in lower case without accents, as names are compared. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
}

/** 1 to 12 for a month's name or its first three letters or more, and for `5月` and `5월`; null when the word names no month. */
export function readMonth(word: string): number | null {
  const [, number] = /^(\d{1,2})[月월]?$/.exec(word) ?? [];
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= 12 ? Number(number) : null;
  return monthByBeginning.get(foldWord(word).replace(/\.$/, "")) ?? null;
}
