import { afterEach, beforeEach, expect, it } from "vitest";
import { type Chat, hourMs, noon, openChat } from "../../test/fakes/chat.ts";

let chat: Chat;

beforeEach(async () => {
  chat = await openChat();
});

afterEach(() => chat.close());

it.each([
  ["en", "/sources pause island", "/sources resume island", /Paused/, /paused since .*12:00 by 小明/, /Resumed/],
  ["zh-TW", "/來源 停止 Island Times", "/來源 恢復 island", /已暫停/, /12:00 由 小明 暫停/, /已恢復/],
  ["zh-CN", "/来源 暂停Island Times", "/来源 恢复 island", /已暂停/, /12:00 由 小明 暂停/, /已恢复/],
  ["ja", "/配信元 一時停止 island", "/配信元 再開 island", /一時停止しました/, /12:00 から一時停止中/, /再開しました/],
  ["ko", "/출처 일시중지 island", "/출처 재개 island", /일시중지했습니다/, /12:00부터 일시중지됨/, /다시 시작했습니다/],
] as const)(
  "in %s a source is paused, the list says since when and by whom, and a button resumes it",
  async (...row) => {
    const [locale, pause, resume, paused, listed, resumed] = row;
    const reply = await chat.ask(pause, { locale });
    expect(reply).toMatchObject({ title: expect.stringMatching(paused), isPrivate: false });
    expect((await chat.ask("/sources", { locale })).fields[1]?.value).toMatch(listed);
    expect(await chat.store.claimDueSources(new Set(["island"]), noon, hourMs, 1)).toEqual([]);
    expect(reply.choices.map(({ text }) => text)).toEqual([resume]);
    expect((await chat.ask(resume, { locale })).title).toMatch(resumed);
    expect(await chat.store.claimDueSources(new Set(["island"]), noon, hourMs, 1)).toHaveLength(1);
  },
);

it("pausing twice and resuming what is not paused changes nothing, and says so to the asker alone", async () => {
  await chat.ask("/sources pause island");
  chat.clock.advance(hourMs);
  const again = await chat.ask("/sources pause island");
  expect(again).toMatchObject({ title: "Island Times is paused already", isPrivate: true });
  expect(again.text).toContain("12:00 by 小明");
  expect(await chat.ask("/sources resume harbour")).toMatchObject({
    title: "港都日報 is not paused",
    isPrivate: true,
  });
});
