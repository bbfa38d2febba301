// Links from the hand-in on: noted once, looked at when due, what they say kept once, whatever ends in between or runs twice.
import { beforeEach, describe, expect, it } from 'vitest'
import type { FetchedPage } from '../../../../events/fetched-pages.ts'
import { checkLinks } from '../../../../functions/app/check-links.ts'
import { linkId, noteLinks } from '../../../../functions/app/note-links.ts'
import { sha256 } from '../../../../functions/app/secrets.ts'
import { readEvent } from '../../../../workflows/journey-events.ts'
import { hasLinks, linksIn } from '../../../../workflows/links.ts'
import { stepsOf } from '../../../../workflows/model.ts'
import { newest as definition } from '../../../../workflows/released/index.ts'
import { emptyMemory, type Memory, memoryPorts } from '../../../support/memory-ports.ts'
import { confirm, type Move, open, pass, play, pointer, register } from '../../../support/play.ts'

const journey = 'the-journey'
const plan = 'https://school.uk/plan'
const dayMs = 24 * 60 * 60_000
const read = (text: string): FetchedPage => ({ kind: 'read', status: 200, finalUrl: plan, text })
const cannot = (why: 'unknown-name' | 'refuses-robots'): FetchedPage => ({ kind: 'cannot-be-checked', why })

let memory: Memory
let nowMs: number
let page: (url: string) => FetchedPage
/** Set, it ends everything before the write with this number, counted from then on. */
let crashAt: number
let asked: string[]

const ports = () =>
  memoryPorts(memory, {
    now: () => nowMs,
    unmovedMs: () => 0,
    page: (url) => {
      asked.push(url)
      return page(url)
    },
    writing: (write) => {
      if (--crashAt === 0) throw new Error('Crashed')
      return write()
    },
  })

/** The website of the registration is the one link of these journeys. */
function given(moves: readonly Move[], website = plan): void {
  const events = play(moves)
  memory.events.set(journey, [...events])
  const record = { id: pointer.id, journey, at: '', by: 'lead', salt: '' }
  memory.records.set(`${journey}#${pointer.id}`, { ...record, content: { answers: { website } } })
  nowMs = Date.parse(readEvent(events.at(-1)!).at)
}
async function note(): Promise<void> {
  for (const event of memory.events.get(journey)!) await noteLinks(ports(), readEvent(event))
}
const link = () => memory.links.get(`${journey}#${linkId(pointer.id, plan)}`)
const captures = () => [...memory.captures.values()]
const iso = (ms: number) => new Date(ms).toISOString()

beforeEach(() => {
  memory = emptyMemory()
  page = () => read('Our plan')
  crashAt = Infinity
  asked = []
})

describe('what is noted', () => {
  it('is each link of a submission once, of entries too', () => {
    const section = (fields: readonly object[]) => ({ id: 's', about: 'organisation', fields }) as never
    const url = (id: string) => ({ id, kind: 'url', required: false })
    const sections = [
      section([url('a'), url('b'), url('c'), { id: 't', kind: 'text', maxLength: 9, required: false }]),
      section([{ id: 'diary', kind: 'entries', required: false, fields: [url('d')] }]),
    ]
    const answers = {
      a: plan,
      b: plan,
      t: 'https://no.uk/',
      diary: [{ d: 'https://d.uk/' }, {}, { d: plan }],
    }
    expect(linksIn(sections, answers)).toEqual([plan, 'https://d.uk/'])
    expect(linksIn(sections, {})).toEqual([])
    expect(sections.map((each) => hasLinks([each]))).toEqual([true, true])
    expect(hasLinks([section([])])).toBe(false)
    expect(stepsOf(definition).filter((step) => hasLinks(step.sections)).length).toBeGreaterThan(3)
  })

  it('is nothing of a registration that nobody has confirmed', async () => {
    given([register])
    await note()
    expect(memory.links.size).toBe(0)
  })

  it('stays as it has become, when it is noted again', async () => {
    given([register, confirm])
    await note()
    expect(link()).toMatchObject({ url: plan, submission: pointer.id, dueAt: iso(nowMs) })
    await checkLinks(ports())
    const looked = link()
    await note()
    expect(link()).toEqual(looked)
    expect(memory.links.size).toBe(1)
  })
})

