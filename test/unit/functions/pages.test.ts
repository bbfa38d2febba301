// The pages on which the work is done: what they ask, what is missing and where it leads, and how large they get.
import { brotliCompressSync } from 'node:zlib'
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { addPlanRows } from '../../../functions/app/plan-rows.ts'
import type { Session } from '../../../functions/app/ports.ts'
import { saveDraft } from '../../../functions/app/save-draft.ts'
import { sectionFor } from '../../../functions/app/section-for.ts'
import { stepWork } from '../../../functions/app/step-work.ts'
import { answersForOthers } from '../../../functions/web/answers.ts'
import { besideEntries, besideStep } from '../../../functions/web/beside-entries.ts'
import { checkPage } from '../../../functions/web/check.ts'
import { entriesPage } from '../../../functions/web/entries.ts'
import { messagesFor } from '../../../functions/web/form.ts'
import { hubPage } from '../../../functions/web/hub.ts'
import { layout, type Page } from '../../../functions/web/layout.ts'
import { notValidated } from '../../../functions/web/not-validated.ts'
import { questionsPage } from '../../../functions/web/section.ts'
import { stepPage } from '../../../functions/web/step.ts'
import { styleSheet } from '../../../functions/web/style-sheet.css.ts'
import { areasOfChange } from '../../../workflows/areas-of-change.ts'
import { entriesOf, reasonName } from '../../../workflows/fields.ts'
import { readEvent } from '../../../workflows/journey-events.ts'
import { sectionsFor, stepsOf } from '../../../workflows/model.ts'
import { newest as definition } from '../../../workflows/released/index.ts'
import { reasonFor } from '../../../workflows/words/definition/reasons.ts'
import { emptyMemory, memoryPorts } from '../../support/memory-ports.ts'
import { confirm, play, register } from '../../support/play.ts'

const stored = play([register, confirm])
const event = readEvent(stored.at(-1)!)
const journey = event.journey
const lead: Session = { id: 's', person: 'lead', addressHash: 'h', openedAt: '', usedAt: '' }

function begin() {
  const memory = emptyMemory()
  memory.events.set(journey, [...stored])
  const ports = memoryPorts(memory, { now: () => Date.parse('2027-01-04T10:00:00Z') })
  const work = async (step: string) => (await stepWork(ports, event, step))!
  const save = async (
    step: string,
    section: string,
    typed: Record<string, string[]>,
    { entry = '', by = 'lead' } = {},
  ) => {
    const whole = await work(step)
    const part = whole.sections.find((each) => each.section.id === section)!
    const saved = await saveDraft(ports, whole, part, by, { entry, revision: 0, typed })
    expect(saved).toEqual({ kind: 'saved' })
  }
  const view = async (step: string, section: string) => ({
    ...(await sectionFor(ports, lead, { journey, step, section }))!,
    token: 't',
  })
  const show = async (step: string, section: string) => {
    const shown = await view(step, section)
    const saved = shown.work.written[0]
    return entriesOf(shown.work.section)
      ? entriesPage(
          shown,
          'nnnnnnnnnnnnnnnn',
          undefined,
          besideEntries(shown, (form) => form),
        )
      : questionsPage(shown, { id: '', revision: saved?.revision ?? 0, isNew: false }, saved?.typed ?? {})
  }
  const showStep = async (step: string) => {
    const whole = await work(step)
    return stepPage({ ...whole, mayHandIn: true, warnings: [], beside: besideStep(whole) })
  }
  return { ports, work, save, view, show, showStep }
}

const rootOf = (page: Page) => parse(page.body.html)
const textOf = (page: Page) => rootOf(page).text.replace(/\s+/g, ' ')
const entryId = (at: number) => `e${String(at).padStart(15, '0')}`

