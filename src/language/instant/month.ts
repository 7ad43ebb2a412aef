// Month names in the languages that feeds are written in.

/** Beginnings that tell a month, without accents: English, German, Dutch, French, Spanish, Italian, Portuguese, Hungarian, Greek, Russian. */
const beginnings: readonly (readonly string[])[] = [
  ["jan", "ene", "gen", "ιαν", "янв"],
  ["feb", "fev", "φεβ", "фев"],
  ["mar", "mrt", "maer", "μαρ", "мар"],
  ["apr", "abr", "avr", "απρ", "апр"],
  ["may", "mai", "maj", "mei", "mag", "μαι", "мая", "маи"],
  ["jun", "juin", "giu", "ιουν", "июн"],
  ["jul", "juil", "lug", "ιουλ", "июл"],
  ["aug", "ago", "aou", "αυγ", "авг"],
  ["sep", "set", "szep", "σεπ", "сен"],
  ["oct", "okt", "ott", "out", "οκτ", "окт"],
  ["nov", "νοε", "ноя"],
  ["dec", "dez", "dic", "δεκ", "дек"],
];

/** 1 to 12, or null when the word names no month. */
export function readMonth(word: string): number | null {
  const name = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const index = beginnings.findIndex((month) => month.some((beginning) => name.startsWith(beginning)));
  return index === -1 ? null : index + 1;
}
