// Coming and going over LINE: who is greeted, and which chats are reported as lost.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LineDesk, lineServers, openLineDesk } from "./line-desk.ts";

describe.each(lineServers)("coming and going on LINE, on %s", (_, startLine) => {
  let desk: LineDesk;

  beforeEach(async () => {
    desk = await openLineDesk(startLine);
  });

  afterEach(async () => {
    await desk.close();
    expect(desk.line.violations).toEqual([]);
  });

  it("whoever adds the bot is greeted in two lines, with commands to tap", async () => {
    await desk.receive(desk.line.event("follow", { follow: { isUnblocked: false } }));
    const [message] = desk.line.sent[0]?.messages ?? [];
    expect(message?.text?.split("\n")).toHaveLength(2);
    expect(message).toMatchObject({ quickReply: { items: [{ action: { label: "最新", text: "/最新" } }] } });
  });

  it("whoever lets the bot write again is greeted as well", async () => {
    await desk.receive(desk.line.event("follow", { follow: { isUnblocked: true } }));
    expect(desk.line.sent).toHaveLength(1);
  });

  it("a group that takes the bot in hears when it answers", async () => {
    await desk.receive(desk.line.event("join", {}, { type: "group", groupId: desk.newGroup(5) }));
    const [message] = desk.line.sent[0]?.messages ?? [];
    expect(message?.text).toContain("以 / 開頭");
    expect(message).toMatchObject({ quickReply: { items: [{ action: { label: "最新", text: "/最新" } }] } });
  });

  it("a chat that is lost is reported, and no more is said in it", async () => {
    const [userId, groupId] = [desk.line.hex("U"), desk.line.hex("C")];
    await desk.receive(desk.line.event("unfollow", {}, { type: "user", userId }));
    await desk.receive(desk.line.event("leave", {}, { type: "group", groupId }));
    expect(desk.gone).toEqual([`line:${userId}`, `line:${groupId}`]);
    expect(desk.line.sent).toEqual([]);
  });

  it("news of a parting that comes after the return is old: nothing is lost", async () => {
    const source = { type: "user", userId: desk.line.hex("U") };
    const [parting, coming] = [{ timestamp: Date.now() - 60_000 }, { timestamp: Date.now() }];
    await desk.receive(desk.line.event("follow", { follow: { isUnblocked: true }, ...coming }, source));
    await desk.receive(desk.line.event("unfollow", parting, source));
    expect(desk.gone).toEqual([]);
    await desk.receive(desk.line.event("unfollow", { timestamp: coming.timestamp + 1 }, source));
    expect(desk.gone).toEqual([`line:${source.userId}`]);
  });

  it("a webhook without events is a health check", async () => {
    await desk.receive();
    expect(desk.questions).toEqual([]);
  });

  it("a forged webhook is refused and nothing is done", async () => {
    expect((await desk.line.post(desk.webhook, [desk.line.text("大橋")], { badSignature: true })).status).toBe(401);
    await desk.finishWork();
    expect(desk.questions).toEqual([]);
  });
});
