import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SettingsError } from "../src/records/errors.ts";
import { envExample, readSettings, secretsOf } from "./settings.ts";

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
};

it("an empty environment is a working desk on this machine only", () => {
  expect(readSettings({})).toMatchObject({
    DATABASE_URL: "sqlite:data/lede.db",
    HTTP_HOST: "127.0.0.1",
    HTTP_PORT: 8787,
    TIME_ZONE: "Asia/Taipei",
    ALLOW_PRIVATE_NETWORKS: false,
    DISCORD_TOKEN: undefined,
  });
});

it("all wrong values are refused at once, each by its name with what is expected", () => {
  const problems = problemsOf({
    HTTP_PORT: "99999",
    TIME_ZONE: "Taipei",
    ALLOW_PRIVATE_NETWORKS: "yes",
    LOG_LEVEL: "loud",
    DATABASE_URL: "mysql://x",
    LINE_API_URL: "ftp://x",
  });
  expect(problems).toHaveLength(6);
  expect(problems).toContain("TIME_ZONE must be an IANA time zone, such as Asia/Taipei or Europe/London.");
  expect(problems).toContain("HTTP_PORT must be a whole number from 0 to 65535.");
});

it("a public address that is not https is refused, for what hubs push there is signed but not hidden", () => {
  expect(problemsOf({ PUBLIC_URL: "http://desk.example" })).toEqual([
    "PUBLIC_URL must be an https:// address, such as https://desk.example.",
  ]);
  expect(problemsOf({ PUBLIC_URL: "https://desk.example/lede" })).toEqual([]);
});

it("a database on PostgreSQL may be named, and its password is a secret as a token is", () => {
  const settings = readSettings({ DATABASE_URL: "postgres://lede:hunter2@db.example/lede", DISCORD_TOKEN: "token" });
  expect(settings.DATABASE_URL).toBe("postgres://lede:hunter2@db.example/lede");
  expect(secretsOf(settings)).toEqual(["token", "hunter2"]);
});

it("half of LINE's pair of secrets is refused and the missing half is named", () => {
  expect(problemsOf({ LINE_CHANNEL_SECRET: "s" })).toEqual([
    "LINE_CHANNEL_ACCESS_TOKEN must be given too, since LINE_CHANNEL_SECRET is.",
  ]);
});

it("Discord's public key without a token is refused, for answers could not go out", () => {
  expect(problemsOf({ DISCORD_PUBLIC_KEY: "0f".repeat(32) })).toEqual([
    "DISCORD_TOKEN must be given too, since DISCORD_PUBLIC_KEY is.",
  ]);
  expect(problemsOf({ DISCORD_PUBLIC_KEY: "0f", DISCORD_TOKEN: "token" })).toEqual([
    "DISCORD_PUBLIC_KEY must be 64 hexadecimal digits.",
  ]);
});

it("a wrong secret is refused without being repeated", () => {
  expect(problemsOf({ DISCORD_TOKEN: "my secret" }).join()).not.toContain("my secret");
});

it(".env.example is what the settings say", () => {
  expect(readFileSync(new URL("../.env.example", import.meta.url), "utf8")).toBe(envExample());
});

it(".env.example as it stands is accepted", () => {
  const lines = envExample()
    .split("\n")
    .filter((line) => /^[A-Z_]+=/.test(line));
  expect(problemsOf(Object.fromEntries(lines.map((line) => line.split("=", 2))))).toEqual([]);
});
