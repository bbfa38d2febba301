// The pages that nobody comes by on either journey, as data: whose they are, and where.

import { areasOfChange } from '../../workflows/areas-of-change.ts'
import { discoveryAreas } from '../../workflows/discovery-areas.ts'
import { entriesOf, plainFieldsOf } from '../../workflows/fields.ts'
import { journey } from '../../workflows/journey.ts'
import { type Section, stepsOf } from '../../workflows/model.ts'

export interface Places {
  /** The path of a journey that has its award, and has started the next round with what was answered before. */
  readonly awarded: string
  /** The path of a journey that has just begun, and whose lead has answered nothing yet. */
  readonly begun: string
  readonly award: string
  /** From a reminder. */
  readonly stopReminders: string
}

const steps = stepsOf(journey)
const newEntry = '0123456789abcdef'

function stepPages(of: string): readonly string[] {
  return steps.flatMap(({ id, sections }) => {
    const step = `${of}/steps/${id}`
    const asked = sections.filter(({ about }) => about !== 'contact')
    return [step, ...asked.flatMap((section) => sectionPages(`${step}/${section.id}`, section))]
  })
}

function sectionPages(path: string, section: Section): readonly string[] {
  const entries = entriesOf(section)
  const questions = entries ? `${path}/${newEntry}` : path
  const files = (entries?.fields ?? plainFieldsOf(section)).filter(({ kind }) => kind === 'file')
  return [...new Set([path, questions]), ...files.map(({ id }) => `${questions}/files/${id}`)]
}

/** By role, in the order in which they are opened. */
export const morePages: Readonly<Record<string, (places: Places) => readonly string[]>> = {
  public: ({ awarded, begun, award, stopReminders }) => [
    '/',
    '/privacy',
    '/cookies',
    '/accessibility',
    '/questions',
    '/questions/all',
    ...steps.map(({ id }) => `/questions/${id}`),
    '/library',
    ...discoveryAreas.map((area) => `/library/${area}`),
    '/safe-discussion',
    '/ideas',
    ...areasOfChange.map((area) => `/ideas?area=${area}`),
    '/nowhere',
    '/awards/0000-0000',
    award,
    `/organisations/${awarded.split('/')[2]}`,
    `/organisations/${begun.split('/')[2]}`,
    begun,
    `/cases/${begun.split('/')[2]}`,
    `/sign/${begun.split('/')[2]}`,
    `/pledge/${begun.split('/')[2]}`,
    stopReminders,
  ],
  'lead who begins': ({ begun }) => [
    '/journeys',
    begun,
    `${begun}/people`,
    `${begun}/withdraw`,
    `${begun}/what-changed`,
    `${begun}/public`,
    `${begun}/public/preview`,
    `${begun}/pledges`,
    '/held',
    ...stepPages(begun),
  ],
  lead: ({ awarded }) => [
    '/journeys',
    awarded,
    `${awarded}/signature`,
    `${awarded}/what-changed`,
    `${awarded}/public`,
    `${awarded}/public/preview`,
    `${awarded}/pledges`,
    ...stepPages(awarded),
  ],
  signatory: ({ awarded }) => [`/sign/${awarded.split('/')[2]}`, '/journeys'],
  colleague: ({ awarded }) => [
    '/journeys',
    awarded,
    `${awarded}/people`,
    `${awarded}/public`,
    `${awarded}/pledges`,
    `${awarded}/steps/raising-awareness`,
    `${awarded}/steps/raising-awareness/activities`,
  ],
  team: ({ awarded, begun }) => [
    '/team',
    '/team/register',
    `/team${awarded}`,
    `/team${awarded}/emails`,
    ...['', '/lead', '/rules', '/emails', '/pause', '/close'].map((page) => `/team${begun}${page}`),
    begun,
    `${begun}/steps/registration`,
    `${begun}/steps/registration/organisation`,
  ],
  validator: ({ awarded }) => [`/cases/${awarded.split('/')[2]}`, '/journeys', awarded],
}

/** What is no page, or none of these journeys'. */
export const noPages: Readonly<Record<string, string>> = {
  'GET /style/{sheet}': 'the style sheet',
  'GET /cases/{journey}/captures/{capture}':
    'of a link that was looked at on the web: test/journeys/links.test.ts plays one',
  'GET /team/journeys/{journey}/rules':
    'leads back to the case of a journey that has the newest rules already',
  'GET /journeys/{journey}/files/{file}': 'leads to the file itself, as an attachment',
  'GET /organisations/{journey}/files/{file}': 'the same, of a file that is public',
}
