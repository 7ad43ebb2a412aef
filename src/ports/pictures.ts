// Draws pictures for those platforms that show them.
import type { BarChart } from "../records/chart.ts";
import type { MenuPicture } from "../records/menu-picture.ts";

/** A picture as PNG; `width` and `height` in pixels. */
export interface DrawnPicture {
  /** 64 hexadecimal digits; the same picture has the same. */
  readonly id: string;
  readonly png: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

export interface Pictures {
  /** Null when nothing can be drawn here; the log says why. What it shows is said in words anyway. Never throws. */
  draw(chart: BarChart): Promise<DrawnPicture | null>;
  /** As `draw`, of a menu; 2500 by 1686 pixels. It is not found again by its id. */
  drawMenu(menu: MenuPicture): Promise<DrawnPicture | null>;
  /** A picture that was drawn in the last days, drawn again if need be; null when there is none. */
  find(id: string): Promise<DrawnPicture | null>;
}

/** Where the desk's HTTP server gives a picture out. */
export const picturePath = (id: string): string => `/pictures/${id}.png`;
