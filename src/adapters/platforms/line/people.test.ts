import { expect, it } from "vitest";
import { unsetChannel } from "../../../records/channel-settings.ts";
import type { LineProfile, LineSource } from "./api.ts";
import { findPerson, type SettingsOf } from "./people.ts";

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const nobody: LineProfile = { name: "", language: null };

async function localeIn(timeZone: string, profile: LineProfile, settingsOf?: SettingsOf) {
  const source: LineSource = { kind: "group", address: "C1", userId: "U1" };
  const cache = { get: async () => undefined, set: async () => undefined, add: async () => true };
  const person = await findPerson(source, {
    api: { profileOf: async () => profile },
    cache,
    log,
    timeZone,
    settingsOf,
  });
  return person.locale;
}

it("a user is answered in the language of the profile", async () => {
  expect(await localeIn("Asia/Taipei", { name: "Ann", language: "ko" })).toBe("ko");
  expect(await localeIn("Asia/Tokyo", { name: "Ann", language: "zh-Hans" })).toBe("zh-CN");
});

it("a group, which tells no language, is answered in that of the desk's own place", async () => {
  expect(await localeIn("Asia/Tokyo", { name: "Ann", language: null })).toBe("ja");
  expect(await localeIn("Asia/Taipei", { name: "Ann", language: null })).toBe("zh-TW");
  expect(await localeIn("Europe/Berlin", { name: "Ann", language: null })).toBe("zh-TW");
});

it("a chat is answered as was set for it, whoever asks", async () => {
  const settings = { ...unsetChannel, locale: "th" } as const;
  const settingsOf: SettingsOf = async (id) => (id === "line:C1" ? settings : unsetChannel);
  expect(await localeIn("Asia/Tokyo", nobody, settingsOf)).toBe("th");
  expect(await localeIn("Asia/Tokyo", { name: "Ann", language: "ko" }, settingsOf)).toBe("th");
  expect(await localeIn("Asia/Taipei", nobody, async () => ({ locale: null, timeZone: "Asia/Seoul" }))).toBe("ko");
});
