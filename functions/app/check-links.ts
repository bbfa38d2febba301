// Looks at the links that are due: what became of each is noted, what a page says is kept once, and it is due again in a week.
import type { FetchedPage } from '../../events/fetched-pages.ts'
import {
  type HandedInLink,
  isAskedFor,
  isEvidence,
  lookAgainAfterMs,
  type Seen,
} from '../../workflows/links.ts'
import type { Ports } from './ports.ts'
import { sha256 } from './secrets.ts'

export type CheckLinksPorts = Pick<
  Ports,
  'clock' | 'journeys' | 'linkChecks' | 'pageFetcher' | 'captureWriter' | 'captureRemoval'
>

const atMost = 25
const atOnce = 5
/** A look takes up to 5 s and a function 15: what is not reached in time is due still, and comes next time. */
const budgetMs = 6_000
/** Who takes a link has this long; a link whose look fails each time cannot be in the way of the others. */
const takenForMs = 60 * 60_000

/** Tries everything, then throws what went wrong. */
export async function checkLinks(ports: CheckLinksPorts): Promise<{ readonly looked: number }> {
  const began = ports.clock.unmovedMs()
  const due = [...(await ports.linkChecks.dueBy(ports.clock.now().toISOString(), atMost))]
  const errors: unknown[] = []
  let looked = 0
  const takeOneAfterAnother = async () => {
    while (ports.clock.unmovedMs() - began < budgetMs) {
      const next = due.shift()
      if (!next) return
      try {
        if (await checkLink(ports, next)) looked++
      } catch (error) {
        errors.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeOneAfterAnother))
  if (errors.length > 0) throw new AggregateError(errors, 'Some links could not be looked at')
  return { looked }
}

/** True if it was looked at. The index only said where; the row, read again, says whether it is due. */
async function checkLink(
  ports: CheckLinksPorts,
  { journey, id }: Pick<HandedInLink, 'journey' | 'id'>,
): Promise<boolean> {
  const now = ports.clock.now()
  const link = await ports.linkChecks.get(journey, id)
  if (!link?.dueAt || link.dueAt > now.toISOString()) return false
  const newest = await ports.journeys.newest(journey)
  if (!newest || !isAskedFor(newest.state, link)) {
    const isKept = newest && isEvidence(newest.state, link)
    if (!isKept) await ports.captureRemoval.drop(journey, id)
    const capturedAt = isKept ? link.capturedAt : undefined
    await ports.linkChecks.replace(link, { ...link, dueAt: undefined, capturedAt })
    return false
  }
  const taken = { ...link, dueAt: new Date(now.getTime() + takenForMs).toISOString() }
  if (!(await ports.linkChecks.replace(link, taken))) return false
  const page = await ports.pageFetcher.fetch(link.url)
  const at = ports.clock.now().toISOString()
  const capturedAt = link.capturedAt ?? (await capture(ports, link, page, at))
  const dueAt = new Date(Date.parse(at) + lookAgainAfterMs).toISOString()
  await ports.linkChecks.replace(taken, { ...link, seen: seen(link.seen, page, at), capturedAt, dueAt })
  return true
}

/** The first text that there is, so a site that was down on the day is kept a week later, under that date. */
async function capture(
  { captureWriter }: Pick<Ports, 'captureWriter'>,
  { id, journey, url }: HandedInLink,
  page: FetchedPage,
  at: string,
): Promise<string | undefined> {
  if (page.kind !== 'read' || !page.text) return undefined
  const { status, finalUrl, text } = page
  await captureWriter.put({ id, journey, url, finalUrl, at, status, text, hash: sha256(text) })
  return at
}

/**
 * A name that is not known may be our own fault: a machine without a network knows none. So it is "gone" only when it was
 * unknown the time before as well, a week ago.
 */
function seen(before: Seen | undefined, page: FetchedPage, at: string): Seen {
  const isUnknown = page.kind === 'cannot-be-checked' && page.why === 'unknown-name'
  const result =
    page.kind === 'read' ? 'works' : isUnknown && before?.why === 'unknown-name' ? 'gone' : page.kind
  return {
    result,
    at,
    since: before?.result === result ? before.since : at,
    ...(page.kind === 'cannot-be-checked' ? { why: page.why } : { status: page.status }),
  }
}
