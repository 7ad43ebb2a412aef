import { expect, it } from "vitest";
import { looseText, matchText } from "./postgres-match.ts";

const phrase = (...tokens: string[]) => ({ tokens, endsOpen: false });

it("a phrase is its tokens in order, a list is any of its phrases, and all lists must hold", () => {
  const match = [[phrase("高雄", "雄市"), phrase("kaohsiung")], [{ tokens: ["展"], endsOpen: true }]];
  expect(matchText(match)).toBe("(('高雄'<->'雄市')|('kaohsiung'))&(('展':*))");
});

it("signs of PostgreSQL's own in a token are text", () => {
  expect(matchText([[phrase("a'\\b")]])).toBe("(('a''\\\\b'))");
});

it("what the index can tell of a match is never less than the match: of what is excluded, phrases are left out", () => {
  const match = [[phrase("高雄", "雄市")]];
  expect(looseText(match, null)).toBe("(('高雄'&'雄市'))");
  const excluded = [[phrase("展"), phrase("台北", "北市")]];
  expect(looseText(match, excluded)).toBe("((('高雄'&'雄市')))&!((('展')))");
  const open = [[{ tokens: ["2024", "年"], endsOpen: true }], [{ tokens: ["展"], endsOpen: true }]];
  expect(looseText(open, null)).toBe("(('2024'&'年':*))&(('展':*))");
  expect(looseText(open, null, false)).toBe("(('2024'))&(('展':*))");
  expect(looseText([[phrase("展")]], [[phrase("台北", "北市")]])).toBe(matchText([[phrase("展")]]));
});
