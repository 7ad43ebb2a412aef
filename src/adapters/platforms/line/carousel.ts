// Bubbles side by side: as many as LINE takes.
import type { messagingApi } from "@line/bot-sdk";
import { byteLength, flexBytes } from "./flex.ts";

/** LINE Messaging API reference, "Carousel". */
const bubbleLimit = 12;

/**
 * The stories' bubbles that fit beside what closes the carousel, which is asked for each number of stories shown: those that do not fit go,
 * the last first. May be empty.
 */
export function fitCarousel(
  stories: readonly messagingApi.FlexBubble[],
  closingFor: (shown: number) => readonly messagingApi.FlexBubble[],
): readonly messagingApi.FlexBubble[] {
  const sizes = stories.map(byteLength);
  for (let shown = Math.min(stories.length, bubbleLimit); shown > 0; shown--) {
    const closing = closingFor(shown);
    const bytes = sizes.slice(0, shown).reduce((sum, size) => sum + size + 1, byteLength(closing) + frameBytes);
    if (shown + closing.length <= bubbleLimit && bytes <= flexBytes.carousel)
      return [...stories.slice(0, shown), ...closing];
  }
  return closingFor(0);
}

/** `{"type":"carousel","contents":[…]}`, generously. */
const frameBytes = 100;

export const carouselOf = (bubbles: readonly messagingApi.FlexBubble[]): messagingApi.FlexCarousel => ({
  type: "carousel",
  contents: [...bubbles],
});
