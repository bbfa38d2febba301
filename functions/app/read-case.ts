// One journey as the team sees it: state, contact, and everything that was handed in.
import type { CommittedEvent } from '../../workflows/journey-events.ts'
import { definitionOf } from '../../workflows/released/index.ts'
import type { Ports } from './ports.ts'
import { submissionsOf } from './submissions.ts'
import { organisationName } from './summarise.ts'

export async function readCase(ports: Pick<Ports, 'records' | 'people'>, event: CommittedEvent) {
  const { journey, state } = event
  const contact = await ports.people.contact(state.lead, journey)
  return {
    journey,
    state,
    definition: definitionOf(state.definition),
    organisationName: await organisationName(ports, event),
    contact: contact && { ...contact, address: await ports.people.addressOf(state.lead) },
    submissions: await submissionsOf(ports, event),
  }
}
