import { afterEach, beforeEach, expect, it } from "vitest";
import { type Chat, hourMs, noon, openChat } from "../test/fakes/chat.ts";

let chat: Chat;

beforeEach(async () => {
  chat = await openChat();
});

afterEach(() => chat.close());

it("sources tells how each one's last poll went, and keeps the operator's details out of the chat", async () => {
  const [state] = await chat.store.claimDueSources(["island"], noon, hourMs, 1);
  if (!state) throw new Error("the source must be due");
  const problem = "http://10.0.0.5/feed answered 503";
  await chat.store.finishPoll({ ...state, polledAt: noon, failures: 3, problem, dueAt: noon + hourMs });
  const reply = await chat.ask("/sources");
  expect(reply.fields.map(({ name }) => name)).toEqual(["港都日報 · harbour", "Island Times · island"]);
  expect(reply.fields[0]?.value).toBe("not read yet");
  expect(reply.fields[1]?.value).toMatch(/can't be read \(3 failures in a row\).*13:00/);
  expect(JSON.stringify(reply)).not.toContain("10.0.0.5");
});
