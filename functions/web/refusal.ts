// What somebody is told when the journey has moved on since they opened their page.
import type { RefusalReason } from '../../workflows/journey-state.ts'
import { movedOn as words } from '../../workflows/words/moved-on.ts'
import { notice, type Page } from './layout.ts'

/** Nothing was changed; `back` shows where things stand. */
export function refusalPage(
  what: 'step' | 'decision' | 'journey' | 'case',
  reason: RefusalReason,
  back: string,
): Page {
  const isCase = what === 'case'
  return notice(words(`${what}.${reason}`), [words(isCase ? 'unchangedCase' : 'unchanged')], {
    href: back,
    label: words(isCase ? 'toCase' : 'toJourney'),
  })
}