describe('a part', () => {
  it('says how many answers are needed, or that it can be skipped', async () => {
    const { show } = begin()
    expect(textOf(await show('registration', 'organisation'))).toContain('2 answers are needed here.')
    expect(textOf(await show('registration', 'contacts'))).toContain('One answer is needed here.')
    expect(textOf(await show('registration', 'hopes'))).toContain('This part would help; you can skip it.')
    expect(textOf(await show('behaviours-and-structures', 'training'))).toContain('you can skip it')
  })

  it('says of a question that is needed at times when it is, and does not call it optional', async () => {
    const { show } = begin()
    const decision = rootOf(await show('commitment-and-pledge', 'decision'))
    expect(decision.querySelector('label[for=decidingBodyName]')!.text).toBe('What is it called?')
    expect(decision.querySelector('#decidingBodyName-hint')!.text).toContain('Please answer if you choose “')
    expect(decision.querySelector('label[for=decidedOn]')!.text).toContain('(optional)')
  })

  it('says why it asks, last, and shows two invented examples beside a long question', async () => {
    const { show, view } = begin()
    const organisation = rootOf(await show('registration', 'organisation'))
    expect(organisation.querySelector('#peopleInScope-hint')!.text).toMatch(/We ask because [^.]*\.$/)
    const diary = await view('positive-action', 'diary')
    const entry = rootOf(questionsPage(diary, { id: entryId(1), revision: 0, isNew: true }, {}))
    const examples = entry
      .querySelector('#evidenceChanged')!
      .closest('.govuk-form-group')!
      .querySelector('details')!
    expect(examples.text).toContain('A charity of six people')
    expect(examples.text).toContain('A school')
    expect(examples.text).toContain('invented')
    expect(examples.hasAttribute('open')).toBe(false)
  })

  it('says of what is asked again and again why it is asked', async () => {
    const { show } = begin()
    let lists = 0
    for (const step of stepsOf(definition))
      for (const section of sectionsFor(step, false)) {
        const entries = entriesOf(section)
        if (!entries) continue
        expect(textOf(await show(step.id, section.id)), section.id).toContain(reasonFor(entries.id))
        lists++
      }
    expect(lists).toBe(10)
  })

  it('has a label of its own for every box, where questions are set aside too', async () => {
    const { show } = begin()
    for (const step of stepsOf(definition))
      for (const section of sectionsFor(step, false)) {
        if (section.about === 'contact') continue
        const labels = rootOf(await show(step.id, section.id))
          .querySelectorAll('details .govuk-fieldset .govuk-form-group > label')
          .map((label) => label.text)
        expect(new Set(labels).size, `${section.id}: ${labels.join()}`).toBe(labels.length)
      }
    const people = textOf(await show('reflective-transparency', 'people'))
    expect(people).toContain('How do you know? About: “People here feel able to talk')
  })

  it('leads from the summary of errors to the reason when the reason is what is wrong', async () => {
    const { view } = begin()
    const shown = await view('registration', 'organisation')
    const typed = { peopleInScope: ['12'], [reasonName('peopleInScope')]: ['We are one.'] }
    const messages = messagesFor({ peopleInScope: { code: 'answered-and-not' } }, typed)
    const root = rootOf(questionsPage(shown, { id: '', revision: 0, isNew: false }, typed, messages))
    const [link] = root.querySelectorAll('.govuk-error-summary a')
    expect(link!.getAttribute('href')).toBe('#peopleInScope-because')
    const reason = root.querySelector('#peopleInScope-because')!
    expect(reason.getAttribute('aria-describedby')).toBe('peopleInScope-because-error')
    expect(reason.closest('details')!.hasAttribute('open')).toBe(true)
  })

  it('says that somebody else saved it last, and to them nothing', async () => {
    const { save, show } = begin()
    await save('registration', 'hopes', { hopes: ['To listen.'] }, { by: 'colleague' })
    const told = 'Somebody else saved this last, on 4 January 2027 at 10:00.'
    expect(textOf(await show('registration', 'hopes'))).toContain(told)
    await save('registration', 'web', { webPresence: ['none'] })
    expect(textOf(await show('registration', 'web'))).not.toContain('Somebody else')
  })
})

