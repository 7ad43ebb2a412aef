// What an article teaches about tags: its terms, and which of them its publisher gave as tags.

/** The archive keeps the latest: news forgets. */
export const mostTagLessons = 20_000;

/** An archived article's lesson, about 170 bytes. */
export interface TagLesson {
  /** Greater than that of any lesson archived before. */
  readonly number: number;
  readonly articleId: string;
  /** As `lessonOf` in language/tag/lesson.ts makes them. */
  readonly bytes: Uint8Array;
}
