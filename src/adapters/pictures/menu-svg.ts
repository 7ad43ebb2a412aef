// A menu as SVG: two rows of three fields, each a sign above its label.
import type { MenuPicture, MenuSign } from "../../records/menu-picture.ts";
import { fitText, fontFamily, textSvg } from "./svg-text.ts";

/** Pixels: the large size that LINE recommends for a rich menu (Messaging API reference, "Rich menu object"). */
export const menuSize = { width: 2500, height: 1686 };

const columns = 3;
const rows = 2;
const field = { width: menuSize.width / columns, height: menuSize.height / rows };
const labelSize = 92;
const signSize = 300;

const ink = { paper: "#ffffff", rule: "#e3e8ee", label: "#1f2933", sign: "#3b5b7a", accent: "#e8590c" };

/** Lines on a square of 24, as strokes; what is warm in colour comes second. */
const signs: Readonly<Record<MenuSign, readonly [plain: string, accented: string]>> = {
  digest: ["M4 4h13v16H6a2 2 0 0 1-2-2zM17 8h3v10a2 2 0 0 1-2 2h-1", "M7 8h7M7 12h7M7 16h4"],
  search: ["M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z", "M15.4 15.4L20.5 20.5"],
  subscribe: ["M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15z", "M10 21a2.2 2.2 0 0 0 4 0"],
  trending: ["M3.5 20.5h17", "M4 16l5-5l4 3.5L20 7M15.5 7H20v4.5"],
  saved: ["M6.5 3.5h11v17l-5.5-4.2l-5.5 4.2z", "M9.5 8.5h5"],
  settings: ["M4 7h9M17 7h3M4 17h3M11 17h9", "M15 5a2 2 0 1 1 0 4a2 2 0 0 1 0-4zM9 15a2 2 0 1 1 0 4a2 2 0 0 1 0-4z"],
};

/** The menu; its first six fields. */
export function menuSvg({ fields }: MenuPicture): string {
  const { width, height } = menuSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${fontFamily}">`,
    `<rect width="${width}" height="${height}" fill="${ink.paper}"/>`,
    ...fields.slice(0, columns * rows).map(({ sign, label }, index) => fieldSvg(sign, label, index)),
    `<g stroke="${ink.rule}" stroke-width="6">`,
    `<path d="M${field.width} 90V${height - 90}M${2 * field.width} 90V${height - 90}M90 ${field.height}H${width - 90}"/>`,
    "</g></svg>",
  ].join("");
}

function fieldSvg(sign: MenuSign, label: string, index: number): string {
  const [x, y] = [(index % columns) * field.width, Math.floor(index / columns) * field.height];
  const [plain, accented] = signs[sign];
  const place = `translate(${(x + (field.width - signSize) / 2).toFixed(1)} ${y + 150}) scale(${signSize / 24})`;
  const text = fitText(label, field.width - 80, labelSize);
  return [
    `<g transform="${place}" fill="none" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">`,
    `<path d="${plain}" stroke="${ink.sign}"/><path d="${accented}" stroke="${ink.accent}"/></g>`,
    textSvg(text, {
      ...{ x: x + field.width / 2, y: y + 640, size: labelSize },
      ...{ fill: ink.label, isBold: true, anchor: "middle" },
    }),
  ].join("");
}
