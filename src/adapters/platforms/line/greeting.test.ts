import { expect, it } from "vitest";
import { locales } from "../../../records/channel.ts";
import { greetingText } from "./greeting.ts";

it.each(locales)("the greetings in %s are two lines that fit a screen, and name the product", (locale) => {
  for (const chat of ["user", "group", "room"] as const) {
    const text = greetingText(chat, locale);
    expect(text.split("\n")).toHaveLength(2);
    expect(text).toContain("Lede");
    expect(text.length).toBeLessThan(250);
  }
});
