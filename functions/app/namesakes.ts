// Notices that an organisation may have registered before: by its name, or by its postcode and a similar name.
import type { Ports, Summary } from './ports.ts'
import { sha256 } from './secrets.ts'

/** What two registrations are compared by. */
export interface Registered {
  readonly organisationName: string
  readonly postcode: string | undefined
}

/** Stands where a name was erased; two of these say nothing about each other. */
export const nameRemoved = 'Name removed'

/** How much of two names must be alike, from 0 to 1, when the postcode is the same. */
const similarFrom = 0.7

/**
 * The name without what people write now one way and now another: case, accents of Latin letters, punctuation, "and" or "&",
 * and "the". What kind of organisation it is stays, since a parish, its school and its nursery often share a name.
 */
export function normaliseName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
  const words = plain
    .replaceAll('&', ' and ')
    .replace(/['’‘`.]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = words.filter((word) => word !== 'the' && word !== 'and')
  return (telling.length > 0 ? telling : words).join(' ') || plain.trim()
}

export function mayBeSame(one: Registered, other: Registered): boolean {
  if ([one, other].some(({ organisationName }) => organisationName === nameRemoved)) return false
  const [a, b] = [normaliseName(one.organisationName), normaliseName(other.organisationName)]
  if (a === b) return true
  return one.postcode !== undefined && one.postcode === other.postcode && isSimilar(a, b)
}

/** The keys under which a registration is found; names and postcodes are hashed, so that none stands in a key. */
export function namesakeHashes({ organisationName, postcode }: Registered): readonly string[] {
  if (organisationName === nameRemoved) return []
  return [
    sha256('name', normaliseName(organisationName)),
    ...(postcode ? [sha256('postcode', postcode)] : []),
  ]
}

/** Other journeys that may be the same organisation's. A key only says where to look; the summaries are compared again. */
export async function namesakesOf(
  ports: Pick<Ports, 'namesakes' | 'summaries'>,
  journey: string,
): Promise<readonly Summary[]> {
  const [own] = await ports.summaries.of([journey])
  if (!own) return []
  const journeys = await ports.namesakes.under(namesakeHashes(own))
  const others = await ports.summaries.of(journeys.filter((each) => each !== journey))
  return others.filter((other) => mayBeSame(own, other))
}

/** The same for a whole list, which is in memory already. */
export function namesakesIn(summaries: readonly Summary[]): (of: Summary) => readonly Summary[] {
  const byHash = Map.groupBy(
    summaries.flatMap((summary) => namesakeHashes(summary).map((hash) => ({ hash, summary }))),
    ({ hash }) => hash,
  )
  return (of) => {
    const near = namesakeHashes(of).flatMap((hash) => (byHash.get(hash) ?? []).map(({ summary }) => summary))
    return [...new Set(near)].filter((other) => other.journey !== of.journey && mayBeSame(of, other))
  }
}

/** One has all the words of the other, or most pairs of letters are the same in both (Dice's coefficient). */
function isSimilar(a: string, b: string): boolean {
  const [few, many] = [a.split(' '), b.split(' ')].toSorted((x, y) => x.length - y.length)
  if (few!.every((word) => many!.includes(word))) return true
  const [inA, inB] = [pairsOf(a), pairsOf(b)]
  const inBoth = [...inA].filter((pair) => inB.has(pair)).length
  return (2 * inBoth) / (inA.size + inB.size) >= similarFrom
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.slice(1), (_, at) => text.slice(at, at + 2)))
}
