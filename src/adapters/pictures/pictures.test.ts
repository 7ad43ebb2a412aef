import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fakeClock } from "../../../test/fakes/clock.ts";
import { rememberingLog } from "../../../test/fakes/log.ts";
import { memoryCache } from "../../../test/fakes/memory-cache.ts";
import { aChart } from "../../../test/fakes/pictures.ts";
import type { BarChart } from "../../records/chart.ts";
import { chartSvg, chartWidth } from "./chart-svg.ts";
import { createPictures } from "./pictures.ts";

const withLabels = (...labels: readonly string[]): BarChart => ({
  ...aChart,
  bars: labels.map((label) => ({ label, value: 42, usual: 3, valueText: "42", usualText: "平常 3" })),
});

function open() {
  const clock = fakeClock(0);
  const log = rememberingLog();
  const cache = memoryCache(clock);
  return { clock, log, cache, pictures: createPictures({ cache, log }) };
}

const drawPng = async (chart: BarChart): Promise<Buffer> => {
  const picture = await open().pictures.draw(chart);
  return Buffer.from(picture?.png ?? []);
};

describe("a drawn chart", () => {
  it("is a PNG of the size that it says", async () => {
    const picture = await open().pictures.draw(aChart);
    const png = Buffer.from(picture?.png ?? []);
    expect(png.toString("latin1", 0, 8)).toBe("\x89PNG\r\n\x1a\n");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([picture?.width, picture?.height]);
    expect(picture?.width).toBe(chartWidth);
    expect(png.length).toBeLessThan(200_000);
  });

  it("shows characters of every script of the font, each its own", async () => {
    // A character that the font lacks is blank, as none is.
    const characters = ["", "颱", "风", "瑀", "ボ", "김", "ก", "ที่", "ộ", "Ё", "B"];
    const drawings = await Promise.all(characters.map((character) => drawPng(withLabels(character))));
    expect(new Set(drawings.map((drawing) => drawing.toString("base64"))).size).toBe(characters.length);
  });
});

describe("hostile tags", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "</text><script>",
      "]]>",
      "&#0;",
      "\u0000\u001b",
      "\ud800",
      "\u202e遍",
      "\uffff",
      '"><image href="file:///etc/passwd"/>',
    ),
    fc.constantFrom("字", "W", "👨‍👩‍👧‍👦", "e\u0301", "\u200b").map((unit) => unit.repeat(3000)),
  );

  it("stay text: no markup of theirs, nothing that XML forbids, and no longer than their place", () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 30 }), (labels) => {
        const svg = chartSvg({ ...withLabels(...labels), title: labels[0] ?? "", subtitle: labels[1] ?? "" });
        expect(svg.match(/<(?!\/?(svg|rect|text)[ >])/g)).toBeNull();
        expect(svg).toMatch(/^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
        expect(svg.length).toBeLessThan(25_000);
      }),
    );
  });

  it("are drawn", async () => {
    const labels = [
      "</text><script>",
      "\ud800\u0000\ufffe",
      "\u202e遍",
      "字".repeat(100_000),
      '"><image href="file:///etc/passwd"/>',
    ];
    expect((await drawPng(withLabels(...labels))).length).toBeGreaterThan(1000);
  });
});

describe("keeping pictures", () => {
  it("a picture is found by its id for a week, also by a desk that was started anew", async () => {
    const { pictures, cache, clock, log } = open();
    const drawn = await pictures.draw(aChart);
    const later = createPictures({ cache, log });
    expect(await later.find(drawn?.id ?? "")).toEqual(drawn);
    expect(await later.find("0".repeat(64))).toBeNull();
    clock.advance(7 * 86_400_000);
    expect(await later.find(drawn?.id ?? "")).toBeNull();
  });

  it("the same chart is the same picture, drawn once", async () => {
    const { pictures } = open();
    const [one, other] = await Promise.all([pictures.draw(aChart), pictures.draw(structuredClone(aChart))]);
    expect(one).toBe(other);
  });

  it("what could not be drawn is tried again", async () => {
    const { log, cache } = open();
    const [broken, whole] = [
      Promise.reject(new Error("no build for this machine")),
      Promise.resolve(new Uint8Array(8)),
    ];
    const tries = [broken, whole];
    const pictures = createPictures({ cache, log, render: () => tries.shift() ?? whole });
    expect(await pictures.draw(aChart)).toBeNull();
    expect(log.lines.join()).toContain("no build for this machine");
    expect(await pictures.draw(aChart)).toMatchObject({ png: new Uint8Array(8) });
  });

  it("a cache that fails leaves the words, and the log says why", async () => {
    const { log, cache } = open();
    const broken = { ...cache, set: () => Promise.reject(new Error("the disk is full")) };
    expect(await createPictures({ cache: broken, log }).draw(aChart)).toBeNull();
    expect(log.lines.join()).toContain("the disk is full");
  });
});
