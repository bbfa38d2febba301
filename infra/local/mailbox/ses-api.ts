// SES version 1 over the Query protocol: a form in, XML out.
import { randomUUID } from 'node:crypto'
import type { AwsAnswer, AwsRequest } from '../aws-answer.ts'
import { escapeXml } from '../xml.ts'
import { readMail } from './read-mail.ts'
import { bareAddress, type MailStore, type Message } from './store.ts'

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/'
const messageLimitBytes = 10 * 1024 * 1024
const recipientLimit = 50
const tagText = /^[A-Za-z0-9_.@-]{1,256}$/

type Outcome = { result: string; afterSent?: () => void } | { code: string; message: string }
type Action = (form: URLSearchParams) => Promise<Outcome> | Outcome

/** What a sender must have been given before: without it, any is taken. */
type Account = {
  /** The domain that may send. */
  identity?: string
  configurationSet?: string
}

/** `onSent` is called with the id of each message after its sender has its answer. */
export function createSesApi(options: {
  store: MailStore
  onSent: (id: string) => void
  account?: Account
}): (request: Pick<AwsRequest, 'body'>) => Promise<AwsAnswer> {
  const { store, onSent, account = {} } = options

  async function sendRawEmail(form: URLSearchParams): Promise<Outcome> {
    const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64')
    const message = await readMessage(form, raw)
    const refusal = refusalOf(message, raw) ?? accountRefusalOf(message, account)
    if (refusal) return refusal
    const stored = await store.add(message, raw)
    return {
      result: `<MessageId>${stored.id}</MessageId>`,
      afterSent: () => onSent(stored.id),
    }
  }

  function getSendQuota(): Outcome {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString()
    const sent = store.list().filter(({ sentAt }) => sentAt > yesterday).length
    return {
      result:
        '<Max24HourSend>50000.0</Max24HourSend><MaxSendRate>14.0</MaxSendRate>' +
        `<SentLast24Hours>${sent.toFixed(1)}</SentLast24Hours>`,
    }
  }

  const actions: Readonly<Record<string, Action>> = {
    SendRawEmail: sendRawEmail,
    GetSendQuota: getSendQuota,
  }

  return async ({ body }) => {
    const form = new URLSearchParams(body.toString('utf8'))
    const name = form.get('Action') ?? ''
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined
    const outcome = action
      ? await action(form)
      : { code: 'InvalidAction', message: `Could not find operation ${name} for version 2010-12-01` }
    return 'code' in outcome ? errorAnswer(outcome) : resultAnswer(name, outcome)
  }
}

async function readMessage(form: URLSearchParams, raw: Buffer): Promise<Message> {
  const source = form.get('Source')
  const destinations = members(form, 'Destinations')
  const tags = members(form, 'Tags', '.Name').map((name, i) => ({
    name,
    value: form.get(`Tags.member.${i + 1}.Value`) ?? '',
  }))
  const configurationSet = form.get('ConfigurationSetName') || undefined
  // SES takes from the message's own headers what it is not told beside it.
  const mail = source && destinations.length > 0 ? undefined : await readMail(raw)
  return {
    source: source || mail?.from || '',
    destinations: destinations.length > 0 ? destinations : (mail?.recipients ?? []),
    tags,
    ...(configurationSet && { configurationSet }),
  }
}

function members(form: URLSearchParams, list: string, field = ''): string[] {
  const found: string[] = []
  for (let i = 1; form.has(`${list}.member.${i}${field}`); i++) {
    found.push(form.get(`${list}.member.${i}${field}`) ?? '')
  }
  return found
}

function refusalOf(message: Message, raw: Buffer): { code: string; message: string } | undefined {
  const invalid = (text: string) => ({ code: 'InvalidParameterValue', message: text })
  if (raw.length === 0) return invalid("Missing required parameter 'RawMessage.Data'.")
  if (raw.length > messageLimitBytes) {
    return invalid(`Message length is more than ${messageLimitBytes} bytes long: '${raw.length}'.`)
  }
  if (!message.source) return invalid("Missing required header 'From'.")
  if (message.destinations.length === 0) return invalid("Missing required header 'To'.")
  if (message.destinations.length > recipientLimit)
    return invalid(`Recipient count exceeds ${recipientLimit}.`)
  for (const address of [message.source, ...message.destinations]) {
    if (!/[^@\s<]@[^@\s>]+>?\s*$/.test(address)) return invalid("Missing final '@domain'")
    if (!/^[ -~]+$/.test(address)) return invalid('Local address contains control or whitespace')
  }
  for (const { name, value } of message.tags) {
    if (!tagText.test(name))
      return invalid(`Invalid tag name <${name}>: only A-Z, a-z, 0-9, _, ., @ and - (256).`)
    if (!tagText.test(value))
      return invalid(`Invalid tag value <${value}>: only A-Z, a-z, 0-9, _, ., @ and - (256).`)
  }
  return undefined
}

function accountRefusalOf(
  { source, configurationSet }: Message,
  account: Account,
): { code: string; message: string } | undefined {
  const bare = bareAddress(source)
  if (account.identity !== undefined && !bare.toLowerCase().endsWith(`@${account.identity.toLowerCase()}`)) {
    const message = `Email address is not verified. The following identities failed the check in region EU-WEST-2: ${bare}`
    return { code: 'MessageRejected', message }
  }
  const known = account.configurationSet ?? configurationSet
  if (configurationSet !== undefined && configurationSet !== known) {
    const message = `Configuration set <${configurationSet}> does not exist.`
    return { code: 'ConfigurationSetDoesNotExist', message }
  }
  return undefined
}

function resultAnswer(action: string, outcome: { result: string; afterSent?: () => void }): AwsAnswer {
  const xml =
    `<${action}Response xmlns="${namespace}"><${action}Result>${outcome.result}</${action}Result>` +
    `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`
  return { ...xmlAnswer(200, xml), ...(outcome.afterSent && { afterSent: outcome.afterSent }) }
}

function errorAnswer({ code, message }: { code: string; message: string }): AwsAnswer {
  return xmlAnswer(
    400,
    `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code>` +
      `<Message>${escapeXml(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  )
}

function xmlAnswer(status: number, body: string): AwsAnswer {
  return { status, headers: { 'Content-Type': 'text/xml' }, body }
}
