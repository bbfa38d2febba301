// POST /journeys/{journey}/public : a lead publishes the page or takes everything down; an individual shows or hides their name.
import { JourneyPath, PublicPageForm } from '../events/forms.ts'
import { publicSettings as words } from '../workflows/words/public-settings.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoDrafts } from './adapters/dynamo-drafts.ts'
import { dynamoFiles } from './adapters/dynamo-files.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import {
  dynamoPublicationRemoval,
  dynamoPublications,
  dynamoPublicationWriter,
} from './adapters/dynamo-publications.ts'
import { dynamoRecords } from './adapters/dynamo-records.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { readPublicSettings } from './app/public-settings.ts'
import { publishPage, showName } from './app/publish.ts'
import { canPublish } from './app/publishable.ts'
import { ledJourneyOf } from './app/read-journey.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { publicSettingsPage } from './web/public-settings.ts'
import { refusalPage } from './web/refusal.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  journeys: dynamoJourneys(table),
  records: dynamoRecords(table),
  drafts: dynamoDrafts(table),
  files: dynamoFiles(table),
  publications: dynamoPublications(table),
  publicationWriter: dynamoPublicationWriter(table),
  publicationRemoval: dynamoPublicationRemoval(table),
} satisfies Needs<'publish-page'>

export const handler = signedInPage('publish-page', ports, 'anybody', async ({ path, form }, signedIn) => {
  const { journey } = parsePath(JourneyPath, path)
  const event = await ledJourneyOf(ports, journey, signedIn.session)
  if (!event || event.state.position.at === 'confirmation') throw new PageError(404, 'not-found')
  const { action, show, showName: agreed } = parseForm(PublicPageForm, form)
  const own = `/journeys/${journey}/public`
  const refused = async (field: string, message: string) => {
    const view = (await readPublicSettings(ports, signedIn, journey))!
    return { page: publicSettingsPage(view, show, { [field]: message }) }
  }
  const ended = { page: refusalPage('journey', 'ended', own), status: 409 }
  switch (action) {
    case 'take-down':
      await ports.publicationRemoval.takeDown(journey)
      await ports.publicationRemoval.hideName(journey)
      return { goTo: `${own}?done=down` }
    case 'hide-name':
      await ports.publicationRemoval.hideName(journey)
      return { goTo: `${own}?done=nameHidden` }
    case 'show-name':
      if (!agreed) return refused('showName', words('nameMissing'))
      if (!canPublish(event)) return ended
      await showName(ports, event)
      return { goTo: `${own}?done=nameShown` }
    case 'publish': {
      if (show.length === 0) return refused('show', words('chooseMissing'))
      const outcome = await publishPage(ports, event, signedIn.session.person, show)
      return outcome === 'ended' ? ended : { goTo: `${own}?done=published` }
    }
  }
})
