// Who asks, and in which language and time a chat is answered: as it was set for the chat, or from LINE's profiles, remembered for a day.
import { localeOf } from "../../../language/locale.ts";
import { type Cache, keysOf } from "../../../ports/cache.ts";
import type { Log } from "../../../ports/log.ts";
import type { Locale } from "../../../records/channel.ts";
import { type ChannelSettings, unsetChannel } from "../../../records/channel-settings.ts";
import { type LineApi, LineCallError, type LineProfile, type LineSource } from "./api.ts";
import { plainLine } from "./plain.ts";

const dayMs = 24 * 60 * 60_000;
/** Profiles can't be had of people who are no friends of the account: asking again at once is of no use. */
const unknownMs = 10 * 60_000;

export interface Person {
  /** "" when LINE does not tell. */
  readonly name: string;
  readonly locale: Locale;
  /** IANA name. */
  readonly timeZone: string;
}

/** How the chat is to be spoken to, by the channel's id; null as the desk has it. */
export type SettingsOf = (channelId: string) => Promise<Pick<ChannelSettings, "locale" | "timeZone">>;

export interface PeopleOptions {
  readonly api: Pick<LineApi, "profileOf">;
  readonly cache: Cache;
  readonly log: Log;
  /** The desk's own: a group tells no language, but its readers are most likely where the desk is. */
  readonly timeZone: string;
  /** Left out: nothing was set for any chat. */
  readonly settingsOf?: SettingsOf | undefined;
}

/** Looks a person up; a profile that can't be had is a person without a name. Throws what `settingsOf` does. */
export async function findPerson(source: LineSource, options: PeopleOptions): Promise<Person> {
  const { language, name } = await findProfile(source, options);
  const { locale, timeZone } = (await options.settingsOf?.(`line:${source.address}`)) ?? unsetChannel;
  const own = language === null ? localeOfZone(timeZone ?? options.timeZone) : localeOf(language);
  return { name: plainLine(name, 50), locale: locale ?? own, timeZone: timeZone ?? options.timeZone };
}

const localesByZone: Readonly<Record<string, Locale>> = {
  "Asia/Tokyo": "ja",
  "Asia/Seoul": "ko",
  "Asia/Bangkok": "th",
  "Asia/Shanghai": "zh-CN",
};

/** Traditional Chinese where the zone does not say otherwise: the desk's first sources are Taiwan's. */
export function localeOfZone(timeZone: string): Locale {
  return localesByZone[timeZone] ?? "zh-TW";
}

/** Where somebody's profile is remembered; groups show other ones than one-on-one chats. */
export const profileKey = ({ userId, address }: Pick<LineSource, "userId" | "address">): string =>
  `${keysOf(`line:${userId ?? address}`)}profile:${address}`;

async function findProfile(source: LineSource, { api, cache, log }: PeopleOptions): Promise<LineProfile> {
  const key = profileKey(source);
  const known = await cache.get<LineProfile>(key);
  if (known !== undefined) return known;
  try {
    const profile = await api.profileOf(source);
    await cache.set(key, profile, dayMs);
    return profile;
  } catch (error) {
    if (!(error instanceof LineCallError)) throw error;
    log.debug("LINE gave no profile", { reason: error.message });
    const nobody: LineProfile = { name: "", language: null };
    await cache.set(key, nobody, unknownMs);
    return nobody;
  }
}
