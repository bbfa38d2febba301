// Long lists in parts: every entry can be reached, whatever the address asks for.
import { parse } from 'node-html-parser'
import { expect, it } from 'vitest'
import { paged } from '../../../functions/web/paging.ts'

const all = Array.from({ length: 45 }, (_, at) => at + 1)
const at = (asked?: string) =>
  paged(all, 'diary', 20, { here: '/here', query: asked ? { diary: asked } : {} })
const linksOf = (asked?: string) =>
  parse(at(asked).links?.html ?? '')
    .querySelectorAll('a')
    .map((link) => link.getAttribute('href')!)

it('shows all where they are few, or where there is no paging', () => {
  expect(paged(all, 'diary', 45, { here: '/here', query: {} })).toEqual({
    shown: all,
    before: 0,
    links: undefined,
  })
  expect(paged(all, 'diary', 20, undefined).shown).toEqual(all)
})

it('leads from part to part, to the last and back', () => {
  expect(linksOf()).toEqual(['/here?diary=21#diary-list'])
  expect(linksOf('21')).toEqual(['/here?diary=1#diary-list', '/here?diary=41#diary-list'])
  expect(linksOf('41')).toEqual(['/here?diary=21#diary-list'])
  expect([undefined, '21', '41'].flatMap((asked) => at(asked).shown)).toEqual(all)
  expect(at('41')).toMatchObject({ before: 40, shown: [41, 42, 43, 44, 45] })
  expect(at('41').links!.html).toContain('41 to 45 of 45.')
})

it.each(['0', '46', '-1', '1e3', '99999999', '<b>', ''])('begins anew for %j', (asked) => {
  expect(at(asked)).toMatchObject({ before: 0, shown: all.slice(0, 20) })
})
