// The signature under the formal commitment, at its handlers: asking, signing, declining, and handing step 3 in.
import { describe, expect, it } from 'vitest'
import { mayNotApply } from '../../workflows/fields.ts'
import type { StoredEvent } from '../../workflows/journey-events.ts'
import type { Command } from '../../workflows/journey-state.ts'
import {
  add,
  call,
  changes,
  colleague,
  commitmentDrafts,
  committed,
  committedWords,
  eventRows,
  eventsUntil,
  eventsUntilAsked,
  everyday,
  given,
  journey,
  lead,
  leadAddress,
  leadSecret,
  type Row,
  sample,
  sessionRow,
  signatory,
  signatoryRows,
  stateOf,
  teamSecret,
  tokenFor,
  type WebAnswer,
  whoSigns,
  withForm,
  writes,
} from './support.ts'

const step = 'commitment-and-pledge'
const document = { id: 'ROUND#1#commitment#0123456789abcdef', hash: 'f'.repeat(64) }
const asked = eventsUntilAsked()
const after = (...commands: Command[]) => commands.reduce<readonly StoredEvent[]>(add, asked)
const signed = after({ kind: 'sign', person: signatory, shown: document.hash })
const because = { id: 'ROUND#1#declined#0123456789abcdef', hash: 'e'.repeat(64) }
const declined = after({ kind: 'decline-to-sign', person: signatory, shown: document.hash, because })
const reason: Row = {
  pk: `RECORD#${journey}`,
  sk: because.id,
  content: { comment: 'The board <b>has not met</b>.' },
}

function at(events: readonly StoredEvent[], drafts: readonly Row[] = commitmentDrafts(), ...more: Row[]) {
  given(...more, ...everyday(), ...signatoryRows(), reason, ...eventRows(events), ...drafts)
}

const words = ({ body }: WebAnswer) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const changed = { pledgeWording: ['We stand even closer.'] }
/** The hidden hash of the request that the page was shown with. */
const asking = (instead?: string) =>
  withForm(sample('ask-for-signature'), (form) => instead && form.set('instead', instead))
const signing = (fields: Record<string, string>) =>
  withForm(sample('sign-commitment'), (form) => {
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
  })
const stepEvent = (name: 'show-step' | 'show-check' | 'submit-step', events: readonly StoredEvent[]) => {
  const event = { ...sample(name), pathParameters: { journey, step } }
  const { visit } = stateOf(events).position
  return name === 'submit-step'
    ? withForm(event, (form) => {
        form.set('visit', String(visit))
        form.delete('shown')
      })
    : event
}

const copy = 'w5q2n8x4k7m3t9c6'
const withCopy = (status: string, change: Record<string, string[]> = {}) => [
  ...commitmentDrafts('signed-copy', change),
  {
    ...commitmentDrafts()[0],
    sk: `ROUND#1#${step}#signed-copy`,
    section: 'signed-copy',
    typed: { signedCopy: [copy] },
  },
  {
    pk: `FILE#${journey}`,
    sk: `FILE#${copy}`,
    id: copy,
    journey,
    place: { round: 1, step, section: 'signed-copy', entry: '', field: 'signedCopy' },
    status,
    kind: 'pdf',
    name: 'The signed copy',
    by: lead,
    at: '2027-01-04T09:00:00.000Z',
  },
]
const paper = (address: string) => withCopy('clean', { signatoryEmail: [address] })

describe('the pledge', () => {
  it('shows the three aims word for word above what is declared', async () => {
    at(eventsUntil(step), [])
    const answer = await call('show-section', {
      ...sample('show-section'),
      pathParameters: { journey, step, section: 'pledge' },
    })
    const text = words(answer)
    for (const aim of [
      'Help to improve the interactions between people and build stronger, harmonious relationships',
      'Develop the knowledge and behaviours needed to enjoy living and working in places where cultural and social diversity is recognised and promoted',
      'Increase opportunities and foster achievement for everyone',
    ]) {
      expect(text).toContain(aim)
      expect(text.indexOf(aim)).toBeLessThan(text.indexOf('We commit to the three aims of the mark'))
    }
  })
})

