// /settings: how this channel wants its digests, and what its readers asked for more and less of.
import { lookOn } from "../src/language/look.ts";
import { describeQuietHours } from "../src/language/quiet-hours.ts";
import { reply } from "../src/language/reply.ts";
import { settingsIdsOf, shownSettings } from "../src/language/server-settings.ts";
import type { Command, CommandDesk, CommandRequest } from "../src/ports/command.ts";
import type { TagWeight } from "../src/ports/reader-store.ts";
import type { Locale, PlatformName } from "../src/records/channel.ts";
import { type ChannelSettings, unsetChannel } from "../src/records/channel-settings.ts";
import { type Look, looksOf } from "../src/records/look.ts";
import type { Field, Reply } from "../src/records/reply.ts";
import { settingsOptions } from "./settings/options.ts";
import { changeSettings, readSettingsText } from "./settings/read.ts";
import { changeServerLine } from "./settings/server-line.ts";
import { settingsWords } from "./settings/words.ts";

export const settings: Command = {
  name: "settings",
  names: { en: "settings", "zh-TW": "設定", "zh-CN": "设置", ja: "設定", ko: "설정", th: "ตั้งค่า" },
  aliases: ["config", "偏好設定", "偏好设置"],
  description: {
    en: "Language, time zone, quiet hours and look of this channel's digests",
    "zh-TW": "設定這裡摘要的語言、時區、勿擾時段與外觀",
    "zh-CN": "设置这里摘要的语言、时区、勿扰时段与外观",
    ja: "まとめの言語・タイムゾーン・おやすみ時間・見た目を設定します",
    ko: "요약의 언어, 시간대, 방해 금지 시간, 모양을 설정합니다",
    th: "ภาษา เขตเวลา ช่วงเวลางดส่ง และรูปแบบสรุปข่าวของห้องนี้",
  },
  example: {
    en: "/settings quiet 22:00-07:00",
    "zh-TW": "/設定 勿擾 22:00-07:00",
    "zh-CN": "/设置 勿扰 22:00-07:00",
    ja: "/設定 おやすみ 22:00-07:00",
    ko: "/설정 방해금지 22:00-07:00",
    th: "/ตั้งค่า งดส่ง 22:00-07:00",
  },
  options: settingsOptions,
  access: "managers",
  accessFor: (args) => (Object.keys(args).length === 0 ? "everyone" : "managers"),
  isMeantBy: ({ args }) => Object.keys(args).length > 0,
  readText: readSettingsText,
  run: runSettings,
};

// As digests are ordered by.
const votesCountMs = 90 * 24 * 3_600_000;
const tagsShown = 8;

async function runSettings(request: CommandRequest, desk: CommandDesk): Promise<Reply> {
  const { args, channel } = request;
  if (args.votes !== undefined) return forgetVotes(request, desk);
  if (args.serverline !== undefined) return changeServerLine(request, desk);
  const found = await desk.store.channelSettings(settingsIdsOf(channel));
  const before = found.get(channel.id) ?? unsetChannel;
  const isAsked = Object.keys(args).length === 0;
  const after = changeSettings(before, args, channel.platform);
  if (!isAsked) await desk.store.saveChannelSettings(channel.id, after);
  const locale = after.locale ?? channel.locale;
  const { template: line } = shownSettings(channel, new Map(found).set(channel.id, after));
  return showSettings(after, { request, locale, isAsked, line }, desk);
}

async function showSettings(
  settled: ChannelSettings,
  {
    request,
    locale,
    isAsked,
    line,
  }: {
    readonly request: CommandRequest;
    readonly locale: Locale;
    readonly isAsked: boolean;
    readonly line: string | null;
  },
  desk: CommandDesk,
): Promise<Reply> {
  const words = settingsWords[locale];
  const weights = await desk.store.tagWeights(request.channel.id, request.now - votesCountMs);
  const typed = `/${settings.names[locale]}`;
  const { platform } = request.channel;
  const otherLooks = looksOn(platform).filter((look) => look !== lookOn(platform, settled.look));
  return reply({
    title: isAsked ? words.title : `${words.saved} · ${words.title}`,
    fields: [
      ...lookFields(settled, line, platform, locale),
      ...settingFields(settled, locale, desk.timeZone),
      ...tasteField(weights, locale),
    ],
    choices: [
      ...(isAsked ? otherLooks : []).map((look) => ({
        label: words.looks[look].split(/[:：]/, 1)[0] ?? look,
        text: `${typed} look ${look}`,
      })),
      ...(weights.length > 0 ? [{ label: words.forgetTaste, text: `${typed} votes off` }] : []),
    ],
    footer: isAsked ? words.howTo : "",
    isPrivate: isAsked,
  });
}

const looksOn = (platform: PlatformName): readonly Look[] => looksOf[platform];

/** Nothing where a digest has one look only. `line`: the channel's, or else its server's. */
function lookFields(
  { look, template }: ChannelSettings,
  line: string | null,
  platform: PlatformName,
  locale: Locale,
): readonly Field[] {
  if (looksOn(platform).length === 1) return [];
  const words = settingsWords[locale];
  const shown = words.looks[lookOn(platform, look)];
  const hasLine = line !== null && looksOn(platform).includes("compact");
  return [
    { name: words.look, value: look === null ? words.byDesk(shown) : shown },
    ...(hasLine ? [{ name: template === null ? words.serverLine : words.line, value: line }] : []),
  ];
}

function settingFields(
  { locale: language, timeZone, quietHours }: ChannelSettings,
  locale: Locale,
  deskZone: string,
): readonly Field[] {
  const words = settingsWords[locale];
  const nameOf = (tag: Locale) => new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
  return [
    { name: words.language, value: language === null ? words.readersOwn : nameOf(language) },
    { name: words.timeZone, value: timeZone ?? words.byDesk(deskZone) },
    { name: words.quiet, value: quietHours === null ? words.none : describeQuietHours(quietHours) },
  ];
}

function tasteField(weights: readonly TagWeight[], locale: Locale): readonly Field[] {
  if (weights.length === 0) return [];
  const words = settingsWords[locale];
  const listed = (some: readonly TagWeight[]) =>
    some
      .slice(0, tagsShown)
      .map(({ tag }) => `#${tag}`)
      .join(words.joint);
  const more = listed(weights.filter(({ weight }) => weight > 0));
  const less = listed(weights.filter(({ weight }) => weight < 0));
  const lines = [more && words.moreOf(more), less && words.lessOf(less)].filter(Boolean);
  return [{ name: words.taste, value: lines.join("\n") }];
}

async function forgetVotes({ channel }: CommandRequest, { store }: CommandDesk): Promise<Reply> {
  const votes = await store.dropVotes(channel.id);
  return reply({
    title: settingsWords[channel.locale].saved,
    text: settingsWords[channel.locale].tasteForgotten(votes),
  });
}