describe('what is missing', () => {
  it('is linked to its very question from the step, from each part, and is there', async () => {
    const { save, show, showStep } = begin()
    await save('raising-awareness', 'activities', { activityWhat: ['An assembly'] }, { entry: entryId(1) })
    const here = `/journeys/${journey}/steps/raising-awareness`
    const expected = [
      `${here}/activities/${entryId(1)}#activityOn`,
      `${here}/awareness-declaration#awareOfAim`,
      `${here}/awareness-declaration#awareItIsPersonal`,
      `${here}/awareness-declaration#awareOfHow`,
    ]
    const pages = [
      await showStep('raising-awareness'),
      await show('raising-awareness', 'activities'),
      await show('raising-awareness', 'awareness-declaration'),
    ]
    for (const page of pages) {
      const links = rootOf(page)
        .querySelectorAll('a')
        .map((link) => link.getAttribute('href')!)
      expect(links.filter((link) => link.includes('#'))).toEqual(expected)
      expect(textOf(page)).toContain('What is still missing before you can hand in')
    }
    expect(textOf(pages[0]!)).toContain('“An assembly”: ')
    const declaration = rootOf(pages[2]!)
    for (const id of ['awareOfAim', 'awareItIsPersonal', 'awareOfHow']) {
      expect(declaration.querySelector(`#${id}`), id).not.toBeNull()
    }
  })

  it('of an empty list leads to where one is added', async () => {
    const { show, showStep } = begin()
    const link = `/journeys/${journey}/steps/positive-action/diary#evidence`
    expect(rootOf(await showStep('positive-action')).querySelector(`a[href="${link}"]`)).not.toBeNull()
    expect(rootOf(await show('positive-action', 'diary')).querySelector('a#evidence')!.text).toContain('Add')
  })

  it('is nothing in the end', async () => {
    const { save, show, showStep } = begin()
    const day = { activityOn: ['1 9 2026'], activityWhat: ['An assembly'] }
    await save('raising-awareness', 'activities', day, { entry: entryId(1) })
    const yes = { awareOfAim: ['yes'], awareItIsPersonal: ['yes'], awareOfHow: ['yes'] }
    await save('raising-awareness', 'awareness-declaration', yes)
    for (const page of [await showStep('raising-awareness'), await show('raising-awareness', 'activities')]) {
      expect(textOf(page)).toContain('Nothing is missing.')
    }
  })

  it('is on the hub, with how far each step is', async () => {
    const { ports, save } = begin()
    await save('raising-awareness', 'activities', { activityWhat: ['An assembly'] }, { entry: entryId(1) })
    const hub = {
      ...{ journey, definition, state: event.state, organisationName: 'Charity', role: 'lead' as const },
      ...{ handedIn: undefined, nextLevel: undefined, actions: undefined },
      index: await ports.draftIndex.ofRound(journey, 1),
      contact: ports.settings.contact,
    }
    const root = rootOf(hubPage(hub))
    expect(root.querySelector('#step-raising-awareness-hint')!.text).toBe(
      'Step 2 of 7. 0 of 3 parts done, 1 entry, 4 answers are missing',
    )
    expect(root.querySelector('#step-positive-action-hint')!.text).toBe('Step 6 of 7')
  })
})

