// Files as a list: links for those who read what was handed in; states, and what can be done, for those who fill it in.

import type { Distance } from '../../workflows/distance.ts'
import type { EvidenceFile, FileKind } from '../../workflows/evidence-file.ts'
import { fileList as words } from '../../workflows/words/file-list.ts'
import { word } from '../../workflows/words.ts'
import type { Referable } from '../app/referable.ts'
import { type Html, html } from './html.ts'
import type { Links } from './link-state.ts'
import type { Paging } from './paging.ts'
import { type Task, tag, taskList } from './task-list.ts'

/** What is known of the things that answers name by id. */
export interface Files {
  readonly journey: string
  readonly files: readonly EvidenceFile[]
  /** For those whose files they are. */
  readonly mayRemove?: boolean
  /** Where long lists are shown in parts. */
  readonly paging?: Paging
  /** Entries of other fields, by the field. */
  readonly referable?: Readonly<Record<string, readonly Referable[]>>
  /** Of what was handed in. */
  readonly links?: Links
  /** What stands beside the words of how it is now. */
  readonly distance?: Distance | undefined
  /** They are those of one person, who is spoken to as one. */
  readonly individual?: boolean | undefined
}

export const noFiles: Files = { journey: '', files: [] }

/** Those that can be opened are links. */
export function fileLinks({ journey, files, mayRemove }: Files, ids: readonly string[]): Html {
  return html`<ul class="govuk-list">${ids.map((id) => {
    const file = files.find((each) => each.id === id)
    if (file?.status !== 'clean') {
      return html`<li>${file && nameOf(file)} (${file ? stateOf(file) : words('removed')})</li>`
    }
    const path = `/journeys/${journey}/files/${id}`
    return html`<li><a class="govuk-link" href="${path}">${nameOf(file)}</a> (${sizeOf(file)})${mayRemove && html` ${removal(path, file)}`}</li>`
  })}</ul>`
}

/** Nothing at all without files. */
export function fileList({ journey, files }: Files, ids: readonly string[]): Html | undefined {
  const own = ids.flatMap((id) => files.find((file) => file.id === id) ?? [])
  if (own.length === 0) return undefined
  const has = (wanted: EvidenceFile['status']) => own.some(({ status }) => status === wanted)
  const waitsFor = has('awaiting') ? words('missing') : has('arrived') && words('wait')
  return html`${taskList(own.map((file) => row(journey, file)))}
${waitsFor && html`<p class="govuk-body">${words('whenReady', { waitsFor })}</p>`}`
}

function row(journey: string, file: EvidenceFile): Task {
  const path = `/journeys/${journey}/files/${file.id}`
  const about = html`<span class="govuk-visually-hidden"> “${nameOf(file)}”</span>`
  return {
    id: `file-${file.id}`,
    name: nameOf(file),
    href: file.status === 'clean' ? path : undefined,
    hint:
      file.status === 'clean'
        ? sizeOf(file)
        : file.status === 'refused' && file.reason
          ? word(`refusal.${file.reason}`)
          : undefined,
    more: html`<p class="govuk-body">${
      file.status === 'awaiting' &&
      html`<a class="govuk-link" href="${path}/upload">${words('send')}${about}</a> `
    }${removal(path, file)}</p>`,
    status:
      file.status === 'clean'
        ? stateOf(file)
        : tag(stateOf(file), file.status === 'refused' ? 'govuk-tag--orange' : ''),
  }
}

function removal(path: string, file: EvidenceFile): Html {
  return html`<a class="govuk-link" href="${path}/remove">${words('remove')}<span class="govuk-visually-hidden"> “${nameOf(file)}”</span></a>`
}

export function nameOf({ name }: EvidenceFile): Html {
  return html`<bdi>${name || words('file')}</bdi>`
}

function stateOf({ status }: EvidenceFile): string {
  return word(`file.${status}`)
}

function sizeOf({ kind, bytes }: EvidenceFile): string {
  return fileSize(kind, bytes)
}

/** "Photo (JPG), 1.2 MB" */
export function fileSize(kind: FileKind | undefined, bytes = 0): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  const size =
    kilobytes < 1000
      ? words('kilobytes', { number: kilobytes })
      : words('megabytes', { number: (kilobytes / 1024).toFixed(1) })
  return kind ? `${word(`kind.${kind}`)}, ${size}` : size
}
