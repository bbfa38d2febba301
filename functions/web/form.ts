// Forms: one renderer for each kind of field, an error summary, and what was typed kept.
import type { Problem } from '../../workflows/fields.ts'
import type { Field, PlainField } from '../../workflows/model.ts'
import { optionalWord, word } from '../../workflows/words.ts'
import { type Html, html } from './html.ts'

/** What was typed, by field id. */
export type Typed = Readonly<Record<string, readonly string[]>>
/** What is the matter, in a sentence, by field id. */
export type Messages = Readonly<Record<string, string>>

interface Shown {
  readonly values: readonly string[]
  readonly message: string | undefined
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
  number: (field, shown) => line(field, shown, html`type="text" inputmode="numeric" class="short"`),
  email: (field, shown) => line(field, shown, html`type="email" spellcheck="false"`),
  telephone: (field, shown) => line(field, shown, html`type="tel"`),
  url: (field, shown) => line(field, shown, html`type="text" inputmode="url" spellcheck="false"`),
  postcode: (field, shown) => line(field, shown, html`type="text" class="short"`),
  date: (field, shown) => line(field, shown, html`type="text" class="short"`, 'For example, 31 1 2027.'),
  declaration: ({ id }, { values, message }) =>
    choose(id, word(`field.${id}`), 'checkbox', [{ value: 'yes', label: word(`field.${id}.yes`) }], {
      hint: optionalWord(`field.${id}.hint`),
      message,
      values,
    }),
}

export function renderFields(fields: readonly PlainField[], typed: Typed, messages: Messages): Html {
  return html`${fields.map((field) => {
    const render = renderers[field.kind] as (field: PlainField, shown: Shown) => Html
    return render(field, { values: typed[field.id] ?? [], message: messages[field.id] })
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
  return html`<div class="box summary" role="alert" aria-labelledby="problem">
<h2 id="problem">There is a problem</h2>
<ul>${entries.map(([id, message]) => html`<li><a href="#${id}">${message}</a></li>`)}</ul>
</div>`
}

interface Control {
  readonly hint?: string | undefined
  readonly message?: string | undefined
  readonly value?: string | undefined
}

/** `type` is the input's own attributes. */
export function textField(id: string, label: string, control: Control, type: Html = html`type="text"`): Html {
  return labelled(
    id,
    label,
    control,
    html`<input id="${id}" name="${id}" value="${control.value}" ${type}${describedBy(id, control)}>`,
  )
}

export function textArea(id: string, label: string, control: Control): Html {
  return labelled(
    id,
    label,
    control,
    html`<textarea id="${id}" name="${id}" rows="6"${describedBy(id, control)}>
${control.value}</textarea>`,
  )
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

/** Radios or checkboxes; the first has the field's id, so that the error summary can lead to it. */
export function choose(
  id: string,
  legend: string,
  type: 'radio' | 'checkbox',
  all: readonly Option[],
  {
    hint,
    message,
    values,
  }: { hint?: string | undefined; message?: string | undefined; values: readonly string[] },
): Html {
  return html`<fieldset class="field${message && ' wrong'}"${describedBy(id, { hint, message })}><legend>${legend}</legend>
${hintAndMessage(id, { hint, message })}
${all.map((option, at) => {
  const own = at === 0 ? id : `${id}-${option.value}`
  const checked = values.includes(option.value) && html` checked`
  const describes = option.hint && html` aria-describedby="${own}-item-hint"`
  return html`<div class="option"><input type="${type}" id="${own}" name="${id}" value="${option.value}"${checked}${describes}><div><label for="${own}">${option.label}</label>${option.hint && html`<p class="hint" id="${own}-item-hint">${option.hint}</p>`}</div></div>
`
})}</fieldset>`
}

export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

function line(field: PlainField, { values, message }: Shown, type: Html, example?: string): Html {
  const purpose = purposes[field.id]
  return textField(
    field.id,
    label(field),
    { hint: optionalWord(`field.${field.id}.hint`) ?? example, message, value: values[0] },
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
  return html`<div class="field${control.message && ' wrong'}"><label for="${id}">${label}</label>
${hintAndMessage(id, control)}${input}</div>
`
}

function hintAndMessage(id: string, { hint, message }: Control): Html {
  return html`${
    hint &&
    html`<p class="hint" id="${id}-hint">${hint}</p>
`
  }${
    message &&
    html`<p class="wrong-text" id="${id}-wrong">Error: ${message}</p>
`
  }`
}

function describedBy(id: string, { hint, message }: Control): Html | undefined {
  const ids = [hint && `${id}-hint`, message && `${id}-wrong`].filter(Boolean).join(' ')
  if (ids === '') return undefined
  return html` aria-describedby="${ids}"${message && html` aria-invalid="true"`}`
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
