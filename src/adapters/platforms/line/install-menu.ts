// Puts the desk's menu below its chats and keeps it as it should be. What somebody else made there is left alone.
import type { Pictures } from "../../../ports/pictures.ts";
import type { Locale } from "../../../records/channel.ts";
import { LedeError } from "../../../records/errors.ts";
import { localeOfMenu, menuPicture, richMenu } from "./menu.ts";
import type { LineMenuApi } from "./menu-api.ts";

export interface MenuParts {
  readonly api: LineMenuApi;
  readonly pictures: Pick<Pictures, "planMenu">;
}

/** `foreign`: somebody else's menu is there, and nothing was changed. */
export type MenuOutcome = "installed" | "kept" | "foreign";

/** Installs the menu in a language, in place of an older one of the desk, or of anybody's if told to. Throws LineCallError, and LedeError `menu-picture`. */
export async function installMenu(
  locale: Locale,
  { api, pictures }: MenuParts,
  { replacesForeign = false } = {},
): Promise<MenuOutcome> {
  const menus = await api.listMenus();
  const shownId = await api.defaultMenuId();
  const shown = menus.find(({ id }) => id === shownId);
  // One made in LINE's Official Account Manager is not in the list of the API.
  const isForeign = shownId !== null && (shown === undefined || localeOfMenu(shown.name) === null);
  if (isForeign && !replacesForeign) return "foreign";
  const picture = pictures.planMenu(menuPicture(locale));
  const menu = richMenu(locale, picture);
  // The name tells what the picture shows: one that LINE has is not drawn again.
  if (shown?.name === menu.name) return "kept";
  const png = await picture.draw();
  if (png === null) throw new LedeError("menu-picture", "The menu's picture could not be drawn; the log says why");
  const id = await api.createMenu(menu);
  await api.setPicture(id, png);
  await api.setDefault(id);
  // Last, so that whatever fails before, a menu stays; those that a failure left over go with the old one.
  for (const old of menus) if (localeOfMenu(old.name) !== null) await api.deleteMenu(old.id);
  return "installed";
}

/** Replaces a menu that an earlier version of the desk installed, in its language; does nothing where there is none. Throws as `installMenu`. */
export async function keepMenuInStep(parts: MenuParts): Promise<MenuOutcome | null> {
  const [menus, shownId] = [await parts.api.listMenus(), await parts.api.defaultMenuId()];
  const shown = menus.find(({ id }) => id === shownId);
  const locale = shown === undefined ? null : localeOfMenu(shown.name);
  return locale === null ? null : await installMenu(locale, parts);
}
