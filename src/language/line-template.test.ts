import { expect, it } from "vitest";
import { UserError } from "../records/errors.ts";
import { placeholderNames } from "./line-placeholders.ts";
import { fillLine, type LinePart, parseLineTemplate } from "./line-template.ts";

const values = { headline: "H", link: "L", lede: "E", source: "S", time: "T", tags: "G", also: "A" };

function written(template: string, said: Partial<typeof values> = {}): string {
  const fill = (part: LinePart): string => {
    if (part.kind === "text") return part.text;
    return part.kind === "link" ? `[${part.parts.map(fill).join("")}](L)` : { ...values, ...said }[part.name];
  };
  return fillLine(parseLineTemplate(template), fill);
}

function refusal(template: string): UserError {
  try {
    parseLineTemplate(template);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error(`${template} was taken`);
}

it.each([
  ["{headline}", "H"],
  ["- [{headline}]({link}) · {source}", "- [H](L) · S"],
  ["- [{headline}](<{link}>)", "- [H](L)"],
  ["**{headline}** ({time}) {tags} {also} {lede} {link}", "**H** (T) G A E L"],
  ["[{source}: {headline}]({link})", "[S: H](L)"],
  ["[{headline}] {link}", "[H] L"],
  ["{ Headline }", "H"],
])("%s is written %s", (template, line) => {
  expect(written(template)).toBe(line);
});

it.each([
  ["- [{標題}]({連結}) · {來源} · {時間} {標籤} {其他來源} {導言}"],
  ["- [{标题}]({链接}) · {来源} · {时间} {标签} {其他来源} {导语}"],
  ["- [{見出し}]({リンク}) · {配信元} · {時刻} {タグ} {ほかの配信元} {要旨}"],
  ["- [{제목}]({링크}) · {출처} · {시각} {태그} {다른 출처} {요지}"],
  ["- [{標題}](<{link}>) · {출처} · {time} {タグ} {其他来源} {lede}"],
])("%s names its parts in other words", (template) => {
  expect(written(template)).toBe("- [H](L) · S · T G A E");
});

it("no two parts have one name in any language", () => {
  const owners = Object.entries(placeholderNames).flatMap(([part, names]) =>
    [...new Set(Object.values(names))].map((name) => [name, part] as const),
  );
  expect(new Set(owners.map(([name]) => name)).size).toBe(owners.length);
});

it.each([
  ["{headline} · {tags} · {source}", { tags: "" }, "H · S"],
  ["{tags} · {headline}", { tags: "" }, "H"],
  ["{headline} | {also}", { also: "" }, "H"],
])("%s leaves no separator where a story has nothing to part", (template, said, line) => {
  expect(written(template, said)).toBe(line);
});

it.each([
  ["{source}", "line-no-headline"],
  ["{headline} {nothing}", "line-unknown"],
  ["{headline} {", "line-unknown"],
  ["{headline", "line-unknown"],
  ["{headline} {標題}", "line-twice"],
  ["[{headline}]({link}) {連結}", "line-twice"],
  [`{headline}${"·".repeat(200)}`, "line-too-long"],
])("%s is refused: %s", (template, code) => {
  expect(refusal(template).code).toBe(code);
});

it("what is wrong is marked in its place, and told with names of the reader's language", () => {
  const { texts } = refusal("{標題} {{來原}");
  expect(texts["zh-TW"]).toContain("{連結}");
  expect(texts.en).toContain("{link}");
});

it.each([
  "{}",
  "{{headline}}",
  "[{headline}]({link}",
  "[[{headline}]({link})]",
  "{\u0000}",
  "\ud83d{headline}",
  "({link})",
])("%j is taken or refused in words, and breaks nothing", (template) => {
  try {
    parseLineTemplate(template);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
  }
});
