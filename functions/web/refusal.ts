// What somebody is told when the journey has moved on since they opened their page.
import type { RefusalReason } from '../../workflows/journey-state.ts'
import { notice, type Page } from './layout.ts'

const titles: Readonly<
  Record<'step' | 'decision' | 'journey' | 'case', Readonly<Record<RefusalReason, string>>>
> = {
  step: {
    already: 'This step has already been handed in',
    stale: 'This step has changed since you opened it',
    'not-yet': 'This step cannot be handed in yet',
    unconfirmed: 'Your email address is not confirmed yet',
    ended: 'This journey has ended',
    unknown: 'There is no such step',
    superseded: 'This step has changed since you opened it',
    'not-validated': 'Individuals are not validated at the moment',
  },
  decision: {
    already: 'This has already been decided',
    stale: 'This has changed since you opened it',
    'not-yet': 'There is nothing to decide here yet',
    unconfirmed: 'This organisation has not confirmed its email address yet',
    ended: 'This journey has ended',
    unknown: 'There is no such decision to make',
    superseded: 'This has changed since you opened it',
    'not-validated': 'This cannot be decided just now',
  },
  journey: {
    already: 'This has already been done',
    stale: 'The journey has gone on since you opened that page',
    'not-yet': 'This cannot be done just now',
    unconfirmed: 'The email address of this journey is not confirmed yet',
    ended: 'This journey has ended',
    unknown: 'There is no such journey',
    superseded: 'The journey has gone on since you opened that page',
    'not-validated': 'This cannot be done just now',
  },
  case: {
    already: 'This has already been done',
    stale: 'The case has changed since you opened that page',
    'not-yet': 'This cannot be done just now',
    unconfirmed: 'This organisation has not confirmed its email address yet',
    ended: 'This journey has ended',
    unknown: 'You are not on the panel of this case',
    superseded: 'The case has changed since you opened that page',
    'not-validated': 'This cannot be done just now',
  },
}

/** Nothing was changed; `back` shows where things stand. */
export function refusalPage(
  what: 'step' | 'decision' | 'journey' | 'case',
  reason: RefusalReason,
  back: string,
): Page {
  return notice(
    titles[what][reason],
    [`Nothing was changed just now. Have a look at where the ${what === 'case' ? 'case' : 'journey'} is.`],
    {
      href: back,
      label: what === 'case' ? 'Go to the case' : 'Go to the journey',
    },
  )
}
