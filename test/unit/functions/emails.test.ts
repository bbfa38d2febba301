// Every email as it is read, in plain text; the HTML says the same, and nothing that was typed becomes markup or a header.
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { emails, type JourneyEmailContext } from '../../../functions/emails/index.ts'
import { type EmailContent, renderEmail } from '../../../functions/emails/layout.ts'
import { journey } from '../../../workflows/journey.ts'

const settings = {
  baseUrl: 'https://mark.example',
  teamAddresses: [],
  contact: {
    name: 'Example Name',
    address: 'ccqm@leeds.example',
    telephone: '0113 496 0000',
    handle: '@mark',
    hashtags: ['#mark'],
  },
  individualsValidated: true,
  panelSize: 3,
}
const context: JourneyEmailContext = {
  settings,
  journey: '0123456789abcdef',
  definition: journey.id,
  name: 'Amina Example',
  organisationName: 'Invented <b>School</b> & Friends',
  individual: false,
  level: 'bronze',
  registeredAt: '2026-12-23T10:00:00.000Z',
  again: false,
  leadName: 'Jo Example',
  step: 'reflective-transparency',
  comment: 'Please look at your <plan> again.\nThank you!',
  serial: 'K7Q2-9FXM',
  document: {
    commitment: {
      organisationName: 'Invented <b>School</b> & Friends',
      pledge: 'We pledge to <plan> together.\nAll of us.',
      decidingBody: 'governing-body',
      decidingBodyName: 'The full board',
      decidedOn: '2026-12-01',
      salt: 'salt',
      people: 'f'.repeat(64),
    },
    signatory: { name: 'Ines Example', role: 'Chair of governors', second: 'Ali Example, head teacher' },
    signature: {
      person: 'somebody',
      document: { id: 'ROUND#1#commitment#0123456789abcdef', hash: 'f'.repeat(64) },
      round: 1,
      askedAt: '2026-12-22T10:00:00.000Z',
      signedAt: '2026-12-23T10:00:00.000Z',
    },
  },
  stopUrl: 'https://mark.example/reminders/secret',
}
const contents = (context: JourneyEmailContext): Record<string, EmailContent> => {
  const { code, ...ofJourneys } = emails
  return {
    code: code({ code: '012345', minutes: 10 }),
    ...Object.fromEntries(Object.entries(ofJourneys).map(([name, email]) => [name, email(context)])),
  }
}

describe('every email', () => {
  it.each(Object.entries(contents(context)))('%s', async (name, content) => {
    const { subject, text, html } = renderEmail(content, settings)
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`emails/${name}.txt`)
    const root = parse(html)
    const words = (of: string) =>
      of
        .replace(/https:\S+/g, '')
        .replace(/[\s>:]+/g, ' ')
        .trim()
    for (const paragraph of text.split('\n\n')) expect(words(root.text)).toContain(words(paragraph))
    for (const [link] of text.matchAll(/https:\S+/g))
      expect(root.querySelector(`a[href="${link}"]`)).not.toBeNull()
    expect(root.querySelectorAll('b, plan, img, script')).toEqual([])
  })

  const ofOnesOwn = [
    'acknowledgement',
    'step-opened',
    'returned',
    'reminder',
    'more-evidence',
    'not-yet',
    'award',
  ]
  const toOne = Object.entries(contents({ ...context, individual: true }))
  it.each(toOne.filter(([name]) => [...ofOnesOwn, 'award-actions', 'withdrawn'].includes(name)))(
    '%s calls an individual “you”, and not by their name as if they were an organisation',
    (_, content) => {
      expect(renderEmail(content, settings).text).not.toContain(context.organisationName)
    },
  )

  it.each(Object.entries(contents({ ...context, name: undefined })))(
    '%s greets somebody without a name',
    (_, content) => {
      expect(renderEmail(content, settings).text).toMatch(/^Hello,\n/)
    },
  )
})

describe('the acknowledgement', () => {
  it('promises an answer within five working days, Christmas and New Year left out', () => {
    expect(contents(context).acknowledgement!.paragraphs.join()).toContain('by 4 January 2027')
  })
})

describe('what an email knows of the journey', () => {
  it('is said to a validator who has looked before', () => {
    const { subject, paragraphs } = contents({ ...context, again: true })['validator-invited']!
    expect(subject).toBe('Please look again at a journey to Bronze')
    expect(paragraphs.join()).toContain('They have sent more. Please give a new view.')
  })

  it.each([
    ['bronze', 'registration', false],
    ['silver', 'registration', true],
    ['silver', 'raising-awareness', false],
  ])('at %s, step %s: that another round has begun is %s', (level, step, begun) => {
    const { paragraphs } = contents({ ...context, level, step })['step-opened']!
    expect(paragraphs.join().includes('Your journey to Silver has begun.')).toBe(begun)
  })
})

describe('a subject', () => {
  it.each(['\r\nBcc: x@y.example', '\u202e', '\0'])('with %j in it is not sent', (bad) => {
    expect(() => renderEmail({ subject: `Hello${bad}`, paragraphs: [] }, settings)).toThrow(/subject/)
  })
})
