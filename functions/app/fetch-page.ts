// Looks at one web page for us: is it there, and what does it say. What a site does is an answer, never an error.
import type { FetchedPage, WhyNot } from '../../events/fetched-pages.ts'
import { whyClosed } from './closed-hosts.ts'
import { pageText } from './page-text.ts'
import type { Ports, WebAnswer } from './ports.ts'
import { isAllowed } from './robots.ts'

/** For everything: names, redirects, the site's robots.txt, the page. */
const wholeTimeMs = 5_000
const maxRedirects = 5

type Answered = Extract<WebAnswer, { kind: 'answered' }>
type Followed = (Answered & { readonly url: URL }) | { readonly kind: 'failed'; readonly why: WhyNot }

export async function fetchPage(
  { publicWeb }: Pick<Ports, 'publicWeb'>,
  address: string,
  signal: AbortSignal = AbortSignal.timeout(wholeTimeMs),
): Promise<FetchedPage> {
  const known = new Map<string, Promise<Robots>>()
  const robotsOf = ({ origin }: URL) => {
    const robots = known.get(origin) ?? readRobots(publicWeb, origin, signal)
    known.set(origin, robots)
    return robots
  }
  const answer = await follow(publicWeb, address, signal, async (url) => {
    const robots = await robotsOf(url)
    if (robots.kind === 'failed') return robots.why
    return isAllowed(robots.text, url) ? undefined : 'refuses-robots'
  })
  return answer.kind === 'failed' ? { kind: 'cannot-be-checked', why: answer.why } : found(answer)
}

/** Each address on the way is looked at as if it were the first. */
async function follow(
  web: Ports['publicWeb'],
  address: string,
  signal: AbortSignal,
  whyNot: (url: URL) => Promise<WhyNot | undefined>,
): Promise<Followed> {
  let url = URL.parse(address)
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const why = url ? (whyClosed(url) ?? (await whyNot(url))) : 'does-not-answer'
    if (!url || why) return { kind: 'failed', why: why ?? 'does-not-answer' }
    const answer = await web.get(url, signal)
    if (answer.kind === 'failed') return answer
    if (answer.location === undefined || !isRedirect(answer.status)) return { ...answer, url }
    url = URL.parse(answer.location, url.href)
  }
  return { kind: 'failed', why: 'too-many-redirects' }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

type Robots =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'failed'; readonly why: WhyNot }

/** A site without one allows everything; one that cannot say so now allows nothing (RFC 9309, 2.3.1). */
async function readRobots(web: Ports['publicWeb'], origin: string, signal: AbortSignal): Promise<Robots> {
  const answer = await follow(web, `${origin}/robots.txt`, signal, async () => undefined)
  if (answer.kind === 'failed') return answer
  if (answer.status >= 500) return { kind: 'failed', why: 'refuses-robots' }
  return { kind: 'read', text: answer.body ? new TextDecoder().decode(answer.body) : '' }
}

/** Sites that take us for a robot, or want somebody to sign in; 999 is what one of them made up. */
const refusals = [401, 402, 403, 407, 418, 429, 451, 999]

function found({ status, url, contentType, body }: Answered & { readonly url: URL }): FetchedPage {
  if (status === 404 || status === 410) return { kind: 'gone', status }
  if (status < 200 || status > 299) {
    return {
      kind: 'cannot-be-checked',
      why: refusals.includes(status) ? 'refuses-robots' : 'does-not-answer',
    }
  }
  const text = body && pageText(body, contentType)
  return { kind: 'read', status, finalUrl: url.href, ...(text !== undefined && { text }) }
}
