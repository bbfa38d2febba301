// The demo's story: a primary school's journey to its award, told a line a step, with what the execution waits for.
import { besides } from './besides.ts'
import type { Browser } from './browser.ts'
import { fillInStep, handIn } from './fill-in.ts'
import {
  conclude,
  decide,
  emailTo,
  giveView,
  handInNext,
  inventedSchool,
  inventedView,
  inviteValidator,
  lead,
  type Place,
  registerSchool,
  signIn,
  teamAddress,
  until,
} from './people.ts'
import { isSigned, signedByLink } from './signature.ts'

export interface Stage extends Place {
  /** Moves the clock of the whole system, stopping at every due moment. */
  skip(days: number): Promise<unknown>
  /** The state that the newest execution waits in, or how it ended. */
  waitsIn(): Promise<string>
  tell(line: string): void
}

const panel = [
  { name: 'Chair Example', email: 'chair@panel.example', chair: true },
  { name: 'Second Example', email: 'second@panel.example', chair: false },
  { name: 'Third Example', email: 'third@panel.example', chair: false },
]
const { organisationName } = inventedSchool

/**
 * Plays to the first award, or with all the levels to the last; `full` answers every question and does what nobody has to, in the
 * first of them. Throws where something does not happen.
 */
export async function play(stage: Stage, levels: number, full = false): Promise<void> {
  const tell = async (line: string) => stage.tell(`${line.padEnd(72)} ${await stage.waitsIn()}`)
  const school = await registerSchool(stage)
  const hub = school.page.url.pathname
  await emailTo(stage, lead, /You have registered/)
  await tell(`${organisationName} registers its interest and confirms its address with a code.`)

  // A day more: in the evening a reminder waits for the morning.
  await stage.skip(15)
  await emailTo(stage, lead, /is where you left it/)
  await tell('A fortnight passes. A reminder arrives.')

  for (let level = 0; level < levels; level++) {
    if (level > 0) {
      // Another day: codes are limited.
      await stage.skip(1)
      await nextRound(await signIn(stage, lead), hub)
      await until('the new round', async () => (await stage.waitsIn()).includes('registration'))
      await tell(`The school starts the journey to ${levelNames[level]}.`)
    }
    await playRound({ stage, hub, level, full: full && level === 0, tell })
  }
}

const levelNames = ['Bronze', 'Silver', 'Gold', 'Excellence']

async function nextRound(school: Browser, hub: string): Promise<void> {
  await school.open(hub)
  await school.follow(/^Start your journey to/)
  await school.send()
}

interface Round {
  readonly stage: Stage
  readonly hub: string
  readonly level: number
  readonly full: boolean
  tell(line: string): Promise<void>
}

async function playRound({ stage, hub, level, full, tell }: Round): Promise<void> {
  const school = await signIn(stage, lead)
  const team = await signIn(stage, teamAddress)
  let step = 1
  const handInTo = async (until: number) => {
    for (; step <= until; step++) {
      await school.open(hub)
      await arrival(`Step ${step} of 7`, school, hub)
      for (const more of full ? besides[step]! : []) await tell(await more(stage, school, hub))
      await school.open(hub)
      await school.follow(/^Go to step/)
      await fillInStep(school, { full, given: signedByLink })
      if (await isSigned(stage, school))
        await tell('The chair of governors signs the commitment through an emailed link.')
      await handIn(school, school.page.url.pathname)
      await tell(`Step ${step} is filled in and handed in.`)
    }
  }
  const accept = async (phase: string) => {
    await decide(team, organisationName, { decision: 'accept' })
    await tell(`The team accepts the ${phase} phase.`)
  }
  await handInTo(3)
  if (level === 0) {
    const comment = 'Please tell us a little more about who heard of it.'
    await decide(team, organisationName, { decision: 'return', to: 'raising-awareness', comment })
    await emailTo(stage, lead, /look at one step again/)
    await tell('The team returns step 2 with a comment, which arrives by email.')
    await school.open(hub)
    await handInNext(school)
    await tell('Step 2 is handed in again.')
  }
  await accept('Foundation')
  await handInTo(5)
  await accept('Developing')
  await handInTo(7)
  await validate(stage, hub.split('/')[2]!, level, tell)
}

async function validate(stage: Stage, journey: string, level: number, tell: (line: string) => Promise<void>) {
  const team = await signIn(stage, teamAddress)
  await until('the validation', async () => (await stage.waitsIn()).includes('validation'))
  for (const validator of panel) await inviteValidator(team, journey, validator)
  await tell('The team invites a panel of three.')
  for (const { email } of panel) await giveView(await signIn(stage, email), journey, inventedView)
  await tell('Each declares that there is no conflict, reads the case, and gives a view.')
  const chair = await signIn(stage, 'chair@panel.example')
  await conclude(chair, journey, {
    outcome: 'awarded',
    reasons: 'A school where everybody knows why it matters.',
  })
  const award = await emailTo(stage, lead, new RegExp(`Congratulations: you have the ${levelNames[level]}`))
  const address = /http:\S+\/awards\/\S+/.exec(award.text)![0]
  await until('the end of the execution', async () => (await stage.waitsIn()).includes('SUCCEEDED'))
  await tell(`The chair decides: ${levelNames[level]} is awarded. ${address}`)
}

/** The hub offers the step. */
async function arrival(step: string, school: Browser, hub: string): Promise<void> {
  await until(`${step} on the hub`, async () => {
    const { root } = await school.open(hub)
    return root
      .querySelectorAll('a')
      .some((link) => link.text.trim().toLowerCase() === `go to ${step.toLowerCase()}`)
  })
}
