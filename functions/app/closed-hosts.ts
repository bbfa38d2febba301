// Names of hosts that are not asked at all: those that nobody can reach from outside, and sites that refuse robots.
import type { WhyNot } from '../../events/fetched-pages.ts'

/** Special-use names (IANA, RFC 6761 and later): none of them is a page that everybody can see. */
const neverPublic = [
  'alt',
  'arpa',
  'example',
  'example.com',
  'example.net',
  'example.org',
  'internal',
  'invalid',
  'local',
  'onion',
  'test',
]

/** They show a robot a page to sign in on, or nothing; whether the post is there they do not say. */
const socialMedia = [
  'bsky.app',
  'facebook.com',
  'fb.com',
  'fb.me',
  'fb.watch',
  'instagram.com',
  'linkedin.com',
  'lnkd.in',
  'pinterest.co.uk',
  'pinterest.com',
  'reddit.com',
  'snapchat.com',
  't.co',
  'threads.com',
  'threads.net',
  'tiktok.com',
  'twitter.com',
  'whatsapp.com',
  'x.com',
  'youtu.be',
  'youtube.com',
]

/** Undefined when it may be asked; whether its address is public is for whoever connects. */
export function whyClosed(url: URL): WhyNot | undefined {
  const host = url.hostname.replace(/\.$/, '')
  const isUnder = (names: readonly string[]) =>
    names.some((name) => host === name || host.endsWith(`.${name}`))
  // An address has a port only where it is not the usual one, 80 or 443.
  const isUsual = /^https?:$/.test(url.protocol) && !url.port && !url.username && !url.password
  // A name without a dot is one of a network of its own, and a number of IPv6 is nobody's web site.
  if (!isUsual || !host.includes('.') || isUnder(neverPublic)) return 'not-public'
  return isUnder(socialMedia) ? 'social-media' : undefined
}
