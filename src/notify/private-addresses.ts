import { BlockList, isIP } from "node:net";

/**
 * Addresses that are not on the public internet: private, shared, link-local and reserved networks, and this machine (the
 * special-purpose registries of IANA). A cloud's metadata service is among them.
 */
const PRIVATE_IPV4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const;
/** Among them those that lead to an IPv4 address by a gateway of nobody's (6to4, Teredo). */
const PRIVATE_IPV6 = [
  ["::", 96],
  ["2001::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 9],
  ["ff00::", 8],
] as const;

/** Where networks without IPv4 show the rest of the internet: the last 32 bits are an address of IPv4 (RFC 6052, RFC 8215). */
const NAT64 = ["64:ff9b::", "64:ff9b:1::"] as const;

/** Whether an IP address, in text, is not on the public internet. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && createBlockList().check(address, version === 6 ? "ipv6" : "ipv4");
}

function createBlockList(): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of PRIVATE_IPV4) {
    list.addSubnet(net, prefix, "ipv4");
    for (const gateway of NAT64) list.addSubnet(`${gateway}${net}`, 96 + prefix, "ipv6");
  }
  for (const [net, prefix] of PRIVATE_IPV6) list.addSubnet(net, prefix, "ipv6");
  return list;
}
