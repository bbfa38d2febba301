// The pages that a file goes through: what it shows, sending it, waiting for its check, and taking it away.
import type { EvidenceFile } from '../../workflows/evidence-file.ts'
import type { PlainField } from '../../workflows/model.ts'
import { word } from '../../workflows/words.ts'
import { fileFieldsOf } from '../app/files.ts'
import type { UploadForm } from '../app/ports.ts'
import type { StepWork } from '../app/step-work.ts'
import { nameOf } from './file-list.ts'
import { errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

/** Where somebody comes from, and goes back to. */
export interface FilePageView {
  readonly work: Pick<StepWork, 'step' | 'onBehalf'>
  readonly back: string
}

export const fileNameFields: readonly PlainField[] = [
  { id: 'fileName', kind: 'text', required: true, maxLength: 100 },
]

/** `id` is what the file will have; the form sent twice is one file. */
export function addFilePage(
  view: FilePageView,
  field: string,
  { id, token }: { readonly id: string; readonly token: string },
  typed: Typed = {},
  messages: Messages = {},
): Page {
  return {
    ...frame(view, 'Add a file'),
    refused: Object.keys(messages).length > 0,
    body: html`${errorSummary(messages)}
${heading(view, 'Add a file')}
${whatIsTaken}
<form method="post" action="${view.back}/files/${field}" novalidate>
${hidden('token', token)}${hidden('file', id)}
${renderFields(fileNameFields, typed, messages)}
<button class="govuk-button">Continue</button>
</form>`,
  }
}

/** The form goes straight to the bucket, which leads back to us when it has the file. */
export function uploadPage(view: FilePageView, file: EvidenceFile, form: UploadForm): Page {
  const title = 'Send the file'
  return {
    ...frame(view, title),
    sendsTo: new URL(form.action).origin,
    body: html`${heading(view, title)}
<p class="govuk-body">Choose the file for “${nameOf(file)}” on your device.</p>
${whatIsTaken}
<form method="post" action="${form.action}" enctype="multipart/form-data">
${Object.entries(form.fields).map(([name, value]) => hidden(name, value))}
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="file">Your file</label>
<input class="govuk-file-upload" type="file" id="file" name="file" accept=".jpg,.jpeg,.png,.pdf,.docx" required></div>
<button class="govuk-button">Send the file</button>
</form>
<p class="govuk-body">A large file can take some minutes: stay on this page until the next one comes. The form works for ten minutes; after that, reload the page. If you get an error message instead of our page, the file was too large or the time was up: go back and try again.</p>`,
  }
}

/** It is in the bucket, or on its way there; `path` is that of this page, and `add` where one more can be added. */
export function arrivedPage(view: FilePageView, file: EvidenceFile, path: string, add: string): Page {
  const goOn = html`<a class="govuk-button" href="${view.back}">Go on</a>`
  if (file.status === 'clean') {
    return {
      ...frame(view, 'Your file is ready'),
      body: html`${heading(view, 'Your file is ready')}
<p class="govuk-body">“${nameOf(file)}” was checked and is kept.</p>
${goOn}
<p class="govuk-body"><a class="govuk-link" href="${add}">Add another file</a></p>`,
    }
  }
  if (file.status === 'refused') {
    const title = 'We could not take this file'
    return {
      ...frame(view, title),
      body: html`${heading(view, title)}
<p class="govuk-body">“${nameOf(file)}”: ${file.reason && word(`refusal.${file.reason}`)}</p>
<a class="govuk-button" href="${add}">Add another file</a>
<p class="govuk-body"><a class="govuk-link" href="${view.back}">Go on without it</a></p>`,
    }
  }
  const title = 'Your file is being checked'
  return {
    ...frame(view, title),
    body: html`${heading(view, title)}
<p class="govuk-body">We are checking that “${nameOf(file)}” is safe to open. This usually takes less than a minute. You do not need to wait here.</p>
${goOn}
<p class="govuk-body"><a class="govuk-link" href="${path}/arrived">Look again</a></p>
${file.status === 'awaiting' && html`<p class="govuk-body">It has not arrived, and you did not send it? <a class="govuk-link" href="${path}/upload">Send the file</a></p>`}`,
  }
}

export function removeFilePage(
  view: FilePageView,
  file: EvidenceFile,
  { handedIn, token }: { readonly handedIn: boolean; readonly token: string },
): Page {
  const title = 'Take this file away?'
  return {
    ...frame(view, title),
    body: html`${heading(view, title)}
<p class="govuk-body">“${nameOf(file)}” ${whatGoes(file, handedIn)}</p>
<form method="post" action="/journeys/${file.journey}/files/${file.id}/remove">
${hidden('token', token)}
<button class="govuk-button govuk-button--warning">Take it away</button>
</form>
<p class="govuk-body"><a class="govuk-link" href="${view.back}">Keep it</a></p>`,
  }
}

function whatGoes({ status }: EvidenceFile, handedIn: boolean): string {
  const offList = 'This takes it off your list.'
  if (status === 'refused') return `was not accepted. ${offList}`
  if (status === 'awaiting') return `has not arrived. ${offList}`
  if (status === 'removed') return `is deleted already. ${offList}`
  return handedIn
    ? 'will not be in what you hand in next. It stays in what you have handed in already.'
    : 'will be deleted. You can add it again from your device.'
}

/** Why an entry that has files cannot be taken away yet. */
export function filesFirst(fields: readonly PlainField[]): Messages {
  return Object.fromEntries(
    fileFieldsOf(fields).map(({ id }) => [id, 'Take the files of this entry away first']),
  )
}

const whatIsTaken = html`<ul class="govuk-list govuk-list--bullet">
<li>photos and pictures as JPG or PNG, documents as PDF or Word (DOCX)</li>
<li>up to 20 MB each, one file at a time</li>
<li>a film as a link to a page: give it in the entry</li>
<li>the people in it agree to be seen; we remove from photos where and when they were taken</li>
</ul>`

function frame({ work, back }: FilePageView, title: string): Omit<Page, 'body'> {
  return { title, onBehalf: work.onBehalf, back: { href: back, label: 'Back' } }
}

function heading({ work }: FilePageView, title: string): Html {
  return html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${word(`wait.${work.step.id}`)}</span>${title}</h1>`
}
