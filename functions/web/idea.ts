// One idea that worked, as everybody sees it: somebody else's words, so every link out of it is theirs and not ours.
import { organisation as words } from '../../workflows/words/organisation.ts'
import { word } from '../../workflows/words.ts'
import type { PublishedIdea } from '../app/ports.ts'
import { formatDate } from './dates.ts'
import { fileSize } from './file-list.ts'
import { type Html, html } from './html.ts'

/** `by` says whose it is, where that is not plain from the page. */
export function ideaArticle(idea: PublishedIdea, by?: Html): Html {
  const about = [
    ...idea.areas.map((area) => word(`field.evidenceAreas.${area}`)),
    ...(idea.topic ? [word(`field.evidenceTopic.${idea.topic}`)] : []),
  ]
  return html`<article class="app-idea"><h3 class="govuk-heading-m"><bdi>${idea.title}</bdi></h3>
<p class="govuk-body-s">${formatDate(idea.on)}${by && html` · ${by}`} · ${about.join(', ')}</p>
${idea.what && told(words('whatHappened'), idea.what)}${told(words('whatChanged'), idea.changed)}${
  idea.link &&
  html`<p class="govuk-body">${words('see')}: ${linkOut(idea.link)}</p>
`
}${filesOf(idea)}</article>
`
}

/** Under a small heading, in the words and the direction in which it was written. */
export function told(heading: string, text: string, level: 3 | 4 = 4): Html {
  const open = level === 3 ? html`<h3 class="govuk-heading-s">` : html`<h4 class="govuk-heading-s">`
  const close = level === 3 ? html`</h3>` : html`</h4>`
  return html`${open}${heading}${close}
<p class="govuk-body app-said" dir="auto">${text}</p>
`
}

/** To a page that we know nothing about. */
export function linkOut(href: string): Html {
  return html`<a class="govuk-link" href="${href}" rel="noreferrer nofollow ugc">${href}</a>`
}

function filesOf({ journey, files }: PublishedIdea): Html | undefined {
  const all = Object.entries(files).toSorted(([, a], [, b]) => (a.caption < b.caption ? -1 : 1))
  if (all.length === 0) return undefined
  return html`<h4 class="govuk-heading-s">${words('files')}</h4>
<ul class="govuk-list">${all.map(([id, file]) => html`<li><a class="govuk-link" href="/organisations/${journey}/files/${id}"><bdi>${file.caption}</bdi></a> (${fileSize(file.kind, file.bytes)})</li>`)}</ul>
`
}
