// "What changed": what an organisation can print and celebrate with, from steps 4, 6 and 7, handed in or not.
import { distanceFields, distanceOf } from '../../workflows/distance.ts'
import { type Answer, type Answers, doesNotApply } from '../../workflows/fields.ts'
import { forOthers } from '../../workflows/readers.ts'
import type { Ports, Session } from './ports.ts'
import { journeyOf, onBehalfIn } from './read-journey.ts'
import { answersAround } from './step-work.ts'
import { organisationName } from './summarise.ts'

/** Undefined for who does not belong to the journey, and before its address is confirmed. */
export async function whatChanged(
  ports: Pick<Ports, 'settings' | 'journeys' | 'records' | 'drafts' | 'files' | 'clock'>,
  session: Session,
  journey: string,
) {
  const found = await journeyOf(ports, journey, session)
  if (!found || found.event.state.position.at === 'confirmation') return undefined
  const [name, onBehalf, read] = await Promise.all([
    organisationName(ports, found.event),
    onBehalfIn(ports, found),
    answersAround(ports, found.event, [...distanceFields, 'impactStatement']),
  ])
  // What stays with the organisation is not printed either: a page is passed on.
  const answers: Answers = forOthers(read)
  return {
    journey,
    level: found.event.state.level,
    individual: found.event.state.individual === true,
    isAwarded: found.event.state.position.at === 'complete',
    organisationName: name,
    onBehalf,
    distance: distanceOf(answers),
    impact: inWords(answers.impactStatement),
    next: inWords(answers.impactNext),
  }
}

function inWords(answer: Answer | undefined): string | undefined {
  return answer === undefined || doesNotApply(answer) ? undefined : String(answer)
}

export type WhatChanged = NonNullable<Awaited<ReturnType<typeof whatChanged>>>