describe('the page of a step', () => {
  it('shows what was handed in, whatever became of the draft since', async () => {
    const { work } = begin()
    const whole = await work('raising-awareness')
    const state = {
      ...event.state,
      submissions: { 'raising-awareness': { id: 'x', hash: 'h', at: event.at } },
    }
    const submitted = { inAppraisal: 'planned' }
    const handedIn = { ...whole, event: { ...event, state }, open: false, answers: undefined, submitted }
    expect(textOf(stepPage({ ...handedIn, mayHandIn: true, warnings: [] }))).toContain(
      'Not yet, but we plan to',
    )
  })

  it('says first that it cannot be handed in at all, and offers no button to do it', async () => {
    const { work } = begin()
    const whole = await work('demonstrate-and-celebrate')
    const sections = whole.sections.map((each) => ({ ...each, status: 'done' as const }))
    const position = { ...event.state.position, at: 'demonstrate-and-celebrate' }
    const ready = {
      ...whole,
      sections,
      answers: {},
      event: { ...event, state: { ...event.state, position } },
    }
    const show = (closed?: ReturnType<typeof notValidated>) =>
      rootOf(stepPage({ ...ready, mayHandIn: true, warnings: [], closed }))
    expect(show().querySelectorAll('a.govuk-button')).toHaveLength(1)
    expect(show(notValidated()).querySelectorAll('a.govuk-button')).toHaveLength(0)
    const { html } = stepPage({ ...ready, mayHandIn: true, warnings: [], closed: notValidated() }).body
    expect(html.indexOf('govuk-inset-text')).toBeLessThan(html.indexOf('govuk-task-list'))
  })
})

describe('what was handed in', () => {
  it('says so when nothing of it is meant for others', () => {
    const { sections } = stepsOf(definition).find(({ id }) => id === 'positive-action')!
    const entry = { evidenceTitle: 'A story hour' }
    const read = (evidence: readonly (typeof entry)[]) =>
      answersForOthers(sections, { evidence }, { journey, files: [], referable: {} }).html
    expect(read([])).toContain('Nothing of it is meant for others to read.')
    expect(read([entry])).toContain('A story hour')
    expect(read([entry])).not.toContain('Nothing of it')
  })
})

describe('the hub', () => {
  const { ports } = begin()
  const shown = (state: Partial<typeof event.state> = {}) =>
    rootOf(
      hubPage({
        ...{ journey, definition, organisationName: 'Charity', role: 'lead', index: {} },
        ...{ handedIn: undefined, nextLevel: undefined, actions: undefined },
        contact: ports.settings.contact,
        state: { ...event.state, ...state },
      }),
    )
  const done = (count: number) =>
    Object.fromEntries(
      stepsOf(definition)
        .slice(0, count)
        .map(({ id }) => [id, event.at]),
    )

  it('says how to arrange a meeting or training, and asks once more when the first phase is handed in', () => {
    const { name, telephone, address } = ports.settings.contact
    expect(shown().text).toContain(`${name} can arrange it at any time`)
    expect(shown().text).toContain(telephone)
    expect(shown().querySelector(`a[href="mailto:${address}"]`)).not.toBeNull()
    const asked = [0, 2, 3, 4].filter((count) => shown({ done: done(count) }).text.includes('Shall we meet?'))
    expect(asked).toEqual([3])
    const meetings = (root: ReturnType<typeof shown>) => root.text.match(/introductory meeting/g)
    expect(meetings(shown({ done: done(3) }))).toHaveLength(1)
  })

  it('leads to “What changed” from when step 7 is begun', () => {
    const link = (state = {}) => shown(state).querySelector(`a[href="/journeys/${journey}/what-changed"]`)
    expect(link()).toBeNull()
    expect(link({ position: { ...event.state.position, at: 'demonstrate-and-celebrate' } })).not.toBeNull()
  })

  it('speaks to an individual of themselves', () => {
    const position = { ...event.state.position, at: 'reflective-transparency' }
    expect(shown({ position }).text).toContain('Look at yourselves honestly')
    expect(shown({ position, individual: true }).text).toContain('Look at yourself honestly')
  })
})

