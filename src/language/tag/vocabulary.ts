// The archive's own tags: how often each term was a tag where it could have been one, and which articles are like another.
import { hashOfTerm, isInHeadline, isTag, termsOfLesson } from "./lesson.ts";

/** Numbers of lessons. */
export interface TermUses {
  readonly seen: number;
  readonly asTag: number;
  readonly seenInHeadline: number;
  readonly asTagInHeadline: number;
}

/** What the lessons most like an article say of its terms, 0 to 1 each, heavier the more they are like it. */
export interface Votes {
  /** How like the article the most similar lesson is. */
  readonly nearest: number;
  /** For each term asked about, in order. */
  readonly asTag: Float32Array;
  readonly seen: Float32Array;
}

const neverSeen: TermUses = { seen: 0, asTag: 0, seenInHeadline: 0, asTagInHeadline: 0 };
const voters = 20;
// So much likeness counts for nothing: one article that is hardly like another decides little.
const doubt = 0.3;
// What stands in so many lessons tells none from the others, and would take the time.
const tooCommon = 500;
const firstSize = 1 << 12;

/** Lessons of one desk, the latest `most`; about 40 MB for 20,000. Equal lessons in equal order give equal answers. */
export class TagVocabulary {
  readonly #most: number;
  /** Where a term's counts are. */
  readonly #places = new Map<number, number>();
  /** Four a place, in the order of `TermUses`. */
  #counts = new Uint16Array(firstSize * 4);
  /** The place's latest mention, and the one before each mention; 0 when there is none. */
  #latest = new Uint32Array(firstSize);
  #earlier = new Uint32Array(firstSize);
  #lessonOfMention = new Uint32Array(firstSize);
  #mentions = 1;
  /** By the article that teaches, the oldest first. */
  #lessons = new Map<string, Lesson>();
  #lessonAt: (Lesson | undefined)[] = [];
  #likeness = new Float32Array(0);

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#lessons.size;
  }

  /** Adds an article's lesson in place of its earlier one, and of the oldest when there are too many. */
  add(articleId: string, bytes: Uint8Array): void {
    this.remove(articleId);
    this.#keep(articleId, termsOfLesson(bytes));
    if (this.#lessons.size > this.#most) this.remove(this.#lessons.keys().next().value ?? articleId);
  }

  #keep(articleId: string, terms: Uint32Array): void {
    const lesson = { at: this.#lessonAt.length, terms };
    this.#lessons.set(articleId, lesson);
    this.#lessonAt.push(lesson);
    for (const term of terms) this.#mention(term, lesson.at);
  }

  /** Takes an article's lesson back, if it gave one. */
  remove(articleId: string): void {
    const lesson = this.#lessons.get(articleId);
    if (lesson === undefined) return;
    this.#lessons.delete(articleId);
    this.#lessonAt[lesson.at] = undefined;
    for (const term of lesson.terms) this.#count(this.#places.get(hashOfTerm(term)) ?? 0, term, -1);
    if (this.#lessonAt.length > 2 * this.#lessons.size + 1000) this.#tidy();
  }

  /** What is known of the term with the hash. */
  usesOf(hash: number): TermUses {
    const place = this.#places.get(hash);
    if (place === undefined) return neverSeen;
    const at = place * 4;
    return {
      seen: this.#counts[at] ?? 0,
      asTag: this.#counts[at + 1] ?? 0,
      seenInHeadline: this.#counts[at + 2] ?? 0,
      asTagInHeadline: this.#counts[at + 3] ?? 0,
    };
  }

  /** The votes of the lessons that share most of what is rare in the article. */
  votesOn(hashes: readonly number[]): Votes {
    const near = this.#nearest(hashes);
    const sum = near.reduce((total, { likeness }) => total + likeness, doubt);
    const placeOf = new Map(hashes.map((hash, place) => [hash, place]));
    const asTag = new Float32Array(hashes.length);
    const seen = new Float32Array(hashes.length);
    for (const { lesson, likeness } of near) {
      for (const term of lesson.terms) {
        const place = placeOf.get(hashOfTerm(term));
        if (place === undefined) continue;
        seen[place] = (seen[place] ?? 0) + likeness / sum;
        if (isTag(term)) asTag[place] = (asTag[place] ?? 0) + likeness / sum;
      }
    }
    return { nearest: near[0]?.likeness ?? 0, asTag, seen };
  }

  #nearest(hashes: readonly number[]): readonly { readonly lesson: Lesson; readonly likeness: number }[] {
    if (this.#likeness.length < this.#lessonAt.length) this.#likeness = new Float32Array(this.#lessonAt.length * 2);
    const touched: number[] = [];
    let whole = 0;
    for (const hash of hashes) {
      const place = this.#places.get(hash);
      const seen = place === undefined ? 0 : (this.#counts[place * 4] ?? 0);
      const weight = Math.max(0, Math.log((this.size + 1) / (seen + 1))) ** 2;
      whole += weight;
      if (place !== undefined && seen <= tooCommon) this.#addLikeness(place, weight, touched);
    }
    const near = touched.flatMap((at) => {
      const lesson = this.#lessonAt[at];
      const likeness = (this.#likeness[at] ?? 0) / whole;
      this.#likeness[at] = 0;
      return lesson === undefined ? [] : [{ lesson, likeness }];
    });
    return near.sort((one, other) => other.likeness - one.likeness || other.lesson.at - one.lesson.at).slice(0, voters);
  }

  #addLikeness(place: number, weight: number, touched: number[]): void {
    for (let mention = this.#latest[place] ?? 0; mention !== 0; mention = this.#earlier[mention] ?? 0) {
      const at = this.#lessonOfMention[mention] ?? 0;
      const likeness = this.#likeness[at] ?? 0;
      if (likeness === 0) touched.push(at);
      this.#likeness[at] = likeness + weight;
    }
  }

  #mention(term: number, lessonAt: number): void {
    const place = this.#placeOf(hashOfTerm(term));
    this.#count(place, term, 1);
    const mention = this.#mentions++;
    if (mention === this.#earlier.length) {
      this.#earlier = twice(this.#earlier);
      this.#lessonOfMention = twice(this.#lessonOfMention);
    }
    this.#earlier[mention] = this.#latest[place] ?? 0;
    this.#lessonOfMention[mention] = lessonAt;
    this.#latest[place] = mention;
  }

  #placeOf(hash: number): number {
    const known = this.#places.get(hash);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(hash, place);
    if (place === this.#latest.length) {
      this.#latest = twice(this.#latest);
      this.#counts = twice(this.#counts);
    }
    return place;
  }

  #count(place: number, term: number, by: number): void {
    const at = place * 4;
    this.#counts[at] = (this.#counts[at] ?? 0) + by;
    if (isTag(term)) this.#counts[at + 1] = (this.#counts[at + 1] ?? 0) + by;
    if (isInHeadline(term)) this.#counts[at + 2] = (this.#counts[at + 2] ?? 0) + by;
    if (isTag(term) && isInHeadline(term)) this.#counts[at + 3] = (this.#counts[at + 3] ?? 0) + by;
  }

  // What lessons that are gone have left.
  #tidy(): void {
    const lessons = [...this.#lessons];
    this.#places.clear();
    this.#counts.fill(0);
    this.#latest.fill(0);
    this.#mentions = 1;
    this.#lessons = new Map();
    this.#lessonAt = [];
    for (const [articleId, { terms }] of lessons) this.#keep(articleId, terms);
  }
}

interface Lesson {
  readonly at: number;
  readonly terms: Uint32Array;
}

function twice<Numbers extends Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(numbers: Numbers): Numbers {
  const larger = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
