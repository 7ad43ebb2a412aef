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

/** What a picture will be. It is drawn when it is wanted, which takes half a second; null as in `draw`. */
interface PlannedPicture extends Omit<DrawnPicture, "png"> {
  draw(): Promise<DrawnPicture["png"] | null>;
}

export interface Pictures {
  /** Null when nothing can be drawn here; the log says why. What it shows is said in words anyway. Never throws. */
  draw(chart: BarChart): Promise<DrawnPicture | null>;
  /** A menu of 2500 by 1686 pixels, which is not found again by its id. */
  planMenu(menu: MenuPicture): PlannedPicture;
  /** A picture that was drawn in the last days, drawn again if need be; null when there is none. */
  find(id: string): Promise<DrawnPicture | null>;
}

/** Where the desk's HTTP server gives a picture out. */
export const picturePath = (id: string): string => `/pictures/${id}.png`;
