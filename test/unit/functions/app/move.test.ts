// Moving a journey to newer rules: what the page says, that it is true, and that nothing is lost.
import { parse } from 'node-html-parser'
import { beforeEach, describe, expect, it } from 'vitest'
import { carryOut } from '../../../../functions/app/carry-out.ts'
import type { Ports } from '../../../../functions/app/ports.ts'
import { readMove } from '../../../../functions/app/read-move.ts'
import { relayEvent } from '../../../../functions/app/relay-event.ts'
import { rulesPage } from '../../../../functions/web/rules.ts'
import { defineJourney } from '../../../../workflows/define-journey.ts'
import { readEvent, storeEvent } from '../../../../workflows/journey-events.ts'
import type { JourneyDefinition, Step } from '../../../../workflows/model.ts'
import { newest } from '../../../../workflows/released/index.ts'
import { emptyMemory, type Memory, memoryPorts, newestIn } from '../../../support/memory-ports.ts'
import { open, pass, play, toSecondStep } from '../../../support/play.ts'

let memory: Memory
let ports: Ports
const calls: string[] = []
const now = '2027-02-01T09:00:00.000Z'

beforeEach(() => {
  memory = emptyMemory()
  calls.length = 0
  ports = memoryPorts(memory, {
    now: () => Date.parse(now),
    workflow: {
      start: async (definition, { executionSeq, resumeAt }) =>
        void calls.push(`start ${definition} ${executionSeq} at ${resumeAt}`),
      stop: async (definition, _, executionSeq) => void calls.push(`stop ${definition} ${executionSeq}`),
      succeed: async () => {},
      reopen: async () => {},
    },
  })
})

/** Rules from which the newest differ: it has a step more, and one question fewer. */
const older: JourneyDefinition = defineJourney({
  levels: newest.levels,
  phases: newest.phases.map((phase) => ({ ...phase, steps: phase.steps.flatMap(before) })),
})
function before(step: Step): readonly Step[] {
  if (step.id === 'raising-awareness') return []
  if (step.id !== 'commitment-and-pledge') return [step]
  const [first, ...rest] = step.sections
  const gone = { id: 'motto', kind: 'text', required: false, maxLength: 50 } as const
  return [{ ...step, sections: [{ ...first!, fields: [...first!.fields, gone] }, ...rest] }]
}

/** A journey that began with the older rules, at the step after the one that they do not have. */
async function olderJourney() {
  const stored = play([...toSecondStep, open, pass, open])
  const { hash: _, ...event } = readEvent(stored.at(-1)!)
  const { 'raising-awareness': __, ...done } = event.state.done
  const aged = { ...event, state: { ...event.state, done, definition: older.id } }
  for (const each of [...stored.slice(0, -1), storeEvent(aged, stored.at(-2))])
    await ports.commits.append(each)
  return newestIn(memory, 'the-journey')!
}

describe('moving to the newest rules', () => {
  it('is told before it is done, in words', async () => {
    const move = readMove(now, await olderJourney(), older, newest)
    const { body } = rulesPage({ ...move!, organisationName: 'Invented School', token: 'a-token' })
    const main = parse(body.html)
    await expect(`${main.structuredText}\n`).toMatchFileSnapshot('rules.txt')
    const form = main.querySelector('form')!
    expect(form.getAttribute('action')).toBe('/team/journeys/the-journey/rules')
    expect(form.querySelector('[name=to]')!.getAttribute('value')).toBe(newest.id)
    expect(form.querySelector('[name=visit]')!.getAttribute('value')).toBe(String(move!.visit))
  })

  it('goes where the page said, keeps what was handed in, and begins an execution of the newest machine', async () => {
    const event = await olderJourney()
    const move = readMove(now, event, older, newest)
    const outcome = await carryOut(ports, 'the-journey', 'team', { kind: 'move-definition' })
    if (outcome.kind === 'refused') throw new Error(outcome.reason)
    const { state } = outcome.event
    expect(state).toMatchObject({ definition: newest.id, position: { at: move!.goesOnAt } })
    expect(state.position.at).toBe('raising-awareness')
    expect(state.submissions).toEqual(event.state.submissions)
    await relayEvent(ports, 'the-journey', outcome.event.number)
    expect(calls).toEqual([`start ${newest.id} 2 at raising-awareness`, `stop ${older.id} 1`])
    expect(await carryOut(ports, 'the-journey', 'team', { kind: 'move-definition' })).toMatchObject({
      reason: 'already',
    })
  })

  it('is not offered to a journey that follows them, that has ended, or that is complete', async () => {
    const event = await olderJourney()
    expect(readMove(now, event, newest, older)).toBeUndefined()
    const at = (place: string) => ({
      ...event,
      state: { ...event.state, position: { ...event.state.position, at: place } },
    })
    for (const place of ['withdrawn', 'closed', 'complete'])
      expect(readMove(now, at(place), older, newest)).toBeUndefined()
  })

  it('changes nothing for a reader whose journey stays where it is', async () => {
    const event = await olderJourney()
    const same = { ...newest, id: 'ffffffffff' }
    const done = { ...event.state.done, 'raising-awareness': event.at }
    const move = readMove(now, { ...event, state: { ...event.state, done } }, newest, same)
    const text = rulesPage({ ...move!, organisationName: 'Invented School', token: 't' }).body.html
    expect(text).toContain('No step and no question changes.')
    expect(text).toContain('It stays where it is: Formal Commitment &amp; Pledge.')
  })
})
