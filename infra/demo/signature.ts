// Somebody senior signs the commitment through the link that we email them.
import { type Browser, type FilledIn, linkTo } from './browser.ts'
import { emailTo, type Place, signIn } from './people.ts'

const page = /^\/journeys\/\w+\/signature$/
const signatory = 'governor@school.example'

/** What the lead says of who signs. */
export const signedByLink: FilledIn = {
  signatureWay: 'emailed-link',
  signatoryName: 'Carys Example',
  signatoryEmail: signatory,
}

/** From the page of a step, and back to it: has the commitment signed if that is what the step still wants; says whether. */
export async function isSigned(place: Place, lead: Browser): Promise<boolean> {
  const step = lead.page.url.pathname
  if (!linkTo(lead.page, page)) return false
  await lead.followTo(page)
  await lead.send()
  const { text } = await emailTo(place, signatory, /sign/)
  const senior = await signIn(place, signatory)
  await senior.open(new URL(/http:\S+\/sign\/\S+/.exec(text)![0]).pathname)
  await senior.send({ decision: 'sign' })
  await lead.open(step)
  return true
}
