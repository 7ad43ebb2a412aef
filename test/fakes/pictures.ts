// Pictures for tests of platforms: what is asked for is remembered, and drawn as one blue pixel.
import { Buffer } from "node:buffer";
import type { DrawnPicture, Pictures } from "../../src/ports/pictures.ts";
import type { BarChart } from "../../src/records/chart.ts";

const png = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==",
    "base64",
  ),
);

export const bluePixel: DrawnPicture = { id: "b1".repeat(32), png, width: 1, height: 1 };

/** A chart of one tag. */
export const aChart: BarChart = {
  title: "過去 24 小時的熱門標籤",
  subtitle: "與前 14 天相比。",
  bars: [{ label: "颱風小犬", value: 42, usual: 3, valueText: "42", usualText: "平常 3" }],
  alt: "長條圖：颱風小犬 42（平常 3）",
};

/** Draws every chart as the blue pixel, or nothing at all. */
export function fakePictures({ canDraw = true } = {}): Pictures & { readonly drawn: readonly BarChart[] } {
  const drawn: BarChart[] = [];
  return {
    drawn,
    draw: async (chart) => {
      drawn.push(chart);
      return canDraw ? bluePixel : null;
    },
    planMenu: () => ({ ...bluePixel, draw: async () => (canDraw ? bluePixel.png : null) }),
    find: async (id) => (canDraw && id === bluePixel.id ? bluePixel : null),
  };
}