describe('asking for the signature', () => {
  it('keeps the words without a name, then who it is, then the event with the email', async () => {
    at(eventsUntil(step))
    const answer = await call('ask-for-signature')
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: `/journeys/${journey}/signature` } })
    const { command, effects, state } = committed()
    const [record] = writes().filter(({ pk }) => pk === `RECORD#${journey}`)
    const { salt, people, ...kept } = record!.input.Item!.content.commitment
    expect(kept).toEqual(committedWords)
    expect([salt, people]).toEqual([
      expect.stringMatching(/^[\w-]{43}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ])
    expect(JSON.stringify([record!.input.Item, command, state])).not.toMatch(/ines/i)
    expect(command).toMatchObject({ person: signatory, document: { id: record!.sk } })
    expect(effects).toEqual([
      { kind: 'send-email', email: 'signature-asked', to: signatory, about: { commitment: record!.sk } },
    ])
    const order = writes().map(({ pk }) => pk.split('#')[0])
    expect(order.indexOf('EVENTS')).toBeGreaterThan(order.lastIndexOf('RECORD'))
    expect(order.indexOf('EVENTS')).toBeGreaterThan(order.lastIndexOf('PERSON'))
  })

  it('can be done again, and pressed twice it is one', async () => {
    at(asked)
    await call('ask-for-signature', asking(document.hash))
    expect(committed().effects).toHaveLength(1)
    at(asked)
    const answer = await call('ask-for-signature', asking())
    expect(answer.statusCode).toBe(409)
    expect(words(answer)).toContain('This has already been done')
  })

  it.each([
    ['the lead’s own address', { signatoryEmail: [leadAddress] }, [], 'The address is the lead’s own'],
    ['an address that fails', {}, [{ why: 'bounce' }], 'Our emails to this address do not arrive'],
    ['an unfinished pledge', { pledgeWording: [] }, [], 'Say first what you pledge'],
  ])('is refused with a reason for %s', async (_, change, suppressions, message) => {
    const { pk } = signatoryRows()[0]!
    const rows = suppressions.map((each) => ({
      pk: String(pk).replace('ADDRESS', 'SUPPRESSED'),
      sk: 'MAIL',
      ...each,
    }))
    at(eventsUntil(step), commitmentDrafts('emailed-link', change), ...rows)
    const answer = await call('ask-for-signature')
    expect(answer.statusCode).toBe(422)
    expect(words(answer)).toContain(message)
    expect(writes().filter(({ pk }) => /^(EVENTS|RECORD|PERSON)/.test(pk))).toEqual([])
  })

  it('is not for a colleague, who may look', async () => {
    const events = add(eventsUntil(step), { kind: 'invite-colleague', person: colleague })
    const secret = 'C'.repeat(43)
    const cookies = [`__Host-session=${secret}`]
    const session = sessionRow(secret, colleague, 'colleague@example.org')
    at(events, commitmentDrafts(), session)
    const looked = await call('show-signature', { ...sample('show-signature'), cookies })
    expect(words(looked)).toContain('The lead can ask for the signature.')
    expect(looked.body).not.toContain('<form method="post" action="/journeys')
    const event = withForm(sample('ask-for-signature'), (form) =>
      form.set('token', tokenFor('ask-for-signature', secret)),
    )
    expect((await call('ask-for-signature', { ...event, cookies })).statusCode).toBe(404)
    expect(changes()).toEqual([])
  })

  it('forgets whom it was asked of before, when it is somebody else', async () => {
    at(asked, commitmentDrafts('emailed-link', { signatoryEmail: ['other@example.org'] }))
    await call('ask-for-signature', asking(document.hash))
    expect(committed().state.signature!.person).not.toBe(signatory)
    expect(writes().filter(({ kind }) => kind === 'delete')).toMatchObject([
      { pk: expect.stringContaining('ADDRESS#'), sk: `JOURNEY#${journey}` },
      { pk: `PERSON#${signatory}`, sk: `JOURNEY#${journey}` },
    ])
  })
})

