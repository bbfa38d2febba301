// What nobody has to do on the way, and an organisation can: by the step before which it is done.
import type { Browser } from './browser.ts'
import { fillIn } from './fill-in.ts'
import { browse, emailTo, type Place, signIn } from './people.ts'

const colleague = { name: 'Femi Example', email: 'colleague@school.example' }

/** Gives the line to tell. */
type More = (place: Place, lead: Browser, hub: string) => Promise<string>

export const besides: Readonly<Record<number, readonly More[]>> = {
  1: [],
  2: [inviteColleague],
  3: [pledge],
  4: [],
  5: [setAside],
  6: [],
  7: [publish],
}

async function inviteColleague(place: Place, lead: Browser, hub: string): Promise<string> {
  await lead.open(`${hub}/people`)
  await lead.send(colleague, `${hub}/people`)
  await emailTo(place, colleague.email, /./)
  const helping = await signIn(place, colleague.email)
  await helping.open(hub)
  return 'The lead invites a colleague, who signs in.'
}

async function pledge(place: Place, lead: Browser, hub: string): Promise<string> {
  const anybody = await browse(place)
  await anybody.open(`/pledge/${hub.split('/')[2]}`)
  await anybody.send(fillIn(anybody.page, { pledgeGroup: 'members' }, true))
  await lead.open(`${hub}/pledges`)
  const said = lead.page.root.querySelector('main form')!.getAttribute('action')!
  await lead.send({ action: 'show' }, said)
  return 'Somebody of the school pledges through the public link, in their own words, and the lead shows them.'
}

/** It can be answered later all the same. */
async function setAside(_: Place, lead: Browser, hub: string): Promise<string> {
  await lead.open(`${hub}/steps/behaviours-and-structures/policies`)
  await lead.send({ 'policy-because': 'Our trust writes them for all its schools.' })
  return 'The lead says of one part that it does not apply, and why.'
}

/** The page of the organisation, with everything that it can show, and what worked. */
async function publish(_: Place, lead: Browser, hub: string): Promise<string> {
  const settings = `${hub}/public`
  const { root } = await lead.open(settings)
  const shows = root.querySelectorAll('input[name="show"]').map((each) => each.getAttribute('value')!)
  await lead.send({ show: shows }, settings)
  const idea = lead.page.root
    .querySelectorAll('main form')
    .map((form) => form.getAttribute('action')!)
    .find((action) => action.startsWith(`${settings}/`))
  await lead.send({}, idea)
  return 'The lead publishes what was found, what is planned, and an idea that worked.'
}
