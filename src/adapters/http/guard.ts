// The address guard: which addresses a source may lead to. A feed must not be a way into the operator's network.
import ipaddr from "ipaddr.js";

/** Says why an address is refused, as in "… is a loopback address"; null when it may be called. */
export type AddressGuard = (address: string) => string | null;

// What ALLOW_PRIVATE_NETWORKS opens. Link-local stays shut: 169.254.169.254 hands out a cloud machine's credentials.
const privateRanges: ReadonlySet<string> = new Set(["loopback", "private", "uniqueLocal", "carrierGradeNat"]);

// Ranges that carry an IPv4 address in their last 32 bits: the inner address decides. RFC 4291 §2.5.5, RFC 6052, RFC 6145.
const wrappedRanges: ReadonlySet<string> = new Set(["ipv4Mapped", "rfc6052", "rfc6145"]);

const rangeWords: Readonly<Record<string, string>> = {
  carrierGradeNat: "carrier-grade NAT",
  linkLocal: "link-local",
  uniqueLocal: "private",
};

/** The guard for every connection, by IANA's special-purpose registries as ipaddr.js names them: only "unicast" is public. */
export function createGuard(allowPrivateNetworks: boolean): AddressGuard {
  return (address) => {
    const range = rangeOf(address);
    if (range === "unicast") return null;
    if (allowPrivateNetworks && privateRanges.has(range)) return null;
    return range === "unreadable" ? "not an address" : `a ${rangeWords[range] ?? range} address`;
  };
}

function rangeOf(address: string): string {
  if (!ipaddr.isValid(address)) return "unreadable";
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (!wrappedRanges.has(range)) return range;
  return ipaddr.fromByteArray(parsed.toByteArray().slice(-4)).range();
}

/** Whether opening ALLOW_PRIVATE_NETWORKS would let the address through; what the operator is told depends on it. */
export const isPrivate = (address: string): boolean => privateRanges.has(rangeOf(address));
