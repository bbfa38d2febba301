// The pages on which people write most: the musts and Save first, the rest folded, what is missing above, and one thing leads to the next.
import { type HTMLElement, parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import type { Session } from '../../../functions/app/ports.ts'
import { saveDraft } from '../../../functions/app/save-draft.ts'
import { sectionFor } from '../../../functions/app/section-for.ts'
import { stepWork } from '../../../functions/app/step-work.ts'
import { besideEntries } from '../../../functions/web/beside-entries.ts'
import { distanceTravelled } from '../../../functions/web/distance.ts'
import { messagesFor } from '../../../functions/web/form.ts'
import { questionsPage, type SectionView } from '../../../functions/web/section.ts'
import { distanceOf } from '../../../workflows/distance.ts'
import { entriesOf } from '../../../workflows/fields.ts'
import { journey as definition } from '../../../workflows/journey.ts'
import { readEvent } from '../../../workflows/journey-events.ts'
import { stepsOf } from '../../../workflows/model.ts'
import { emptyMemory, memoryPorts } from '../../support/memory-ports.ts'
import { confirm, play, register } from '../../support/play.ts'

const stored = play([register, confirm])
const event = readEvent(stored.at(-1)!)
const journey = event.journey
const session: Session = { id: 's', person: 'lead', addressHash: 'h', openedAt: '', usedAt: '' }
const entry = 'aaaaaaaaaaaaaaaa'

type Typed = Record<string, string[]>

function begin() {
  const memory = emptyMemory()
  memory.events.set(journey, [...stored])
  const ports = memoryPorts(memory, { now: () => Date.parse('2027-01-04T10:00:00Z') })
  const save = async (step: string, section: string, entry: string, typed: Typed) => {
    const work = (await stepWork(ports, event, step))!
    const part = work.sections.find((each) => each.section.id === section)!
    await saveDraft(ports, work, part, 'lead', { entry, revision: 0, typed })
  }
  const view = async (step: string, section: string): Promise<SectionView> => ({
    ...(await sectionFor(ports, session, { journey, step, section }))!,
    token: 't',
  })
  return { save, view }
}

function pageOf(view: SectionView, id: string, typed: Typed = {}, problem?: string): HTMLElement {
  const written = view.work.written.find((each) => each.id === id)
  const shown = { id, revision: written?.revision ?? 0, isNew: !written }
  const messages = problem ? messagesFor({ [problem]: { code: 'unreadable' } }) : {}
  return parse(questionsPage(view, shown, { ...written?.typed, ...typed }, messages).body.html)
}

function foldOf(page: HTMLElement, field: string): HTMLElement | null | undefined {
  return page.querySelector(`form [name="${field}"]`)?.closest('details')
}

const withEntries = stepsOf(definition).flatMap(({ id, sections }) =>
  sections.flatMap((section) => (entriesOf(section) ? [[`${id}/${section.id}`, id, section] as const] : [])),
)

describe.each(withEntries)('an entry of %s', (_, step, section) => {
  it('asks what must be answered, then saves; the rest is folded', async () => {
    const view = await begin().view(step, section.id)
    const page = pageOf(view, entry)
    const { fields } = entriesOf(section)!
    const inOrder = page.querySelectorAll('form [name]').map((each) => each.getAttribute('name')!)
    const save = inOrder.indexOf('action')
    const firstMust = fields.findIndex(({ required }) => required)
    for (const [at, { id, required }] of fields.entries()) {
      if (!inOrder.includes(id)) continue
      const stands = required || at < firstMust
      expect([id, inOrder.indexOf(id) < save, foldOf(page, id) == null]).toEqual([id, stands, stands])
    }
    // Whoever has unfolded the rest saves it there.
    const fold = fields.map(({ id }) => foldOf(page, id)).find((each) => each)
    if (fold) {
      expect(fold.hasAttribute('open')).toBe(false)
      expect(fold.querySelector('button[name=action][value=save]')).not.toBeNull()
    }
  })
})

it('keeps the rest open where there is an answer, or something the matter', async () => {
  const { view } = begin()
  const diary = await view('positive-action', 'diary')
  const isOpen = (page: HTMLElement) => foldOf(page, 'evidenceWhat')!.hasAttribute('open')
  expect(isOpen(pageOf(diary, entry, { evidenceTitle: ['A walk'], evidenceWhat: [''] }))).toBe(false)
  expect(isOpen(pageOf(diary, entry, { evidenceInvolved: ['Year 4'] }))).toBe(true)
  expect(isOpen(pageOf(diary, entry, {}, 'evidenceLink'))).toBe(true)
})

it('says above the questions what an entry that was begun still misses, and what the step does', async () => {
  const { save, view } = begin()
  const fresh = pageOf(await view('positive-action', 'diary'), entry)
  expect(fresh.querySelectorAll('a[href^="#evidence"]')).toEqual([])
  await save('positive-action', 'diary', entry, { evidenceTitle: ['A walk'], evidenceAreas: ['skills'] })
  const page = pageOf(await view('positive-action', 'diary'), entry)
  const before = page.innerHTML.slice(0, page.innerHTML.indexOf('<form'))
  expect(before).toContain('Still missing here:')
  const above = parse(before)
  const links = above.querySelectorAll('a').map((link) => link.getAttribute('href'))
  const here = `/journeys/${journey}/steps/positive-action/diary/${entry}`
  for (const field of ['evidenceOn', 'evidenceChanged']) {
    expect(links).toContain(`#${field}`)
    expect(links).toContain(`${here}#${field}`)
  }
})

it('offers the rows of the plan where the improvements are, and leads there from the statements', async () => {
  const { save, view } = begin()
  const token = (form: string) => `token of ${form}`
  const step = 'reflective-transparency'
  expect(besideEntries(await view(step, 'improvements'), token)).toBeUndefined()
  await save(step, 'improvements', entry, {
    improvementWhat: ['Hear from parents'],
    improvementArea: ['skills'],
  })
  const box = parse(besideEntries(await view(step, 'improvements'), token)!.html)
  expect(box.text).toContain('Hear from parents')
  const form = box.querySelector('form')!
  expect(form.getAttribute('action')).toBe(`/journeys/${journey}/steps/${step}/plan/rows`)
  expect(form.querySelector('[name=token]')!.getAttribute('value')).toBe('token of add-plan-rows')
  // No other list of the step has it.
  expect(besideEntries(await view(step, 'asked'), token)).toBeUndefined()
  const plan = `a[href="/journeys/${journey}/steps/${step}/plan"]`
  for (const section of ['people', 'culture', 'structures'])
    expect(pageOf(await view(step, section), '').querySelector(plan)).not.toBeNull()
  expect(pageOf(await view(step, 'findings'), '').querySelector(plan)).toBeNull()
})

it('folds what is said about a view below it', async () => {
  const culture = await begin().view('reflective-transparency', 'culture')
  const page = pageOf(culture, '', { knownIdeas: ['We asked.'] })
  expect(foldOf(page, 'viewBelong')).toBeNull()
  expect(foldOf(page, 'storyBelong')).toBe(foldOf(page, 'knownBelong'))
  expect(foldOf(page, 'storyBelong')!.hasAttribute('open')).toBe(false)
  expect(foldOf(page, 'knownIdeas')!.hasAttribute('open')).toBe(true)
})

it('shows the words of step 4 beside the question of how it is now, and what was found once, above', async () => {
  const { save, view } = begin()
  await save('reflective-transparency', 'people', '', {
    peopleFound: ['We are alike.'],
    viewCurious: ['mostly'],
  })
  const page = pageOf(await view('demonstrate-and-celebrate', 'distance'), '')
  const sides = page.querySelector('[name="nowAttitudes"]')!.closest('.app-views')!
  expect(sides.text).toContain('What you wrote in step 4')
  expect(sides.text).toContain('Your view was: Mostly.')
  expect(page.querySelector('[name="nowSkills"]')!.closest('.app-views')).toBeNull()
  expect(page.text.split('We are alike.')).toHaveLength(2)
})

it('shows an area to read in which only the musts were answered', () => {
  const travelled = distanceOf({
    peopleFound: 'We are alike.',
    organisationFound: 'Our policies are old.',
    action: [{ actionWhat: 'Ask them first', actionArea: 'participation' }],
    nowSkills: 'We can talk about it.',
  })
  const text = parse(distanceTravelled(travelled)!.html).text.replace(/\s+/g, ' ')
  for (const words of ['We are alike.', 'Our policies are old.', 'Ask them first', 'We can talk about it.'])
    expect(text.split(words)).toHaveLength(2)
  expect(distanceTravelled(distanceOf({}))).toBeUndefined()
})
