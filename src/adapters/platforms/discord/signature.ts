// Discord signs what it sends over HTTP: Ed25519 over the timestamp and the raw body.
import { createPublicKey, type KeyObject, verify } from "node:crypto";

/** The key from its 64 hexadecimal digits, as Discord shows it. Throws for anything else. */
export function readPublicKey(hex: string): KeyObject {
  const x = Buffer.from(hex, "hex").toString("base64url");
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}

export interface Signed {
  /** Hexadecimal, from the header X-Signature-Ed25519. */
  readonly signature: string;
  /** As it stands in the header X-Signature-Timestamp. */
  readonly timestamp: string;
  readonly body: Uint8Array;
}

/** True when the owner of the key signed it. Never throws. https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint */
export function isSignedBy(key: KeyObject, { signature, timestamp, body }: Signed): boolean {
  return (
    /^[0-9a-f]{128}$/i.test(signature) &&
    verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"))
  );
}
