// GET /questions, /questions/all and /questions/{step} : every question, to be read before registering.
import { QuestionsPath } from '../events/forms.ts'
import { stepsOf } from '../workflows/model.ts'
import { newest } from '../workflows/released/index.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage, parsePath } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { allQuestionsPage, questionsIndexPage, stepQuestionsPage } from './web/questions.ts'

const ports = {
  settings: settings(),
  words: dynamoWords(openTable()),
} satisfies Needs<'show-questions'>

export const handler = openPage('show-questions', ports, async ({ path }) => {
  const asked = parsePath(QuestionsPath, path).step
  if (asked === undefined) return { page: questionsIndexPage(newest) }
  if (asked === 'all') return { page: allQuestionsPage(newest) }
  const step = stepsOf(newest).find(({ id }) => id === asked)
  if (!step) throw new PageError(404, 'not-found')
  return { page: stepQuestionsPage(newest, step) }
})
