// Whether a push comes from the hub that knows our secret (WebSub §7.1).
import { createHmac, timingSafeEqual } from "node:crypto";

/** True when an `X-Hub-Signature` such as `sha256=…` is the body's own. Takes the same time wherever a forged one differs. */
export function isSigned(body: Uint8Array, header: string | null, secret: string): boolean {
  const [, method, digest] = /^(sha1|sha256|sha384|sha512)=([0-9a-f]{1,128})$/i.exec(header?.trim() ?? "") ?? [];
  if (method === undefined || digest === undefined) return false;
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(digest, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
