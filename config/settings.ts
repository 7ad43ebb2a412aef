// Every setting once: its name, what it means, its default and its check. `.env.example` is made from this list.
import { z } from "zod";
import { databaseSecrets } from "../src/language/database-address.ts";
import { keepExpected, readKeep } from "../src/language/keep-text.ts";
import {
  quotaReserveExpected,
  quotaWeightsExpected,
  readQuotaReserve,
  readQuotaWeights,
} from "../src/language/quota-wishes.ts";
import { SettingsError } from "../src/records/errors.ts";
import type { Keep } from "../src/records/keep.ts";
import type { QuotaWishes } from "../src/records/quota.ts";

interface Setting<Value> {
  readonly meaning: string;
  /** As it would be written in `.env`; undefined: the setting is off until it is given. */
  readonly fallback?: string;
  /** Completes the sentence "NAME must be …". */
  readonly expected: string;
  readonly check: z.ZodType<Value, string>;
}

const setting = <Value>(spec: Setting<Value>): Setting<Value> => spec;

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const text = z.string();
const httpUrl = z.url({ protocol: /^https?$/ });
// A token is sent in a header: white space or control characters in it are a slip of the clipboard.
const token = text.regex(/^[\x21-\x7e]+$/);
const apiUrl = (platform: string) =>
  setting({
    meaning: `Another server that speaks the ${platform} API, for tests and proxies. Leave empty for ${platform} itself.`,
    expected: "an http:// or https:// address",
    check: httpUrl,
  });

