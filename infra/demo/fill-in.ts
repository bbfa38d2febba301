// Fills in whatever form is on the page: what has to be answered, or every question.
import type { HTMLElement } from 'node-html-parser'
import { checkFields, entriesOf, plainFieldsOf } from '../../workflows/fields.ts'
import { journey } from '../../workflows/journey.ts'
import { type PlainField, type Section, type Step, stepsOf } from '../../workflows/model.ts'
import { type Browser, type FilledIn, linkTo, type Shown } from './browser.ts'
import { type Asked, inventedAnswer } from './invented-answers.ts'
import { until } from './until.ts'

/** How somebody fills in: what has to be answered alone unless `full`; `given` before what is invented. */
export interface Manner {
  readonly full?: boolean
  readonly given?: FilledIn
}

/** The fields of the definition by their ids, those of entries included. */
export const definedFields: ReadonlyMap<string, PlainField> = new Map(
  stepsOf(journey).flatMap(({ sections }) => sections.flatMap(fieldsOf).map((field) => [field.id, field])),
)

/** An answer for every field of the main forms that wants one, `wanted` where the page asks for it. */
export function fillIn(page: Shown, wanted: FilledIn = {}, full = false): FilledIn {
  const given = here(page, wanted)
  const asked = questionsOn(page.root)
  const answer = (id: string) =>
    answered(page.root, id) ?? inventedAnswer(asked.get(id)!, asked.get(id)!.offered)
  const required = [...asked.values()].filter((question) => full || question.required)
  const answers = Object.fromEntries(required.map(({ id }) => [id, answer(id)]))
  const known = [...asked.keys()].flatMap((id) => definedFields.get(id) ?? [])
  // What one answer asks of another question is found as the page would find it.
  for (let more = true; more; ) {
    const typed = { ...answers, ...given }
    const values = Object.fromEntries(Object.entries(typed).map(([id, value]) => [id, [value].flat()]))
    const { problems } = checkFields(known, values, '9999-12-31')
    const missing = Object.keys(problems).filter((id) => problems[id]!.code === 'missing' && !(id in typed))
    for (const id of missing) answers[id] = answer(id)
    more = missing.length > 0
  }
  return { ...answers, ...given }
}

/** What is typed or chosen already. */
function answered(root: HTMLElement, id: string): string | readonly string[] | undefined {
  const own = controlsIn(root).filter((each) => each.getAttribute('name') === id)
  const chosen = own.filter((each) => each.hasAttribute('checked')).map((each) => each.getAttribute('value')!)
  if (chosen.length > 0) return chosen
  const [first] = own.filter((each) => !['radio', 'checkbox'].includes(each.getAttribute('type') ?? ''))
  const typed = first?.tagName === 'TEXTAREA' ? first.textContent.trim() : first?.getAttribute('value')
  return typed || undefined
}

/** Those that the page asks for. */
function here({ root }: Shown, given: FilledIn): FilledIn {
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => root.querySelector(`main form [name="${name}"]`)),
  )
}

interface Question extends Asked {
  readonly required: boolean
  readonly offered: readonly string[]
}

/** By name. `root` is a page, or a form of one. */
export function questionsOn(root: HTMLElement): ReadonlyMap<string, Question> {
  const found = new Map<string, Question>()
  for (const control of controlsIn(root)) {
    const id = control.getAttribute('name')
    const type = control.getAttribute('type')
    // A reason for which a question does not apply has a name with hyphens; it is given by `given` alone.
    if (!id || found.has(id) || id.includes('-') || ['hidden', 'file'].includes(type ?? '')) continue
    const field = definedFields.get(id)
    const offered = controlsIn(root)
      .filter((each) => each.getAttribute('name') === id)
      .map((each) => each.getAttribute('value') ?? '')
    const past = field?.kind === 'date' ? field.past : undefined
    const required = field?.required ?? !/\(optional\)/.test(labelOf(control, root))
    found.set(id, { id, kind: field?.kind ?? kindOf(control), past, offered, required })
  }
  return found
}

function controlsIn(root: HTMLElement): readonly HTMLElement[] {
  const forms = root.tagName === 'FORM' ? [root] : root.querySelectorAll('main form')
  return forms.flatMap((form) => form.querySelectorAll('input, textarea'))
}

/** The words before a control, or before the group that it is in. */
function labelOf(control: HTMLElement, root: HTMLElement): string {
  const group = control.closest('fieldset')?.querySelector('legend')
  return (group ?? root.querySelector(`label[for="${control.id}"]`))?.text.trim() ?? ''
}

