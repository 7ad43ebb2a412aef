// What a command answers, free of any platform: each platform renders it in its own best form.
import type { BarChart } from "./chart.ts";
import type { Edition } from "./edition.ts";
import type { Look } from "./look.ts";
import type { Card } from "./story.ts";

/** A thing to press or type next. `text` is the command as typed, such as `/latest`. */
export interface Choice {
  readonly label: string;
  readonly text: string;
  /** What the whole answer is there for: one at most. */
  readonly isMain?: boolean;
}

/** Alternatives of which some hold. What is chosen is typed after `text`, such as `/subscribe draft:x when` and `daily 08:00`. */
export interface Menu {
  readonly label: string;
  readonly text: string;
  /** "channels": whichever the platform has, each as its address and its form. */
  readonly options: readonly MenuOption[] | "channels";
  /** How many may hold at a time. */
  readonly most: number;
}

interface MenuOption {
  readonly label: string;
  readonly value: string;
  readonly isChosen: boolean;
}

/** A name and a value, such as a source and its state. */
export interface Field {
  readonly name: string;
  readonly value: string;
  /** The address of a channel that is named before the value, where the platform can name one. */
  readonly channel?: string;
}

/** Every text is plain: the platform escapes it. At least one of `text`, `cards` and `fields` is not empty; the picture shows nothing that they do not say. */
export interface Reply {
  readonly title: string;
  readonly text: string;
  readonly cards: readonly Card[];
  /** What was looked for, as typed: marked where it stands in the cards. Empty for most replies. */
  readonly wanted: readonly string[];
  readonly fields: readonly Field[];
  readonly choices: readonly Choice[];
  /** Only where the platform has menus; what they choose can be typed as well. */
  readonly menus: readonly Menu[];
  readonly footer: string;
  readonly picture: BarChart | null;
  /** What the cards would look like in a digest, where the platform can show that in their stead. */
  readonly preview?: EditionPreview;
  /** Shown to the asker alone where the platform can. */
  readonly isPrivate: boolean;
}

export interface EditionPreview {
  readonly edition: Edition;
  readonly look: Look;
  /** How a line is written; the look's own way when null. */
  readonly template: string | null;
}