const settings = {
  DATABASE_URL: setting({
    meaning:
      "The archive. A SQLite file, which is created when it is not there; or a database on PostgreSQL 15 or later, which must be there.",
    fallback: "sqlite:data/lede.db",
    expected: "sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME, such as sqlite:data/lede.db",
    check: text.regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)/),
  }),
  SOURCES_FILE: setting({
    meaning: "Where the list of sources stands.",
    fallback: "config/sources.yaml",
    expected: "the path of a YAML file",
    check: text.min(1),
  }),
  TAGS_FILE: setting({
    meaning: "Where the rules for tags stand: which are merged, which are blocked.",
    fallback: "config/tags.yaml",
    expected: "the path of a YAML file",
    check: text.min(1),
  }),
  DISCORD_TOKEN: setting({
    meaning: "The bot's token: https://discord.com/developers/applications, your application, Bot, Reset Token.",
    expected: "the token as Discord shows it, without spaces",
    check: token,
  }),
  DISCORD_PUBLIC_KEY: setting({
    meaning:
      "Commands and buttons then come over HTTP, to /discord/interactions, and no gateway is opened: the application's public key, from General Information. Leave empty for the gateway, which needs no public address.",
    expected: "64 hexadecimal digits",
    check: text.regex(/^[0-9a-f]{64}$/i),
  }),
  DISCORD_REQUESTS_PER_SECOND: setting({
    meaning:
      "How many requests a second the bot may make, over all workers, which share them. Discord allows 50 unless it has told you otherwise. 0: no limit here, for a proxy at DISCORD_API_URL that keeps it.",
    fallback: "50",
    expected: "a whole number from 0 to 10000",
    check: text
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((perSecond) => perSecond <= 10_000),
  }),
  DISCORD_API_URL: apiUrl("Discord"),
  LINE_CHANNEL_ACCESS_TOKEN: setting({
    meaning:
      "The channel's long-lived access token: https://developers.line.biz/console/, your channel, Messaging API. Needs LINE_CHANNEL_SECRET too.",
    expected: "the token as LINE shows it, without spaces",
    check: token,
  }),
  LINE_CHANNEL_SECRET: setting({
    meaning: "The channel's secret, which signs webhooks: the same console, Basic settings.",
    expected: "the secret as LINE shows it, without spaces",
    check: token,
  }),
  LINE_QUOTA_RESERVE: setting({
    meaning:
      "How many of the month's LINE messages the desk keeps back, for what you send yourself and for groups that grow: so many, or of a hundred.",
    fallback: "5%",
    expected: quotaReserveExpected,
    check: text.transform((written, { addIssue }): QuotaWishes["reserve"] => {
      const read = readQuotaReserve(written);
      if (read === null) addIssue({ code: "custom", message: quotaReserveExpected });
      return read ?? { messages: 0 };
    }),
  }),
  LINE_QUOTA_PRIORITIES: setting({
    meaning:
      "Chats that get more or less of a month's LINE messages than others when they are short: a chat's id as the log shows it, after line:, and its weight. With 2 it gets an edition on twice as many days. Leave empty for equal shares.",
    expected: quotaWeightsExpected,
    check: text.transform((written, { addIssue }): QuotaWishes["weights"] => {
      const read = readQuotaWeights(written);
      if (read === null) addIssue({ code: "custom", message: quotaWeightsExpected });
      return read ?? new Map();
    }),
  }),
  LINE_API_URL: apiUrl("LINE"),
  HTTP_HOST: setting({
    meaning:
      "The address to listen on, for the chat room and LINE's webhook. 0.0.0.0 opens the room to everyone who can reach this machine.",
    fallback: "127.0.0.1",
    expected: "an address or host name of this machine",
    check: text.regex(/^[\w.:-]+$/),
  }),
  HTTP_PORT: setting({
    meaning: "The port to listen on. 0 picks a free one.",
    fallback: "8787",
    expected: "a whole number from 0 to 65535",
    check: text
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535),
  }),
  PUBLIC_URL: setting({
    meaning:
      "Where the internet reaches this desk, through a proxy that ends TLS. Feeds that name a hub are then pushed here as they change (WebSub), and polled less; LINE shows charts, from /pictures/.",
    expected: "an https:// address, such as https://desk.example",
    check: z.url({ protocol: /^https$/ }),
  }),
  MODEL_URL: setting({
    meaning:
      "A language model that writes and translates what digests show: any OpenAI-compatible endpoint, such as Ollama's http://127.0.0.1:11434/v1. Leave empty for none: summaries are then taken from the article.",
    expected: "an http:// or https:// address without a name and password, as a rule ending in /v1",
    check: httpUrl.refine((url) => new URL(url).username === "" && new URL(url).password === ""),
  }),
  MODEL_NAME: setting({
    meaning: "Which of the endpoint's models. Leave empty for the first that it lists.",
    expected: "the model's name as the endpoint lists it, without spaces",
    check: token,
  }),
  MODEL_API_KEY: setting({
    meaning: "The endpoint's key, for those that want one.",
    expected: "the key as its provider shows it, without spaces",
    check: token,
  }),
  MODEL_DAILY_TOKENS: setting({
    meaning:
      "How many tokens the model may cost a day, by TIME_ZONE; then summaries are taken from the article. 0: no limit.",
    fallback: "500000",
    expected: "a whole number, such as 500000",
    check: text.regex(/^\d{1,12}$/).transform(Number),
  }),
  MODEL_TIMEOUT_SECONDS: setting({
    meaning: "How long a digest waits for the model before it goes out without.",
    fallback: "20",
    expected: "a whole number from 1 to 300",
    check: text
      .regex(/^\d{1,3}$/)
      .transform(Number)
      .refine((seconds) => seconds >= 1 && seconds <= 300),
  }),
  TIME_ZONE: setting({
    meaning: "The time zone of new subscriptions, an IANA name.",
    fallback: "Asia/Taipei",
    expected: "an IANA time zone, such as Asia/Taipei or Europe/London",
    check: text.refine(isTimeZone),
  }),
  ALLOW_PRIVATE_NETWORKS: setting({
    meaning:
      "true lets sources point at loopback and private addresses. Anyone who may edit the sources can then reach your network.",
    fallback: "false",
    expected: "true or false",
    check: z.enum(["true", "false"]).transform((value) => value === "true"),
  }),
  SOURCE_MANAGERS: setting({
    meaning:
      "Who may change the sources in a chat, which all channels share: people as discord:ID or line:ID, or whole Discord servers by theirs, with commas between. Managers of a server must be able to manage the channel too. Leave empty for whoever may manage a channel, on Discord in a server that the bot is a member of: a direct message is anybody's. The room on this machine always may.",
    expected: "identifiers such as discord:80351110224678912,line:U4af4980629, without spaces",
    check: text
      .regex(/^(?:(?:discord|line|web):[\w-]+)(?:,(?:discord|line|web):[\w-]+)*$/)
      .transform((listed): readonly string[] => listed.split(",")),
  }),
  KEEP: setting({
    meaning:
      "How much the archive keeps of each source that has no `keep` of its own, imported posts among them. What is older or beyond is removed once an hour; what was sent where is remembered.",
    fallback: "all",
    expected: keepExpected,
    check: text.transform((written, { addIssue }): Keep => {
      const read = readKeep(written);
      if (read === null) addIssue({ code: "custom", message: keepExpected });
      return read ?? { by: "nothing" };
    }),
  }),
  ROLE: setting({
    meaning:
      "What this process does of the desk, where several share one PostgreSQL. poll: read the sources; deliver: publish and send; web: the room, webhooks and Discord's questions.",
    fallback: "all",
    expected: "all, poll, deliver or web",
    check: z.enum(["all", "poll", "deliver", "web"]),
  }),
  LEASE_SECONDS: setting({
    meaning:
      "Several workers on one PostgreSQL: for how long one that was killed keeps its work from the others. A living one goes on renewing.",
    fallback: "60",
    expected: "a whole number from 3 to 600",
    check: text
      .regex(/^\d{1,3}$/)
      .transform(Number)
      .refine((seconds) => seconds >= 3 && seconds <= 600),
  }),
  LOG_LEVEL: setting({
    meaning: "How much the log tells: debug, info, warn, error or silent.",
    fallback: "info",
    expected: "debug, info, warn, error or silent",
    check: z.enum(["debug", "info", "warn", "error", "silent"]),
  }),
};

