// A bar chart as SVG: one look on light and on dark backgrounds, every text bounded and escaped.
import type { BarChart } from "../../records/chart.ts";
import { fitText, fontFamily, textSvg, textWidth } from "./svg-text.ts";

export const chartWidth = 1000;

const margin = 36;
const headHeight = 124;
const rowHeight = 60;
const barHeight = 34;
const labelWidth = 330;
const labelSize = 27;
const barStart = margin + labelWidth + 20;
const longestBar = 350;
const valueSize = 28;
const noteSize = 21;
const mostBars = 20;

const ink = { paper: "#ffffff", edge: "#c9d1d9", title: "#1f2933", text: "#1f2933", quiet: "#5f6b7a" };
const rise = "#e8590c";
const past = "#3b5b7a";

/** A chart's height in pixels. */
export const chartHeight = ({ bars }: BarChart): number =>
  headHeight + Math.min(bars.length, mostBars) * rowHeight + 24;

/** The chart; 20 bars at most. Linear in the texts' lengths, which may be anything. */
export function chartSvg(chart: BarChart): string {
  const height = chartHeight(chart);
  const bars = chart.bars.slice(0, mostBars);
  const scale = longestBar / Math.max(1, ...bars.flatMap(({ value, usual }) => [value, usual]));
  const rows = bars.map((bar, index) => rowSvg(bar, headHeight + index * rowHeight, scale));
  const inner = chartWidth - 2 * margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${chartWidth}" height="${height}" font-family="${fontFamily}">`,
    `<rect x="1" y="1" width="${chartWidth - 2}" height="${height - 2}" rx="18" fill="${ink.paper}" stroke="${ink.edge}" stroke-width="2"/>`,
    textSvg(fitText(chart.title, inner, 34), { x: margin, y: 58, size: 34, fill: ink.title, isBold: true }),
    textSvg(fitText(chart.subtitle, inner, noteSize), { x: margin, y: 94, size: noteSize, fill: ink.quiet }),
    ...rows,
    "</svg>",
  ].join("");
}

function rowSvg(
  { label, value, usual, valueText, usualText }: BarChart["bars"][number],
  y: number,
  scale: number,
): string {
  const baseline = y + rowHeight / 2 + 10;
  const top = y + (rowHeight - barHeight) / 2;
  const end = barStart + value * scale;
  const shownValue = fitText(valueText, 110, valueSize);
  const noteStart = end + 14 + textWidth(shownValue, valueSize) + 14;
  return [
    textSvg(fitText(label, labelWidth, labelSize), {
      x: margin + labelWidth,
      y: baseline,
      size: labelSize,
      fill: ink.text,
      anchor: "end",
    }),
    barSvg(top, value * scale, rise),
    barSvg(top, Math.min(usual, value) * scale, past),
    textSvg(shownValue, { x: end + 14, y: baseline, size: valueSize, fill: rise, isBold: true }),
    textSvg(fitText(usualText, chartWidth - margin - noteStart, noteSize), {
      x: noteStart,
      y: baseline - 2,
      size: noteSize,
      fill: past,
    }),
  ].join("");
}

const barSvg = (y: number, width: number, fill: string): string =>
  `<rect x="${barStart}" y="${y}" width="${Math.max(width, 0).toFixed(1)}" height="${barHeight}" fill="${fill}"/>`;
