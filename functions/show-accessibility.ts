// GET /accessibility : the accessibility statement.
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { openPage } from './middleware/page.ts'
import { accessibilityPage } from './web/accessibility.ts'

const ports = { settings: settings() } satisfies Needs<'show-accessibility'>

export const handler = openPage('show-accessibility', ports, async () => ({
  page: accessibilityPage(ports.settings),
}))
