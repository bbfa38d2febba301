// The evidence files in the browser: which there are, and what was found in them.
import { type Html, html } from '../../../functions/web/html.ts'
import type { ConsoleSection } from '../console/answer.ts'
import { moment } from '../console/moment.ts'
import { consolePage } from '../console/page.ts'
import { type ObjectStore, type Put, verdictTag } from './store.ts'

const filesAPage = 50

export function evidenceSection(store: Pick<ObjectStore, 'list'>): ConsoleSection {
  return {
    path: '/evidence',
    title: 'Evidence files',
    about: 'Every file that was handed in as evidence, and what the look through it found.',
    answer: async ({ path, query }) => {
      if (path !== '/evidence') return undefined
      const from = Math.max(0, Number.parseInt(query.get('from') ?? '0', 10) || 0)
      return {
        status: 200,
        type: 'text/html',
        body: consolePage('Evidence files', listOf(store.list(), from)),
      }
    },
  }
}

function listOf(objects: readonly Put[], from: number): Html {
  const shown = objects.slice(from, from + filesAPage)
  return html`<p class="notice">Here, files are looked through for the EICAR test string only. No other virus is found. On AWS, GuardDuty does this work.</p>
${
  shown.length === 0
    ? html`<p>No file here. What is uploaded appears at the next look at this page.</p>`
    : html`<ul class="messages">${shown.map(row)}</ul>`
}
${objects.length > from + filesAPage && html`<p><a href="/evidence?from=${from + filesAPage}">Older files</a></p>`}`
}

function row({ key, size, contentType, modifiedAt, tags }: Put): Html {
  return html`<li><strong><bdi>${key}</bdi></strong> ${tagOf(tags)}
<div class="beside"><span>${size.toLocaleString('en-GB')} ${size === 1 ? 'byte' : 'bytes'}</span> <span><bdi>${contentType}</bdi></span> <span>${moment(modifiedAt)}</span></div></li>
`
}

function tagOf(tags: Put['tags']): Html | undefined {
  const verdict = tags[verdictTag]
  if (verdict === undefined) return undefined
  return html`<span class="tag ${verdict === 'NO_THREATS_FOUND' ? 'succeeded' : 'failed'}">${verdict}</span>`
}