type SettingName = keyof typeof settings;
type ValueOf<Name extends SettingName> = (typeof settings)[Name] extends Setting<infer Value> ? Value : never;
type Defaulted =
  | "DATABASE_URL"
  | "SOURCES_FILE"
  | "TAGS_FILE"
  | "LINE_QUOTA_RESERVE"
  | "HTTP_HOST"
  | "HTTP_PORT"
  | "MODEL_DAILY_TOKENS"
  | "MODEL_TIMEOUT_SECONDS"
  | "TIME_ZONE"
  | "ALLOW_PRIVATE_NETWORKS"
  | "KEEP"
  | "ROLE"
  | "DISCORD_REQUESTS_PER_SECOND"
  | "LEASE_SECONDS"
  | "LOG_LEVEL";

/** Checked values by name; a platform whose secrets are not given is undefined. */
export type Settings = { readonly [Name in Defaulted]: ValueOf<Name> } & {
  readonly [Name in Exclude<SettingName, Defaulted>]: ValueOf<Name> | undefined;
};

const entries = Object.entries(settings) as [SettingName, Setting<unknown>][];

/** The settings from environment variables. An empty value counts as not given. Throws one SettingsError with every problem. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const values = entries.map(([name, { check, expected, fallback }]) => {
    const given = env[name]?.trim() || fallback;
    const result = given === undefined ? undefined : check.safeParse(given);
    if (result && !result.success) problems.push(`${name} must be ${expected}.`);
    return [name, result?.data];
  });
  problems.push(...pairProblems(env));
  if (problems.length > 0) throw new SettingsError(problems);
  return Object.fromEntries(values) as Settings;
}

// Half of LINE's pair is always a mistake: without the secret nobody could tell LINE's webhooks from forged ones. Discord's public
// key alone lets questions in, but nothing out.
const needs: readonly (readonly [given: SettingName, needed: SettingName])[] = [
  ["LINE_CHANNEL_SECRET", "LINE_CHANNEL_ACCESS_TOKEN"],
  ["LINE_CHANNEL_ACCESS_TOKEN", "LINE_CHANNEL_SECRET"],
  ["DISCORD_PUBLIC_KEY", "DISCORD_TOKEN"],
];

const pairProblems = (env: Readonly<Record<string, string | undefined>>): readonly string[] =>
  needs
    .filter(([given, needed]) => env[given]?.trim() && !env[needed]?.trim())
    .map(([given, needed]) => `${needed} must be given too, since ${given} is.`);

/** The text of `.env.example`: every setting, explained, with its default. */
export function envExample(): string {
  const head = "# Copy to .env and change what you need. Every setting may be left out.\n";
  const blocks = entries.map(([name, { meaning, expected, fallback }]) => {
    const value = fallback === undefined ? `# ${name}=` : `${name}=${fallback}`;
    return `\n# ${meaning}\n# Expected: ${expected}.\n${value}\n`;
  });
  return head + blocks.join("");
}

/** The values of the settings that must never be printed, as given. */
export function secretsOf(given: Settings): readonly string[] {
  const { DISCORD_TOKEN, LINE_CHANNEL_ACCESS_TOKEN, LINE_CHANNEL_SECRET, MODEL_API_KEY } = given;
  const tokens = [DISCORD_TOKEN, LINE_CHANNEL_ACCESS_TOKEN, LINE_CHANNEL_SECRET, MODEL_API_KEY];
  return [...tokens.filter((secret) => secret !== undefined), ...databaseSecrets(given.DATABASE_URL)];
}
