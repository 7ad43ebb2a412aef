// Names in Latin letters: words that begin with a capital, and in Chinese, Japanese and Korean every Latin word.
import { foldText } from "../fold.ts";

// Capitalised without being a name: at a sentence's beginning, in a headline, before a name.
const ordinary = new Set(
  "the a an and or but nor so yet for of in on at by to from with without within into onto over under after before since until till during between among amid against about above across along around as than that this these those there here when while where who whom whose what which why how if because although though however meanwhile despite unlike such no not only also even just still yet more most less least many much few several some any all both each every other another same new old first last next early late it its he his him she her they their them we our us you your i my me one be is are was were been being has have had do does did will would can could may might must should shall says said say told tells according officials official police authorities government governments president vice prime minister ministers ministry foreign defense defence finance interior secretary general chairman chairwoman chief director mayor deputy governor senator senators representative representatives congressman lawmaker lawmakers lawyer lawyers professor doctor dr mr mrs ms sir king queen prince princess pope emperor captain coach court supreme parliament congress senate cabinet council city county state states national international federal central bank university school hospital company companies group party people residents students workers women men children researchers scientists experts analysts investors voters protesters soldiers troops military army navy air force forces team teams players fans world global local public report reports news study studies survey data prices stocks shares markets market trade economy war peace election elections vote votes plan plans talks deal law bill budget rain heavy strong storm typhoon earthquake fire flood floods north south east west northern southern eastern western river island islands sea lake mount mountain street road bridge airport station port museum library park monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);
// Units and abbreviations that need no backing as names: their numbers are checked.
const abbreviations = new Set("km kg cm mm nm gb tb mb kw mw gw am pm vs app ok no nt usd twd th st nd rd".split(" "));

const word = /[\p{Script=Latin}\p{M}\d]+(?:[.&'’-][\p{Script=Latin}\p{M}\d]+)*/gu;

/** The words in Latin letters, folded, joined by single spaces, with one at each end: names are looked up in it. */
export const latinWordsOf = (text: string): string =>
  ` ${wordsIn(text)
    .map(({ folded }) => folded)
    .join(" ")} `;

interface LatinWord {
  readonly written: string;
  readonly folded: string;
  /** Nothing but a space stands between it and the word before. */
  readonly goesOn: boolean;
}

function wordsIn(text: string): readonly LatinWord[] {
  const words: LatinWord[] = [];
  let end = -1;
  for (const match of text.normalize("NFKC").matchAll(word)) {
    const parts = match[0]
      .replace(/['’]s?$|['’]s$/, "")
      .replaceAll(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, "")
      .split(/[-.'’&]/);
    for (const [index, part] of parts.entries()) {
      if (part === "") continue;
      const goesOn = index > 0 || /^ ?$/.test(match.input.slice(Math.max(0, end), match.index));
      words.push({ written: part, folded: foldText(part), goesOn: end >= 0 && goesOn });
    }
    end = match.index + match[0].length;
  }
  return words;
}

/** Names as sequences of words that stand together, folded. `isLatinText`: only capitals make names; elsewhere every Latin word does. */
export function latinNamesIn(text: string, isLatinText: boolean): readonly (readonly string[])[] {
  const names: string[][] = [];
  let isOpen = false;
  for (const { written, folded, goesOn } of wordsIn(text)) {
    const isName = isLatinText
      ? /\p{Lu}/u.test(written) && !ordinary.has(folded)
      : /\p{L}/u.test(written) && !isSmall(folded);
    if (!isName) isOpen = false;
    else if (isOpen && goesOn) names.at(-1)?.push(folded);
    else names.push([folded]);
    isOpen = isName;
  }
  return names.filter((words) => words.join("").length > 1);
}

// 30km, 5GB and 10th are numbers with what they count.
const isSmall = (folded: string): boolean =>
  abbreviations.has(folded.replace(/^\d+/, "")) || (ordinary.has(folded) && folded !== "us");

/** Whether the article's words hold the name: each word, or one that differs in its ending (Israel, Israeli), and no far apart. */
export function holdsLatinName(name: readonly string[], words: string): boolean {
  if (words.includes(` ${name.join(" ")} `) || words.includes(` ${name.join("")} `)) return true;
  if (!name.every((one) => ordinary.has(one) || words.includes(` ${one} `) || hasOtherEnding(one, words))) return false;
  // Each of two names may stand in the article, and a third be made of them.
  return name.length === 1 || name.slice(1).every((second, index) => standNear(name[index] ?? "", second, words));
}

function hasOtherEnding(one: string, words: string): boolean {
  const stem = one.replace(/(?:ese|ians?|ans?|is?|ns?|s|ish)$/, "");
  return stem.length >= 4 && new RegExp(` ${stem}(?:ese|[aei]?|ians?|ans?|is|ns?|s|ish|nd|land)? `, "u").test(words);
}

const standNear = (first: string, second: string, words: string): boolean =>
  ordinary.has(first) ||
  ordinary.has(second) ||
  !words.includes(` ${first} `) ||
  new RegExp(` ${first} (?:\\S+ ){0,2}${second}`, "u").test(words);
