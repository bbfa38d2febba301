// A journey to the award as fast as the pages allow: a panel of one, nothing returned, no time that passes.
import type { Browser } from '../demo/browser.ts'
import {
  conclude,
  emailTo,
  giveView,
  inventedSchool,
  inviteValidator,
  type Place,
  reachValidation,
  registerSchool,
  signIn,
  teamAddress,
} from '../demo/people.ts'

const chairAddress = 'chair@panel.example'

/** Who is signed in over many journeys. The chair can sign in only after an invitation, at the first journey. */
export type Crowd = { readonly team: Browser; chair: Browser | undefined }

export async function gather(place: Place): Promise<Crowd> {
  return { team: await signIn(place, teamAddress), chair: undefined }
}

/** No two with the same name or address, so that none is taken for another. */
function school(number: number): typeof inventedSchool {
  return {
    ...inventedSchool,
    organisationName: `Invented School ${number}`,
    contactEmail: `lead-${number}@school.example`,
  }
}

/** `look` is shown the school's browser, on the hub of a journey that has just begun. */
export async function playToAward(
  place: Place,
  crowd: Crowd,
  number: number,
  look: (lead: Browser) => Promise<void> = async () => {},
): Promise<void> {
  const { team } = crowd
  const answers = school(number)
  const lead = await registerSchool(place, answers)
  await look(lead)
  const journey = await reachValidation(lead, team, answers.organisationName)
  await inviteValidator(team, journey, { name: 'Chair Example', email: chairAddress, chair: true })
  crowd.chair ??= await signIn(place, chairAddress)
  await giveView(crowd.chair, journey)
  await conclude(crowd.chair, journey, { outcome: 'awarded', reasons: 'Everybody knows why it matters.' })
  await emailTo(place, answers.contactEmail, /^Congratulations/)
}
