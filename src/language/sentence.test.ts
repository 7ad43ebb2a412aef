import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clauseEnds, sentenceSpans } from "./sentence.ts";

const whole = (text: string) => ({ start: 0, end: text.length });
const sentences = (text: string) => sentenceSpans(text, whole(text)).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it("end at Chinese, Japanese and Korean full stops", () => {
    expect(sentences("橋通車了。車很多！真的嗎？！")).toEqual(["橋通車了。", "車很多！", "真的嗎？！"]);
    expect(sentences("橋が開通した。車が多い。")).toEqual(["橋が開通した。", "車が多い。"]);
    expect(sentences("다리가 개통됐다. 차가 많다.")).toEqual(["다리가 개통됐다.", "차가 많다."]);
  });

  it("never end inside quotation marks or brackets", () => {
    expect(sentences("他說：「我不知道。你呢？」記者再問。")).toEqual(["他說：「我不知道。你呢？」記者再問。"]);
    expect(sentences("The deal (signed in May. Then voided.) is off. It is.")).toEqual([
      "The deal (signed in May. Then voided.) is off.",
      "It is.",
    ]);
  });

  it("keep the closing quotation mark, and the speaker behind it", () => {
    expect(sentences("“我们不会放弃。”他说。随后离开。")).toEqual(["“我们不会放弃。”他说。", "随后离开。"]);
    expect(sentences('"We lost." She left. "Why?" she asked.')).toEqual([
      '"We lost."',
      "She left.",
      '"Why?" she asked.',
    ]);
  });

  it("do not end after abbreviations, initials and decimal points", () => {
    const text = "Mr. J. K. Lee of the U.S. Army paid $3.5 million at 5 p.m. on Friday. The case is closed.";
    expect(sentences(text)).toEqual([
      "Mr. J. K. Lee of the U.S. Army paid $3.5 million at 5 p.m. on Friday.",
      "The case is closed.",
    ]);
    expect(sentences("Er kam am 3. Oktober an. Dann ging er.")).toEqual(["Er kam am 3. Oktober an.", "Dann ging er."]);
  });

  it("survive a quotation mark that is never closed", () => {
    expect(sentences("他說「不行。車來了。")).toEqual(["他說「不行。", "車來了。"]);
  });

  it.each(["「（[", "」", "！？", "。」", "a. ", "”", "."])(
    "are found in a text of nothing but %j, however long",
    (part) => {
      const text = `${part.repeat(300_000 / part.length)}，`;
      expect(sentences(text).join("").length).toBeGreaterThan(0);
    },
  );

  it("are all of the text but white space, in order, for any text", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z 。．.！？!?「」（）()"“”’，,\n山川 ]{0,60}$/u), (text) => {
        const spans = sentenceSpans(text, whole(text));
        expect(
          spans
            .map(({ start, end }) => text.slice(start, end))
            .join("")
            .replaceAll(/\s/g, ""),
        ).toBe(text.replaceAll(/\s/g, ""));
      }),
    );
  });
});

describe("clauses", () => {
  const cut = (text: string) => clauseEnds(text, whole(text)).map((end) => text.slice(0, end));

  it("end at commas outside quotation marks, not inside numbers", () => {
    expect(cut("他說「好，走吧」，然後離開；沒有回頭。")).toEqual([
      "他說「好，走吧」，",
      "他說「好，走吧」，然後離開；",
    ]);
    expect(cut("It cost 1,000 dollars, officials said.")).toEqual(["It cost 1,000 dollars,"]);
  });

  it("end before an English conjunction", () => {
    expect(cut("The bridge opened on Monday and traffic was heavy.")).toEqual(["The bridge opened on Monday"]);
  });
});