describe('a link that is due', () => {
  beforeEach(async () => {
    given([register, confirm])
    await note()
  })

  it('is looked at; what it says is kept with its hash, and it is due in a week', async () => {
    expect(await checkLinks(ports())).toEqual({ looked: 1 })
    expect(link()).toMatchObject({
      seen: { result: 'works', at: iso(nowMs), since: iso(nowMs), status: 200 },
      capturedAt: iso(nowMs),
      dueAt: iso(nowMs + 7 * dayMs),
    })
    expect(captures()).toEqual([
      {
        id: linkId(pointer.id, plan),
        journey,
        url: plan,
        finalUrl: plan,
        at: iso(nowMs),
        status: 200,
        text: 'Our plan',
        hash: sha256('Our plan'),
      },
    ])
  })

  it('is left alone until then, and then looked at again: what was kept stays', async () => {
    await checkLinks(ports())
    nowMs += 7 * dayMs - 1
    expect(await checkLinks(ports())).toEqual({ looked: 0 })
    nowMs += 1
    page = () => ({ kind: 'gone', status: 404 })
    expect(await checkLinks(ports())).toEqual({ looked: 1 })
    expect(link()?.seen).toEqual({ result: 'gone', at: iso(nowMs), since: iso(nowMs), status: 404 })
    const since = iso(nowMs)
    nowMs += 7 * dayMs
    await checkLinks(ports())
    expect(link()?.seen).toMatchObject({ result: 'gone', at: iso(nowMs), since })
    expect(captures().map(({ text }) => text)).toEqual(['Our plan'])
    expect(asked).toEqual([plan, plan, plan])
  })

  it('whose site was away on the day is kept when it is back, under that date', async () => {
    page = () => cannot('refuses-robots')
    await checkLinks(ports())
    expect([link()?.seen?.result, link()?.capturedAt, captures().length]).toEqual([
      'cannot-be-checked',
      undefined,
      0,
    ])
    nowMs += 7 * dayMs
    page = () => read('Our new plan')
    await checkLinks(ports())
    expect(captures()).toMatchObject([{ at: iso(nowMs), text: 'Our new plan' }])
  })

  it('without a text works, and nothing is kept', async () => {
    page = () => ({ kind: 'read', status: 200, finalUrl: plan })
    await checkLinks(ports())
    expect([link()?.seen?.result, captures().length]).toEqual(['works', 0])
  })

  it('whose name is unknown is gone only when it is so again a week later', async () => {
    page = () => cannot('unknown-name')
    const results: (string | undefined)[] = []
    for (let week = 0; week < 3; week++) {
      await checkLinks(ports())
      results.push(link()?.seen?.result)
      nowMs += 7 * dayMs
    }
    page = () => cannot('refuses-robots')
    await checkLinks(ports())
    expect([...results, link()?.seen?.result]).toEqual([
      'cannot-be-checked',
      'gone',
      'gone',
      'cannot-be-checked',
    ])
  })

  it('is looked at by one of two that run at once', async () => {
    const looked = await Promise.all([checkLinks(ports()), checkLinks(ports())])
    expect(looked.map((each) => each.looked).toSorted()).toEqual([0, 1])
    expect([asked.length, captures().length]).toEqual([1, 1])
  })

  it.each([1, 2, 3])('comes to one capture although everything ended before write %i', async (write) => {
    crashAt = write
    await expect(checkLinks(ports())).rejects.toThrow('Some links could not be looked at')
    crashAt = Infinity
    page = () => read('What it says by now')
    nowMs += 60 * 60_000
    expect(await checkLinks(ports())).toEqual({ looked: 1 })
    // Before the last write the first text was kept already, and stays.
    expect(captures().map(({ text }) => text)).toEqual([write === 3 ? 'Our plan' : 'What it says by now'])
    expect(link()).toMatchObject({ seen: { result: 'works' }, dueAt: iso(nowMs + 7 * dayMs) })
  })

  it('whose look fails is tried again in an hour, and keeps nobody waiting', async () => {
    const other = { ...link()!, id: 'other', url: 'https://other.uk/' }
    memory.links.set(`${journey}#other`, other)
    page = (url) => {
      if (url === plan) throw new Error('The function has failed')
      return read('Other')
    }
    await expect(checkLinks(ports())).rejects.toThrow('Some links could not be looked at')
    expect(captures().map(({ text }) => text)).toEqual(['Other'])
    nowMs += 60 * 60_000 - 1
    expect(await checkLinks(ports())).toEqual({ looked: 0 })
    nowMs += 1
    page = () => read('Our plan')
    expect(await checkLinks(ports())).toEqual({ looked: 1 })
  })
})

describe('a link that nobody asks for any more', () => {
  it.each<[string, readonly Move[]]>([
    ['the journey has ended', [{ kind: 'withdraw' }]],
    ['another submission has taken its place', []],
  ])('is not looked at: %s', async (why, moves) => {
    given([register, confirm, open, pass, open, ...moves])
    await note()
    if (moves.length === 0) {
      const [key, known] = [...memory.links][0]!
      memory.links.set(key, { ...known, submission: 'ROUND#1#registration#earlier' })
    }
    expect(await checkLinks(ports())).toEqual({ looked: 0 })
    expect(asked, why).toEqual([])
    expect([...memory.links.values()].map(({ dueAt }) => dueAt)).toEqual([undefined])
  })

  it.each<[string, number, string, readonly Move[]]>([
    ['goes when the journey has ended', 0, pointer.id, [{ kind: 'withdraw' }]],
    ['goes when the step was handed in anew', 0, 'ROUND#1#registration#earlier', []],
    ['stays when it is of a round before', 1, 'ROUND#0#registration#earlier', []],
  ])('what its page said %s', async (_, left, submission, moves) => {
    given([register, confirm, open])
    await note()
    await checkLinks(ports())
    expect(captures()).toHaveLength(1)
    const [key, known] = [...memory.links][0]!
    memory.links.set(key, { ...known, submission })
    memory.events.set(journey, [...play([register, confirm, open, ...moves])])
    nowMs += 7 * dayMs
    crashAt = left === 0 ? 2 : Infinity
    // Killed between the two, it is done again.
    if (left === 0) await expect(checkLinks(ports())).rejects.toThrow('Some links could not be looked at')
    crashAt = Infinity
    expect(await checkLinks(ports())).toEqual({ looked: 0 })
    expect(captures()).toHaveLength(left)
    expect(memory.links.get(key)).toMatchObject({ dueAt: undefined })
    expect(memory.links.get(key)?.capturedAt !== undefined).toBe(left === 1)
  })
})
