// One journey as the team sees it: state, contact, and everything that was handed in.
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import { whyClosed } from './close-journey.ts'
import { lastDecision } from './last-decision.ts'
import { whyUnreachable } from './mark-unreachable.ts'
import type { Ports } from './ports.ts'
import { readContacts } from './read-contacts.ts'
import { readLost, readPanel } from './read-panel.ts'
import { submissionsOf } from './submissions.ts'
import { organisationName } from './summarise.ts'

export async function readCase(
  ports: Pick<
    Ports,
    'settings' | 'clock' | 'journeys' | 'records' | 'files' | 'drafts' | 'links' | 'people' | 'suppressions'
  >,
  event: CommittedEvent,
) {
  const { journey, state } = event
  const contact = await ports.people.contact(state.lead, journey)
  const address = await ports.people.addressOf(state.lead)
  return {
    journey,
    state,
    definition: definitionOf(state.definition),
    organisationName: await organisationName(ports, event),
    contact: contact && { ...contact, address },
    contacts: await readContacts(ports, event),
    unreachable: await whyUnreachable(ports, state, address),
    submissions: await submissionsOf(ports, event),
    panel: await readPanel(ports, journey, state),
    lost: await readLost(ports, journey, state),
    panelSize: ports.settings.panelSize,
    decided: await lastDecision(ports, event),
    closedBecause: await whyClosed(ports, event),
  }
}
