// What each setting of a channel may be, in the reader's words.
import { describeQuietHours, readQuietHours } from "../../src/language/quiet-hours.ts";
import type { CommandDesk, SuggestRequest } from "../../src/ports/command.ts";
import type { Suggestion } from "../../src/ports/platform.ts";
import { type Locale, locales } from "../../src/records/channel.ts";
import { type Look, looksOf } from "../../src/records/look.ts";
import { settingsWords } from "../settings/words.ts";

type Suggest = (request: SuggestRequest, desk: CommandDesk) => Promise<readonly Suggestion[]>;

/** Those with what was typed in them, or all where nothing has it: what was typed may be said otherwise. */
const suggestAmong =
  (all: (request: SuggestRequest) => readonly Suggestion[]): Suggest =>
  async (request) => {
    const typed = request.typed.toLowerCase();
    const offered = all(request);
    const fitting = offered.filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(typed));
    return fitting.length > 0 ? fitting : offered;
  };

const off = (label: string): Suggestion => ({ label, value: "off" });

export const suggestLook = suggestAmong(({ channel }) => {
  const looks: readonly Look[] = looksOf[channel.platform];
  return looks.map((look) => ({ label: settingsWords[channel.locale].looks[look], value: look }));
});

/** Each by its own name: who looks for it reads it. */
export const suggestLanguage = suggestAmong(({ channel }) => [
  ...locales.map((locale) => ({ label: nameOf(locale), value: locale })),
  off(settingsWords[channel.locale].readersOwn),
]);

const nameOf = (locale: Locale): string => new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;

const usualHours = ["21:00-06:00", "22:00-07:00", "23:00-08:00", "00:00-08:00"];

export const suggestQuiet = suggestAmong(({ channel }) => [
  ...usualHours.map((value) => ({ label: describeQuietHours(readQuietHours(value)), value })),
  off(settingsWords[channel.locale].none),
]);

export const suggestVotes = suggestAmong(({ channel }) => [off(settingsWords[channel.locale].forgetTaste)]);
