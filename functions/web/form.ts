// Forms: one renderer for each kind of field, an error summary, and what was typed kept.
import type { Problem } from '../../workflows/fields.ts'
import type { Field, PlainField } from '../../workflows/model.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import { declaredOf } from './aims.ts'
import { type Files, fileList, noFiles } from './file-list.ts'
import { type Html, html } from './html.ts'

/** What was typed, by field id. */
export type Typed = Readonly<Record<string, readonly string[]>>
/** What is the matter, in a sentence, by field id. */
export type Messages = Readonly<Record<string, string>>

interface Shown {
  readonly values: readonly string[]
  readonly message: string | undefined
  readonly files: Files
}

const renderers: {
  readonly [K in PlainField['kind']]: (field: Extract<PlainField, { kind: K }>, shown: Shown) => Html
} = {
  text: (field, shown) => line(field, shown, html`type="text"`),
  'long-text': (field, { values, message }) =>
    textArea(field.id, label(field), {
      hint: `${optionalWord(`field.${field.id}.hint`) ?? ''} You can write up to ${field.maxWords} words.`.trim(),
      message,
      value: values[0],
    }),
  choice: (field, shown) => offered(field, shown, 'radio'),
  choices: (field, shown) => offered(field, shown, 'checkbox'),
  number: (field, shown) => line(field, shown, html`type="text" inputmode="numeric"`, { short: true }),
  email: (field, shown) => line(field, shown, html`type="email" spellcheck="false"`),
  telephone: (field, shown) => line(field, shown, html`type="tel"`),
  url: (field, shown) => line(field, shown, html`type="text" inputmode="url" spellcheck="false"`),
  postcode: (field, shown) => line(field, shown, html`type="text"`, { short: true }),
  date: (field, shown) =>
    line(field, shown, html`type="text"`, { short: true, hint: 'For example, 31 1 2027.' }),
  declaration: ({ id }, { values, message }) =>
    choose(id, word(`field.${id}`), 'checkbox', [{ value: 'yes', label: word(`field.${id}.yes`) }], {
      hint: optionalWord(`field.${id}.hint`),
      message,
      values,
      about: declaredOf[id],
    }),
  file: (field, { values, message, files }) => {
    const control = { hint: optionalWord(`field.${field.id}.hint`), message }
    return html`<div class="govuk-form-group${message && ' govuk-form-group--error'}" role="group" id="${field.id}" tabindex="-1" aria-labelledby="${field.id}-label"${describedBy(field.id, control, false)}><h2 class="govuk-label govuk-label--s" id="${field.id}-label">${label(field)}</h2>
${hintAndMessage(field.id, control)}${fileList(files, values)}</div>
`
  },
  /** Nothing is asked while there is nothing to name. */
  references: (field, { values, message, files }) => {
    const all = (files.referable?.[field.to] ?? []).map(({ id, title }) => ({ value: id, label: title }))
    if (all.length === 0) return html``
    const hint = optionalWord(`field.${field.id}.hint`)
    return choose(field.id, label(field), 'checkbox', all, { hint, message, values })
  },
}

/** `files` is what is known of those that the answers name. */
export function renderFields(
  fields: readonly PlainField[],
  typed: Typed,
  messages: Messages,
  files: Files = noFiles,
): Html {
  return html`${fields.map((field) => {
    const render = renderers[field.kind] as (field: PlainField, shown: Shown) => Html
    return render(field, { values: typed[field.id] ?? [], message: messages[field.id], files })
  })}`
}

/** Sentences for what fields.ts found; a field that is missing has a sentence of its own. */
export function messagesFor(problems: Readonly<Record<string, Problem>>): Messages {
  return Object.fromEntries(
    Object.entries(problems).map(([id, { code, limit }]) => {
      const own = code === 'missing' ? optionalWord(`field.${id}.missing`) : undefined
      return [id, own ?? word(`problem.${code}`, { limit: limit ?? '' })]
    }),
  )
}

/** WCAG 3.3.1: what is wrong, at the top, each with a link to its field. Empty when nothing is. */
export function errorSummary(messages: Messages): Html | undefined {
  const entries = Object.entries(messages)
  if (entries.length === 0) return undefined
  return html`<div class="govuk-error-summary"><div role="alert" aria-labelledby="problem">
<h2 class="govuk-error-summary__title" id="problem">There is a problem</h2>
<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">${entries.map(([id, message]) => html`<li><a href="#${id}">${message}</a></li>`)}</ul></div>
</div></div>`
}

interface Control {
  readonly hint?: string | undefined
  readonly message?: string | undefined
  readonly value?: string | undefined
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
  { hint, message, values, inline, about }: Choice,
): Html {
  const of = classes[type]
  return html`<div class="govuk-form-group${message && ' govuk-form-group--error'}"><fieldset class="govuk-fieldset"${describedBy(id, { hint, message })}><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${legend}</legend>
${hintAndMessage(id, { hint, message })}${about}<div class="${of.all}${inline && ' govuk-radios--small govuk-radios--inline'}">
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

function line(
  field: PlainField,
  { values, message }: Shown,
  type: Html,
  { hint, short }: Pick<Control, 'hint' | 'short'> = {},
): Html {
  const purpose = purposes[field.id]
  return textField(
    field.id,
    label(field),
    { hint: optionalWord(`field.${field.id}.hint`) ?? hint, message, value: values[0], short },
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
    label: word(`field.${field.id}.${value}`),
    hint: optionalWord(`field.${field.id}.${value}.hint`),
  }))
  const hint = optionalWord(`field.${field.id}.hint`)
  return choose(field.id, label(field), type, all, { hint, ...shown })
}

function labelled(id: string, label: string, control: Control, input: Html): Html {
  return html`<div class="govuk-form-group${control.message && ' govuk-form-group--error'}"><label class="govuk-label govuk-label--s" for="${id}">${label}</label>
${hintAndMessage(id, control)}${input}</div>
`
}

function hintAndMessage(id: string, { hint, message }: Control): Html {
  return html`${
    hint &&
    html`<div class="govuk-hint" id="${id}-hint">${hint}</div>
`
  }${
    message &&
    html`<p class="govuk-error-message" id="${id}-error"><span class="govuk-visually-hidden">Error:</span> ${message}</p>
`
  }`
}

function describedBy(id: string, { hint, message }: Control, isInput = true): Html | undefined {
  const ids = [hint && `${id}-hint`, message && `${id}-error`].filter(Boolean).join(' ')
  if (ids === '') return undefined
  return html` aria-describedby="${ids}"${isInput && message && html` aria-invalid="true"`}`
}

function label(field: Field): string {
  return `${word(`field.${field.id}`)}${field.required ? '' : ' (optional)'}`
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
