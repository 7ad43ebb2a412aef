// The desk's own tags, as the archive's lessons teach them: read once, then what this process and the others add.
import { TagVocabulary } from "../language/tag/vocabulary.ts";
import type { Clock } from "../ports/clock.ts";
import { othersTurn } from "../ports/others-turn.ts";
import type { ArticleStore } from "../ports/store.ts";
import { mostTagLessons } from "../records/tag-lesson.ts";

/** The vocabulary as it is by now. */
type KnownTags = () => Promise<TagVocabulary>;

export interface KnownTagsParts {
  readonly store: Pick<ArticleStore, "tagLessonsAfter">;
  readonly clock: Clock;
}

// For so long what was read holds: hundreds of articles may ask.
const freshMs = 1000;
// Some thousandths of a second: all that an archive has taught take most of one.
const lessonsInTurn = 50;

export function createKnownTags({ store, clock }: KnownTagsParts): KnownTags {
  let learned = new Learned();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    if (!(await learned.goOn(store))) {
      // Lessons have vanished with their articles. What vanishes while they are read anew is noticed the next time.
      const anew = new Learned();
      await anew.goOn(store);
      learned = anew;
    }
    readAt = clock.now();
  }

  return async () => {
    if (clock.now() - readAt >= freshMs || clock.now() < readAt) {
      reading ??= read().finally(() => {
        reading = undefined;
      });
      await reading;
    }
    return learned.vocabulary;
  };
}

class Learned {
  readonly vocabulary = new TagVocabulary(mostTagLessons);
  #last = 0;

  /** Learns what is new; false when lessons that were learned are no longer there. */
  async goOn(store: KnownTagsParts["store"]): Promise<boolean> {
    for (;;) {
      const { lessons, kept, isAll } = await store.tagLessonsAfter(this.#last);
      for (const [index, { articleId, bytes }] of lessons.entries()) {
        if (index % lessonsInTurn === 0) await othersTurn();
        this.vocabulary.add(articleId, bytes);
      }
      this.#last = lessons.at(-1)?.number ?? this.#last;
      if (isAll) return kept === this.vocabulary.size;
    }
  }
}
