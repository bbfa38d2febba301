// What is generated and committed is current.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describe as describeJourney } from '../../workflows/describe.ts'
import { journey } from '../../workflows/journey.ts'
import { stateMachine } from '../../workflows/state-machine.ts'

const committed = (name: string) => readFileSync(new URL(`../../workflows/${name}`, import.meta.url), 'utf8')

it('quality-mark.asl.json is the state machine of the definition', () => {
  expect(JSON.parse(committed('quality-mark.asl.json'))).toEqual(stateMachine(journey))
})

it('journey.md describes the definition', () => {
  expect(committed('journey.md')).toBe(describeJourney(journey))
})
