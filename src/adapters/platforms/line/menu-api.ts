// LINE's calls for the menu below a chat. All throw LineCallError.
import { messagingApi } from "@line/bot-sdk";
import { callWithin, type LineApiOptions, LineCallError } from "./api.ts";

interface ListedMenu {
  readonly id: string;
  readonly name: string;
}

export interface LineMenuApi {
  listMenus(): Promise<readonly ListedMenu[]>;
  /** Of the menu that everybody sees who has none of their own; null when there is none. */
  defaultMenuId(): Promise<string | null>;
  /** The new menu's id. Nobody sees it before it has its picture and is the default one. */
  createMenu(menu: messagingApi.RichMenuRequest): Promise<string>;
  setPicture(menuId: string, png: Uint8Array<ArrayBuffer>): Promise<void>;
  setDefault(menuId: string): Promise<void>;
  deleteMenu(menuId: string): Promise<void>;
}

/** Pictures go to a host of their own, but where another server stands for LINE's. */
export function createLineMenuApi({ channelAccessToken, apiUrl, timeoutMs }: LineApiOptions): LineMenuApi {
  const options = { channelAccessToken, ...(apiUrl && { baseURL: apiUrl }) };
  const client = new messagingApi.MessagingApiClient(options);
  const blobs = new messagingApi.MessagingApiBlobClient(options);
  const call = <Value>(answer: Promise<Value>) => callWithin(answer, timeoutMs);
  return {
    listMenus: async () =>
      (await call(client.getRichMenuList())).richmenus.map(({ richMenuId, name }) => ({ id: richMenuId, name })),
    defaultMenuId: async () => {
      try {
        return (await call(client.getDefaultRichMenuId())).richMenuId;
      } catch (error) {
        if (error instanceof LineCallError && error.status === 404) return null;
        throw error;
      }
    },
    createMenu: async (menu) => (await call(client.createRichMenu(menu))).richMenuId,
    setPicture: async (menuId, png) =>
      void (await call(blobs.setRichMenuImage(menuId, new Blob([png], { type: "image/png" })))),
    setDefault: async (menuId) => void (await call(client.setDefaultRichMenu(menuId))),
    deleteMenu: async (menuId) => void (await call(client.deleteRichMenu(menuId))),
  };
}
