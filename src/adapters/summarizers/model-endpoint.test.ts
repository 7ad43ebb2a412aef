import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answers, hangs, says, saysText } from "../../../test/fakes/model-endpoint.ts";
import { bridge, bridgeText, faithful, type ModelRig, openModelRig } from "../../../test/fakes/model-rig.ts";

let rig: ModelRig;
let rewritten: ModelRig["rewritten"];
let model: ModelRig["model"];

beforeEach(async () => {
  rig = await openModelRig();
  ({ rewritten, model } = rig);
});

afterEach(() => rig.endpoint.close());

describe("the endpoint", () => {
  it("is asked for the first model that it lists, unless one is named", async () => {
    rig.endpoint.behave(says(() => faithful));
    await rewritten();
    await rewritten(model({ model: "stone", apiKey: "key-1" }));
    expect(rig.endpoint.asked.map(({ model: name, authorization }) => [name, authorization])).toEqual([
      ["paper", undefined],
      ["stone", "Bearer key-1"],
    ]);
  });

  it("that knows no schemas is asked for JSON, and that knows no JSON for text; once known, it is not tried again", async () => {
    const understands = says(() => faithful);
    rig.endpoint.behave((asked, response) =>
      asked.form === "none" ? understands(asked, response) : answers(400)(asked, response),
    );
    const part = model();
    expect(await rewritten(part)).toMatchObject({ headline: faithful.headline });
    expect(await rewritten(part, { text: `${bridgeText}全線完工。` })).toMatchObject({ headline: faithful.headline });
    expect(rig.endpoint.asked.map(({ form }) => form)).toEqual(["json_schema", "json_object", "none", "none"]);
  });

  it("that does not answer in time costs that time once: the next edition does not wait", async () => {
    rig.endpoint.behave(hangs);
    const part = model({ timeoutMs: 2_000 });
    expect(await rewritten(part)).toBe("timeout");
    expect(await rewritten(part)).toBe("resting");
    expect(rig.endpoint.asked).toHaveLength(1);
    rig.clock.advance(60_000);
    rig.endpoint.behave(says(() => faithful));
    expect(await rewritten(part)).toMatchObject({ headline: faithful.headline });
  });

  it("that answers 429 is left alone for as long as it says", async () => {
    rig.endpoint.behave(answers(429, { "retry-after": "600" }));
    const part = model();
    expect(await rewritten(part)).toBe("rate-limit");
    rig.clock.advance(599_000);
    expect(await rewritten(part)).toBe("resting");
    rig.clock.advance(1_000);
    rig.endpoint.behave(says(() => faithful));
    expect(await rewritten(part)).toMatchObject({ headline: faithful.headline });
  });

  it.each([
    ["fault", answers(500)],
    ["fault", answers(503, {}, "<html>")],
    ["fault", answers(200, {}, "{}")],
    ["fault", answers(200, { "content-type": "text/html" }, "<p>welcome</p>")],
    ["refused", answers(401)],
    ["refused", answers(404)],
    ["fault", answers(302, { location: "http://127.0.0.1:1/" })],
    ["fault", saysText(() => "高".repeat(300_000))],
  ])("that fails counts as %s, and the extract is shown", async (reason, behaviour) => {
    rig.endpoint.behave(behaviour);
    expect(await rewritten()).toBe(reason);
  });

  it("that is not there counts as unreachable", async () => {
    const part = model();
    await rig.endpoint.close();
    expect(await rewritten(part)).toBe("unreachable");
  });

  it("is not asked when the desk is stopping", async () => {
    const stopSignal = AbortSignal.abort();
    const rewritings = await model().rewrite([bridge], {
      locale: "zh-TW",
      textsOf: async () => new Map([["bridge", bridgeText]]),
      stopSignal,
    });
    expect(rewritings[0]?.kept).toBe("stopped");
  });

  it("leaves neither its key nor an article in the log", async () => {
    rig.endpoint.behave(answers(401, {}, JSON.stringify({ error: { message: `bad key key-1 for ${bridgeText}` } })));
    await rewritten(model({ apiKey: "key-1" }));
    expect(rig.log.lines.join()).toContain("MODEL_API_KEY");
    expect(rig.log.lines.join()).not.toMatch(/key-1|新橋/);
  });

  it("is asked for four articles at a time", async () => {
    rig.endpoint.behave(says(() => faithful));
    const cards = Array.from({ length: 10 }, (_, index) => ({ ...bridge, articleId: String(index) }));
    const textsOf = async () => new Map(cards.map(({ articleId }) => [articleId, `${bridgeText}${articleId}`]));
    const rewritings = await model().rewrite(cards, { locale: "zh-TW", textsOf });
    expect(rewritings.map(({ card }) => card.articleId)).toEqual(cards.map(({ articleId }) => articleId));
    expect(rewritings.every(({ kept }) => kept === null)).toBe(true);
    expect(rig.endpoint.asked.map(({ articles }) => articles.length)).toEqual([4, 4, 2]);
  });
});

describe("the day's tokens", () => {
  it("are asked for an article and language once, whichever channel is next", async () => {
    rig.endpoint.behave(says(() => faithful));
    await rewritten();
    expect(await rewritten()).toMatchObject({ headline: faithful.headline });
    expect(rig.endpoint.asked).toHaveLength(1);
    await rewritten(model(), { locale: "zh-CN" });
    expect(rig.endpoint.asked).toHaveLength(2);
  });

  it("that are spent leave the extracts, over a restart too, until midnight in the desk's time zone", async () => {
    rig.endpoint.behave(says(() => faithful, 4500));
    const limit = { dailyTokens: 5000 };
    expect(await rewritten(model(limit))).toMatchObject({ headline: faithful.headline });
    expect(await rewritten(model(limit), { text: `${bridgeText}一` })).toBe("budget");
    expect(rig.endpoint.asked).toHaveLength(1);
    // Midnight in Taipei is 16:00 UTC.
    rig.clock.moveTo(Date.UTC(2023, 9, 25, 16));
    expect(await rewritten(model(limit), { text: `${bridgeText}一` })).toMatchObject({ headline: faithful.headline });
  });

  it("are estimated where the endpoint does not count them", async () => {
    rig.endpoint.behave(says(() => faithful, null));
    const part = model();
    await rewritten(part);
    expect((await part.check())?.day.tokens).toBeGreaterThan(400);
  });

  it("and what they brought are counted, with the reasons of what was kept", async () => {
    const part = model({ dailyTokens: 100_000 });
    rig.endpoint.behave(says(() => faithful));
    await rewritten(part);
    rig.endpoint.behave(says(() => ({ ...faithful, headline: "台南新橋今天通車" })));
    await rewritten(part, { text: `${bridgeText}一` });
    expect((await part.check())?.day).toEqual({ tokens: 1800, dailyTokens: 100_000, rewritten: 1, kept: { name: 1 } });
  });
});
