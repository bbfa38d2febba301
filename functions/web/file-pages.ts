// The pages that a file goes through: what it shows, sending it, waiting for its check, and taking it away.

import type { EvidenceFile } from '../../workflows/evidence-file.ts'
import type { PlainField } from '../../workflows/model.ts'
import { filePages as words } from '../../workflows/words/file-pages.ts'
import { word } from '../../workflows/words.ts'
import type { UploadForm } from '../app/ports.ts'
import type { StepWork } from '../app/step-work.ts'
import { nameOf } from './file-list.ts'
import { errorSummary, hidden, type Messages, renderFields, type Typed } from './form.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { say } from './say.ts'

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
    ...frame(view, words('addTitle')),
    refused: Object.keys(messages).length > 0,
    body: html`${errorSummary(messages)}
${heading(view, words('addTitle'))}
${whatIsTaken()}
<form method="post" action="${view.back}/files/${field}" novalidate>
${hidden('token', token)}${hidden('file', id)}
${renderFields(fileNameFields, typed, messages)}
<button class="govuk-button">${words('press')}</button>
</form>`,
  }
}

/** The form goes straight to the bucket, which leads back to us when it has the file. */
export function uploadPage(view: FilePageView, file: EvidenceFile, form: UploadForm): Page {
  const title = words('send')
  return {
    ...frame(view, title),
    sendsTo: new URL(form.action).origin,
    body: html`${heading(view, title)}
<p class="govuk-body">${say(words, 'choose', { name: nameOf(file) })}</p>
${whatIsTaken()}
<form method="post" action="${form.action}" enctype="multipart/form-data">
${Object.entries(form.fields).map(([name, value]) => hidden(name, value))}
<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="file">${words('yourFile')}</label>
<input class="govuk-file-upload" type="file" id="file" name="file" accept=".jpg,.jpeg,.png,.pdf,.docx" required></div>
<button class="govuk-button">${words('send')}</button>
</form>
<p class="govuk-body">${words('patience')}</p>`,
  }
}

/** It is in the bucket, or on its way there; `path` is that of this page, and `add` where one more can be added. */
export function arrivedPage(view: FilePageView, file: EvidenceFile, path: string, add: string): Page {
  const goOn = html`<a class="govuk-button" href="${view.back}">${words('goOn')}</a>`
  if (file.status === 'clean') {
    return {
      ...frame(view, words('ready')),
      body: html`${heading(view, words('ready'))}
<p class="govuk-body">${say(words, 'readyText', { name: nameOf(file) })}</p>
${goOn}
<p class="govuk-body"><a class="govuk-link" href="${add}">${words('another')}</a></p>`,
    }
  }
  if (file.status === 'refused') {
    const title = words('refused')
    return {
      ...frame(view, title),
      body: html`${heading(view, title)}
<p class="govuk-body">${say(words, 'refusedText', { name: nameOf(file), why: file.reason ? word(`refusal.${file.reason}`) : '' })}</p>
<a class="govuk-button" href="${add}">${words('another')}</a>
<p class="govuk-body"><a class="govuk-link" href="${view.back}">${words('goOnWithout')}</a></p>`,
    }
  }
  const title = words('checking')
  return {
    ...frame(view, title),
    body: html`${heading(view, title)}
<p class="govuk-body">${say(words, 'checkingText', { name: nameOf(file) })}</p>
${goOn}
<p class="govuk-body"><a class="govuk-link" href="${path}/arrived">${words('lookAgain')}</a></p>
${file.status === 'awaiting' && html`<p class="govuk-body">${say(words, 'notArrived', { link: html`<a class="govuk-link" href="${path}/upload">${words('notArrivedLink')}</a>` })}</p>`}`,
  }
}

/** What was handed in can leave the next hand-in alone, or go for good: whoever is in a photo can take their consent back. */
export function removeFilePage(
  view: FilePageView,
  file: EvidenceFile,
  from: { readonly handedIn: boolean; readonly closed: boolean; readonly token: string },
): Page {
  const title = words('removeTitle')
  const isThere = file.status !== 'removed'
  const everywhere = isThere && (from.handedIn || from.closed)
  return {
    ...frame(view, title),
    body: html`${heading(view, title)}
${
  !from.closed &&
  html`<p class="govuk-body">${say(words, whatGoes(file, from.handedIn), { name: nameOf(file) })}</p>
`
}${
  everywhere &&
  html`<p class="govuk-body">${say(words, 'removeEverywhereText', { name: nameOf(file) })}</p>
`
}<form method="post" action="/journeys/${file.journey}/files/${file.id}/remove">
${hidden('token', from.token)}
<div class="govuk-button-group">${!from.closed && html`<button class="govuk-button${!everywhere && ' govuk-button--warning'}">${words(everywhere ? 'removeFromNext' : 'remove')}</button>`}
${everywhere && html`<button class="govuk-button govuk-button--warning" name="action" value="everywhere">${words('removeEverywhere')}</button>`}</div>
</form>
<p class="govuk-body"><a class="govuk-link" href="${view.back}">${words('keep')}</a></p>`,
  }
}

function whatGoes({ status }: EvidenceFile, handedIn: boolean) {
  if (status === 'refused') return 'removeRefused'
  if (status === 'awaiting') return 'removeAwaiting'
  if (status === 'removed') return 'removeRemoved'
  return handedIn ? 'removeHandedIn' : 'removeClean'
}

function whatIsTaken(): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
<li>${words('takenKinds')}</li>
<li>${words('takenSize')}</li>
<li>${words('takenFilms')}</li>
<li>${words('takenPeople')}</li>
</ul>`
}

function frame({ work, back }: FilePageView, title: string): Omit<Page, 'body'> {
  return { title, onBehalf: work.onBehalf, back: { href: back, label: words('back') } }
}

function heading({ work }: FilePageView, title: string): Html {
  return html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${word(`wait.${work.step.id}`)}</span>${title}</h1>`
}
