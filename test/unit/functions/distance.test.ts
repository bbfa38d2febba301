// Then and now, as it is shown: whatever was left out leaves no trace, and a long diary is quoted by its newest entries.
import { parse } from 'node-html-parser'
import { expect, it } from 'vitest'
import { distanceTravelled, foundBefore, writtenBefore } from '../../../functions/web/distance.ts'
import { distanceOf } from '../../../workflows/distance.ts'

const textOf = (html: { html: string } | undefined) => parse(html?.html ?? '').text.replace(/\s+/g, ' ')
const told = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    evidenceTitle: `Story ${at + 1}.`,
    evidenceAreas: ['skills'],
    evidenceChanged: `Change ${at + 1}.`,
  }))

it('is nothing when nothing was written', () => {
  const nothing = distanceOf({})
  expect(distanceTravelled(nothing)).toBeUndefined()
  expect(foundBefore(nothing)).toBeUndefined()
  expect(nothing.areas.map((each) => writtenBefore(each))).toEqual(nothing.areas.map(() => undefined))
})

it('says a title alone where nobody said what changed', () => {
  const evidence = [
    { evidenceTitle: 'Story hour', evidenceAreas: ['skills'], evidenceChanged: { doesNotApply: 'New' } },
  ]
  const text = textOf(distanceTravelled(distanceOf({ evidence })))
  expect(text).toContain('Story hour')
  expect(text).not.toContain('Story hour:')
})

it('quotes ten entries of an area, the newest, and says how many more there are', () => {
  const ten = textOf(distanceTravelled(distanceOf({ evidence: told(10) })))
  expect([ten.includes('Story 1.'), ten.includes('more in the diary')]).toEqual([true, false])
  const distance = distanceOf({ evidence: told(200) })
  const skills = distance.areas.find(({ area }) => area === 'skills')!
  for (const text of [textOf(distanceTravelled(distance)), textOf(writtenBefore(skills))]) {
    expect(text).toContain('Story 200.')
    expect(text).toContain('Story 191.')
    expect(text).not.toContain('Story 190.')
    expect(text).toContain('190 more in the diary.')
  }
})

it('speaks to one person of what they were asked', () => {
  const distance = distanceOf({ peopleFound: 'I seldom ask.', viewCurious: 'not-yet' })
  expect(textOf(distanceTravelled(distance))).toContain('your people')
  const toOne = textOf(distanceTravelled(distance, true))
  expect(toOne).toContain('about yourself')
  expect(toOne).toContain('I take an interest in lives that are not like my own.')
})
