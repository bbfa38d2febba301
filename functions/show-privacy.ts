// GET /privacy : what is stored of whom, why, and for how long.
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage } from './middleware/page.ts'
import { privacyPage } from './web/privacy.ts'

const ports = { settings: settings() } satisfies Needs<'show-privacy'>

export const handler = openPage('show-privacy', ports, async () => ({ page: privacyPage(ports.settings) }))
