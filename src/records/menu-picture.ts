// A menu of six fields as a picture: what stands in each, from left to right, the upper row first.

/** What a field is for, told by its sign. */
export const menuSigns = ["digest", "search", "subscribe", "trending", "saved", "settings"] as const;
export type MenuSign = (typeof menuSigns)[number];

export interface MenuPicture {
  readonly fields: readonly { readonly sign: MenuSign; readonly label: string }[];
}
