import { BlockList, isIP, isIPv6 } from 'node:net';

const notPublic = new BlockList();

// Addresses that are this machine, its own network, or nobody's: IANA's special-purpose registries.
const ranges4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

// The last three hold an IPv4 address inside, which could be any of the above. Mapped ones (::ffff:) count as what they map.
const ranges6 = [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  ['100::', 64],
  ['2001:db8::', 32],
  ['64:ff9b::', 32],
  ['2002::', 16],
  ['2001::', 23],
] as const;

for (const [net, prefix] of ranges4) notPublic.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of ranges6) notPublic.addSubnet(net, prefix, 'ipv6');

/** Whether a numeric address belongs to a machine anywhere on the public network. */
export const isPublicAddress = (address: string): boolean =>
  isIP(address) !== 0 && !notPublic.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
