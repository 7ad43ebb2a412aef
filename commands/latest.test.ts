import { afterEach, beforeEach, expect, it } from "vitest";
import { type Chat, openChat } from "../test/fakes/chat.ts";

let chat: Chat;

beforeEach(async () => {
  chat = await openChat();
});

afterEach(() => chat.close());

it("latest can be asked of one source", async () => {
  await chat.archive("高雄推動智慧城市", "Ferry strike ends");
  const reply = await chat.ask("/latest island");
  expect(reply.cards.map(({ headline }) => headline)).toEqual(["Ferry strike ends"]);
  expect((await chat.ask("/latest island page:2")).text).toContain("nothing on this page");
  expect((await chat.ask("/latest Reuters")).text).toContain("港都日報, Island Times");
});
