import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sharedPath } from "../../../test/shared.ts";
import { extractFragment } from "./extract-fragment.ts";

const seed = sharedPath("corpus", "seed.md");

describe.runIf(seed !== null)("the post that the project began from", () => {
  const body = seed === null ? "" : readFileSync(seed, "utf8").replace(/^---[\s\S]*?\n---\n/, "");
  const extract = extractFragment(body, "https://www.cna.com.tw/news/aloc/202309270143.aspx");

  it("has the tags that its editors gave it", () => {
    expect(extract.tags).toEqual(["林欽榮", "高雄", "高雄市"]);
  });

  it("begins with its dateline, not with its headline or a caption", () => {
    expect(extract.text).toMatch(/^（中央社記者廖禹揚首爾27日專電）高雄市副市長林欽榮/);
  });

  it("ends with its last paragraph, without the links to other articles", () => {
    expect(extract.text).toMatch(/（編輯：張芷瑄）1120927$/);
  });
});
