// Messages as LINE lays them out, as HTML, for people to see what a chat gets. Widths, letters and gaps are those of LINE's clients at their
// usual letter size (https://developers.line.biz/en/docs/messaging-api/flex-message-layout/).
import { type FlexBubble, type FlexPart, flexBlocks, type LineMessage } from "./flex-parts.ts";

export interface ChatLook {
  /** What stands behind the bubbles: LINE's dark mode changes nothing else of them. */
  readonly isDark: boolean;
}

/** A page of a chat with the desk. */
export function linePage(messages: readonly LineMessage[], { isDark }: ChatLook): string {
  const chat = messages.map((message) => messageHtml(message)).join("");
  const back = isDark ? "#17191c" : "#8fadd0";
  return `<!doctype html><meta charset="utf-8"><style>body{background:${back}}${style}</style><main>${chat}</main><script>${shrink}</script>`;
}

const style = `body{margin:0;color:#16191d;font:16px/1.4 "Noto Sans","Noto Sans CJK TC","Noto Sans Thai",sans-serif}
main{display:inline-flex;flex-direction:column;gap:12px;padding:16px}
.carousel{display:flex;gap:8px;align-items:stretch}.bubble{display:flex;flex-direction:column;border-radius:16px;overflow:hidden;flex:none}
.box{display:flex;box-sizing:border-box;min-width:0}.column{flex-direction:column}.grow{flex:1 0 auto}
.text{min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.wrap{white-space:pre-wrap;overflow-wrap:anywhere;display:-webkit-box;-webkit-box-orient:vertical}
.button{border-radius:8px;text-align:center;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;padding:0 8px}
.image{display:block;width:100%;object-fit:cover}.separator{height:1px;flex:none}
.plain{background:#fff;border-radius:18px;padding:10px 14px;max-width:330px;font-size:15px;white-space:pre-wrap;overflow-wrap:anywhere}
.plain u{color:#1558b0}.chips{display:flex;gap:8px}.chips span{background:#fff;border-radius:16px;padding:5px 14px;font-size:14px}`;

// `adjustMode: shrink-to-fit`, which needs the laid-out page.
const shrink = `for(const one of document.querySelectorAll(".shrink"))
for(let size=14;one.scrollWidth>one.clientWidth&&size>6;size--)one.style.fontSize=size+"px"`;

const widths: Readonly<Record<string, number>> = { kilo: 260, mega: 300, giga: 386 };
const letters: Readonly<Record<string, number>> = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29 };
const gaps: Readonly<Record<string, number>> = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
const blockPadding = { header: "20px", hero: "0", body: "20px", footer: "10px" } as const;

const pixels = (size: string): string => (size in gaps ? `${gaps[size]}px` : size);

function messageHtml({ text, contents, quickReply }: LineMessage): string {
  const chips = (quickReply?.items ?? []).map(({ action }) => `<span>${escapeHtml(action.label)}</span>`).join("");
  const body = contents === undefined ? textHtml(text ?? "") : containerHtml(contents);
  return body + (chips && `<div class="chips">${chips}</div>`);
}

const textHtml = (text: string): string =>
  `<div class="plain">${escapeHtml(text).replace(/https?:\/\/\S+/g, "<u>$&</u>")}</div>`;

function containerHtml(contents: NonNullable<LineMessage["contents"]>): string {
  const bubbles = contents.type === "carousel" ? contents.contents : [contents];
  return `<div class="carousel">${bubbles.map(bubbleHtml).join("")}</div>`;
}

function bubbleHtml(bubble: FlexBubble): string {
  const blocks = flexBlocks.map((name) => {
    const block = bubble[name];
    if (block === undefined) return "";
    const back = bubble.styles?.[name]?.backgroundColor ?? "#ffffff";
    const grows = name === "body" ? "grow " : "";
    return `<div class="${grows}box column" style="background:${back}">${partHtml(block, "column", blockPadding[name])}</div>`;
  });
  return `<div class="bubble" style="width:${widths[bubble.size ?? "mega"]}px">${blocks.join("")}</div>`;
}

/** `direction` is that of the box around it: what a row holds shares its width, what a column holds is as high as it must. */
function partHtml(part: FlexPart, direction: "row" | "column", padding = "0"): string {
  const flex = part.flex ?? (direction === "row" ? 1 : 0);
  const place = flex > 0 ? `flex:${flex} 0 0` : "flex:none";
  switch (part.type) {
    case "text":
      return flexTextHtml(part, place);
    case "button":
      return buttonHtml(part);
    case "image":
      return `<img class="image" src="${escapeHtml(part.url ?? "")}" style="aspect-ratio:20/13;background:${part.backgroundColor}">`;
    case "separator":
      return `<div class="separator" style="background:${part.color}"></div>`;
    default:
      return boxHtml(part, place, padding);
  }
}

function boxHtml(part: FlexPart, place: string, padding: string): string {
  const isColumn = part.layout === "vertical";
  const inner = (part.contents ?? []).map((one) => partHtml(one, isColumn ? "column" : "row")).join("");
  const all = pixels(part.paddingAll ?? padding);
  const sides = [part.paddingTop, part.paddingEnd, part.paddingBottom, part.paddingStart];
  const look = [
    place,
    `padding:${sides.map((side) => (side === undefined ? all : pixels(side))).join(" ")}`,
    `gap:${pixels(part.spacing ?? "none")}`,
    ...(part.height ? [`height:${part.height}`] : []),
    ...(part.backgroundColor ? [`background:${part.backgroundColor}`] : []),
    ...(part.justifyContent ? [`justify-content:${part.justifyContent};flex-grow:1`] : []),
  ];
  return `<div class="box ${isColumn ? "column" : ""}" style="${look.join(";")}">${inner}</div>`;
}

function flexTextHtml(part: FlexPart, place: string): string {
  const look = [
    place,
    `font-size:${letters[part.size ?? "md"]}px`,
    `color:${part.color}`,
    `text-align:${part.align ?? "start"}`,
    ...(part.weight === "bold" ? ["font-weight:700"] : []),
    ...(part.wrap && part.maxLines ? [`-webkit-line-clamp:${part.maxLines}`] : []),
  ];
  const kind = part.wrap ? "wrap" : part.adjustMode === "shrink-to-fit" ? "shrink" : "";
  return `<div class="text ${kind}" style="${look.join(";")}">${escapeHtml(part.text ?? "")}</div>`;
}

function buttonHtml({ style: kind, color, action, height }: FlexPart): string {
  const colors = kind === "primary" ? `background:${color};color:#fff` : `color:${color}`;
  const size = height === "sm" ? 40 : 52;
  return `<div class="button" style="${colors};flex:none;height:${size}px;line-height:${size}px">${escapeHtml(action?.label ?? "")}</div>`;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
