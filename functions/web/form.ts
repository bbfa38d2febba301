// Forms: one renderer for each kind of field, an error summary, and what was typed kept.
import { type Problem, reasonName } from '../../workflows/fields.ts'
import type { Field, PlainField } from '../../workflows/model.ts'
import { form as words } from '../../workflows/words/form.ts'
import { optionalWord, optionalWordFor, word, wordFor } from '../../workflows/words.ts'
import { declaredOf } from './aims.ts'
import { type Files, fileList, noFiles } from './file-list.ts'
import { type Html, html } from './html.ts'

/** What was typed, by field id. */
export type Typed = Readonly<Record<string, readonly string[]>>
/** What is the matter, in a sentence, by field id. */
export type Messages = Readonly<Record<string, string>>

/** What stands beside a question for those who answer it with some thought. */
export interface Guide {
  /** Why it is asked, in a sentence. */
  readonly why: (field: string, individual?: boolean) => string | undefined
  /** Between the question and its answer, such as examples. */
  readonly beside: (field: string) => Html | undefined
  /** The whole question beside something else. */
  readonly around?: (field: string, question: Html) => Html
}

const noGuide: Guide = { why: () => undefined, beside: () => undefined }

interface Shown {
  readonly values: readonly string[]
  readonly message: string | undefined
  readonly files: Files
  readonly hint: string | undefined
  readonly beside: Html | undefined
}

const renderers: {
  readonly [K in PlainField['kind']]: (field: Extract<PlainField, { kind: K }>, shown: Shown) => Html
} = {
  text: (field, shown) => line(field, shown, html`type="text"`),
  'long-text': (field, { values, ...shown }) =>
    textArea(field.id, label(field, shown.files), { ...shown, value: values[0] }),
  choice: (field, shown) => offered(field, shown, 'radio'),
  choices: (field, shown) => offered(field, shown, 'checkbox'),
  number: (field, shown) => line(field, shown, html`type="text" inputmode="numeric"`, true),
  email: (field, shown) => line(field, shown, html`type="email" spellcheck="false"`),
  telephone: (field, shown) => line(field, shown, html`type="tel"`),
  url: (field, shown) => line(field, shown, html`type="text" inputmode="url" spellcheck="false"`),
  postcode: (field, shown) => line(field, shown, html`type="text"`, true),
  date: (field, shown) => line(field, shown, html`type="text"`, true),
  declaration: (field, shown) => {
    const yes = { value: 'yes', label: wordFor(shown.files.individual, `field.${field.id}.yes`) }
    const about = declaredOf[field.id]
    return choose(field.id, label(field, shown.files), 'checkbox', [yes], { ...shown, about })
  },
  file: (field, { values, files, ...control }) =>
    html`<div class="govuk-form-group${control.message && ' govuk-form-group--error'}" role="group" id="${field.id}" tabindex="-1" aria-labelledby="${field.id}-label"${describedBy(field.id, control, false)}><h2 class="govuk-label govuk-label--s" id="${field.id}-label">${label(field, files)}</h2>
${hintAndMessage(field.id, control)}${fileList(files, values)}</div>
`,
  /** Nothing is asked while there is nothing to name. */
  references: (field, { files, ...shown }) => {
    const all = (files.referable?.[field.to] ?? []).map(({ id, title }, at) => ({
      value: id,
      label: title || words('withoutTitle', { one: word(`field.${field.to}.one`), number: at + 1 }),
    }))
    return all.length === 0 ? html`` : choose(field.id, label(field, files), 'checkbox', all, shown)
  },
}

/** `files` is what is known of those that the answers name. */
export function renderFields(
  fields: readonly PlainField[],
  typed: Typed,
  messages: Messages,
  files: Files = noFiles,
  guide: Guide = noGuide,
): Html {
  return html`${fields.map((field) => {
    const render = renderers[field.kind] as (field: PlainField, shown: Shown) => Html
    const hint = hintOf(field, fields, files, guide)
    const shown = { values: typed[field.id] ?? [], message: messages[field.id], files, hint }
    const question = render(field, { ...shown, beside: guide.beside(field.id) })
    return guide.around?.(field.id, question) ?? question
  })}`
}