function kindOf(control: HTMLElement): PlainField['kind'] {
  if (control.tagName === 'TEXTAREA') return 'long-text'
  if (control.getAttribute('inputmode') === 'numeric') return 'number'
  if (control.getAttribute('inputmode') === 'url') return 'url'
  const kinds = { radio: 'choice', checkbox: 'choices', email: 'email', tel: 'telephone' } as const
  return kinds[control.getAttribute('type') as keyof typeof kinds] ?? 'text'
}

/**
 * From the page of a step: fills in its parts, until it can be handed in or, when `full`, all of them.
 * Throws when something that was filled in is refused.
 */
export async function fillInStep(browser: Browser, manner: Manner = {}): Promise<void> {
  const path = browser.page.url.pathname
  const step = stepsOf(journey).find(({ id }) => path.endsWith(`/${id}`))
  if (!step) throw new Error(`“${browser.page.heading}” is not the page of a step`)
  for (const section of step.sections) {
    const here = `${path}/${section.id}`
    if (!linkTo(browser.page, exactly(here))) continue
    if (!manner.full && (mayHandIn(browser, path) || !mustBeAnswered(section))) continue
    await browser.followTo(exactly(here))
    await fillInSection(browser, section, here, manner)
    await browser.open(path)
  }
}

/** From the page of a step: fills it in and hands it in. Gives the page after it. */
export async function doStep(browser: Browser, manner: Manner = {}): Promise<Shown> {
  const path = browser.page.url.pathname
  await fillInStep(browser, manner)
  return handIn(browser, path)
}

/** From the page of a step, over the page on which the answers are checked. */
export async function handIn(browser: Browser, step: string): Promise<Shown> {
  if (!mayHandIn(browser, step))
    throw new Error(
      `“${browser.page.heading}” cannot be handed in: ${browser.page.root.querySelector('main')?.text}`,
    )
  await browser.followTo(exactly(`${step}/check`))
  return browser.send()
}

function mayHandIn({ page }: Browser, step: string): boolean {
  return linkTo(page, exactly(`${step}/check`)) !== undefined
}

/** One entry, where there is none yet; files first, since a form is left to send them. */
async function fillInSection(
  browser: Browser,
  section: Section,
  here: string,
  { full = false, given = {} }: Manner,
) {
  if (entriesOf(section)) {
    const anEntry = new RegExp(`^${here}/[0-9a-z]{16}$`)
    const add = browser.page.root
      .querySelectorAll('main a.govuk-button')
      .find((link) => anEntry.test(link.getAttribute('href')!))
    const all = browser.page.root.querySelectorAll('main a')
    const isEmpty = all.filter((link) => anEntry.test(link.getAttribute('href') ?? '')).length <= 1
    if (!add || !isEmpty) return
    await browser.open(add.getAttribute('href')!)
  }
  if (full) await addFiles(browser, section, given)
  const { heading } = browser.page
  await accepted(browser.send(fillIn(browser.page, given, full)), heading)
}

async function addFiles(browser: Browser, section: Section, given: FilledIn) {
  for (const { id } of fieldsOf(section).filter(({ kind }) => kind === 'file')) {
    const form = browser.page.url.pathname
    const typed = fillIn(browser.page, given, true)
    await accepted(browser.send({ ...typed, action: `add-to-${id}` }), browser.page.heading)
    await accepted(browser.send(fillIn(browser.page, given, true)), browser.page.heading)
    const arrived = await browser.upload({ name: 'IMG_0001.png', type: 'image/png', content: picture })
    await until('the check of a file', async () =>
      /Your file is ready/.test((await browser.open(arrived.url.pathname)).heading),
    )
    await browser.open(form)
  }
}

async function accepted(sending: Promise<Shown>, heading: string): Promise<void> {
  const { status, root } = await sending
  const problem = root.querySelector('.govuk-error-summary')?.text
  if (status !== 200 || problem) throw new Error(`“${heading}” was refused (${status}): ${problem}`)
}

function mustBeAnswered(section: Section): boolean {
  const entries = entriesOf(section)
  return entries
    ? entries.required
    : section.fields.some(({ required, requiredWhen }) => required || requiredWhen)
}

export function fieldsOf(section: Step['sections'][number]): readonly PlainField[] {
  return entriesOf(section)?.fields ?? plainFieldsOf(section)
}

function exactly(path: string): RegExp {
  return new RegExp(`^${path}$`)
}

/** Eight by eight grey pixels, as PNG. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGNogAIGyhgAgIQgAQ2AJGEAAAAASUVORK5CYII=',
  'base64',
)
