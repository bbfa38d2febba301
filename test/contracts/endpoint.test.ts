// Where the contracts look for each service: never at an account unless it is asked for.
import { expect, test } from 'vitest'
import { whereIs } from './endpoint.ts'

const signedIn = { AWS_PROFILE: 'work', AWS_REGION: 'eu-west-2' }
const asked = { MODE: 'contracts' }
const url = 'http://127.0.0.1:8000'

test.each([
  [
    'a test run, whatever the shell knows',
    { MODE: 'test', ...signedIn, AWS_ENDPOINT_URL_SES: url },
    'SES, embedded',
  ],
  ['nothing given', asked, 'SES, embedded'],
  ['its endpoint', { ...asked, ...signedIn, AWS_ENDPOINT_URL_SES: url }, `SES at ${url}`],
  ['one endpoint for all', { ...asked, AWS_ENDPOINT_URL: url }, `SES at ${url}`],
  ['the endpoint of another', { ...asked, ...signedIn, AWS_ENDPOINT_URL_SFN: url }, 'SES, embedded'],
  ['credentials alone', { ...asked, ...signedIn }, 'SES of AWS, eu-west-2'],
  ['keys alone', { ...asked, AWS_ACCESS_KEY_ID: 'x' }, 'SES of AWS, no region'],
])('%s', (_, environment, title) => {
  expect(whereIs('SES', environment).title).toBe(title)
})
