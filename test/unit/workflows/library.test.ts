// The library: something to watch, read and talk about in every area, and no link that a browser would warn of.
import { describe, expect, it } from 'vitest'
import { discoveryAreas } from '../../../workflows/discovery-areas.ts'
import { library } from '../../../workflows/library.ts'

describe.each(discoveryAreas)('the shelf of %s', (area) => {
  const { watch, read, discuss } = library[area]

  it('has something of each kind', () => {
    for (const each of [watch, read, discuss]) expect(each.length).toBeGreaterThan(0)
  })

  it('names each thing, who made it, and why it is worth the time', () => {
    for (const { title, by, about, at } of [...watch, ...read]) {
      for (const text of [title, by, about]) expect(text.trim()).not.toBe('')
      if (at !== undefined) expect(new URL(at).protocol).toBe('https:')
    }
  })

  it('asks questions', () => {
    for (const question of discuss) expect(question).toMatch(/\?|\.$/)
  })
})
