import { describe, expect, it } from 'vitest'
import { mayBeSame, nameRemoved, namesakeHashes, normaliseName } from '../../../../functions/app/namesakes.ts'

describe('a name is the same', () => {
  it.each([
    ['Invented Primary School', 'INVENTED  primary school'],
    ['The Invented Primary School', 'Invented Primary School'],
    ['St. Mary’s Church', "St Mary's church"],
    ['Hope & Anchor Housing', 'Hope and Anchor Housing'],
    ['Café Société', 'Cafe Societe'],
    ['Invented-Primary-School, Leeds', 'Invented Primary School (Leeds)'],
    ['ਪੰਜਾਬੀ ਸਭਾ', ' ਪੰਜਾਬੀ  ਸਭਾ '],
  ])('%s = %s', (one, other) => {
    expect(normaliseName(one)).toBe(normaliseName(other))
  })
})

describe('a name is another', () => {
  it.each([
    ['Invented Primary School', 'Invented School'],
    ['Invented Primary School', 'Invented Primary Nursery'],
    ['St Mary’s Church', 'St Mary’s School'],
    ['ਪੰਜਾਬੀ', 'ਪਜਾਬ'],
    ['The', 'And'],
    ['!!!', '???'],
  ])('%s ≠ %s', (one, other) => {
    expect(normaliseName(one)).not.toBe(normaliseName(other))
  })
})

describe('two registrations', () => {
  const at = (organisationName: string, postcode: string | undefined = 'LS1 1UR') => ({
    organisationName,
    postcode,
  })

  it.each([
    ['have the same name, anywhere', at('The Hope Trust', 'LS1 1UR'), at('Hope Trust', 'LS2 9JT'), true],
    ['have one name inside the other, at one postcode', at('Hope'), at('Hope Community Centre'), true],
    [
      'differ by a letter, at one postcode',
      at('Inventd Primary School'),
      at('Invented Primary School'),
      true,
    ],
    ['are alike, elsewhere', at('Hope'), at('Hope Community Centre', 'LS2 9JT'), false],
    ['are neighbours', at('Hope Community Centre'), at('Beeston Bakery'), false],
    ['share a saint and a postcode', at('St Mary’s Primary School'), at('St Mary’s Church'), false],
    ['are alike and have no postcode', at('Hope', ''), at('Hope Centre', ''), false],
    ['have had their names removed', at(nameRemoved), at(nameRemoved), false],
  ])('that %s', (_, one, other, same) => {
    const withoutEmpty = [one, other].map((each) => ({ ...each, postcode: each.postcode || undefined }))
    expect(mayBeSame(withoutEmpty[0]!, withoutEmpty[1]!)).toBe(same)
    expect(mayBeSame(withoutEmpty[1]!, withoutEmpty[0]!)).toBe(same)
  })

  it('are found under keys that name nobody', () => {
    const keys = namesakeHashes(at('Invented Primary School'))
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect(namesakeHashes(at('the invented primary school'))).toEqual(keys)
    expect(namesakeHashes(at(nameRemoved))).toEqual([])
  })
})
