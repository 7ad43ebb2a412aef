// The menus of a LINE account: made, given a picture, shown, deleted; what LINE would refuse is refused.
import { Buffer } from "node:buffer";

interface Menu {
  readonly richMenuId: string;
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly areas: readonly { readonly bounds: Bounds; readonly action: object }[];
  readonly chatBarText: string;
  picture: Buffer | null;
}

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Verdict = readonly [status: number, body: object];

const refusal = (status: number, message: string): Verdict => [status, { message }];
const pictureBytes = 1_000_000;

/** The menus and which of them everybody sees. */
export class LineMenus {
  readonly menus = new Map<string, Menu>();
  defaultId: string | null = null;
  #made = 0;

  /** Null for a route that is none of its own. `body`: the JSON or the picture that was sent. */
  answer(method: string, path: string, body: unknown): Verdict | null {
    const route = `${method} ${path}`;
    if (route === "GET /v2/bot/richmenu/list")
      return [200, { richmenus: [...this.menus.values()].map(withoutPicture) }];
    if (route === "POST /v2/bot/richmenu") return this.create(body);
    if (route === "GET /v2/bot/user/all/richmenu")
      return this.defaultId ? [200, { richMenuId: this.defaultId }] : refusal(404, "no default richmenu");
    const [, id = "", what] = /^\/v2\/bot\/(?:user\/all\/)?richmenu\/([\w-]+)(\/content)?$/.exec(path) ?? [];
    const menu = this.menus.get(id);
    if (id === "") return null;
    if (menu === undefined) return refusal(404, "Not found");
    if (what === "/content") return setPicture(menu, body);
    if (method === "POST") return this.show(menu);
    this.menus.delete(id);
    if (this.defaultId === id) this.defaultId = null;
    return [200, {}];
  }

  /** A menu that somebody else made, shown to everybody. */
  addForeign(name: string): string {
    const richMenuId = `richmenu-foreign-${++this.#made}`;
    const size = { width: 2500, height: 843 };
    this.menus.set(richMenuId, { richMenuId, name, size, areas: [], chatBarText: "Menu", picture: Buffer.alloc(1) });
    this.defaultId = richMenuId;
    return richMenuId;
  }

  private create(body: unknown): Verdict {
    const menu = body as Omit<Menu, "richMenuId" | "picture">;
    const { width, height } = menu.size;
    const isWithin = ({ x, y, width: w, height: h }: Bounds) => x >= 0 && y >= 0 && x + w <= width && y + h <= height;
    const isSound =
      menu.name.length <= 300 &&
      menu.chatBarText.length >= 1 &&
      menu.chatBarText.length <= 14 &&
      width >= 800 &&
      width <= 2500 &&
      height >= 250 &&
      width / height >= 1.45 &&
      menu.areas.length <= 20 &&
      menu.areas.every(({ bounds }) => isWithin(bounds));
    if (!isSound) return refusal(400, "The request body has an error");
    const richMenuId = `richmenu-${++this.#made}`;
    this.menus.set(richMenuId, { ...menu, richMenuId, picture: null });
    return [200, { richMenuId }];
  }

  private show(menu: Menu): Verdict {
    if (menu.picture === null) return refusal(400, "must upload richmenu image before applying it to user");
    this.defaultId = menu.richMenuId;
    return [200, {}];
  }
}

const withoutPicture = ({ picture: _, ...menu }: Menu) => ({ ...menu, selected: true });

function setPicture(menu: Menu, body: unknown): Verdict {
  const png = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (png.toString("latin1", 1, 4) !== "PNG" || png.length > pictureBytes) return refusal(400, "The image is invalid");
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (width !== menu.size.width || height !== menu.size.height) return refusal(400, "The image size is invalid");
  menu.picture = png;
  return [200, {}];
}
