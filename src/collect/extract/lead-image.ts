// The picture that stands for an article.
import { elementsOf, type PageElement } from "./page-tree.ts";

// Counters, spacers, avatars and icons are images too.
const notPicture =
  /(?:^data:|\.svg(?:$|\?)|(?:^|[/_.-])(?:spacer|blank|pixel|1x1|transparent|placeholder|loading|avatars?|gravatar|icons?|logos?|emoji|smil(?:ey|ies)|badge|button|tracking)(?:[/_.-]|$))/i;
const smallestSide = 80;

/** The absolute address of the first picture inside that is large enough to be one; null when there is none. */
export function firstImage(root: PageElement, base: string | null): string | null {
  for (const element of elementsOf(root)) {
    if (element.tag !== "img" && element.tag !== "amp-img") continue;
    const address = isSmall(element) ? null : imageAddress(element, base);
    if (address !== null) return address;
  }
  return null;
}

// The picture above a text stands beside the text's box, or beside the box around that.
const levelsAround = 3;

/** The first picture inside, else the first one close around. */
export function imageNear(element: PageElement, base: string | null): string | null {
  let around: PageElement | null = element;
  for (let level = 0; around !== null && level <= levelsAround; level++) {
    const image = firstImage(around, base);
    if (image !== null) return image;
    around = around.parent;
  }
  return null;
}

/** `address` made absolute, when it is http or https; null when it is none. */
export function absoluteAddress(address: string | null | undefined, base: string | null): string | null {
  if (!address?.trim()) return null;
  const url = URL.parse(address.trim(), base ?? undefined);
  return url !== null && (url.protocol === "http:" || url.protocol === "https:") ? url.href : null;
}

const isSmall = ({ attributes }: PageElement): boolean =>
  [attributes.width, attributes.height].some(
    (side) => side !== undefined && /^\d+(?:px)?$/.test(side) && Number.parseInt(side, 10) < smallestSide,
  );

/** Lazy loading puts the address into other attributes and leaves a placeholder in `src`. */
function imageAddress({ attributes }: PageElement, base: string | null): string | null {
  const candidates = [
    attributes["data-src"],
    attributes["data-original"],
    attributes["data-lazy-src"],
    attributes.src,
    firstOfSet(attributes["data-srcset"] ?? attributes.srcset),
  ];
  const found = candidates.find((address) => address !== undefined && address !== "" && !notPicture.test(address));
  return absoluteAddress(found, base);
}

const firstOfSet = (set: string | undefined): string | undefined => set?.trim().split(/\s+/, 1)[0]?.replace(/,$/, "");
