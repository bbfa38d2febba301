// What the council sets: where the pages are, who is on the team, how to reach it.
import * as z from 'zod/mini'
import { normaliseAddress } from '../../workflows/fields.ts'
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
  CONTACT_ADDRESS: z.email(),
  CONTACT_TELEPHONE: z.string().check(z.minLength(5)),
})

export function settings(): Settings {
  const { BASE_URL, TEAM_ADDRESSES, CONTACT_ADDRESS, CONTACT_TELEPHONE } = environment(Variables)
  return {
    baseUrl: BASE_URL.replace(/\/+$/, ''),
    teamAddresses: addresses(TEAM_ADDRESSES).filter((address) => address !== undefined),
    contact: { address: CONTACT_ADDRESS, telephone: CONTACT_TELEPHONE },
  }
}

function addresses(list: string): (string | undefined)[] {
  return list.split(',').map(normaliseAddress)
}
