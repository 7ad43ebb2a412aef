import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { inviteAddress } from "./invite.ts";

it.each(["docs/discord.md", "docs/discord.zh-TW.md"])(
  "%s invites with what the bot needs, no less and no more",
  async (page) => {
    const text = await readFile(new URL(`../../../../${page}`, import.meta.url), "utf8");
    expect(text).toContain(inviteAddress("APPLICATION_ID"));
  },
);
