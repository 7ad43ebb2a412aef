// The address guard: which addresses a source may lead to. A feed must not be a way into the operator's network.
import ipaddr from "ipaddr.js";

/** Says why an address is refused, as in "… is a loopback address"; null when it may be called. */
export type AddressGuard = (address: string) => string | null;

// What ALLOW_PRIVATE_NETWORKS opens. Link-local stays shut: 169.254.169.254 hands out a cloud machine's credentials.
const privateRanges: ReadonlySet<string> = new Set([
  "loopback",
  "private",
  "uniqueLocal",
  "carrierGradeNat",
  "localNat64",
]);

// Ranges that carry an IPv4 address in their last 32 bits: the inner address decides. RFC 4291 §2.5.5, RFC 6052, RFC 6145.
const wrappedRanges: ReadonlySet<string> = new Set(["ipv4Mapped", "rfc6052", "rfc6145"]);

// Machines in clouds ask these for their credentials, beside link-local ones and one of Oracle's that is reserved: Alibaba, Azure,
// Google, Oracle, Scaleway, Akamai. They lie in ranges that ALLOW_PRIVATE_NETWORKS opens, but for Azure's, which is public.
const cloudMetadata: ReadonlySet<string> = new Set([
  ...["100.100.100.200", "fd00:100::100:200", "168.63.129.16", "fd20:ce::254"],
  ...["fd00:c1::a9fe:a9fe", "fd00:42::42", "fd00:a9fe:a9fe::1"],
]);
// Amazon's services for its machines: their credentials (::254), those of a cluster's pods (::23), names, time.
const amazonServices = ipaddr.IPv6.parseCIDR("fd00:ec2::/32");

// What IANA has handed out as public. The rest of IPv6 has no range's name, but leads nowhere, or inside by a router's own rule.
const globalIpv6 = ipaddr.IPv6.parseCIDR("2000::/3");
// RFC 8215: for a network's own translators, which put the IPv4 address at one of four places (RFC 6052 §2.2).
const localNat64 = ipaddr.IPv6.parseCIDR("64:ff9b:1::/48");
const nat64Places: readonly (readonly number[])[] = [
  [6, 7, 9, 10],
  [7, 9, 10, 11],
  [9, 10, 11, 12],
  [12, 13, 14, 15],
];

const rangeWords: Readonly<Record<string, string>> = {
  cloudMetadata: "cloud metadata",
  localNat64: "private",
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
  if (parsed instanceof ipaddr.IPv6 && parsed.match(localNat64)) return rangeOfLocalNat64(parsed);
  const wrapped = wrappedRanges.has(parsed.range());
  const inner = wrapped ? ipaddr.fromByteArray(parsed.toByteArray().slice(-4)) : parsed;
  if (isCloudMetadata(inner)) return "cloudMetadata";
  const range = inner.range();
  const isStray = range === "unicast" && inner instanceof ipaddr.IPv6 && !inner.match(globalIpv6);
  return isStray ? "reserved" : range;
}

function isCloudMetadata(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address instanceof ipaddr.IPv6 && address.match(amazonServices)) return true;
  return cloudMetadata.has(address.toString());
}

/** Which of the places counts is the translator's to say: if any of them holds what stays shut, so does the whole. */
function rangeOfLocalNat64(address: ipaddr.IPv6): string {
  const bytes = address.toByteArray();
  const inner = nat64Places.map((place) => rangeOf(place.map((index) => bytes[index] ?? 0).join(".")));
  return inner.find((range) => range === "linkLocal" || range === "cloudMetadata") ?? "localNat64";
}

/** Whether opening ALLOW_PRIVATE_NETWORKS would let the address through; what the operator is told depends on it. */
export const isPrivate = (address: string): boolean => privateRanges.has(rangeOf(address));
