// The pages for what is not right with a request: what happened, and what to do now.
import { pageError as words } from '../../workflows/words/page-error.ts'

export type PageErrorKind =
  | 'not-found'
  | 'not-a-form'
  | 'too-large'
  | 'other-site'
  | 'session-ended'
  | 'team-only'
  | 'too-many'
  | 'too-many-pledges'
  | 'unexpected'

/** Ends a request with a page of its own; the middleware turns it into one. */
export class PageError extends Error {
  override readonly name = 'PageError'
  readonly status: number
  readonly kind: PageErrorKind

  constructor(status: number, kind: PageErrorKind) {
    super(kind)
    this.status = status
    this.kind = kind
  }
}

export function textOf(kind: PageErrorKind): {
  readonly title: string
  readonly paragraphs: readonly string[]
} {
  const more = kind === 'not-found' ? [words('not-found.more')] : []
  return { title: words(`${kind}.title`), paragraphs: [words(`${kind}.text`), ...more] }
}

/** What somebody can press then. */
export function wayOn(next: 'signIn' | 'toStart'): string {
  return words(next)
}
