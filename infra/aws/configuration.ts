// What is different from stage to stage: one small file, checked before anything else is done.
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'

const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/
/** What CloudWatch knows, up to two years. */
const retentions = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731]

const words = (pattern: RegExp, rule: string) => z.string(rule).check(z.regex(pattern, rule))
const address = z.email('must be an email address, such as name@council.example')
const host = (example: string) => words(hostName, `must be a host name in small letters, such as ${example}`)

const Fields = z.strictObject({
  account: words(/^\d{12}$/, 'must be the twelve digits of an AWS account'),
  // Elsewhere hosts end otherwise, which the bundles do not know (left-out.ts).
  region: words(
    /^(?!cn-|..-iso)[a-z]{2}(-[a-z]+)+-\d$/,
    'must be an AWS region, not in China and not isolated, such as eu-west-2',
  ),
  domain: host('mark.council.example'),
  certificateArn: words(
    /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/,
    'must be the ARN of a certificate in ACM',
  ),
  mailDomain: host('mark.council.example'),
  mailFrom: words(/^[^<>]*<[^<>@\s]+@[^<>@\s]+>$/, 'must be like: Name <name@mark.council.example>'),
  teamAddresses: z
    .array(address, 'must be a list of email addresses')
    .check(z.minLength(1, 'must have at least one address')),
  contactName: words(/^\S.{0,98}\S$/, 'must be the name of somebody or of a team'),
  contactAddress: address,
  contactTelephone: words(/^[\d +()]{5,30}$/, 'must be a telephone number'),
  contactHandle: words(/^@\w{1,30}$/, 'must be like: @name'),
  contactHashtags: z
    .array(words(/^#\w+$/, 'must be like: #word'), 'must be a list of hashtags')
    .check(z.minLength(1, 'must have at least one hashtag')),
  validateIndividuals: z.boolean('must be true or false'),
  panelSize: z
    .int('must be a whole number from 1 to 9')
    .check(
      z.minimum(1, 'must be a whole number from 1 to 9'),
      z.maximum(9, 'must be a whole number from 1 to 9'),
    ),
  alarmAddress: address,
  logRetentionDays: z
    .number('must be a number of days')
    .check(
      z.refine(
        (days) => retentions.includes(days),
        `must be a number of days that CloudWatch knows: ${retentions.join(', ')}`,
      ),
    ),
})

const Configuration = Fields.check(
  rule('mailFrom', 'must be an address at the mailDomain', ({ mailFrom, mailDomain }) =>
    mailFrom.endsWith(`@${mailDomain}>`),
  ),
  rule('certificateArn', 'must be of this account and region', ({ certificateArn, region, account }) =>
    certificateArn.includes(`:acm:${region}:${account}:`),
  ),
)
export type Configuration = z.output<typeof Fields>

function rule(key: keyof Configuration, error: string, holds: (fields: Configuration) => boolean) {
  return z.refine<Configuration>(holds, { path: [key], error })
}

/** Each line says where in the file, and by which rule. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

/** Throws a ConfigurationError with a line for everything that is wrong. */
export function readConfiguration(file: string): Configuration {
  const text = textOf(file)
  const lines = text.split('\n')
  const keys = lines.map((line) => /^\s*"([^"]*)"\s*:/.exec(line)?.[1])
  const lineOf = (key: unknown) => (keys.includes(String(key)) ? keys.indexOf(String(key)) + 1 : undefined)
  const twice = keys.filter((key, at) => key !== undefined && keys.indexOf(key) !== at)
  const { error, data } = Configuration.safeParse(parse(file, text))
  const problems = [
    ...(error?.issues ?? []).flatMap((issue) => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => [key, 'is not a setting'] as const)
      const key = String(issue.path[0])
      return [[key, key in Object(parse(file, text)) ? issue.message : 'is missing'] as const]
    }),
    ...twice.map((key) => [key, 'is there twice'] as const),
  ]
  if (problems.length > 0 || !data) {
    throw new ConfigurationError(
      problems
        .map(
          ([key, said]) =>
            `${file}:${lineOf(key) ?? lines.findLastIndex((line) => /\S/.test(line)) + 1}: ${key} ${said}`,
        )
        .join('\n'),
    )
  }
  return data
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new ConfigurationError(`${file}: there is no such file`)
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length)
    throw new ConfigurationError(`${file}:${text.slice(0, position).split('\n').length}: is not JSON`)
  }
}