describe('the page of whoever is to sign', () => {
  it('shows all that is signed, chooses nothing, and changes nothing by being looked at', async () => {
    at(asked)
    const answer = await call('show-commitment')
    for (const text of ['We stand together.', 'A committee', '14 December 2026', 'Ines Duarte, Chair'])
      expect(words(answer)).toContain(text)
    expect(answer.body).not.toContain('checked')
    expect(writes()).toEqual([])
  })

  it.each([
    ['the lead', leadSecret],
    ['the team', teamSecret],
  ])('is not found for %s, and they cannot sign', async (_, secret) => {
    at(asked)
    const cookies = [`__Host-session=${secret}`]
    expect((await call('show-commitment', { ...sample('show-commitment'), cookies })).statusCode).toBe(404)
    const event = signing({ token: tokenFor('sign-commitment', secret) })
    expect((await call('sign-commitment', { ...event, cookies })).statusCode).toBe(404)
    expect(changes()).toEqual([])
  })

  it('signs exactly what was shown, and a copy goes to both', async () => {
    at(asked)
    await call('sign-commitment')
    const { command, actor, effects } = committed()
    expect({ command, actor }).toEqual({
      command: { kind: 'sign', person: signatory, shown: document.hash },
      actor: signatory,
    })
    expect(effects).toEqual(
      [signatory, lead].map((to) => ({
        kind: 'send-email',
        email: 'commitment-signed',
        to,
        about: { commitment: document.id },
      })),
    )
  })

  it('asks for a decision, and for a reason with a no', async () => {
    for (const [fields, message] of [
      [{ decision: '' }, 'Select whether you sign'],
      [{ decision: 'perhaps' }, 'Select whether you sign'],
      [{ decision: 'decline', declineReason: ' ' }, 'Say why you do not sign'],
    ] as const) {
      at(asked)
      const answer = await call('sign-commitment', signing(fields))
      expect(answer.statusCode).toBe(422)
      expect(words(answer)).toContain(message)
      expect(changes()).toEqual([])
    }
  })

  it('tells the lead why somebody does not sign', async () => {
    at(asked)
    await call('sign-commitment', signing({ decision: 'decline', declineReason: 'The board has not met.' }))
    const { command, effects } = committed()
    const [record] = writes().filter(({ pk }) => pk === `RECORD#${journey}`)
    expect(record!.input.Item!.content).toEqual({ comment: 'The board has not met.' })
    expect(JSON.stringify(command)).not.toContain('board')
    expect(effects).toMatchObject([{ email: 'signature-declined', to: lead, about: { comment: record!.sk } }])
  })

  it.each([
    ['signed before', signed, 'The commitment is signed'],
    ['declined before', declined, 'You did not sign'],
    ['ended', after({ kind: 'withdraw' }), 'This journey has ended'],
  ])('shows what became of it when it was %s, and takes nothing more', async (_, events, title) => {
    at(events)
    expect(words(await call('show-commitment'))).toContain(title)
    expect((await call('sign-commitment')).statusCode).toBe(409)
    expect(changes()).toEqual([])
  })

  it.each([
    ['the pledge', commitmentDrafts('emailed-link', changed)],
    ['who signs', commitmentDrafts('emailed-link', { signatoryName: ['Ines Duarte-Lima'] })],
    ['who signs beside them', commitmentDrafts('emailed-link', { secondSignatoryName: ['Ali'] })],
  ])('takes no signature when %s has changed since', async (_, drafts) => {
    at(asked, drafts)
    expect(words(await call('show-commitment'))).toContain('The commitment has changed')
    const answer = await call('sign-commitment')
    expect(answer.statusCode).toBe(409)
    expect(words(answer)).toContain('This has changed since you opened it')
    expect(changes()).toEqual([])
  })

  it('takes no signature under another document than the one asked for', async () => {
    at(asked)
    const answer = await call('sign-commitment', signing({ shown: 'e'.repeat(64) }))
    expect(answer.statusCode).toBe(409)
    expect(changes()).toEqual([])
  })

  it('is not needed any more when the lead has gone on in another way', async () => {
    at(asked, commitmentDrafts('lead-signs'))
    expect(words(await call('show-commitment'))).toContain('Your signature is not needed any more')
  })
})

describe('the lead sees how it stands', () => {
  const unreachable = after({ kind: 'mark-unreachable', person: signatory, panelSize: 3 })
  it.each([
    ['not asked', eventsUntil(step), {}, 'We will write to Ines Duarte at ines.duarte@example.org'],
    ['waiting', asked, {}, 'We asked Ines Duarte to sign on 4 January 2027'],
    ['unreachable', unreachable, {}, 'Our email to Ines Duarte at ines.duarte@example.org did not arrive'],
    ['declined', declined, {}, 'The board &lt;b&gt;has not met&lt;/b&gt;.'],
    ['signed', signed, {}, 'Ines Duarte signed it on 4 January 2027'],
    ['changed', signed, changed, 'The commitment, or who signs it, has changed'],
  ])('%s', async (_, events, change, text) => {
    at(events, commitmentDrafts('emailed-link', change))
    expect(words(await call('show-signature'))).toContain(text)
    expect(writes()).toEqual([])
  })
})

