// Questions over LINE, from the signed webhook to the reply.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../src/ports/platform.ts";
import type { Reply } from "../../src/records/reply.ts";
import { aChart, bluePixel } from "../fakes/pictures.ts";
import { type LineDesk, lineServers, openLineDesk, reply, serveWebhook } from "./line-desk.ts";

describe.each(lineServers)("questions over LINE, on %s", (_, startLine) => {
  let desk: LineDesk;

  beforeEach(async () => {
    desk = await openLineDesk(startLine);
  });

  afterEach(async () => {
    await desk.close();
    expect(desk.line.violations).toEqual([]);
    expect(desk.logged.join("\n")).not.toContain(desk.line.token);
    expect(desk.logged.join("\n")).not.toContain(desk.line.secret);
  });

  it("a text in a one-on-one chat is asked as it is and answered by reply, which costs nothing", async () => {
    const userId = desk.line.hex("U");
    await desk.receive(desk.line.text("港口 大橋", { type: "user", userId }));
    expect(desk.questions).toEqual([
      {
        channel: { id: `line:${userId}`, platform: "line", address: userId, locale: "zh-TW" },
        asker: { id: userId, name: expect.stringMatching(/./), mayManage: true },
        ask: { form: "text", text: "港口 大橋" },
      },
    ]);
    expect(desk.line.sent).toMatchObject([
      { kind: "reply", to: [userId], messages: [{ type: "text" }, { type: "flex" }] },
    ]);
    expect(desk.line.used).toBe(0);
  });

  it("a picture is linked where LINE can fetch it", async () => {
    const reachable = await openLineDesk(startLine, "https://desk.example/");
    reachable.answerWith({ ...reply, picture: aChart });
    await reachable.receive(reachable.line.text("/熱門"));
    const url = `https://desk.example/pictures/${bluePixel.id}.png`;
    expect(reachable.line.sent).toMatchObject([
      {
        messages: [
          { type: "text" },
          { type: "image", originalContentUrl: url, previewImageUrl: url },
          { type: "flex" },
        ],
      },
    ]);
    expect(reachable.line.violations).toEqual([]);
    await reachable.close();
  });

  it("without a public address a picture is left to its words", async () => {
    desk.answerWith({ ...reply, picture: aChart });
    await desk.receive(desk.line.text("/熱門"));
    expect(desk.line.sent).toMatchObject([{ messages: [{ type: "text" }, { type: "flex" }] }]);
  });

  it("a loading animation is shown while a one-on-one question is worked on", async () => {
    await desk.receive(desk.line.text("大橋"));
    const paths = desk.line.log.map(({ path }) => path);
    expect(paths.indexOf("/v2/bot/chat/loading/start")).toBeGreaterThan(-1);
    expect(paths.indexOf("/v2/bot/chat/loading/start")).toBeLessThan(paths.indexOf("/v2/bot/message/reply"));
  });

  it("a loading animation that fails keeps no answer back", async () => {
    desk.line.faults.push({ route: "POST /v2/bot/chat/loading/start", status: 500, times: 1 });
    await desk.receive(desk.line.text("大橋"));
    expect(desk.line.sent).toHaveLength(1);
  });

  it("a profile is asked for once, and a question goes on without one", async () => {
    const source = { type: "user", userId: desk.line.hex("U") };
    desk.line.faults.push({ route: "GET /v2/bot/profile/{userId}", status: 500, times: 1 });
    await desk.receive(desk.line.text("一", source));
    await desk.receive(desk.line.text("二", source));
    expect(desk.questions.map(({ asker, channel }) => [asker.name, channel.locale])).toEqual([
      ["", "zh-TW"],
      ["", "zh-TW"],
    ]);
    expect(desk.line.log.filter(({ path }) => path.startsWith("/v2/bot/profile/"))).toHaveLength(1);
  });

  it("in a group only lines that begin with a slash are asked, half or full width", async () => {
    const source = { type: "group", groupId: desk.newGroup(5), userId: desk.line.hex("U") };
    await desk.receive(
      desk.line.text("午餐吃什麼", source),
      desk.line.text("/最新", source),
      desk.line.text("／說明", source),
    );
    expect(desk.questions.map(({ ask }) => ask)).toEqual([
      { form: "text", text: "/最新" },
      { form: "text", text: "／說明" },
    ]);
    expect(desk.questions.map(({ channel }) => channel.id)).toEqual(Array(2).fill(`line:${source.groupId}`));
    expect(desk.questions.map(({ asker }) => asker.mayManage)).toEqual(["unknown", "unknown"]);
    expect(desk.line.sent).toHaveLength(2);
  });

  it("in a group a mention of the bot is asked without the mention", async () => {
    const source = { type: "group", groupId: desk.newGroup(5), userId: desk.line.hex("U") };
    const mentionees = [
      { index: 0, length: 5, type: "user", userId: desk.line.hex("U"), isSelf: true },
      { index: 9, length: 4, type: "user", userId: desk.line.hex("U"), isSelf: false },
    ];
    const message = { type: "text", id: "1", quoteToken: "q", text: "@Lede 大橋 @Ann", mention: { mentionees } };
    await desk.receive(desk.line.event("message", { message }, source));
    expect(desk.questions.map(({ ask }) => ask)).toEqual([{ form: "text", text: "大橋 @Ann" }]);
  });

  it("in a group the bot's name alone asks what it can do", async () => {
    const source = { type: "group", groupId: desk.newGroup(5), userId: desk.line.hex("U") };
    const mentionees = [{ index: 0, length: 5, type: "user", userId: desk.line.hex("U"), isSelf: true }];
    const message = { type: "text", id: "1", quoteToken: "q", text: "@Lede", mention: { mentionees } };
    await desk.receive(desk.line.event("message", { message }, source));
    expect(desk.questions.map(({ ask }) => ask)).toEqual([{ form: "text", text: "/" }]);
  });

  it("stickers and pictures are answered once in ten minutes, in one-on-one chats alone", async () => {
    const sticker = {
      type: "sticker",
      id: "1",
      quoteToken: "q",
      packageId: "1",
      stickerId: "1",
      stickerResourceType: "STATIC",
    };
    const user = { type: "user", userId: desk.line.hex("U") };
    const group = { type: "group", groupId: desk.newGroup(5), userId: user.userId };
    for (const source of [user, user, group])
      await desk.receive(desk.line.event("message", { message: sticker }, source));
    expect(desk.questions).toEqual([]);
    expect(desk.line.sent).toMatchObject([
      { to: [user.userId], messages: [{ text: expect.stringContaining("文字"), quickReply: {} }] },
    ]);
  });

  it.each(["你好", "Hi!", "こんにちは", "안녕하세요", "สวัสดีค่ะ", "謝謝～", "Thank you"])(
    "%s is answered in kind and not searched for, in one-on-one chats alone",
    async (text) => {
      const user = { type: "user", userId: desk.line.hex("U") };
      await desk.receive(desk.line.text(text, user));
      expect(desk.questions).toEqual([]);
      expect(desk.line.sent).toMatchObject([
        { messages: [{ text: expect.stringContaining("直接輸入"), quickReply: {} }] },
      ]);
      const group = { type: "group", groupId: desk.newGroup(5), userId: user.userId };
      await desk.receive(desk.line.text(text, group));
      expect(desk.line.sent).toHaveLength(1);
      await desk.receive(desk.line.text(`${text} 大橋`, user));
      expect(desk.questions).toHaveLength(1);
    },
  );

  it("a postback is waited for with a loading animation as well, in one-on-one chats alone", async () => {
    const group = { type: "group", groupId: desk.newGroup(5), userId: desk.line.hex("U") };
    await desk.receive(desk.line.event("postback", { postback: { data: "ask=/最新" } }, group));
    const loading = () => desk.line.log.filter(({ path }) => path === "/v2/bot/chat/loading/start");
    expect(loading()).toEqual([]);
    await desk.receive(desk.line.event("postback", { postback: { data: "ask=/最新" } }));
    expect(loading()).toHaveLength(1);
    // What waits for room in the month.
    await desk.receive(desk.line.event("postback", { postback: { data: "held" } }));
    expect(loading()).toHaveLength(2);
  });

  it("a postback asks what it carries", async () => {
    await desk.receive(desk.line.event("postback", { postback: { data: "ask=/最新 2" } }));
    await desk.receive(desk.line.event("postback", { postback: { data: "story=save:article-1" } }));
    await desk.receive(desk.line.event("postback", { postback: { data: "other=1" } }));
    expect(desk.questions.map(({ ask }) => ask)).toEqual([
      { form: "text", text: "/最新 2" },
      { form: "command", command: "save", args: { article: "article-1" } },
    ]);
  });

  it("an event that comes again is worked off once, at the same time or later", async () => {
    const event = desk.line.text("大橋");
    await Promise.all([desk.line.post(desk.webhook, [event]), desk.line.post(desk.webhook, [event])]);
    await desk.finishWork();
    await desk.line.post(desk.webhook, [event], { redelivery: true });
    await desk.finishWork();
    expect(desk.questions).toHaveLength(1);
    expect(desk.line.sent).toHaveLength(1);
  });

  it("an event that comes to two workers is worked off once, and so is its redelivery", async () => {
    const other = desk.withToken(desk.line.token);
    await other.start(desk.answer);
    const { webhook, closeWebhook } = await serveWebhook(other);
    const event = desk.line.text("大橋");
    const postTo = (address: string, redelivery = false) => desk.line.post(address, [event], { redelivery });
    await Promise.all([postTo(desk.webhook), postTo(webhook)]);
    await Promise.all([desk.finishWork(), other.stop()]);
    await other.start(desk.answer);
    await postTo(webhook, true);
    await other.stop();
    closeWebhook();
    expect(desk.questions).toHaveLength(1);
    expect(desk.line.sent).toHaveLength(1);
  });

  it("an answer that comes later than a reply token lasts is not sent", async () => {
    const slow: Answer = async () => {
      desk.clock.advance(61_000);
      return reply;
    };
    await desk.platform.start(slow);
    await desk.receive(desk.line.text("大橋"));
    expect(desk.line.sent).toEqual([]);
    expect(desk.logged.join("\n")).toContain("too late");
  });

  it("an answer that LINE refuses is a line in the log and costs no push", async () => {
    const first = desk.line.text("大橋");
    const replyToken = { replyToken: first.replyToken ?? "" };
    await desk.receive(first, { ...desk.line.text("港口"), ...replyToken });
    expect(desk.questions).toHaveLength(2);
    expect(desk.line.sent).toHaveLength(1);
    expect(desk.logged.join("\n")).toContain("Invalid reply token");
  });

  it("the webhook is answered before the question is, and stopping waits for the answer", async () => {
    const release = Promise.withResolvers<Reply>();
    await desk.platform.start(() => release.promise);
    expect((await desk.line.post(desk.webhook, [desk.line.text("大橋")])).status).toBe(200);
    expect(desk.line.sent).toEqual([]);
    const stopped = desk.platform.stop();
    release.resolve(reply);
    await stopped;
    expect(desk.line.sent).toHaveLength(1);
  });

  it("a question that waited longer than a reply token lasts is not worked", async () => {
    const [release, userId] = [Promise.withResolvers<Reply>(), desk.line.hex("U")];
    await desk.platform.start((question) => {
      void desk.answer(question);
      return release.promise;
    });
    const say = (text: string) => desk.line.post(desk.webhook, [desk.line.text(text, { type: "user", userId })]);
    await say("大橋");
    await say("港口");
    await expect.poll(() => desk.questions.length).toBe(1);
    desk.clock.advance(61_000);
    release.resolve(reply);
    await desk.platform.stop();
    expect(desk.questions).toHaveLength(1);
    expect(desk.logged.join("\n")).toContain("waited longer");
  });
});
