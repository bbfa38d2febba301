// A journey that began with earlier rules is moved to the newest ones, through the whole system.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTable, type Table } from '../../functions/adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from '../../functions/adapters/dynamo-journeys.ts'
import { dynamoPeopleWriter } from '../../functions/adapters/dynamo-people.ts'
import { dynamoRecordWriter } from '../../functions/adapters/dynamo-records.ts'
import { systemClock } from '../../functions/adapters/system-clock.ts'
import { carryOut } from '../../functions/app/carry-out.ts'
import { keepRecord } from '../../functions/app/keep-record.ts'
import { mintId } from '../../functions/app/secrets.ts'
import { emailTo, handInNext, mailTo, signIn, teamAddress, until } from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'
import { storeEvent } from '../../workflows/journey-events.ts'
import { decide } from '../../workflows/progress.ts'
import { newest, released } from '../../workflows/released/index.ts'

const address = 'early@school.example'
let folder: string
let system: System
let table: Table

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mark-'))
  system = await startSystem({ dataDir: folder, port: 0 })
  table = openTable()
})
afterAll(async () => {
  await system.stop()
  await rm(folder, { recursive: true })
})

/** Registered and confirmed while the first rules were the newest. */
async function earlyJourney(): Promise<string> {
  const ports = {
    journeys: dynamoJourneys(table),
    commits: dynamoCommits(table),
    recordWriter: dynamoRecordWriter(table),
    clock: systemClock,
  }
  const people = dynamoPeopleWriter(table)
  const journey = mintId()
  const lead = await people.admit(address)
  await people.putContact(lead, address, journey, { name: 'Amina', role: 'Head', telephone: undefined })
  const answers = { organisationName: 'Early School' }
  const submission = await keepRecord(ports, journey, '1#registration', lead, { answers })
  const command = { kind: 'register', individual: false, lead, submission } as const
  const moment = { at: new Date().toISOString(), number: 1 }
  const decision = decide(released[0]!, undefined, command, moment)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  const { state, effects } = decision
  await ports.commits.append(
    storeEvent({ journey, ...moment, actor: lead, command, state, effects }, undefined),
  )
  await carryOut(ports, journey, lead, { kind: 'confirm-address' })
  await carryOut(ports, journey, lead, { kind: 'submit', step: 'registration', visit: 2, submission })
  return journey
}

it('is told what changes, moved once, and goes on where it was with the newest machine', async () => {
  expect(released.length).toBeGreaterThan(1)
  const journey = await earlyJourney()
  const page = `/team/journeys/${journey}`
  const newestOf = async () => (await dynamoJourneys(table).newest(journey))!
  await emailTo(system, address, /^Step 2 of 7/)
  const before = await newestOf()
  expect(before.state.definition).toBe(released[0]!.id)

  const team = await signIn(system, teamAddress)
  await team.open(page)
  await team.follow('Move to the newest rules')
  const text = team.page.root.querySelector('main')!.text.replace(/\s+/g, ' ')
  expect(text).toContain('What changes')
  expect(text).toContain('It stays where it is: Raising Awareness.')
  const other = await signIn(system, teamAddress)
  await other.open(`${page}/rules`)
  await other.send({ visit: '99' })
  expect(other.page).toMatchObject({
    status: 409,
    heading: 'The journey has gone on since you opened that page',
  })
  await other.open(`${page}/rules`)
  await team.send()
  expect(team.page.url.pathname).toBe(page)
  expect(team.page.root.text).not.toContain('Move to the newest rules')
  await other.send()
  expect(other.page).toMatchObject({ status: 409, heading: 'This has already been done' })

  await until('the newest machine to wait there', async () => {
    const { state } = await newestOf()
    return state.execution.seq === 2 && state.execution.opened?.wait === 'raising-awareness'
  })
  const { state } = await newestOf()
  expect(state).toMatchObject({ definition: newest.id, position: before.state.position })
  expect(state.submissions).toEqual(before.state.submissions)
  const lead = await signIn(system, address)
  await handInNext(lead)
  await emailTo(system, address, /^Step 3 of 7/)
  // It was announced before, so not again for having been moved.
  const subjects = (await mailTo(system, address)).map(({ subject }) => subject)
  expect(subjects.filter((subject) => /^Step 2 of 7/.test(subject))).toHaveLength(1)
  expect((await newestOf()).state.execution).toMatchObject({ seq: 2 })
})
