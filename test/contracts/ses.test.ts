// What we rely on of SES: a message goes to the one who is named, an event tells that it went, and a refusal means that it did not.
import {
  ConfigurationSetDoesNotExistException,
  MessageRejected,
  SESClient,
  SESServiceException,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
} from '@aws-sdk/client-ses'
import MailComposer from 'nodemailer/lib/mail-composer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MailEvent } from '../../events/mail-events.ts'
import { contract } from './endpoint.ts'

/** SES's own mailbox simulator: it takes the message, and nobody reads it. */
const recipient = 'success@simulator.amazonses.com'

contract('SES', ['CONTRACTS_MAIL_FROM', 'CONTRACTS_CONFIGURATION_SET'], (place, laptop) => {
  const from = place.given('CONTRACTS_MAIL_FROM')
  const configurationSet = place.given('CONTRACTS_CONFIGURATION_SET')
  let client: SESClient
  beforeAll(() => {
    client = new SESClient({ maxAttempts: 1 })
  })
  afterAll(() => client.destroy())

  const compose = (more: object = {}): Promise<Buffer> =>
    new MailComposer({
      from: { name: 'Zoë’s Quality Mark', address: from },
      to: 'somebody.else@example.org',
      subject: 'Step 2 of 7 is open – Zoë 🌍',
      text: 'Hello Zoë\n',
      html: '<p>Hello Zoë</p>',
      textEncoding: 'quoted-printable',
      newline: 'windows',
      ...more,
    })
      .compile()
      .build()
  const send = async (more: Partial<SendRawEmailCommandInput> = {}, message: object = {}) =>
    client.send(
      new SendRawEmailCommand({
        RawMessage: { Data: await compose(message) },
        Destinations: [recipient],
        ConfigurationSetName: configurationSet,
        Tags: [{ Name: 'effect', Value: 'j1-2-1' }],
        ...more,
      }),
    )
  const refusal = async (sending: Promise<unknown>) => {
    const error: unknown = await sending.then(() => undefined).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SESServiceException)
    expect(error).toMatchObject({ $fault: 'client', $metadata: { httpStatusCode: 400 } })
    return error as SESServiceException
  }

  test('a raw message with tags and a configuration set is answered with a MessageId, a new one each time', async () => {
    const ids = [(await send()).MessageId, (await send()).MessageId]
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{20,}$/)
    expect(ids[0]).not.toBe(ids[1])
  })

  // On AWS this needs somebody who listens, which the contracts do not have.
  test.skipIf(!place.isLaptop)(
    'its Send event has the tags, and as destination the one recipient, whatever the headers say (not looked at on AWS)',
    async () => {
      const { MessageId } = await send()
      const event = await place.until(async () => {
        const own = laptop().mailEvents.find((each) => JSON.stringify(each).includes(MessageId!))
        expect(own).toBeDefined()
        return own
      })
      const { detail } = MailEvent.parse(event)
      expect(detail.eventType).toBe('Send')
      expect(detail.mail.destination).toEqual([recipient])
      expect(detail.mail.tags).toMatchObject({
        effect: ['j1-2-1'],
        'ses:configuration-set': [configurationSet],
      })
    },
  )

  test.skipIf(!place.isLaptop)(
    'the message is kept byte for byte as it was sent (not looked at on AWS)',
    async () => {
      const Data = await compose({ date: new Date(0), messageId: '<a@localhost.test>', boundary: 'b' })
      const { MessageId = '' } = await send({ RawMessage: { Data } })
      expect(await laptop().rawMail(MessageId)).toEqual(Data)
      expect(Data.toString('latin1')).toMatch(/^[\t\r\n -~]+$/)
      expect(Data.toString()).toMatch(/^Subject: =\?UTF-8\?/m)
    },
  )

  test('a sender that is not verified is MessageRejected', async () => {
    const error = await refusal(send({}, { from: 'nobody@unverified.example' }))
    expect(error).toBeInstanceOf(MessageRejected)
    expect(error.message).toMatch(/^Email address is not verified\./)
    expect(error.message).toContain('nobody@unverified.example')
  })

  test('a configuration set that is not there is refused', async () => {
    const error = await refusal(send({ ConfigurationSetName: place.newName() }))
    expect(error).toBeInstanceOf(ConfigurationSetDoesNotExistException)
  })

  test.each([
    ['has no domain', { Destinations: ['somebody'] }],
    ['is not of 7 bits', { Destinations: ['zoë@example.org'] }],
  ])('a recipient whose address %s is refused', async (_, more) => {
    expect(await refusal(send(more))).toMatchObject({ name: 'InvalidParameterValue' })
  })

  test.each(['j1#2#1', 'a b', 'é', ''])(
    'a tag that is not of letters, digits, _, -, . and @ is refused: %j',
    async (Value) => {
      const error = await refusal(send({ Tags: [{ Name: 'effect', Value }] }))
      expect(error).toMatchObject({ name: 'InvalidParameterValue' })
    },
  )
})
