// Discord's side of interactions over HTTP: what a stage would send over its gateway goes to a desk's endpoint, signed.
import { generateKeyPairSync, sign } from "node:crypto";
import { WebSocket } from "ws";
import type { DiscordStage } from "./discord-stage.ts";

export interface HttpSide {
  /** What a desk needs to know it by: 64 hexadecimal digits. */
  readonly publicKey: string;
  /** From now on each interaction goes to this address. */
  readonly callAt: (url: string) => void;
  /** The statuses that the desk answered with. */
  readonly statuses: readonly number[];
  readonly close: () => void;
}

interface Packet {
  readonly op: number;
  readonly t?: string;
  readonly d?: { readonly id: string; readonly token: string };
}

/** Resolves when the stage sends its interactions here. */
export async function openHttpSide({ token, url }: DiscordStage): Promise<HttpSide> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const statuses: number[] = [];
  let endpoint = "";

  async function forward({ id, token: key }: { readonly id: string; readonly token: string }, body: string) {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString("hex");
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { "x-signature-ed25519": signature, "x-signature-timestamp": timestamp },
      body,
    });
    statuses.push(response.status);
    if (response.status !== 200) return;
    // What stands in the response is taken as if it had come by a call.
    const headers = { "content-type": response.headers.get("content-type") ?? "" };
    const callback = `${url}/v10/interactions/${id}/${key}/callback`;
    await fetch(callback, { method: "POST", headers, body: await response.arrayBuffer() });
  }

  const socket = new WebSocket(url.replace(/^http/, "ws"));
  const identity = { token, intents: 1, properties: { os: "x", browser: "x", device: "x" } };
  await new Promise<void>((resolve, reject) => {
    socket.on("error", reject);
    socket.on("message", (text) => {
      const { op, t, d }: Packet = JSON.parse(String(text));
      if (op === 10) socket.send(JSON.stringify({ op: 2, d: identity }));
      else if (t === "READY") resolve();
      else if (t === "INTERACTION_CREATE" && d) forward(d, JSON.stringify(d)).catch(reject);
    });
  });
  const { x = "" } = publicKey.export({ format: "jwk" });
  return {
    publicKey: Buffer.from(x, "base64url").toString("hex"),
    callAt(address) {
      endpoint = address;
    },
    statuses,
    close: () => socket.terminate(),
  };
}
