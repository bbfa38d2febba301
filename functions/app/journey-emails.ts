// The emails of a journey, newest first: what they said, to whom, whether they went; and sending one again.
import { effectId, type JourneyEmail } from '../../workflows/effects.ts'
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import type { JourneyState, RefusalReason } from '../../workflows/journey-state.ts'
import { hasEnded, isUnreachable } from '../../workflows/moves.ts'
import { memberOf } from '../../workflows/panel.ts'
import { emails } from '../emails/index.ts'
import { carryOut } from './carry-out.ts'
import type { EmailOutcome, Ports } from './ports.ts'
import { organisationName } from './summarise.ts'

export interface ListedEmail {
  /** The effect's id. */
  readonly id: string
  readonly subject: string
  readonly to: { readonly name: string | undefined; readonly address: string | undefined }
  /** When it was asked for (ISO). */
  readonly askedAt: string
  /** Undefined while nothing is known of it. */
  readonly outcome: EmailOutcome | undefined
  /** What is for the lead, and still true. It goes to whoever is the lead now. */
  readonly canGoAgain: boolean
}

const forOthers: readonly JourneyEmail[] = [
  'colleague-invited',
  'lead-unreachable',
  'signature-asked',
  'validator-invited',
  'panel-complete',
]
/** These say what is to be done now. */
const aboutNow: readonly JourneyEmail[] = ['step-opened', 'reminder', 'returned']

/** Undefined when there is no such journey. `events` are all of its events. */
export async function readEmails(
  ports: Pick<Ports, 'settings' | 'people' | 'records' | 'sentMail'>,
  events: readonly CommittedEvent[],
) {
  const newest = events.at(-1)
  if (!newest) return undefined
  return {
    journey: newest.journey,
    organisationName: await organisationName(ports, newest),
    emails: await listEmails(ports, events),
    /** Where one that is sent again goes; undefined when nothing can be. */
    lead: hasEnded(newest.state) ? undefined : await ports.people.addressOf(newest.state.lead),
    unreachable: isUnreachable(newest.state, newest.state.lead),
    after: newest.number,
  }
}

async function listEmails(
  ports: Pick<Ports, 'settings' | 'people' | 'sentMail'>,
  events: readonly CommittedEvent[],
): Promise<readonly ListedEmail[]> {
  const { state } = events.at(-1)!
  const asked = askedIn(events).toReversed()
  const outcomes = await ports.sentMail.outcomes(asked.map(({ id }) => id))
  const people = new Map<string, ListedEmail['to']>()
  for (const { event, effect } of asked) {
    if (people.has(effect.to)) continue
    const contact = await ports.people.contact(effect.to, event.journey)
    people.set(effect.to, { name: contact?.name, address: await ports.people.addressOf(effect.to) })
  }
  return asked.map(({ id, event, effect }) => ({
    id,
    subject: subjectOf(ports, event, effect),
    to: people.get(effect.to)!,
    askedAt: event.at,
    outcome: outcomes.get(id),
    canGoAgain: whyNotAgain(state, effect) === undefined,
  }))
}

/**
 * `id` is the effect's. `after` is the number of the newest event that the page was shown with: if the same email was sent
 * again since, this is `already`, so that two clicks are one email.
 */
export async function resendEmail(
  ports: Pick<Ports, 'journeys' | 'commits' | 'clock'>,
  events: readonly CommittedEvent[],
  actor: string,
  { id, after }: { readonly id: string; readonly after: number },
): Promise<'resent' | RefusalReason> {
  const found = askedIn(events).find((asked) => asked.id === id)
  if (!found) return 'unknown'
  const refusal = whyNotAgain(events.at(-1)!.state, found.effect)
  if (refusal) return refusal
  const { state } = events.at(-1)!
  if (isUnreachable(state, state.lead)) return 'not-yet'
  const { email, about } = found.effect
  const isSame = (event: CommittedEvent) =>
    event.command.kind === 'resend' &&
    event.command.email === email &&
    JSON.stringify(event.command.about) === JSON.stringify(about)
  if (events.some((event) => event.number > after && isSame(event))) return 'already'
  const outcome = await carryOut(ports, found.event.journey, actor, { kind: 'resend', email, about })
  return outcome.kind === 'accepted' ? 'resent' : outcome.reason
}

/** The core refuses what has ended. */
function whyNotAgain(
  { position, signature }: JourneyState,
  { email, about }: Asked['effect'],
): RefusalReason | undefined {
  if (forOthers.includes(email)) return 'unknown'
  if (about.commitment !== undefined && about.commitment !== signature?.document.id) return 'stale'
  return aboutNow.includes(email) && about.step !== position.at ? 'stale' : undefined
}

function askedIn(events: readonly CommittedEvent[]) {
  return events.flatMap((event) =>
    event.effects.flatMap((effect, at) =>
      effect.kind === 'send-email' ? [{ id: effectId(event.journey, event.number, at), event, effect }] : [],
    ),
  )
}

type Asked = ReturnType<typeof askedIn>[number]

/** The subject that it had; the words of the email are not needed for it. */
function subjectOf(
  { settings }: Pick<Ports, 'settings'>,
  { journey, state }: CommittedEvent,
  { email, to, about }: Asked['effect'],
): string {
  const { subject } = emails[email]({
    settings,
    journey,
    name: undefined,
    organisationName: '',
    individual: state.individual === true,
    level: state.awards.find(({ serial }) => serial === about.serial)?.level ?? state.level,
    definition: state.definition,
    registeredAt: state.execution.startedAt,
    again: memberOf(state, to)?.declared === 'no-conflict',
    leadName: undefined,
    step: about.step,
    comment: undefined,
    serial: about.serial,
    document: undefined,
    stopUrl: undefined,
  })
  return subject
}
