// Nothing is gated but handing in: every part of every step that is not handed in takes a draft, and what goes on takes one always.
import { expect, it } from 'vitest'
import { saveDraft } from '../../../../functions/app/save-draft.ts'
import { mintId } from '../../../../functions/app/secrets.ts'
import { stepWork, takesDrafts } from '../../../../functions/app/step-work.ts'
import { entriesOf, mayNotApply, reasonName } from '../../../../workflows/fields.ts'
import { type CommittedEvent, readEvent } from '../../../../workflows/journey-events.ts'
import { sectionsFor, stepsOf, waitsOf } from '../../../../workflows/model.ts'
import { newest as definition } from '../../../../workflows/released/index.ts'
import { emptyMemory, memoryPorts } from '../../../support/memory-ports.ts'
import {
  conclude,
  confirm,
  issue,
  judged,
  type Move,
  open,
  pass,
  play,
  register,
} from '../../../support/play.ts'

const everyWait = waitsOf(definition)
  .slice(0, -1)
  .flatMap(() => [open, pass])
const moves: readonly Move[] = [
  register,
  confirm,
  ...everyWait,
  open,
  ...judged,
  conclude('awarded'),
  issue,
  { kind: 'start-round' },
]
const events = play(moves).map(readEvent)
const atStart = (round: number) =>
  events.find(
    ({ state }) => state.round === round && state.position.at === definition.phases[0]!.steps[0]!.id,
  )!

/** Saves something into every part that takes it, and gives those parts. */
async function saveEverywhere(event: CommittedEvent): Promise<string[]> {
  const ports = memoryPorts(emptyMemory(), { now: () => Date.parse('2027-01-04T10:00:00Z') })
  const taken: string[] = []
  for (const step of stepsOf(definition)) {
    const work = (await stepWork(ports, event, step.id))!
    for (const each of work.sections) {
      if (!takesDrafts(event, step.id, each.section)) continue
      const entries = entriesOf(each.section)
      const field = each.fields.find((one) => mayNotApply(each.section, one)) ?? each.fields[0]!
      const reason = { [reasonName(field.id)]: ['We are new.'] }
      const save = { entry: entries ? mintId() : '', revision: 0, typed: reason }
      expect(await saveDraft(ports, work, each, 'lead', save)).toEqual({ kind: 'saved' })
      taken.push(`${step.id} ${each.section.id}`)
    }
  }
  return taken
}

const everyPart = stepsOf(definition).flatMap((step) =>
  sectionsFor(step, false)
    .filter(({ about }) => about !== 'contact')
    .map(({ id }) => `${step.id} ${id}`),
)

it('takes drafts of every part from registration on, and in the next round', async () => {
  expect(everyPart.length).toBeGreaterThan(25)
  expect(await saveEverywhere(atStart(1))).toEqual(everyPart)
  expect(await saveEverywhere(atStart(2))).toEqual(everyPart)
})

const goesOn = stepsOf(definition).flatMap((step) =>
  step.sections.filter((section) => section.goesOn).map(({ id }) => `${step.id} ${id}`),
)

it('takes drafts of what is not handed in, and of what goes on, wherever the journey waits and after the award', async () => {
  expect(goesOn.map((part) => part.split(' ')[1])).toEqual([
    'plan',
    'learning',
    'training',
    'policies',
    'diary',
  ])
  for (const at of [...waitsOf(definition).map(({ id }) => id), 'issue-award', 'complete']) {
    const event = events.find(({ state }) => state.position.at === at && state.round === 1)!
    const left = everyPart.filter(
      (part) => goesOn.includes(part) || !(part.split(' ')[0]! in event.state.done),
    )
    expect(await saveEverywhere(event), at).toEqual(left)
  }
})

it.each(['withdrawn', 'closed'])('takes none of a journey that was %s', async (at) => {
  const { state, ...last } = events.find(({ state }) => state.position.at === 'complete')!
  expect(await saveEverywhere({ ...last, state: { ...state, position: { ...state.position, at } } })).toEqual(
    [],
  )
})
