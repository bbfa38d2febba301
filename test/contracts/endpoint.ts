// Where each service of AWS is that the contracts are held against, and what has to be given for it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Laptop, laptopFunctionArn, startLaptop } from './laptop.ts'

const services = {
  DYNAMODB: 'DynamoDB',
  SFN: 'Step Functions',
  LAMBDA: 'Lambda',
  SES: 'SES',
  SCHEDULER: 'EventBridge Scheduler',
} as const
type Service = keyof typeof services

/** What only an account can have; the laptop has its own. */
const variables = [
  'CONTRACTS_FUNCTION_ARN',
  'CONTRACTS_ROLE_ARN',
  'CONTRACTS_MAIL_FROM',
  'CONTRACTS_CONFIGURATION_SET',
] as const
type Variable = (typeof variables)[number]

const ofLaptop: Readonly<Record<Variable, string>> = {
  CONTRACTS_FUNCTION_ARN: laptopFunctionArn,
  CONTRACTS_ROLE_ARN: 'arn:aws:iam::000000000000:role/contracts',
  CONTRACTS_MAIL_FROM: 'contracts@localhost.test',
  CONTRACTS_CONFIGURATION_SET: 'contracts',
}

export type Place = {
  title: string
  /** Embedded servers, which every `npm test` uses whatever the environment says. */
  isLaptop: boolean
  /** A name for something to create, which nothing has yet. */
  newName: () => string
  given: (name: Variable) => string
  /** Looks again until it no longer throws: most reads of AWS lag behind its writes. */
  until: <T>(look: () => Promise<T>) => Promise<T>
}

/**
 * The statements about one service; each is skipped, and one fails that says what is missing, unless all that is
 * needed is given. On AWS that includes CONTRACTS_NAME: whatever is created there has a name that begins with it, and
 * nothing is touched that was not created here.
 */
export function contract(
  service: Service,
  needs: readonly Variable[],
  statements: (place: Place, laptop: () => Laptop) => void,
): void {
  const { kind, title } = whereIs(service, process.env)
  const isLaptop = kind === 'laptop'
  if (kind === 'endpoint') giveDefaults()
  const needed = [...(isLaptop ? [] : needs), ...(kind === 'aws' ? ['CONTRACTS_NAME', 'AWS_REGION'] : [])]
  const missing = needed.filter((name) => !process.env[name])
  const namePrefix = process.env.CONTRACTS_NAME || 'contracts'
  const place: Place = {
    title,
    isLaptop,
    newName: () => `${namePrefix}-${randomUUID().slice(0, 8)}`,
    given: (name) => (isLaptop ? ofLaptop[name] : (process.env[name] ?? '')),
    until: (look) =>
      vi.waitFor(look, isLaptop ? { timeout: 40_000, interval: 2 } : { timeout: 60_000, interval: 500 }),
  }
  describe(title, { timeout: isLaptop ? 60_000 : 180_000 }, () => {
    if (missing.length > 0) {
      test('is refused', () => {
        expect.fail(
          `${title}: nothing was touched. Give ${missing.join(', ')} (see test/contracts/endpoint.ts).`,
        )
      })
      describe.skip('not looked at', () => statements(place, noLaptop))
      return
    }
    let laptop: Laptop | undefined
    if (isLaptop) {
      beforeAll(async () => {
        laptop = await startLaptop()
      })
      afterAll(() => laptop?.stop())
    }
    statements(place, () => laptop ?? noLaptop())
  })
}

function noLaptop(): never {
  throw new Error('The embedded servers are not used here')
}

type Environment = Readonly<Record<string, string | undefined>>
type Where = { kind: 'laptop' | 'endpoint' | 'aws'; title: string }

/** `npm run contracts` alone has vite's mode `contracts`; in any other run all services are the embedded ones. */
export function whereIs(service: Service, environment: Environment): Where {
  const name = services[service]
  if (environment.MODE !== 'contracts') return { kind: 'laptop', title: `${name}, embedded` }
  const url = environment[`AWS_ENDPOINT_URL_${service}`] || environment.AWS_ENDPOINT_URL
  if (url) return { kind: 'endpoint', title: `${name} at ${url}` }
  return hasCredentials(environment) && !isSomewhereElse(environment)
    ? { kind: 'aws', title: `${name} of AWS, ${environment.AWS_REGION ?? 'no region'}` }
    : { kind: 'laptop', title: `${name}, embedded` }
}

/** Whoever points one service at an endpoint does not mean the account that the shell happens to be signed in to. */
function isSomewhereElse(environment: Environment): boolean {
  return Object.entries(environment).some(([name, value]) => name.startsWith('AWS_ENDPOINT_URL') && value)
}

function hasCredentials(environment: Environment): boolean {
  const sources = [
    'AWS_ACCESS_KEY_ID',
    'AWS_PROFILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  ]
  return sources.some((name) => environment[name])
}

/** An emulator takes any; the SDK wants some. */
function giveDefaults(): void {
  process.env.AWS_REGION ||= process.env.AWS_DEFAULT_REGION || 'eu-west-2'
  if (hasCredentials(process.env)) return
  process.env.AWS_ACCESS_KEY_ID = 'contracts'
  process.env.AWS_SECRET_ACCESS_KEY = 'contracts'
}
