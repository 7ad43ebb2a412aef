// The room's page, style and script, served as they stand in this folder.
import { readFileSync } from "node:fs";
import type { HttpRoute } from "../../../ports/platform.ts";

const types = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml" };

// News is hostile: even a page that made a mistake may run no script but its own and load nothing but pictures.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src https: data: 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function fileRoute(path: string, name: `${string}.${keyof typeof types}`): HttpRoute {
  const body = readFileSync(new URL(name, import.meta.url));
  const type = types[name.slice(name.lastIndexOf(".") + 1) as keyof typeof types];
  const headers = {
    "content-type": `${type}; charset=utf-8`,
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
  };
  return { method: "GET", path, handle: () => new Response(body, { headers }) };
}

/** GET routes of the page and what it loads. */
export const fileRoutes: readonly HttpRoute[] = [
  fileRoute("/", "room.html"),
  fileRoute("/room.css", "room.css"),
  fileRoute("/room.js", "room.js"),
  fileRoute("/icon.svg", "icon.svg"),
];
