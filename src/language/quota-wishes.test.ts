import { expect, it } from "vitest";
import { readQuotaReserve, readQuotaWeights } from "./quota-wishes.ts";

const group = `C${"0123456789abcdef".repeat(2)}`;
const person = `U${"f".repeat(32)}`;

it.each([
  ["5%", { percent: 5 }],
  ["12.5%", { percent: 12.5 }],
  ["0", { messages: 0 }],
  ["150", { messages: 150 }],
  ["100%", null],
  ["-5", null],
  ["5 %", null],
  ["many", null],
])("a reserve of %j", (written, read) => {
  expect(readQuotaReserve(written)).toEqual(read);
});

it("priorities are read chat by chat", () => {
  const weights = new Map([
    [group, 2],
    [person, 0.5],
  ]);
  expect(readQuotaWeights(` ${group}=2 , ${person} = 0.5`)).toEqual(weights);
});

it.each([`${group}=0`, `${group}=101`, `${group}`, "C123=2", `${group}=2,,`, `line:${group}=2`])(
  "priorities of %j can't be read",
  (written) => {
    expect(readQuotaWeights(written)).toBeNull();
  },
);
