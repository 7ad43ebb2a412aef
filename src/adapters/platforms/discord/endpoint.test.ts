import { generateKeyPairSync, sign } from "node:crypto";
import { expect, it } from "vitest";
import { fakeClock } from "../../../../test/fakes/clock.ts";
import { memoryCache } from "../../../../test/fakes/memory-cache.ts";
import { interactionsRoute } from "./endpoint.ts";

const minute = 60_000;
const startAt = Date.UTC(2023, 9, 4, 4);

const keyPair = () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const hex = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex");
  return { publicKey: hex, privateKey };
};
const discord = keyPair();

/** A desk whose door is called, at an instant that moves. */
function openDoor({ isOpen = true, clock = fakeClock(startAt), cache = memoryCache(clock) } = {}) {
  const begun: string[] = [];
  const refuse = () => Promise.reject(new Error("no call of Discord's API is needed"));
  const route = interactionsRoute({
    publicKey: discord.publicKey,
    answers: { post: refuse, patch: refuse },
    clock,
    cache,
    answering: {
      isOpen: () => isOpen,
      async begin({ id, type }, responder) {
        begun.push(id);
        if (type === 2) await responder.respond({ response: { type: 4, data: { content: "hello" } } });
      },
    },
  });
  return { clock, begun, call: async (request: Request) => route.handle(request) };
}

interface Call {
  readonly text?: string;
  readonly signedText?: string;
  readonly at?: number;
  readonly privateKey?: ReturnType<typeof keyPair>["privateKey"];
}

const command = (id: string) => JSON.stringify({ id, application_id: "2", token: "token", type: 2, data: {} });

function signed({ text = command("1"), signedText = text, at = startAt, privateKey = discord.privateKey }: Call = {}) {
  const timestamp = String(Math.floor(at / 1000));
  const signature = sign(null, Buffer.from(timestamp + signedText), privateKey).toString("hex");
  return requestOf(text, { "x-signature-ed25519": signature, "x-signature-timestamp": timestamp });
}

const requestOf = (body: string, headers: Readonly<Record<string, string>>) =>
  new Request("http://desk/discord/interactions", { method: "POST", body, headers: { ...headers } });

/** The same call with one of its headers changed, or without it. */
function changed(name: string, change: (value: string) => string | null): Request {
  const headers = new Headers(signed().headers);
  const value = change(headers.get(name) ?? "");
  if (value === null) headers.delete(name);
  else headers.set(name, value);
  return requestOf(command("1"), Object.fromEntries(headers));
}

const signatureHeader = "x-signature-ed25519";
const timestampHeader = "x-signature-timestamp";

it("what Discord signed is answered in the response to its call", async () => {
  const { call, begun } = openDoor();
  const response = await call(signed());
  expect([response.status, await response.json()]).toEqual([200, { type: 4, data: { content: "hello" } }]);
  expect(begun).toEqual(["1"]);
});

it("the handshake is answered before the desk is ready, and asks it nothing", async () => {
  const { call, begun } = openDoor({ isOpen: false });
  const response = await call(
    signed({ text: JSON.stringify({ id: "1", application_id: "2", token: "token", type: 1 }) }),
  );
  expect([response.status, await response.json()]).toEqual([200, { type: 1 }]);
  expect(begun).toEqual([]);
});

it("a question that comes before the desk is ready is refused as such", async () => {
  expect((await openDoor({ isOpen: false }).call(signed())).status).toBe(503);
});

it.each<[what: string, request: () => Request]>([
  ["without a signature", () => changed(signatureHeader, () => null)],
  ["without a timestamp", () => changed(timestampHeader, () => null)],
  ["signed by somebody else", () => signed({ privateKey: keyPair().privateKey })],
  ["whose body was changed", () => signed({ text: command("2"), signedText: command("1") })],
  ["whose timestamp was changed", () => changed(timestampHeader, (seconds) => String(Number(seconds) + 1))],
  [
    "whose signature was changed",
    () => changed(signatureHeader, (hex) => hex.replace(/^./, (d) => (d === "0" ? "1" : "0"))),
  ],
  ["whose signature is cut short", () => changed(signatureHeader, (hex) => hex.slice(2))],
  ["whose signature is too long", () => changed(signatureHeader, (hex) => `${hex}00`)],
  ["whose signature is no number", () => changed(signatureHeader, () => "z".repeat(128))],
  ["whose timestamp is no number", () => changed(timestampHeader, () => "1e9")],
  ["signed ten minutes ago", () => signed({ at: startAt - 10 * minute })],
  ["signed in ten minutes", () => signed({ at: startAt + 10 * minute })],
  ["that is not JSON and not signed", () => changed(signatureHeader, () => "0".repeat(128))],
])("a call %s is refused with 401, an empty answer, and asks the desk nothing", async (_, request) => {
  const { call, begun } = openDoor();
  const response = await call(request());
  expect([response.status, await response.text(), begun]).toEqual([401, "", []]);
});

it("a call that is sent again is refused, for as long as its signature is fresh and after", async () => {
  const { call, begun, clock } = openDoor();
  const statuses: number[] = [];
  for (const _ of Array(6)) {
    statuses.push((await call(signed())).status);
    clock.advance(2 * minute);
    await call(signed({ text: command(String(clock.now())), at: clock.now() }));
  }
  expect(statuses).toEqual([200, 401, 401, 401, 401, 401]);
  expect(begun.filter((id) => id === "1")).toHaveLength(1);
});

it("a call signed ahead of time can't be sent again when its hour has come", async () => {
  const { call, begun, clock } = openDoor();
  const ahead = () => signed({ at: startAt + 4 * minute });
  expect((await call(ahead())).status).toBe(200);
  clock.advance(8 * minute);
  expect((await call(ahead())).status).toBe(401);
  expect(begun).toEqual(["1"]);
});

it.each([
  ["is no JSON", "{", 400],
  ["is no interaction", "[]", 400],
  ["lacks the token to answer with", JSON.stringify({ id: "1", application_id: "2", type: 2 }), 400],
  ["is larger than a megabyte", JSON.stringify({ padding: "x".repeat(1024 * 1024) }), 413],
])("a signed body that %s is refused", async (_, text, status) => {
  expect((await openDoor().call(signed({ text }))).status).toBe(status);
});

it("a body without an end is read no further than the limit", async () => {
  const { headers } = signed();
  let pulled = 0;
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
  const request = new Request("http://desk/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
  expect((await openDoor().call(request)).status).toBe(413);
  expect(pulled).toBeLessThan(32);
});

it("what the desk leaves unanswered ends its call all the same", async () => {
  const text = JSON.stringify({ id: "1", application_id: "2", token: "token", type: 99 });
  expect((await openDoor().call(signed({ text }))).status).toBe(500);
});

it("a call that one process took is repeated to no other", async () => {
  const clock = fakeClock(startAt);
  const cache = memoryCache(clock);
  const [one, other] = [openDoor({ clock, cache }), openDoor({ clock, cache })];
  expect((await one.call(signed())).status).toBe(200);
  expect((await other.call(signed())).status).toBe(401);
  expect(other.begun).toEqual([]);
});
