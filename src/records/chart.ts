// A picture in words and numbers: who shows it draws it, and whoever can't see it is told the same by `alt`.

/** A bar of a chart. `value` and `usual` are 0 or more and share one scale. */
interface ChartBar {
  readonly label: string;
  readonly value: number;
  /** What the value would be as a rule; marked on the bar. */
  readonly usual: number;
  /** Both as a reader reads them, such as `42` and `平常 3`. */
  readonly valueText: string;
  readonly usualText: string;
}

/** Bars from left to right, the first on top. Every text is plain and may be anybody's. */
export interface BarChart {
  readonly title: string;
  /** What is compared with what. */
  readonly subtitle: string;
  readonly bars: readonly ChartBar[];
  /** All that the chart says. */
  readonly alt: string;
}
