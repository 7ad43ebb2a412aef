// The colours of Flex bubbles. LINE recolours none of them in its dark mode, so each bubble brings its own paper, and the text on it is
// legible wherever it is shown: 4.5:1 at least (WCAG 2.2, 1.4.3).

export const palette = {
  paper: "#FFFFFF",
  /** Behind what is below a story, such as what may be done with it. */
  shade: "#F3F5F7",
  line: "#E1E5EA",
  headline: "#16191D",
  text: "#3A4149",
  small: "#5B636D",
  accent: "#06693A",
  /** On `accent` and on each of `covers`. */
  light: "#FFFFFF",
} as const;

/** In place of a picture, a source's own. */
export const covers = ["#1D4E6B", "#5B3A6E", "#2C5A41", "#7A3B2A", "#39437E", "#6A4A12", "#7A2F4D", "#2F5560"] as const;
