import { expect, it } from "vitest";
import { LineCallError } from "./api.ts";
import { outcomeOf } from "./outcome.ts";

const outcome = (status: number | null, explanation = "", retryAfterMs: number | null = null) =>
  outcomeOf(new LineCallError({ status, explanation, retryAfterMs }, `LINE answered ${status}`, undefined));

it("only silence, LINE's own failures and a rate limit are tried again", () => {
  expect([null, 500, 503, 429].map((status) => outcome(status).outcome)).toEqual(Array(4).fill("retry"));
  expect([400, 403, 404, 413].map((status) => outcome(status).outcome)).toEqual(Array(4).fill("refused"));
});

it("an earlier try that was accepted is a delivery", () => {
  expect(outcome(409)).toEqual({ outcome: "delivered" });
});

it("an edition waits for a token that LINE accepts", () => {
  expect(outcome(401, "Authentication failed")).toMatchObject({
    outcome: "retry",
    reason: expect.stringContaining("LINE_CHANNEL_ACCESS_TOKEN"),
  });
});

it("a rate limit waits as long as LINE asks", () => {
  expect(outcome(429, "The API rate limit has been exceeded. Try again later.", 5000)).toMatchObject({
    retryAfterMs: 5000,
  });
});

it("a wrong address of the API ends no subscription: only LINE's own words do", () => {
  expect(outcome(404, "Not found").outcome).toBe("refused");
  expect(outcome(400, "Failed to send messages").outcome).toBe("gone");
});
