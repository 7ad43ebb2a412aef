import { expect, it } from "vitest";
import type { CommandDesk, CommandRequest } from "../../src/ports/command.ts";
import type { Channel } from "../../src/records/channel.ts";
import { refuseOthers } from "./permission.ts";

const discord: Channel = { id: "discord:7", platform: "discord", address: "7", locale: "en", server: "70" };
const direct: Channel = { id: "discord:8", platform: "discord", address: "8", locale: "en" };
const line: Channel = { id: "line:U1", platform: "line", address: "U1", locale: "en" };
const room: Channel = { id: "web:room", platform: "web", address: "room", locale: "en" };

/** Whether somebody may change the sources, where the operator named these. */
function mayChange(
  sourceManagers: readonly string[] | undefined,
  channel: Channel,
  id: string,
  mayManage = true,
): boolean {
  const request: CommandRequest = { channel, asker: { id, name: "", mayManage }, args: {}, now: 0 };
  try {
    refuseOthers(request, { sourceManagers } as CommandDesk);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: "not-source-manager" });
    return false;
  }
}

it.each([
  ["nobody is named: whoever may manage a channel", undefined, discord, "1", true],
  ["nobody is named, in a direct message, which anybody manages", undefined, direct, "1", false],
  ["nobody is named, on a platform that has no servers", undefined, line, "1", true],
  ["a person who is named, in a direct message", ["discord:1"], direct, "1", true],
  ["a person who is named", ["line:1", "discord:1"], discord, "1", true],
  ["a person of a server that is named", ["discord:70"], discord, "1", true],
  ["a person who is not named", ["discord:2"], discord, "1", false],
  ["a person whose id is another platform's", ["line:1"], discord, "1", false],
  ["the operator in the room", ["discord:2"], room, "room", true],
] as const)("%s: may change the sources, or not", (_, named, channel, id, may) => {
  expect(mayChange(named, channel, id)).toBe(may);
});

it("a room that is open to others is no operator's", () => {
  expect(mayChange(["discord:2"], room, "room", false)).toBe(false);
});