describe('one thing leads to the next', () => {
  it('from what was found to the plan, in one press', async () => {
    const { ports, save, show, view } = begin()
    const step = 'reflective-transparency'
    expect(rootOf(await show(step, 'plan')).querySelector('form[action$="/rows"]')).toBeNull()
    const found = { improvementWhat: ['Hear from <parents>'], improvementArea: ['participation'] }
    await save(step, 'improvements', found, { entry: entryId(1) })
    await save(step, 'people', { viewReflect: ['beginning'] })
    const form = rootOf(await show(step, 'plan')).querySelector('form[action$="/rows"]')!
    expect(form.querySelector('button')!.text).toBe('Add a row for each of these 2 things')
    expect(form.querySelector('input')!.getAttribute('value')).toBe('add-plan-rows')
    await addPlanRows(ports, await view(step, 'plan'))
    const after = await show(step, 'plan')
    expect(rootOf(after).querySelector('form[action$="/rows"]')).toBeNull()
    expect(after.body.html).toContain('Hear from &lt;parents&gt;')
  })

  it('from the plan to the diary: rows are offered, and one that was taken away is not', async () => {
    const { save, view } = begin()
    const row = (what: string) => ({ actionWhat: [what], actionArea: ['skills'], actionBy: ['1 9 2027'] })
    await save('reflective-transparency', 'plan', row('Mentor new staff'), { entry: entryId(1) })
    const offered = async () => {
      const shown = await view('positive-action', 'diary')
      const root = rootOf(questionsPage(shown, { id: entryId(9), revision: 0, isNew: true }, {}))
      return root.querySelectorAll('input[name=evidenceActions]').map((input) => input.getAttribute('value'))
    }
    expect(await offered()).toEqual([entryId(1)])
  })

  it('from step 4 and the diary to how it is now, side by side', async () => {
    const { save, show } = begin()
    await save(
      'reflective-transparency',
      'improvements',
      { improvementWhat: ['Hear from parents'], improvementArea: ['participation'] },
      { entry: entryId(1) },
    )
    const entry = {
      evidenceOn: ['1 9 2026'],
      evidenceTitle: ['Story hour'],
      evidenceAreas: ['participation'],
      evidenceChanged: ['They come.'],
    }
    await save('positive-action', 'diary', entry, { entry: entryId(2) })
    const root = rootOf(await show('demonstrate-and-celebrate', 'distance'))
    const group = (field: string) => root.querySelector(`#${field}`)!.closest('.app-views')?.text
    expect(group('nowParticipation')).toContain('Hear from parents')
    expect(group('nowParticipation')).toContain('Story hour')
    expect(group('nowSkills')).toBeUndefined()
  })

  it('from what is learned to the library and the guide, on the step, its list and one entry', async () => {
    const { show, showStep, view } = begin()
    const learning = await view('behaviours-and-structures', 'learning')
    for (const page of [
      await showStep('behaviours-and-structures'),
      await show('behaviours-and-structures', 'learning'),
      questionsPage(learning, { id: entryId(1), revision: 0, isNew: true }, {}),
    ]) {
      const links = rootOf(page)
        .querySelectorAll('a')
        .map((a) => a.getAttribute('href'))
      expect(links).toEqual(expect.arrayContaining(['/library', '/safe-discussion']))
    }
  })

  it('shows training on step 2, who learned about what on step 5, and the page to print on step 7', async () => {
    const { save, showStep } = begin()
    const training = `/journeys/${journey}/steps/behaviours-and-structures/training`
    expect(rootOf(await showStep('raising-awareness')).querySelector(`a[href="${training}"]`)).not.toBeNull()
    const session = { sessionArea: ['age'], sessionLearned: ['A lot.'], sessionGroups: ['staff'] }
    await save('behaviours-and-structures', 'learning', session, { entry: entryId(1) })
    const table = rootOf(await showStep('behaviours-and-structures')).querySelector('table')!
    const rows = table.querySelectorAll('tbody tr').map((row) => row.text.trim())
    expect(rows).toContain('AgeStaff')
    expect(rows).toContain('RaceNobody yet')
    expect(table.querySelector('caption')).not.toBeNull()
    const step7 = rootOf(await showStep('demonstrate-and-celebrate'))
    expect(step7.querySelector(`a[href="/journeys/${journey}/what-changed"]`)).not.toBeNull()
  })
})

