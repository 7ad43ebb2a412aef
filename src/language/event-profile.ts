// An article's most telling terms and its numbers: what stands in its headline and beginning and is rare among the desk's articles.
import type { EventProfile } from "../records/event-profile.ts";
import { foldText } from "./fold.ts";
import type { TermCounts } from "./term-counts.ts";
import { indexTokens } from "./tokens.ts";

/** What a profile is made from. */
export interface ReportedText {
  readonly headline: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

/** An entry of a profile. */
export interface ProfileTerm {
  /** 32 bits with their sign. */
  readonly hash: number;
  /** Term frequency times inverse document frequency when the article came, from 0 to 31.9 in steps of an eighth; 0 for a number. */
  readonly weight: number;
  readonly isInHeadline: boolean;
  /** A number as written, such as 6.3; its digits are terms besides. */
  readonly isNumber: boolean;
}

// What an event is stands in the first paragraphs; the rest is background that other events share.
const readCharacters = 1200;
const charactersForNumbers = 400;
const fewestTerms = 20;
const mostTerms = 160;
const mostNumbers = 40;
const keyCount = 16;

/** The terms of a report by their hash: how often each stands in what is read of it. */
export type ReportTerms = ReadonlyMap<number, number>;

/** The keys are what `TermCounts.add` takes. */
export function termsOf({ headline, text }: ReportedText): ReportTerms {
  const terms = new Map<number, number>();
  for (const token of indexTokens(`${headline}\n${text.slice(0, readCharacters)}`)) {
    const hash = hashOf(token);
    terms.set(hash, (terms.get(hash) ?? 0) + 1);
  }
  return terms;
}

/** Null for an article that says too little, or in a language of which too few articles were counted. */
export function profileOf(report: ReportedText, terms: ReportTerms, counts: TermCounts): EventProfile | null {
  if (terms.size < fewestTerms || !counts.knows(report.language)) return null;
  const inHeadline = new Set(indexTokens(report.headline).map(hashOf));
  const weights = new Map<number, number>();
  for (const [hash, times] of terms) {
    const frequency = 1 + Math.log(times) + Number(inHeadline.has(hash));
    weights.set(hash, frequency * counts.rarity(report.language, hash));
  }
  const telling = [...weights.keys()]
    .toSorted((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0))
    .slice(0, mostTerms);
  // A term that an article has once, outside its headline, is often a chance pair of characters that no other has.
  const keys = telling.filter((hash) => inHeadline.has(hash) || (terms.get(hash) ?? 0) > 1).slice(0, keyCount);
  const packed = telling.map((hash) => ({
    ...{ hash, isInHeadline: inHeadline.has(hash), isNumber: false },
    weight: weights.get(hash) ?? 0,
  }));
  return { keys, bytes: pack([...packed, ...numbersOf(report)]) };
}

function numbersOf({ headline, text }: ReportedText): readonly ProfileTerm[] {
  const inHeadline = writtenNumbers(headline);
  const numbers = new Set([...inHeadline, ...writtenNumbers(text.slice(0, charactersForNumbers))]);
  return [...numbers].slice(0, mostNumbers).map((number) => ({
    hash: hashOf(`#${number}`),
    weight: 0,
    isInHeadline: inHeadline.has(number),
    isNumber: true,
  }));
}

const writtenNumbers = (text: string): ReadonlySet<string> => new Set(foldText(text).match(/\d+(?:[.,]\d+)*/g) ?? []);

/** FNV-1a, mixed once more so that any part of it is as good as the whole. */
function hashOf(token: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < token.length; index++) hash = Math.imul(hash ^ token.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

// Four bytes of hash, one of weight, one of marks.
const bytesATerm = 6;
const steps = 8;
const [headlineMark, numberMark] = [1, 2];

function pack(terms: readonly ProfileTerm[]): Uint8Array {
  const bytes = new Uint8Array(terms.length * bytesATerm);
  const view = new DataView(bytes.buffer);
  for (const [index, { hash, weight, isInHeadline, isNumber }] of terms.entries()) {
    const offset = index * bytesATerm;
    view.setInt32(offset, hash);
    view.setUint8(offset + 4, Math.min(255, Math.round(weight * steps)));
    view.setUint8(offset + 5, Number(isInHeadline) * headlineMark + Number(isNumber) * numberMark);
  }
  return bytes;
}

/** What `EventProfile.bytes` holds, the weightiest first. */
export function unpackTerms(bytes: Uint8Array): readonly ProfileTerm[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.byteLength / bytesATerm) }, (_, index) => {
    const offset = index * bytesATerm;
    const marks = view.getUint8(offset + 5);
    return {
      hash: view.getInt32(offset),
      weight: view.getUint8(offset + 4) / steps,
      isInHeadline: (marks & headlineMark) > 0,
      isNumber: (marks & numberMark) > 0,
    };
  });
}
