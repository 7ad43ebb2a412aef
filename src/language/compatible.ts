// Text whose widths and compatibility characters are settled, as it may still be shown.

/** NFKC, but with Thai's ำ in one piece: apart, fonts set a tone mark in its place wrongly (น้ำ). */
export const compatible = (text: string): string => text.normalize("NFKC").replaceAll("\u0e4d\u0e32", "\u0e33");