describe('handing step 3 in', () => {
  it.each([
    ['without asking', eventsUntil(step), {}, 'Ask for the signature'],
    ['before it is signed', asked, {}, 'See how it stands'],
    ['after a no', declined, {}, 'Read why'],
    ['when the words have changed since', signed, changed, 'Ask for the signature again'],
  ])('is not offered, and refused, %s', async (_, events, change, link) => {
    at(events, commitmentDrafts('emailed-link', change))
    const answer = await call('show-step', stepEvent('show-step', events))
    expect(words(answer)).toContain(link)
    expect(answer.body).not.toContain('/check"')
    const back = { statusCode: 303, headers: { location: `/journeys/${journey}/steps/${step}` } }
    expect(await call('show-check', stepEvent('show-check', events))).toMatchObject(back)
    expect(await call('submit-step', stepEvent('submit-step', events))).toMatchObject(back)
    expect(changes()).toEqual([])
  })

  it('goes on with a signature under exactly these words', async () => {
    at(signed)
    expect(words(await call('show-step', stepEvent('show-step', signed)))).toContain('Check your answers')
    await call('submit-step', stepEvent('submit-step', signed))
    expect(committed().command).toMatchObject({ kind: 'submit', step, signed: document.hash })
  })

  it('goes on without one when the lead signs', async () => {
    at(eventsUntil(step), commitmentDrafts('lead-signs'))
    await call('submit-step', stepEvent('submit-step', eventsUntil(step)))
    expect(committed().command).not.toHaveProperty('signed')
    expect(committed().state).not.toHaveProperty('signature')
  })

  it.each([
    ['no copy', commitmentDrafts('signed-copy'), 'Add the signed copy'],
    ['a copy that is still checked', withCopy('arrived'), 'A file is not ready yet'],
    ['a copy that was refused', withCopy('refused'), 'Add the signed copy'],
  ])('is not offered on paper with %s', async (_, drafts, text) => {
    at(eventsUntil(step), drafts)
    const answer = await call('show-step', stepEvent('show-step', eventsUntil(step)))
    expect(words(answer)).toContain(text)
    expect(answer.body).not.toContain('/check"')
    expect((await call('submit-step', stepEvent('submit-step', eventsUntil(step)))).statusCode).toBe(303)
    expect(changes()).toEqual([])
  })

  it('says that the copy is missing on every page of the step, and never that nothing is', async () => {
    at(eventsUntil(step), commitmentDrafts('signed-copy'))
    const ofStep = words(await call('show-step', stepEvent('show-step', eventsUntil(step))))
    const section = { ...sample('show-section'), pathParameters: { journey, step, section: 'signed-copy' } }
    const ofPart = words(await call('show-section', section))
    for (const text of [ofStep, ofPart]) {
      expect(text).toContain('A photo or a scan of the signed commitment')
      expect(text).not.toContain('Nothing is missing')
    }
    expect(ofPart).toContain('This is needed')
    expect(ofPart).not.toContain('(optional)')
    at(eventsUntil(step))
    const unasked = words(await call('show-step', stepEvent('show-step', eventsUntil(step))))
    expect(unasked).toContain('The signature under the commitment')
    expect(unasked).not.toContain('Nothing is missing')
  })

  it('goes on with a clean copy, and the words go to both', async () => {
    at(eventsUntil(step), withCopy('clean'))
    await call('submit-step', stepEvent('submit-step', eventsUntil(step)))
    const { state, effects } = committed()
    expect(state.signature).toMatchObject({ person: signatory, onPaper: true, signedAt: expect.any(String) })
    expect(effects.filter(({ kind }) => kind === 'send-email')).toMatchObject([
      { email: 'commitment-signed', to: signatory },
      { email: 'commitment-signed', to: lead },
    ])
    expect(JSON.stringify(state)).not.toContain(whoSigns.name)
  })
})

describe('a signature on paper', () => {
  it('is not taken from the lead: nothing is handed in, and it is said what to do', async () => {
    at(eventsUntil(step), paper(leadAddress))
    const answer = await call('submit-step', stepEvent('submit-step', eventsUntil(step)))
    expect(answer.statusCode).toBe(409)
    expect(words(answer)).toContain('The address is the lead’s own. Name somebody else')
    expect(answer.body).toContain(`href="/journeys/${journey}/steps/${step}/signature"`)
    expect(changes()).toEqual([])
  })
})

describe('a step whose signature is explained away', () => {
  it.each([
    ['the way to sign', { signatureWay: [], 'signatureWay-because': ['We need none.'] }],
    ['who signs', { signatoryName: [], 'signatoryName-because': ['Nobody does.'] }],
  ])('cannot be handed in: %s', async (_, change) => {
    const events = eventsUntil(step)
    at(events, commitmentDrafts('emailed-link', change))
    const answer = await call('submit-step', stepEvent('submit-step', events))
    expect(answer).toMatchObject({ headers: { location: `/journeys/${journey}/steps/${step}` } })
    expect(writes().filter(({ pk }) => /^(EVENTS|RECORD)/.test(pk))).toEqual([])
  })

  it.each(['signatureWay', 'signatoryEmail', 'pledgeWording', 'decidingBody'])(
    'is not offered a reason, nor takes one: %s',
    (id) => {
      expect(mayNotApply({}, { id, kind: 'text' })).toBe(false)
    },
  )
})
