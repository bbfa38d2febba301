// What the council sets: where the pages are, who is on the team, how to reach it.
import * as z from 'zod/mini'
import { normaliseAddress } from '../../workflows/typed-text.ts'
import { layered } from '../../workflows/words/catalogue.ts'
import type { Settings } from '../app/ports.ts'
import { environment } from './environment.ts'

const Variables = z.object({
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .check(z.refine((url) => URL.parse(url)?.pathname === '/', 'must be an address without a path')),
  TEAM_ADDRESSES: z
    .string()
    .check(
      z.refine(
        (list) => addresses(list).every((address) => address !== undefined),
        'must be addresses with commas between',
      ),
    ),
  CONTACT_NAME: z.string().check(z.regex(/^\S.{0,98}\S$/, 'must be the name of somebody or of a team')),
  CONTACT_ADDRESS: z.email(),
  CONTACT_TELEPHONE: z.string().check(z.minLength(5)),
  CONTACT_HANDLE: z.string().check(z.regex(/^@\w{1,30}$/, 'must be like: @name')),
  CONTACT_HASHTAGS: z.string().check(z.regex(/^#\w+( #\w+)*$/, 'must be like: #one #two')),
  VALIDATE_INDIVIDUALS: z.enum(['yes', 'no']),
  PANEL_SIZE: z.string().check(z.regex(/^[1-9]$/, 'must be a number from 1 to 9')),
})

export function settings(): Settings {
  const variables = environment(Variables)
  return {
    baseUrl: variables.BASE_URL.replace(/\/+$/, ''),
    teamAddresses: addresses(variables.TEAM_ADDRESSES).filter((address) => address !== undefined),
    // Read when they are said: what is stored lies over them too.
    contact: {
      get name() {
        return layered('contact.name') ?? variables.CONTACT_NAME
      },
      get address() {
        return contactAddress(variables.CONTACT_ADDRESS)
      },
      get telephone() {
        return layered('contact.telephone') ?? variables.CONTACT_TELEPHONE
      },
      get handle() {
        return layered('contact.handle') ?? variables.CONTACT_HANDLE
      },
      hashtags: variables.CONTACT_HASHTAGS.split(' '),
    },
    individualsValidated: variables.VALIDATE_INDIVIDUALS === 'yes',
    panelSize: Number(variables.PANEL_SIZE),
  }
}

/** The stored one, unless it is none: it becomes a header of emails. */
export function contactAddress(ours: string): string {
  return normaliseAddress(layered('contact.address') ?? '') ?? ours
}

function addresses(list: string): (string | undefined)[] {
  return list.split(',').map(normaliseAddress)
}
