// The formal commitment from the question who signs it to the copies in both mailboxes, on the local system.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTable, type Table } from '../../functions/adapters/dynamo.ts'
import { dynamoCommits, dynamoJourneys } from '../../functions/adapters/dynamo-journeys.ts'
import { dynamoRecordWriter } from '../../functions/adapters/dynamo-records.ts'
import { systemClock } from '../../functions/adapters/system-clock.ts'
import { carryOut } from '../../functions/app/carry-out.ts'
import { keepRecord } from '../../functions/app/keep-record.ts'
import { type Browser, createBrowser, type FilledIn } from '../../infra/demo/browser.ts'
import { fillIn } from '../../infra/demo/fill-in.ts'
import { emailTo, lead, mailTo, withCode } from '../../infra/demo/people.ts'
import { type System, startSystem } from '../../infra/local/system.ts'

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

const chair = 'ines@school.example'
const pledge = 'We listen to everybody.\nAnd we say so.'
const step3 = 'commitment-and-pledge'
const text = ({ page }: Browser) => page.root.querySelector('main')!.text.replace(/\s+/g, ' ')

/** Fills in one part of step 3. */
async function fillInPart(school: Browser, hub: string, part: string, answers: FilledIn) {
  await school.open(`${hub}/steps/${step3}/${part}`)
  await school.send({ action: 'save', ...answers })
  expect(school.page.status).toBe(200)
}

/** Steps 1 and 2 have tests of their own. */
async function passFirstSteps(journey: string) {
  const ports = {
    journeys: dynamoJourneys(table),
    commits: dynamoCommits(table),
    recordWriter: dynamoRecordWriter(table),
    clock: systemClock,
  }
  const answers = { organisationName: 'Invented School' }
  for (const step of ['registration', 'raising-awareness']) {
    const { visit } = (await ports.journeys.newest(journey))!.state.position
    const submission = await keepRecord(ports, journey, `1#${step}`, 'a-test', { answers })
    const outcome = await carryOut(ports, journey, 'a-test', { kind: 'submit', step, visit, submission })
    expect(outcome.kind).toBe('accepted')
  }
}

async function copies(): Promise<number> {
  const all = [...(await mailTo(system, lead)), ...(await mailTo(system, chair))]
  return all.filter(({ subject }) => subject === 'Your copy of the signed commitment').length
}

it('is signed by link, signed again when the words change, handed in, and a copy goes to both', async () => {
  const school = createBrowser(system.webUrl)
  await school.open('/register')
  const interest = { ...fillIn(school.page), contactEmail: lead }
  await withCode(system, school, lead, () => school.send(interest))
  const hub = school.page.url.pathname
  const journey = hub.split('/')[2]!
  const stateOf = async () => (await dynamoJourneys(table).newest(journey))!.state
  await passFirstSteps(journey)
  await fillInPart(school, hub, 'pledge', { pledgeWording: pledge, commitmentDeclared: 'yes' })
  await fillInPart(school, hub, 'decision', { decidingBody: 'governing-body' })
  await fillInPart(school, hub, 'proof', { pledgeMethods: 'paper', proofLink: 'https://www.school.example/' })
  await fillInPart(school, hub, 'signature', {
    signatureWay: 'emailed-link',
    signatoryName: 'Ines Example',
    signatoryRole: 'Chair of governors',
    signatoryEmail: chair,
    secondSignatoryName: 'Ali Example',
    secondSignatoryRole: '',
  })

  await school.open(`${hub}/steps/${step3}`)
  await school.follow('Ask for the signature')
  await school.send()
  expect(text(school)).toContain('We asked Ines Example to sign')
  const asked = await emailTo(system, chair, /^Will you sign/)
  const link = new URL(/http:\S+\/sign\/\S+/.exec(asked.text)![0]).pathname

  // What scanners do with a link, and everybody to whom it was forwarded: looking at it signs nothing.
  const before = (await dynamoJourneys(table).newest(journey))!.number
  for (const method of ['GET', 'HEAD', 'OPTIONS']) await fetch(new URL(link, system.webUrl), { method })
  await school.open(link)
  expect(school.page.status).toBe(404)
  const ines = createBrowser(system.webUrl)
  await ines.open(link)
  expect(text(ines)).not.toContain('We listen')
  await withCode(system, ines, chair, () => ines.send({ email: chair }))
  expect(ines.page.url.pathname).toBe(link)
  expect((await dynamoJourneys(table).newest(journey))!.number).toBe(before)
  for (const said of [
    'We listen to everybody.',
    'Increase opportunities and foster achievement',
    'Ali Example',
  ])
    expect(text(ines)).toContain(said)
  await ines.send({})
  expect(text(ines)).toContain('Select whether you sign')
  await ines.send({ decision: 'sign' })
  expect(text(ines)).toContain('The commitment is signed')
  const copy = await emailTo(system, chair, /^Your copy of the signed commitment/)
  expect((await emailTo(system, lead, /^Your copy/)).text).toContain(
    '> We listen to everybody.\n> And we say so.',
  )
  expect(copy.text).toContain('Signed by: Ines Example, Chair of governors, on ')
  expect(copy.text).toContain('Also stands behind it: Ali Example.')

  await school.open(`${hub}/steps/${step3}`)
  expect(text(school)).toContain('Check your answers')
  await fillInPart(school, hub, 'pledge', { pledgeWording: 'Other words.' })
  await school.open(`${hub}/steps/${step3}/check`)
  expect(school.page.url.pathname).toBe(`${hub}/steps/${step3}`)
  expect(text(school)).toContain('it has to be signed again')
  await school.follow('Ask for the signature again')
  await school.send()
  await ines.open(link)
  await ines.send({ decision: 'decline', declineReason: 'Say more.' })
  const no = await emailTo(system, lead, /^The commitment was not signed/)
  expect(no.text).toContain('> Say more.')

  await fillInPart(school, hub, 'pledge', { pledgeWording: pledge })
  await school.open(`${hub}/signature`)
  await school.send()
  await ines.open(link)
  const twice = createBrowser(system.webUrl)
  for (const [name, value] of ines.cookies) twice.cookies.set(name, value)
  await twice.open(link)
  await ines.send({ decision: 'sign' })
  await twice.send({ decision: 'decline', declineReason: 'No.' })
  expect(twice.page.status).toBe(409)
  await system.quiet()
  expect(await copies()).toBe(4)

  await school.open(`${hub}/steps/${step3}`)
  await school.follow('Check your answers and hand in')
  await school.send()
  const { done, signature } = await stateOf()
  expect(Object.keys(done)).toContain(step3)
  expect(JSON.stringify(signature).length).toBeLessThan(500)
  await ines.open(link)
  expect(text(ines)).toContain('We listen to everybody.')
  await ines.open('/journeys')
  expect(ines.page.url.pathname).toBe(link)
}, 60_000)
