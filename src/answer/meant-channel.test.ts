import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleEntry } from "../../test/fakes/articles.ts";
import { type Chat, hourMs, noon, openChat, owner } from "../../test/fakes/chat.ts";
import type { Channel } from "../records/channel.ts";
import type { Asker } from "../records/question.ts";

let chat: Chat;
beforeEach(async () => {
  chat = await openChat();
  await chat.store.archive([
    articleEntry({ headline: "高雄輕軌延長", sourceId: "harbour", at: noon - hourMs, tags: ["高雄"] }),
  ]);
});
afterEach(() => chat.close());

const channel = (address: string): Channel => ({
  ...{ id: `discord:${address}`, platform: "discord", address, locale: "en", server: "5" },
});
const ask = (text: string, asker: Asker = owner) =>
  chat.answer({
    ...{ channel: channel("51"), form: "thread", parent: channel("50"), asker },
    ask: { form: "text", text },
  });
const askAbove = (text: string) => chat.answer({ channel: channel("50"), asker: owner, ask: { form: "text", text } });
const weights = async (address: string) =>
  (await chat.store.tagWeights(`discord:${address}`, 0)).map(({ tag, weight }) => [tag, weight]);

describe("a thread or a forum's post of a channel that is subscribed", () => {
  beforeEach(() => askAbove("/subscribe 高雄 hourly"));

  it("lists, changes and ends what its channel has", async () => {
    expect((await ask("/subscriptions")).fields[0]?.name).toContain("高雄");
    expect((await ask("/subscribe edit:1")).title).toBe("Change a subscription");
    expect((await ask("/unsubscribe 1")).title).toBe("Subscription ended");
    expect(await chat.store.subscriptionsOf("discord:50")).toEqual([]);
  });

  it("takes a vote for its channel's digests, tells it in the settings and lets it be undone", async () => {
    await ask("/more 高雄輕軌延長");
    expect([await weights("50"), await weights("51")]).toEqual([[["高雄", 1]], []]);
    expect((await ask("/settings")).fields.some(({ value }) => value.includes("#高雄"))).toBe(true);
    await ask("/settings votes off");
    expect(await weights("50")).toEqual([]);
  });

  it("changes its channel's settings, and is answered as that channel has it", async () => {
    await ask("/settings timezone Europe/London");
    const settings = await chat.store.channelSettings(["discord:50", "discord:51"]);
    expect([...settings.keys()]).toEqual(["discord:50"]);
    expect((await ask("/subscribe")).fields.find(({ name }) => name === "When")?.value).toContain("Europe/London");
  });

  it("is judged by its channel's subscriptions when asked why", async () => {
    expect((await ask("/why 高雄輕軌延長")).footer).toBe("");
  });

  it("changes nothing for who may not manage the place where it was asked", async () => {
    await ask("/unsubscribe 1", { ...owner, mayManage: false });
    expect(await chat.store.subscriptionsOf("discord:50")).toHaveLength(1);
  });
});

it("a thread with subscriptions or settings of its own has its own", async () => {
  await ask("/subscribe 高雄 hourly");
  await askAbove("/subscribe all daily");
  expect((await ask("/subscriptions")).fields.map(({ name }) => name)).toEqual(["1. 高雄"]);
  await ask("/settings look compact");
  await ask("/unsubscribe 1");
  expect((await ask("/subscriptions")).fields).toEqual([]);
  await ask("/settings look off");
  expect((await ask("/subscriptions")).fields).toHaveLength(1);
});

it("a thread of a channel that gets nothing stands for itself", async () => {
  await ask("/settings look compact");
  expect([...(await chat.store.channelSettings(["discord:50", "discord:51"])).keys()]).toEqual(["discord:51"]);
});
