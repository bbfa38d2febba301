// Which addresses are somebody's place on the public internet: for each other kind, a request of ours could reach what is meant for us alone.
import { BlockList, isIP } from 'node:net'

/** IANA's special-purpose registry for IPv4 (RFC 6890), multicast, and what is reserved. */
export const specialIPv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
] as const

/**
 * Of IPv6, what is given out to anybody lies in 2000::/3, so all else is special: loopback, unique local, link-local,
 * multicast, the IPv4 addresses within it (::ffff:0:0/96, 64:ff9b::/96). Within it these are: protocols with Teredo,
 * documentation, and 6to4, which holds an IPv4 address as well.
 */
export const specialIPv6 = [
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
] as const

const special = new BlockList()
for (const range of specialIPv4) special.addSubnet(...split(range), 'ipv4')
for (const range of specialIPv6) special.addSubnet(...split(range), 'ipv6')
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

/** False too for what is not an address, and for one of a zone. */
export function isPublic(address: string): boolean {
  if (address.includes('%')) return false
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4')
    case 6:
      return givenOut.check(address, 'ipv6') && !special.check(address, 'ipv6')
    default:
      return false
  }
}

function split(range: string): [string, number] {
  const [net, bits] = range.split('/') as [string, string]
  return [net, Number(bits)]
}
