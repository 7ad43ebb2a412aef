// What is known of a one-on-one chat, in a line or two.
import { lookOn } from "../../src/language/look.ts";
import { shortTime } from "../../src/language/phrases.ts";
import { describeQuietHours } from "../../src/language/quiet-hours.ts";
import type { ChatRecord } from "../../src/ports/privacy-store.ts";
import type { Channel, Locale } from "../../src/records/channel.ts";
import type { ChannelSettings } from "../../src/records/channel-settings.ts";
import type { Field } from "../../src/records/reply.ts";
import { settingsWords } from "../settings/words.ts";
import { wordsOf } from "./words.ts";

/** `timeZone`: the desk's own, for where the chat has set none. Nothing for a chat of which nothing is known. */
export function chatFields(
  chat: ChatRecord | null,
  { platform, locale }: Pick<Channel, "platform" | "locale">,
  timeZone: string,
): readonly Field[] {
  if (chat === null) return [];
  const words = wordsOf[locale];
  const { editions, stories, latestAt } = chat.sent;
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  const set = settingsSet(chat.settings, platform, locale);
  return [
    { name: words.settings, value: set.length === 0 ? words.none : set.join(" · ") },
    ...(latestAt === null
      ? []
      : [
          {
            name: words.sent,
            value: words.sentWhat(number(editions), number(stories), shortTime(latestAt, timeZone, locale)),
          },
        ]),
  ];
}

function settingsSet(
  settings: ChannelSettings | null,
  platform: Channel["platform"],
  locale: Locale,
): readonly string[] {
  if (settings === null) return [];
  const { locale: language, timeZone, quietHours, look, template } = settings;
  const words = settingsWords[locale];
  const named = [
    [words.language, language && (new Intl.DisplayNames(locale, { type: "language" }).of(language) ?? language)],
    [words.timeZone, timeZone],
    [words.quiet, quietHours && describeQuietHours(quietHours)],
    [words.look, look && words.looks[lookOn(platform, look)].split(/[:：]/, 1)[0]],
    [words.line, template],
  ] as const;
  return named.flatMap(([name, value]) => (value ? [`${name} ${value}`] : []));
}
