import { expect, it } from "vitest";
import { UserError } from "../records/errors.ts";
import { readPage, readPagedText } from "./page-text.ts";

it.each([
  ["高雄 page:2", { query: "高雄", page: "2" }],
  ["高雄　頁：３", { query: "高雄", page: "3" }],
  ["page:2", { page: "2" }],
  ["ｆｕｌｌ width", { query: "ｆｕｌｌ width" }],
  ["homepage:2", { query: "homepage:2" }],
  ["", {}],
])("%s is read as words and a page", (text, args) => {
  expect(readPagedText(text, "query")).toEqual(args);
});

it("a page is a whole number from 1 on", () => {
  expect(readPage(undefined)).toBe(1);
  expect(readPage("12")).toBe(12);
  for (const text of ["0", "-1", "1.5", "two", "999999"]) expect(() => readPage(text)).toThrow(UserError);
});
