// The generated state machine: valid for AWS, every state reachable and leavable, every wait with its token.
import aslValidator from 'asl-validator'
import { describe, expect, it } from 'vitest'
import { compileMachine } from '../../../infra/local/step-functions/machine.ts'
import { journey } from '../../../workflows/journey.ts'
import { waitsOf } from '../../../workflows/model.ts'
import { placeholders, stateMachine, stateMachineName } from '../../../workflows/state-machine.ts'

const machine = stateMachine(journey)
const states = Object.entries(machine.States)
const nextOf = (state: (typeof states)[number][1]): string[] => {
  if (state.Type === 'Choice') return [...state.Choices.map(({ Next }) => Next), state.Default]
  if (state.Type === 'Task')
    return [...('Next' in state ? [state.Next] : []), ...state.Catch.map(({ Next }) => Next)]
  return []
}

describe('the state machine', () => {
  it('is valid Amazon States Language', () => {
    const { isValid, errorsText } = aslValidator(structuredClone(machine))
    expect(isValid, errorsText('\n')).toBe(true)
  })

  it('is one that the laptop’s engine runs', () => {
    expect(() => compileMachine(JSON.stringify(machine))).not.toThrow()
  })

  it('waits at every wait of the journey, each time with a token and without a timeout', () => {
    const waits = states.filter(
      ([, state]) => state.Type === 'Task' && state.Resource.endsWith('.waitForTaskToken'),
    )
    expect(waits.map(([id]) => id)).toEqual(waitsOf(journey).map(({ id }) => id))
    for (const [id, state] of waits) {
      expect(state).toMatchObject({
        Arguments: { Payload: { taskToken: '{% $states.context.Task.Token %}', wait: id } },
      })
      expect(state).not.toHaveProperty('TimeoutSeconds')
    }
  })

  it('reaches every state and leaves every state', () => {
    const reached = new Set<string>()
    const visit = (id: string) => {
      if (reached.has(id)) return
      reached.add(id)
      for (const next of nextOf(machine.States[id]!)) visit(next)
    }
    visit(machine.StartAt)
    expect([...reached].toSorted()).toEqual(Object.keys(machine.States).toSorted())
    const leavable = states.filter(([, state]) => nextOf(state).length > 0 || state.Type !== 'Choice')
    expect(leavable).toHaveLength(states.length)
  })

  it('takes 12 states for a smooth round', () => {
    const entered = ['resume', 'registration']
    for (let state = machine.States.registration!; 'Next' in state; state = machine.States[entered.at(-1)!]!)
      entered.push(state.Next)
    expect(entered).toHaveLength(12)
    expect(entered.at(-1)).toBe('issue-award')
  })

  it('retries nothing that says where to go, and everything else', () => {
    for (const [, state] of states) {
      if (state.Type !== 'Task') continue
      expect(state.Retry[0]).toMatchObject({ MaxAttempts: 0 })
      expect(state.Retry[0]!.ErrorEquals).toEqual(
        expect.arrayContaining(state.Catch.flatMap(({ ErrorEquals }) => ErrorEquals)),
      )
      expect(state.Retry.at(-1)!.ErrorEquals).toEqual(['States.ALL'])
    }
  })

  it('names only the functions that have a placeholder', () => {
    const named = [...JSON.stringify(machine).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name)
    expect(new Set(named)).toEqual(new Set(Object.values(placeholders)))
  })

  it('has a name that Step Functions takes', () => {
    expect(stateMachineName(journey)).toMatch(/^[A-Za-z0-9_-]{1,80}$/)
  })
})
