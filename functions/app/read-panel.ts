// A panel as the team sees it: who is on it and how far each has come, never what somebody thinks.
import type { JourneyState, Validator } from '../../workflows/journey-state.ts'
import type { Ports } from './ports.ts'

export interface PanelMember {
  readonly person: string
  /** Undefined once they are erased. */
  readonly name: string | undefined
  readonly sector: string | undefined
  readonly address: string | undefined
  readonly chair: boolean
  readonly status: 'invited' | 'looking' | 'judged' | 'conflict'
}

export function readPanel(
  { people }: Pick<Ports, 'people'>,
  journey: string,
  { panel }: JourneyState,
): Promise<readonly PanelMember[]> {
  return Promise.all(
    panel.map(async (validator) => {
      const { person, chair } = validator
      const [contact, address] = await Promise.all([
        people.contact(person, journey),
        people.addressOf(person),
      ])
      return {
        person,
        name: contact?.name,
        sector: contact?.role,
        address,
        chair,
        status: statusOf(validator),
      }
    }),
  )
}

function statusOf({ declared, judgement }: Validator): PanelMember['status'] {
  if (declared === 'conflict') return 'conflict'
  if (judgement) return 'judged'
  return declared ? 'looking' : 'invited'
}
