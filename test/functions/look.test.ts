// What every page looks like: its classes are in the style sheet, which is current, small, and borrows nothing of gov.uk's own.
import { globSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { type FunctionName, inventory } from '../../functions/inventory.ts'
import { style } from '../../functions/web/style.ts'
import { staleSheet } from '../../infra/style.ts'
import {
  call,
  eventRows,
  eventsUntil,
  eventsUntilJudged,
  eventsUntilReturned,
  everyday,
  given,
  sample,
  withForm,
} from './support.ts'

/** They belong to the design system's markup, and have no rule of their own. */
const hooks = [
  'govuk-checkboxes',
  'govuk-radios',
  'govuk-table__body',
  'govuk-table__head',
  'govuk-table__row',
]

const styled = new Set(
  [...style.replaceAll('\\', '').matchAll(/\.((?:govuk|app)-[\w!-]+)/g)].map(([, name]) => name!),
)

describe('the style sheet', () => {
  it('is made of what the pages use now; if not, run npm run style', async () => {
    expect(await staleSheet()).toBeUndefined()
  })

  it('loads nothing, and has nothing in it that belongs to gov.uk', () => {
    expect(style).toContain('.govuk-button')
    expect(style).not.toMatch(/@font-face|@import|url\(|GDS Transport|GOV\.UK|crown|crest/)
  })

  it('has every class that is written in the pages, and of our own none besides', () => {
    const pages = globSync('functions/{web,middleware}/*.ts')
      .filter((file) => !/(style|css)\.ts$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const written = new Set(pages.match(/\b(govuk|app)-[\w!-]+/g))
    expect(written.size).toBeGreaterThan(60)
    expect([...written].filter((name) => !styled.has(name)).toSorted()).toEqual(hooks)
    expect([...styled].filter((name) => name.startsWith('app-') && !written.has(name))).toEqual([])
  })
})

describe('a page', () => {
  const pages: { readonly name: string; readonly body: string }[] = []
  const places = {
    'raising-awareness': eventsUntil('raising-awareness'),
    returned: eventsUntilReturned(),
    'foundation-check': eventsUntil('foundation-check'),
    validation: eventsUntil('validation'),
    judged: eventsUntilJudged(),
    complete: eventsUntil('complete'),
  }
  const names = (Object.keys(inventory) as FunctionName[]).filter((name) => 'http' in inventory[name].on)
  /** What a form needs to be answered with its own page. */
  const kept = ['token', 'visit', 'wait', 'nonce', 'revision', 'shown', 'id', 'next']

  beforeAll(async () => {
    for (const [place, events] of Object.entries(places)) {
      given(...everyday(), ...eventRows(events))
      for (const name of names) {
        const event = sample(name)
        const empty = withForm(event, (form) => {
          for (const key of [...form.keys()]) if (!kept.includes(key)) form.set(key, '')
        })
        for (const each of event.body === undefined ? [event] : [event, empty]) {
          const { body } = await call(name, each)
          if (body) pages.push({ name: `${name} at ${place}`, body })
        }
      }
    }
  })

  it('has no class that the style sheet does not know', () => {
    expect(pages.length).toBeGreaterThan(200)
    const unknown = pages.flatMap(({ name, body }) =>
      [...body.matchAll(/ class="([^"]*)"/g)]
        .flatMap(([, classes]) => classes!.split(' '))
        .filter((each) => !styled.has(each) && !hooks.includes(each))
        .map((each) => `${name}: ${each}`),
    )
    expect(unknown).toEqual([])
  })

  it('is no more than 14 KB on the way, its style sheet included', () => {
    const longest = pages.toSorted((a, b) => b.body.length - a.body.length)[0]!
    const size = brotliCompressSync(longest.body).length
    expect(size).toBeLessThanOrEqual(14 * 1024)
    expect(size).toBeGreaterThan(brotliCompressSync(style).length)
  })
})
