// A process of its own: an SVG comes in on standard input, a PNG goes out on standard output. Offline: resvg draws with the fonts in this folder.
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { fontFamily } from "./svg-text.ts";

// Scripts that the fonts hold; Common and Inherited are signs that belong to none.
const atHome =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Bopomofo}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

const svg = await text(process.stdin);
const picture = new Resvg(svg, {
  font: {
    fontFiles: ["noto-sans-cjk-tc.otf", "noto-sans-thai.ttf"].map((file) =>
      fileURLToPath(new URL(`font/${file}`, import.meta.url)),
    ),
    // Other scripts are drawn with the machine's fonts, where it has any; reading them takes a moment.
    loadSystemFonts: !atHome.test(svg),
    defaultFontFamily: fontFamily,
  },
});
process.stdout.write(picture.render().asPng());
