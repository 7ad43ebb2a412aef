// Pictures by their content: drawn when somebody is to see them, and found again by their address for some days.
import { createHash } from "node:crypto";
import type { Cache } from "../../ports/cache.ts";
import type { Log } from "../../ports/log.ts";
import type { DrawnPicture, Pictures } from "../../ports/pictures.ts";
import type { BarChart } from "../../records/chart.ts";
import { chartHeight, chartSvg, chartWidth } from "./chart-svg.ts";
import { menuSize, menuSvg } from "./menu-svg.ts";
import { renderPng } from "./render.ts";

// LINE fetches a picture when a reader scrolls to it.
const keptMs = 7 * 86_400_000;
// Some fifty kilobytes each: what is being looked at now. The rest is drawn again from its chart, a kilobyte in the cache.
const heldInMemory = 8;

type Held = Promise<DrawnPicture | null>;

export interface PictureParts {
  readonly cache: Cache;
  readonly log: Log;
  /** An SVG as PNG; by a process of its own when left out. */
  readonly render?: (svg: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Pictures drawn with the font that comes with Lede. */
export function createPictures({ cache, log, render = renderPng }: PictureParts): Pictures {
  const held = new Map<string, Held>();
  const drawOrExplain = async (id: string, chart: BarChart): Held => {
    try {
      return { id, png: await render(chartSvg(chart)), width: chartWidth, height: chartHeight(chart) };
    } catch (error) {
      log.error("a picture could not be drawn; its words are shown alone", error);
      // The next who asks may have more luck.
      held.delete(id);
      return null;
    }
  };
  const hold = (id: string, chart: BarChart): Held => {
    const picture = held.get(id) ?? drawOrExplain(id, chart);
    // The last one asked for goes last.
    held.delete(id);
    held.set(id, picture);
    const [oldest] = held.keys();
    if (held.size > heldInMemory && oldest !== undefined) held.delete(oldest);
    return picture;
  };
  return {
    draw: async (chart) => {
      const id = createHash("sha256").update(JSON.stringify(chart)).digest("hex");
      try {
        await cache.set(keyOf(id), chart, keptMs);
      } catch (error) {
        log.error("a picture could not be kept", error);
        return null;
      }
      return hold(id, chart);
    },
    planMenu: (menu) => {
      const svg = menuSvg(menu);
      const draw = async () => {
        try {
          return await render(svg);
        } catch (error) {
          log.error("a menu could not be drawn", error);
          return null;
        }
      };
      return { id: createHash("sha256").update(svg).digest("hex"), ...menuSize, draw };
    },
    find: async (id) => {
      const chart = await cache.get<BarChart>(keyOf(id));
      return chart === undefined ? null : hold(id, chart);
    },
  };
}

const keyOf = (id: string): string => `picture:${id}`;
