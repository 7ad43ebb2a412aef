// An edition as Discord lays it out: messages as HTML in its dark look, for people to see what a channel gets.
import { type APIEmbed, ComponentType } from "discord.js";
import type { EditionMessage, EditionStep } from "../../src/adapters/platforms/discord/looks/step.ts";

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly media?: { readonly url: string };
  readonly items?: readonly { readonly media: { readonly url: string } }[];
  readonly label?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly default?: boolean }[];
  readonly emoji?: { readonly name: string };
}

/** A page of the steps, under the bot's name. `at`: when they are seen, for times such as "3 hours ago". */
export function discordPage(steps: readonly EditionStep[], locale: string, at: number): string {
  const body = steps
    .map((step) =>
      step.kind === "thread"
        ? `<div class="thread">🧵 ${escapeHtml(step.name)}</div>`
        : `<div class="message"><div class="avatar">L</div><div class="body"><b class="bot">Lede</b><span class="app">APP</span>${messageHtml(step.message, locale, at)}</div></div>`,
    )
    .join("");
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><main>${body}</main>`;
}

const style = `body{margin:0;background:#313338;color:#dbdee1;font:15px/1.4 "gg sans","Noto Sans","Noto Sans CJK TC",sans-serif}
main{width:600px;padding:16px}.message{display:flex;gap:14px;margin-bottom:14px}.body{flex:1;min-width:0}
.avatar{width:38px;height:38px;border-radius:50%;background:#5865f2;color:#fff;font:bold 20px/38px serif;text-align:center}
.bot{color:#f2f3f5}.app{background:#5865f2;color:#fff;border-radius:3px;font-size:10px;padding:1px 4px;margin-left:5px}
.frame{border:1px solid #3f4147;border-radius:8px;background:#2b2d31;padding:12px;margin:6px 0;max-width:520px}
.section{display:flex;gap:12px}.section>:first-child{flex:1}.thumb{width:76px;height:76px;border-radius:8px;object-fit:cover;background:#4e5058}
.large{width:100%;height:200px;border-radius:8px;object-fit:cover;background:#4e5058;margin-bottom:8px}
h2{font-size:19px;margin:6px 0}h3{font-size:16px;margin:0 0 4px}a{color:#00a8fc;text-decoration:none}small{color:#949ba4;font-size:12px}
.row{display:flex;gap:8px;margin-top:8px}.button{background:#4e5058;color:#fff;border-radius:6px;padding:4px 12px;font-size:13px}
.menu{display:flex;justify-content:space-between;flex:1;max-width:400px;background:#1e1f22;color:#949ba4;border-radius:6px;padding:7px 12px;font-size:14px}
.embed{border-left:4px solid #4e5058;border-radius:4px;background:#2b2d31;padding:10px 14px;margin:6px 0;max-width:480px}
.time{background:#3f4147;border-radius:3px;padding:0 2px}.thread{margin:0 0 14px 52px;background:#2b2d31;border-radius:8px;padding:8px 12px;font-weight:600}`;

function messageHtml({ content = "", embeds = [], components = [] }: EditionMessage, locale: string, at: number) {
  const write = (text: string) => markdownHtml(text, locale, at);
  return (
    write(content) +
    embeds.map((embed) => embedHtml(embed, write)).join("") +
    (components as readonly Component[]).map((one) => componentHtml(one, write)).join("")
  );
}

type Write = (markdown: string) => string;

function embedHtml({ author, title = "", description = "", url, thumbnail, footer }: APIEmbed, write: Write): string {
  const heading = url ? `<a href="#"><b>${write(title)}</b></a>` : `<b>${write(title)}</b>`;
  const picture = thumbnail ? `<img class="thumb" src="${thumbnail.url}">` : "";
  const text = `<div><small>${escapeHtml(author?.name ?? "")}</small><br>${heading}<br>${write(description)}<small>${escapeHtml(footer?.text ?? "")}</small></div>`;
  return `<div class="embed section">${text}${picture}</div>`;
}

function componentHtml(component: Component, write: Write): string {
  const inner = () => (component.components ?? []).map((one) => componentHtml(one, write)).join("");
  switch (component.type) {
    case ComponentType.TextDisplay:
      return `<div>${write(component.content ?? "")}</div>`;
    case ComponentType.Container:
      return `<div class="frame">${inner()}</div>`;
    case ComponentType.Section:
      return `<div class="section"><div>${inner()}</div>${component.accessory ? componentHtml(component.accessory, write) : ""}</div>`;
    case ComponentType.Thumbnail:
      return `<img class="thumb" src="${component.media?.url}">`;
    case ComponentType.MediaGallery:
      return `<img class="large" src="${component.items?.[0]?.media.url}">`;
    case ComponentType.ActionRow:
      return `<div class="row">${inner()}</div>`;
    case ComponentType.StringSelect:
    case ComponentType.ChannelSelect:
      return `<div class="menu">${escapeHtml(chosenIn(component))}<span>▾</span></div>`;
    case ComponentType.Button:
      return `<span class="button">${component.emoji?.name ?? ""} ${escapeHtml(component.label ?? "")}</span>`;
    default:
      return "";
  }
}

const chosenIn = ({ options = [], placeholder = "" }: Component): string => {
  const chosen = options.filter((option) => option.default).map(({ label }) => label);
  return chosen.length > 0 ? chosen.join(" × ") : placeholder;
};

/** The little Markdown that editions are written in. */
function markdownHtml(text: string, locale: string, at: number): string {
  const inline = (line: string) =>
    escapeHtml(line)
      .replace(/\\([\\*_~`|&[(:@.#+-])/g, (_, sign: string) => `&#${sign.charCodeAt(0)};`)
      .replace(/\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, '<a href="#">$1</a>')
      .replace(/\*\*(.+?)\*\*/g, "<b>$1</b>")
      .replace(
        /&lt;t:(\d+):(\w)&gt;/g,
        (_, seconds: string, how: string) =>
          `<span class="time">${timeText(1000 * Number(seconds), how, locale, at)}</span>`,
      );
  const lines = text.split("\n").filter((line) => line !== "");
  return lines
    .map((line) => {
      if (line.startsWith("### ")) return `<h3>${inline(line.slice(4))}</h3>`;
      if (line.startsWith("## ")) return `<h2>${inline(line.slice(3))}</h2>`;
      if (line.startsWith("-# ")) return `<small>${inline(line.slice(3))}</small><br>`;
      if (line.startsWith("- ")) return `<div>• ${inline(line.slice(2))}</div>`;
      return `<div>${inline(line)}</div>`;
    })
    .join("");
}

function timeText(time: number, how: string, locale: string, at: number): string {
  if (how === "R") return new Intl.RelativeTimeFormat(locale).format(-Math.round((at - time) / 3_600_000), "hour");
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "Asia/Taipei" }).format(
    time,
  );
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
