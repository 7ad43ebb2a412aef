// What a rule of newsroom form looks like.

/**
 * What is not news, for one family of publishers. All patterns see one paragraph, and match at its start (`datelines`,
 * `openings`), at its end (`closings`) or all of it (`lines`). They are tried on short texts only, see newsSpans.
 */
export interface NewsroomRules {
  /** Agency, reporter, place and day: the report begins here, and whatever stands before it is a caption. */
  readonly datelines: readonly RegExp[];
  /** Forms that open a paragraph and are too common to say where the report begins. */
  readonly openings: readonly RegExp[];
  readonly closings: readonly RegExp[];
  readonly lines: readonly RegExp[];
}
