// What an article that its publisher tagged teaches: a number for each of its best candidates and for each tag.
import { foldText } from "../fold.ts";
import { tagKey } from "./normalize.ts";
import type { TagRules } from "./rules.ts";

/** A candidate as a lesson holds it. */
export interface LearnedTerm {
  readonly term: string;
  readonly inHeadline: boolean;
}

const tagBit = 2;
const headlineBit = 1;
const hashBits = 30;

/**
 * A term's hash with the lowest two bits free (FNV-1a): one for every way of writing it. Of the 300,000 different terms of 20,000
 * lessons, one in 3,600 meets another under its hash, which costs a guess; two in four thousand million would cost twice the room.
 */
export function termHash(term: string): number {
  const folded = foldText(term);
  let hash = 0x811c9dc5;
  for (let at = 0; at < folded.length; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> (32 - hashBits)) * 4;
}

/** The lesson of an article: its best candidates, and the tags that it was given by the rules. */
export function lessonOf(candidates: readonly LearnedTerm[], tags: readonly string[], rules: TagRules): Uint8Array {
  const given = new Set(tags.map(tagKey));
  const terms = new Map<number, number>();
  for (const { term, inHeadline } of candidates) {
    const wasGiven = given.has(tagKey(rules.give(term) ?? ""));
    const hash = termHash(term);
    terms.set(hash, hash | (wasGiven ? tagBit : 0) | (inHeadline ? headlineBit : 0));
  }
  for (const tag of tags) terms.set(termHash(tag), (terms.get(termHash(tag)) ?? termHash(tag)) | tagBit);
  const bytes = new Uint8Array(terms.size * 4);
  const view = new DataView(bytes.buffer);
  for (const [place, term] of [...terms.values()].entries()) view.setUint32(place * 4, term, true);
  return bytes;
}

/** The lesson's terms, each with its bits; of bytes that are cut off, the whole ones. */
export function termsOfLesson(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength >> 2 }, (_, place) => view.getUint32(place * 4, true));
}

export const hashOfTerm = (term: number): number => (term >>> 2) * 4;
export const isTag = (term: number): boolean => (term & tagBit) !== 0;
export const isInHeadline = (term: number): boolean => (term & headlineBit) !== 0;