/** What is asked, in which form, when it is needed, and last why. */
function hintOf(
  field: PlainField,
  beside: readonly PlainField[],
  { individual }: Files,
  { why }: Guide,
): string | undefined {
  const sentences = [
    ownHint(field, individual),
    field.kind === 'long-text' && upTo(field),
    neededWhen(field, beside, individual),
    why(field.id, individual),
  ]
  return sentences.filter(Boolean).join(' ') || undefined
}

function upTo({ maxWords, maxLength }: Extract<PlainField, { kind: 'long-text' }>): string {
  return maxLength === undefined
    ? words('upTo', { limit: maxWords })
    : words('upToCharacters', { limit: maxLength })
}

/** What to write, and in which form. */
export function ownHint({ id, kind }: PlainField, individual?: boolean): string | undefined {
  const statement = optionalWordFor(individual, id.replace(/^known(?=[A-Z])/, 'field.view'))
  if (statement) return words('aboutStatement', { statement })
  const own = optionalWordFor(individual, `field.${id}.hint`)
  if (own || kind === 'date') return own ?? words('dayExample')
  return kind === 'choices' || kind === 'references' ? words('selectAll') : undefined
}

/** On which other answer it depends that this one is needed. */
export function neededWhen(
  { requiredWhen }: PlainField,
  beside: readonly PlainField[],
  individual?: boolean,
): string | undefined {
  if (!requiredWhen || !beside.some(({ id }) => id === requiredWhen.field)) return undefined
  const question = wordFor(individual, `field.${requiredWhen.field}`)
  if (requiredWhen.is === 'unanswered') return words('neededUnless', { question })
  const options = requiredWhen.options.map((option) =>
    words('quoted', { text: wordFor(individual, `field.${requiredWhen.field}.${option}`) }),
  )
  return words('neededIf', { question, options: options.join(` ${words('or')} `) })
}

/** Sentences for what fields.ts found. Where a reason was typed for which a question does not apply, it is about the reason. */
export function messagesFor(
  problems: Readonly<Record<string, Problem>>,
  typed: Typed = {},
  individual?: boolean,
): Messages {
  return Object.fromEntries(
    Object.entries(problems).map(([id, problem]) => {
      const reason = reasonName(id)
      const isOfReason = typed[reason]?.some((value) => value.trim() !== '')
      return [isOfReason ? reason : id, messageFor(id, problem, individual)]
    }),
  )
}

/** A field that is missing has a sentence of its own. */
export function messageFor(field: string, { code, limit }: Problem, individual?: boolean): string {
  const own = code === 'missing' ? optionalWordFor(individual, `field.${field}.missing`) : undefined
  return own ?? word(`problem.${code}`, { limit: limit ?? '' })
}

/** WCAG 3.3.1: what is wrong, at the top, each with a link to its field, if it is of one. Empty when nothing is. */
export function errorSummary(messages: Messages): Html | undefined {
  const entries = Object.entries(messages)
  if (entries.length === 0) return undefined
  return html`<div class="govuk-error-summary"><div role="alert" aria-labelledby="problem">
<h2 class="govuk-error-summary__title" id="problem">${words('problem')}</h2>
<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">${entries.map(([id, message]) => html`<li>${id === '' ? message : html`<a href="#${id}">${message}</a>`}</li>`)}</ul></div>
</div></div>`
}

interface Control {
  readonly hint?: string | undefined
  readonly message?: string | undefined
  readonly value?: string | undefined
  /** Shown before the input. */
  readonly beside?: Html | undefined
  /** For an answer of about ten characters. */
  readonly short?: boolean | undefined
}

/** `type` is the input's own attributes. */
export function textField(id: string, label: string, control: Control, type: Html = html`type="text"`): Html {
  return labelled(
    id,
    label,
    control,
    html`<input class="govuk-input${control.short && ' govuk-input--width-10'}${control.message && ' govuk-input--error'}" id="${id}" name="${id}" value="${control.value}" ${type}${describedBy(id, control)}>`,
  )
}

