// What people do on the pages of a running system: register their interest, sign in with the code from the mailbox, hand in, decide.

import { type Browser, createBrowser } from './browser.ts'
import { doStep, type Manner } from './fill-in.ts'
import { until } from './until.ts'

export { fillInStep } from './fill-in.ts'
export { until }

export interface Place {
  readonly webUrl: string
  readonly consoleUrl: string
  /**
   * What somebody looks at the pages with, each anew, by the address that they will sign in with; a browser of our own without
   * JavaScript if it does not say.
   */
  readonly browse?: ((baseUrl: string, address?: string) => Promise<Browser>) | undefined
}

export interface ReceivedEmail {
  readonly id: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly tags: Readonly<Record<string, string>>
}

export const teamAddress = 'team@leeds.test'

export const inventedSchool = {
  organisationName: 'Invented Primary School',
  applyingAs: 'organisation',
  contactName: 'Amina Example',
  contactEmail: 'Amina@School.example',
}

export const lead = inventedSchool.contactEmail.toLowerCase()

/** Newest first. */
export async function mailTo({ consoleUrl }: Place, address: string): Promise<readonly ReceivedEmail[]> {
  const response = await fetch(`${consoleUrl}/mailbox.json?to=${encodeURIComponent(address)}`)
  return (await response.json()) as ReceivedEmail[]
}

export function emailTo(place: Place, address: string, subject: RegExp): Promise<ReceivedEmail> {
  return until(`an email to ${address} about ${subject}`, async () =>
    (await mailTo(place, address)).find((email) => subject.test(email.subject)),
  )
}

/** Asks for a code, waits for the email with it, and types it in. `ask` is what makes the system send one. */
export async function withCode(place: Place, browser: Browser, address: string, ask: () => Promise<unknown>) {
  const known = new Set((await mailTo(place, address)).map(({ id }) => id))
  await ask()
  const code = await until(`a code for ${address}`, async () =>
    (await mailTo(place, address))
      .filter(({ id }) => !known.has(id))
      .map(({ subject }) => /^(\d{6}) is your code$/.exec(subject)?.[1])
      .find((found) => found !== undefined),
  )
  return browser.send({ code })
}

export async function browse(
  { webUrl, browse = async (url) => createBrowser(url) }: Place,
  address?: string,
) {
  return browse(webUrl, address)
}

export async function registerSchool(place: Place, answers = inventedSchool): Promise<Browser> {
  const address = answers.contactEmail.toLowerCase()
  const browser = await browse(place, address)
  await browser.open('/register')
  await withCode(place, browser, address, () => browser.send(answers))
  return browser
}

/** Registers and hands step 1 in: on the hub, where step 2 is open. */
export async function reachStepTwo(place: Place, answers = inventedSchool): Promise<Browser> {
  const browser = await registerSchool(place, answers)
  const hub = browser.page.url.pathname
  await handInNext(browser)
  await emailTo(place, answers.contactEmail.toLowerCase(), /^Step 2 of 7/)
  await browser.open(hub)
  return browser
}

export async function signIn(place: Place, address: string): Promise<Browser> {
  const browser = await browse(place, address)
  await browser.open('/sign-in')
  await withCode(place, browser, address, () => browser.send({ email: address }))
  return browser
}

/** On the hub: goes to the step that is to be done now, fills it in and hands it in. */
export async function handInNext(browser: Browser, manner: Manner = {}) {
  await browser.follow(/^Go to step/)
  return doStep(browser, manner)
}

/** The team's decision on the first journey that waits for it. */
export async function decide(
  team: Browser,
  organisationName: string,
  decision: Readonly<Record<string, string>>,
) {
  await until(`${organisationName} to wait for the team`, async () => {
    const { root } = await team.open('/team')
    return root.querySelector('#waiting')?.text.includes(organisationName)
  })
  await team.follow(organisationName)
  return team.send(decision)
}

/** Hands in everything that is to be done and lets the team accept it, until the panel's turn has come. Gives the journey's id. */
export async function reachValidation(
  school: Browser,
  team: Browser,
  organisationName: string,
): Promise<string> {
  const hub = school.page.url.pathname
  for (let { root } = await school.open(hub); !/validation is under way/.test(root.text); ) {
    const isOpen = root.querySelectorAll('main a').some((link) => /^Go to step/.test(link.text.trim()))
    if (isOpen) await handInNext(school)
    else await decide(team, organisationName, { decision: 'accept' })
    root = (await school.open(hub)).root
  }
  await until(
    'the validation',
    async () => (await team.open(`/team${hub}`)).root.querySelector('#panel') !== null,
  )
  return hub.split('/')[2]!
}

/** The team asks somebody onto the panel of a case. */
export async function inviteValidator(
  team: Browser,
  journey: string,
  { name, email, chair }: { readonly name: string; readonly email: string; readonly chair: boolean },
) {
  await team.open(`/team/journeys/${journey}`)
  return team.send(
    {
      validatorName: name,
      validatorSector: 'health',
      validatorEmail: email,
      chair: chair ? 'yes' : 'no',
    },
    `/team/journeys/${journey}/validators`,
  )
}

export const inventedView = {
  attitudes: 'met',
  skills: 'strong',
  viewStrengths: 'Everybody knows why it matters.',
  viewNextSteps: 'Ask the families what they think.',
  recommendation: 'awarded',
}

/** On a case: declares that there is no conflict, if that is asked, and gives a view. */
export async function giveView(
  validator: Browser,
  journey: string,
  view: Readonly<Record<string, string>> = inventedView,
) {
  await validator.open(`/cases/${journey}`)
  if (validator.page.heading.includes('conflict of interest')) await validator.send({ conflict: 'no' })
  return validator.send(view, `/cases/${journey}/view`)
}

/** The chair decides; everybody's views are there. */
export async function conclude(chair: Browser, journey: string, decision: Readonly<Record<string, string>>) {
  await chair.open(`/cases/${journey}/decision`)
  return chair.send(decision, `/cases/${journey}/decision`)
}
