import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fakeClock } from "../../../../test/fakes/clock.ts";
import { LineMenus } from "../../../../test/fakes/line-menus.ts";
import { silentLog } from "../../../../test/fakes/log.ts";
import { memoryCache } from "../../../../test/fakes/memory-cache.ts";
import { locales } from "../../../records/channel.ts";
import { createPictures } from "../../pictures/pictures.ts";
import { installMenu, keepMenuInStep, type MenuParts } from "./install-menu.ts";
import { menuPicture } from "./menu.ts";
import { createLineMenuApi } from "./menu-api.ts";

const drawing = createPictures({ cache: memoryCache(fakeClock(0)), log: silentLog });
// Drawn once for all: a drawing takes half a second.
const drawn = await drawing.planMenu(menuPicture("zh-TW")).draw();

let menus: LineMenus;
let parts: MenuParts;
let close: () => void;
/** Routes that fail, once each. */
let failing: string[];
let drawings: number;

const draw = async () => {
  drawings += 1;
  return drawn;
};

beforeEach(async () => {
  menus = new LineMenus();
  failing = [];
  drawings = 0;
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const [method, path] = [request.method ?? "", request.url ?? ""];
      const isJson = body.length > 0 && request.headers["content-type"]?.startsWith("application/json");
      const fails = failing.findIndex((route) => `${method} ${path}`.startsWith(route));
      const verdict = menus.answer(method, path, isJson ? JSON.parse(body.toString()) : body);
      const [status, answer] = fails >= 0 ? ([500, { message: "fault" }] as const) : (verdict ?? [404, {}]);
      if (fails >= 0) failing.splice(fails, 1);
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const apiUrl = `http://127.0.0.1:${Object(server.address()).port}`;
  close = () => server.close();
  parts = {
    api: createLineMenuApi({ channelAccessToken: "a-token", apiUrl, timeoutMs: 5000 }),
    pictures: { planMenu: (menu) => ({ ...drawing.planMenu(menu), draw }) },
  };
});

afterEach(() => close());

const shown = () => menus.menus.get(menus.defaultId ?? "");

describe("the menu below LINE's chats", () => {
  it("has six fields side by side that cover its picture, and asks what they say", async () => {
    expect(await installMenu("zh-TW", parts)).toBe("installed");
    const menu = shown();
    expect(menu?.areas.map(({ action }) => action)).toMatchObject([
      { label: "今日摘要", data: "ask=/digest", displayText: "今日摘要" },
      { label: "搜尋", inputOption: "openKeyboard" },
      { label: "訂閱", data: "ask=/subscribe" },
      { label: "熱門", data: "ask=/trending" },
      { label: "收藏", data: "ask=/saved" },
      { label: "設定", data: "ask=/settings" },
    ]);
    const area = menu?.areas.reduce((sum, { bounds }) => sum + bounds.width * bounds.height, 0) ?? 0;
    expect(area / (2500 * 1686)).toBeGreaterThan(0.999);
    expect(menu?.picture?.length).toBeGreaterThan(10_000);
  });

  it("is left as it is when it is as it should be, and another in its place when its language changes", async () => {
    await installMenu("zh-TW", parts);
    const before = menus.defaultId;
    expect(await installMenu("zh-TW", parts)).toBe("kept");
    expect(await keepMenuInStep(parts)).toBe("kept");
    expect([menus.defaultId, drawings]).toEqual([before, 1]);
    expect(await installMenu("ja", parts)).toBe("installed");
    expect([menus.menus.size, shown()?.chatBarText]).toEqual([1, "メニュー"]);
  });

  it("of an earlier version is replaced in its language, and where there is none, none is installed", async () => {
    expect(await keepMenuInStep(parts)).toBeNull();
    menus.addForeign("lede:ko:0123");
    expect(await keepMenuInStep(parts)).toBe("installed");
    expect([menus.menus.size, shown()?.chatBarText]).toEqual([1, "메뉴"]);
  });

  it("of somebody else stays, unless its replacement is asked for", async () => {
    const id = menus.addForeign("spring sale");
    expect(await installMenu("en", parts)).toBe("foreign");
    expect(await keepMenuInStep(parts)).toBeNull();
    expect([...menus.menus.keys()]).toEqual([id]);
    expect(await installMenu("en", parts, { replacesForeign: true })).toBe("installed");
    // It may be shown again some day.
    expect([menus.menus.has(id), shown()?.chatBarText]).toEqual([true, "Menu"]);
  });

  it.each(["POST /v2/bot/richmenu/", "POST /v2/bot/user/all/richmenu/", "DELETE /v2/bot/richmenu/"])(
    "goes on where %s failed, and leaves nothing over",
    async (route) => {
      await installMenu("zh-TW", parts);
      failing.push(route);
      await expect(installMenu("ja", parts)).rejects.toThrow("500");
      expect(shown()).toBeDefined();
      await installMenu("ja", parts);
      await installMenu("zh-TW", parts);
      expect([menus.menus.size, shown()?.chatBarText]).toEqual([1, "選單"]);
    },
  );

  it.each(locales)("can be drawn in %s within LINE's megabyte", async (locale) => {
    expect(await installMenu(locale, { ...parts, pictures: drawing })).toBe("installed");
  });
});
