// One place to post, on any platform.

export const platformNames = ["discord", "line", "web"] as const;
export type PlatformName = (typeof platformNames)[number];

/** The languages that the product speaks. Every text a user sees exists in each of them. */
export const locales = ["en", "zh-TW", "zh-CN", "ja", "ko", "th"] as const;
export type Locale = (typeof locales)[number];

/** A text in every language that the product offers. */
export type Localized<Text = string> = Readonly<Record<Locale, Text>>;

/** `address` is the platform's own identifier: a Discord channel, a LINE user, group or room, a web room's name. */
export interface Channel {
  /** `<platform>:<address>`: unique over all platforms. */
  readonly id: string;
  readonly platform: PlatformName;
  readonly address: string;
  readonly locale: Locale;
  /**
   * The server that it belongs to, where the platform has servers and the bot is a member: they take turns when much is due at one time.
   * Left out of a direct message, and of a server where somebody took the bot along.
   */
  readonly server?: string;
}
