// What a model may answer: found in its text, checked against a schema, and cleaned to plain text.
import { z } from "zod";

const article = z.object({
  id: z.number().int(),
  headline: z.string(),
  lede: z.string(),
  tags: z.array(z.string()),
});

/** As it is asked for. */
export const answerSchema = z.object({ articles: z.array(article) });

// As it is taken: numbers as text and missing tags are no reason to throw a good sentence away; a novel is.
const takenArticle = z.object({
  id: z.coerce.number().int(),
  headline: z.string().min(1).max(1000),
  lede: z.string().min(1).max(4000),
  tags: z.array(z.string().max(200)).max(50).catch([]).default([]),
});

/** The texts of one article, as the model wrote them. */
export type WrittenArticle = Readonly<z.infer<typeof takenArticle>>;

/** What the text answers, by article id, the first answer to each; an article without a readable answer is missing. */
export function readAnswer(text: string): ReadonlyMap<number, WrittenArticle> {
  const found = new Map<number, WrittenArticle>();
  for (const value of jsonIn(text)) {
    for (const item of itemsOf(value)) {
      const { success, data } = takenArticle.safeParse(item);
      if (success && !found.has(data.id)) found.set(data.id, data);
    }
    if (found.size > 0) break;
  }
  return found;
}

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.slice(0, 100);
  if (typeof value !== "object" || value === null) return [];
  return "articles" in value && Array.isArray(value.articles) ? value.articles.slice(0, 100) : [value];
}

const mostTries = 20;

/** The JSON values in the text, the whole of it first, then what stands between braces, last first: models think aloud before they answer. */
function* jsonIn(text: string): Generator<unknown> {
  const whole = parse(text);
  if (whole !== undefined) yield whole;
  // What a model thinks is no answer, though it may hold a draft of one.
  const spoken = text.replace(/^[\s\S]*<\/think(?:ing)?>/i, "");
  const starts = [...spoken.matchAll(/\{\s*"articles"|\[\s*\{/g)].map(({ index }) => index).slice(-mostTries);
  for (const start of starts.toReversed()) {
    const end = closingOf(spoken, start);
    const value = end === null ? undefined : parse(spoken.slice(start, end));
    if (value !== undefined) yield value;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Behind the bracket that closes the one at `start`; null when none does. */
function closingOf(text: string, start: number): number | null {
  let [depth, isQuoted] = [0, false];
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character === "\\") at += 1;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === "{" || character === "[") depth += 1;
    else if ((character === "}" || character === "]") && --depth === 0) return at + 1;
  }
  return null;
}

/** On one line, without control, direction and invisible characters. */
export function plainText(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replaceAll(/[\p{Cf}\p{Co}\p{Cn}]|\p{Variation_Selector}/gu, "")
    .trim();
}

// Nothing of this belongs in a headline or a lede; the platforms escape what they show in any case.
const markup =
  /https?:|www\.|\b[\w-]+\.(?:com|net|org|io|xyz|top|tw|cn|info|link|app|me)\b|<\/?[a-z!]|<[@#:]|@(?:everyone|here|all)\b|(?:^|\s)@\w|\]\(|```|\*\*|&(?:#\d+|[a-z]+);/i;

/** Whether the plain text holds an address, a mention, or marks of a markup language. */
export const holdsMarkup = (text: string): boolean => markup.test(text);
