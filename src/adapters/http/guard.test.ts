import { describe, expect, it } from "vitest";
import { createGuard, isPrivate } from "./guard.ts";

const strict = createGuard(false);
const open = createGuard(true);

describe("the address guard", () => {
  it.each([
    "127.0.0.1",
    "127.9.9.9",
    "10.1.2.3",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "::1",
    "64:ff9b:1:7f00:0:100:808:808",
    "::ffff:100.64.0.1",
    "::ffff:127.0.0.1",
    "::ffff:c0a8:101",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "::ffff:0:10.0.0.1",
  ])("refuses %s until private networks are allowed", (address) => {
    expect(strict(address)).toContain("address");
    expect(open(address)).toBeNull();
    expect(isPrivate(address)).toBe(true);
  });

  it.each([
    "169.254.169.254",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "fe80::1",
    "fe80::1%eth0",
    "0.0.0.0",
    "::",
    "224.0.0.1",
    "ff02::1",
    "255.255.255.255",
    "240.0.0.1",
    "192.0.2.1",
    "2002:7f00:1::",
    "2001::1",
    "fec0::1",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "100.100.100.200",
    "64:ff9b::6464:64c8",
    "fd00:ec2::254",
    "fd00:ec2::23",
    "fd20:ce::254",
    "fd00:c1::a9fe:a9fe",
    "fd00:42::42",
    "fd00:a9fe:a9fe::1",
    "fd00:100::100:200",
    "64:ff9b:1::a9fe:a9fe",
    "64:ff9b:1:a9fe:a9:fe00::",
    "64:ff9b:1:a9:fe:a9fe::",
    "64:ff9b:1:0:a9:fea9:fe00:0",
    "64:ff9b:1::6464:64c8",
    "::169.254.169.254",
    "168.63.129.16",
    "198.18.0.1",
    "3fff::1",
    "::5efe:7f00:1",
    "4000::1",
    "not-an-address",
  ])("refuses %s whatever is allowed", (address) => {
    expect(strict(address)).not.toBeNull();
    expect(open(address)).not.toBeNull();
  });

  it.each(["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])(
    "lets the public %s through",
    (address) => {
      expect(strict(address)).toBeNull();
    },
  );

  it("says what kind of address it refuses", () => {
    expect(strict("::ffff:169.254.169.254")).toBe("a link-local address");
  });
});