describe('a long diary', () => {
  const titles = ['Story hour with', 'A walk through', 'Lunch for', 'Letters to', 'A debate about']
  const places = [
    'Harehills',
    'the care home',
    'new families',
    'the night shift',
    'Roundhay',
    'year 5',
    'governors',
  ]
  async function longDiary() {
    const all = begin()
    for (let at = 0; at < 200; at++) {
      const begunAt = new Date(Date.parse('2027-01-04T10:00:00Z') + at * 1000).toISOString()
      await all.ports.draftWriter.save({
        ...{ journey, round: 1, step: 'positive-action', section: 'diary', entry: idOf(at) },
        ...{ revision: 1, by: 'lead', at: begunAt, begunAt },
        typed: {
          evidenceOn: [`${1 + (at % 28)} ${1 + (at % 12)} 2026`],
          evidenceTitle: [`${titles[at % 5]} ${places[at % 7]} (${at + 1})`],
          evidenceAreas: [areasOfChange[at % 5]!, ...(at % 3 === 0 ? ['skills'] : [])],
          evidenceChanged: ['People who did not know one another now meet every week.'],
        },
      })
    }
    return all
  }
  /** As random as a real one. */
  const idOf = (at: number) =>
    (BigInt(at + 1) * 0x9e3779b97f4a7c15n).toString(36).padStart(16, '7').slice(-16)

  it('is a line an entry, each with its day, its title and its areas, and leads to the entry', async () => {
    const { show } = await longDiary()
    const root = rootOf(await show('positive-action', 'diary'))
    const lines = root.querySelectorAll('.govuk-task-list__item')
    expect(lines).toHaveLength(50)
    expect(root.querySelector('#evidence-list')!.text).toContain('1 to 50 of 200.')
    expect(root.querySelector('#evidence-list a')!.getAttribute('href')).toContain('/diary?evidence=51')
    expect(lines[3]!.text).toContain('Letters to the night shift (4)')
    expect(lines[3]!.text).toContain('4 April 2026, Innovation, Skills')
    expect(root.querySelectorAll('.govuk-summary-card')).toHaveLength(0)
    expect(root.querySelector('a#evidence')).toBeNull()
    expect(root.querySelector('#evidence')!.text).toContain('You can add 200 at most')
  })

  it('keeps every page within 14 KB with the style sheet, compressed', async () => {
    const all = await longDiary()
    const settings = {
      contact: { name: 'N', address: 'ccqm@leeds.example', telephone: '0113', handle: '@', hashtags: [] },
    }
    const ofSheet = brotliCompressSync(styleSheet).length
    const sizeOf = (page: Page) =>
      brotliCompressSync(layout(settings, { team: false, signOutToken: 'f'.repeat(64) }, page)).length +
      ofSheet
    const sizes: [string, number][] = []
    for (const step of stepsOf(definition)) {
      sizes.push([step.id, sizeOf(await all.showStep(step.id))])
      const check = { ...(await all.work(step.id)), warnings: [], distance: undefined }
      sizes.push([`${step.id}/check`, sizeOf(checkPage(check, 't'.repeat(64)))])
      for (const { id, about } of sectionsFor(step, false)) {
        if (about === 'contact') continue
        sizes.push([`${step.id}/${id}`, sizeOf(await all.show(step.id, id))])
        const shown = await all.view(step.id, id)
        if (!entriesOf(shown.work.section)) continue
        const one = questionsPage(shown, { id: entryId(1), revision: 0, isNew: true }, {})
        sizes.push([`${step.id}/${id}/one`, sizeOf(one)])
      }
    }
    const largest = sizes.toSorted(([, a], [, b]) => b - a)
    expect(sizes.length).toBeGreaterThan(50)
    expect(largest[0]![1], largest.slice(0, 5).join(' ')).toBeLessThan(14 * 1024)
  })
})
