// The environment that the functions find on the laptop.
type Variables = Readonly<Record<string, string | undefined>>

export const region = 'eu-west-2'
/** The keys of the embedded services; S3 alone looks at them. */
export const keys = { accessKeyId: 'laptop', secretAccessKey: 'laptop', region }
export const functionArnPrefix = `arn:aws:lambda:${region}:000000000000:function:`

/** Wherever these point, the embedded services are meant. */
const leadingElsewhere = [
  'AWS_PROFILE',
  'AWS_SESSION_TOKEN',
  'AWS_ENDPOINT_URL',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
]

const applicationDefaults = {
  TABLE_NAME: 'quality-mark',
  STATE_MACHINE_ARN_PREFIX: `arn:aws:states:${region}:000000000000:stateMachine:`,
  EVIDENCE_BUCKET: 'quality-mark-evidence',
  MAIL_FROM: 'Cultural Cohesion Quality Mark <ccqm@localhost.test>',
  MAIL_CONFIGURATION_SET: 'quality-mark',
  TEAM_ADDRESSES: 'team@leeds.test',
  CONTACT_NAME: 'The quality mark’s team',
  CONTACT_ADDRESS: 'ccqm@leeds.gov.uk',
  CONTACT_TELEPHONE: '0113 378 6958',
  CONTACT_HANDLE: '@iCCQM',
  CONTACT_HASHTAGS: '#makeyourmark #harmoniousrelationships',
  VALIDATE_INDIVIDUALS: 'yes',
  PANEL_SIZE: '3',
  FETCH_PAGE_FUNCTION: 'fetch-page',
}

/** The application's own variables: as given to the start, else as in the process's environment, else as here. */
export function applicationVariables(
  overrides: Variables,
  processEnvironment: Variables,
): Record<keyof typeof applicationDefaults, string> & Variables {
  const variables = { ...applicationDefaults }
  for (const name of Object.keys(variables) as (keyof typeof variables)[]) {
    variables[name] = overrides[name] ?? processEnvironment[name] ?? variables[name]
  }
  return { ...overrides, ...variables }
}

/** Where its services are cannot be given. An undefined value is a variable to be removed. */
export function serviceVariables(awsUrl: string): Variables {
  return {
    ...Object.fromEntries(leadingElsewhere.map((name) => [name, undefined])),
    AWS_REGION: keys.region,
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: awsUrl,
    AWS_ENDPOINT_URL_S3: awsUrl,
    AWS_ENDPOINT_URL_SFN: awsUrl,
    AWS_ENDPOINT_URL_SES: awsUrl,
    AWS_ENDPOINT_URL_LAMBDA: awsUrl,
  }
}

/** Sets the process's own environment, and gives the function that sets it back. */
export function setEnvironment(variables: Variables): () => void {
  const before = Object.fromEntries(Object.keys(variables).map((name) => [name, process.env[name]]))
  assign(variables)
  return () => assign(before)
}

function assign(variables: Variables): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}
