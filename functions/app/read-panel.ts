// A panel as the team sees it: who is on it and how far each has come, never what somebody thinks.
import type { JourneyState, Validator } from '../../workflows/journey-state.ts'
import { isUnreachable } from '../../workflows/moves.ts'
import { lostValidators } from '../../workflows/reach.ts'
import type { Ports } from './ports.ts'

export interface PanelMember {
  readonly person: string
  /** Undefined once they are erased. */
  readonly name: string | undefined
  readonly sector: string | undefined
  readonly address: string | undefined
  readonly chair: boolean
  readonly status: 'invited' | 'looking' | 'judged' | 'conflict'
  /** No email reaches them. */
  readonly unreachable: boolean
}

export type LostValidator = Pick<PanelMember, 'person' | 'name' | 'address'>

export function readPanel(
  { people }: Pick<Ports, 'people'>,
  journey: string,
  state: JourneyState,
): Promise<readonly PanelMember[]> {
  return Promise.all(
    state.panel.map(async (validator) => {
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
        unreachable: isUnreachable(state, person),
      }
    }),
  )
}

/** Who was taken off because their address does not work. */
export function readLost(
  { people }: Pick<Ports, 'people'>,
  journey: string,
  state: JourneyState,
): Promise<readonly LostValidator[]> {
  return Promise.all(
    lostValidators(state).map(async (person) => ({
      person,
      name: (await people.contact(person, journey))?.name,
      address: await people.addressOf(person),
    })),
  )
}

function statusOf({ declared, judgement }: Validator): PanelMember['status'] {
  if (declared === 'conflict') return 'conflict'
  if (judgement) return 'judged'
  return declared ? 'looking' : 'invited'
}