export function textArea(id: string, label: string, control: Control): Html {
  return labelled(
    id,
    label,
    control,
    html`<textarea class="govuk-textarea${control.message && ' govuk-textarea--error'}" id="${id}" name="${id}" rows="6"${describedBy(id, control)}>
${control.value}</textarea>`,
  )
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

interface Choice {
  readonly hint?: string | undefined
  readonly message?: string | undefined
  readonly beside?: Html | undefined
  readonly values: readonly string[]
  /** Side by side where there is room: for a few short radios. */
  readonly inline?: boolean
  /** To be read before choosing. */
  readonly about?: Html | undefined
}

/** Radios or checkboxes; the first has the field's id, so that the error summary can lead to it. */
export function choose(
  id: string,
  legend: string,
  type: 'radio' | 'checkbox',
  all: readonly Option[],
  { hint, message, beside, values, inline, about }: Choice,
): Html {
  const of = classes[type]
  return html`<div class="govuk-form-group${message && ' govuk-form-group--error'}"><fieldset class="govuk-fieldset"${describedBy(id, { hint, message })}><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${legend}</legend>
${hintAndMessage(id, { hint, message, beside })}${about}<div class="${of.all}${inline && ' govuk-radios--small govuk-radios--inline'}">
${all.map((option, at) => {
  const own = at === 0 ? id : `${id}-${option.value}`
  const checked = values.includes(option.value) && html` checked`
  const describes = option.hint && html` aria-describedby="${own}-item-hint"`
  return html`<div class="${of.item}"><input class="${of.input}" type="${type}" id="${own}" name="${id}" value="${option.value}"${checked}${describes}><label class="govuk-label ${of.label}" for="${own}">${option.label}</label>${option.hint && html`<div class="govuk-hint ${of.hint}" id="${own}-item-hint">${option.hint}</div>`}</div>
`
})}</div></fieldset></div>
`
}

const classes = {
  radio: {
    all: 'govuk-radios',
    item: 'govuk-radios__item',
    input: 'govuk-radios__input',
    label: 'govuk-radios__label',
    hint: 'govuk-radios__hint',
  },
  checkbox: {
    all: 'govuk-checkboxes',
    item: 'govuk-checkboxes__item',
    input: 'govuk-checkboxes__input',
    label: 'govuk-checkboxes__label',
    hint: 'govuk-checkboxes__hint',
  },
} as const

export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

function line(field: PlainField, { values, ...shown }: Shown, type: Html, short = false): Html {
  const purpose = purposes[field.id]
  return textField(
    field.id,
    label(field, shown.files),
    { ...shown, value: values[0], short },
    html`${type}${purpose && html` autocomplete="${purpose}"`}`,
  )
}

function offered(
  field: Extract<Field, { options: unknown }>,
  shown: Shown,
  type: 'radio' | 'checkbox',
): Html {
  const all = field.options.map((value) => ({
    value,
    label: wordFor(shown.files.individual, `field.${field.id}.${value}`),
    hint: optionalWord(`field.${field.id}.${value}.hint`),
  }))
  return choose(field.id, label(field, shown.files), type, all, shown)
}

function labelled(id: string, label: string, control: Control, input: Html): Html {
  return html`<div class="govuk-form-group${control.message && ' govuk-form-group--error'}"><label class="govuk-label govuk-label--s" for="${id}">${label}</label>
${hintAndMessage(id, control)}${input}</div>
`
}

function hintAndMessage(id: string, { hint, message, beside }: Control): Html {
  return html`${
    hint &&
    html`<div class="govuk-hint" id="${id}-hint">${hint}</div>
`
  }${beside}${
    message &&
    html`<p class="govuk-error-message" id="${id}-error"><span class="govuk-visually-hidden">${words('error')}</span> ${message}</p>
`
  }`
}

function describedBy(id: string, { hint, message }: Control, isInput = true): Html | undefined {
  const ids = [hint && `${id}-hint`, message && `${id}-error`].filter(Boolean).join(' ')
  if (ids === '') return undefined
  return html` aria-describedby="${ids}"${isInput && message && html` aria-invalid="true"`}`
}

/** What is needed at times is not called optional: its hint says when. */
function label({ id, required, requiredWhen }: Field, { individual }: Files): string {
  const question = wordFor(individual, `field.${id}`)
  return required || requiredWhen ? question : words('optional', { question })
}

/** WCAG 1.3.5: what a browser can fill in about the person themselves. */
const purposes: Readonly<Record<string, string>> = {
  organisationName: 'organization',
  postcode: 'postal-code',
  website: 'url',
  contactName: 'name',
  contactRole: 'organization-title',
  contactEmail: 'email',
  contactTelephone: 'tel',
}
