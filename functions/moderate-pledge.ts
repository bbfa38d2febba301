// POST /journeys/{journey}/pledges/{pledge} : a lead shows what somebody said in their pledge, hides it, or removes it.
import { ModeratePledgeForm, PledgePath } from '../events/forms.ts'
import { openTable } from './adapters/dynamo.ts'
import { dynamoJourneys } from './adapters/dynamo-journeys.ts'
import { dynamoSaid, dynamoSaidRemoval } from './adapters/dynamo-pledges.ts'
import { dynamoPublicationRemoval, dynamoPublicationWriter } from './adapters/dynamo-publications.ts'
import { dynamoSessions, dynamoSessionWriter } from './adapters/dynamo-sessions.ts'
import { dynamoWords } from './adapters/dynamo-words.ts'
import { settings } from './adapters/settings.ts'
import { systemClock } from './adapters/system-clock.ts'
import { publishPledge } from './app/publish.ts'
import { ledJourneyOf } from './app/read-journey.ts'
import type { Needs } from './inventory.ts'
import { parseForm, parsePath, signedInPage } from './middleware/page.ts'
import { PageError } from './middleware/page-error.ts'
import { type Moderated, notForEverybodyPage } from './web/pledges.ts'
import { refusalPage } from './web/refusal.ts'

const table = openTable()
const ports = {
  settings: settings(),
  words: dynamoWords(table),
  clock: systemClock,
  sessions: dynamoSessions(table),
  sessionWriter: dynamoSessionWriter(table),
  journeys: dynamoJourneys(table),
  said: dynamoSaid(table),
  saidRemoval: dynamoSaidRemoval(table),
  publicationWriter: dynamoPublicationWriter(table),
  publicationRemoval: dynamoPublicationRemoval(table),
} satisfies Needs<'moderate-pledge'>

export const handler = signedInPage(
  'moderate-pledge',
  ports,
  'anybody',
  async ({ path, form }, { session }) => {
    const { journey, pledge } = parsePath(PledgePath, path)
    const event = await ledJourneyOf(ports, journey, session)
    if (!event || event.state.individual) throw new PageError(404, 'not-found')
    const { action, before } = parseForm(ModeratePledgeForm, form)
    const own = `/journeys/${journey}/pledges`
    const back = (done: Moderated) => ({
      goTo: `${own}?done=${done}${before ? `&before=${encodeURIComponent(before)}` : ''}`,
    })
    const takeDown = () => ports.publicationRemoval.takeDownPledge(journey, pledge)
    switch (action) {
      case 'show': {
        const outcome = await publishPledge(ports, event, session.person, pledge)
        if (outcome === 'done') return back('shown')
        const page = outcome === 'ended' ? refusalPage('journey', 'ended', own) : notForEverybodyPage(own)
        return { page, status: 409 }
      }
      case 'hide':
        await takeDown()
        return back('hidden')
      case 'remove':
        // The copy goes first, since nothing would lead to it afterwards; and again, should it be shown meanwhile.
        await takeDown()
        await ports.saidRemoval.remove(journey, pledge)
        await takeDown()
        return back('removed')
    }
  },
)
