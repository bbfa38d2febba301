// Every address that leads nowhere.
import { settings } from './adapters/settings.ts'
import type { Needs } from './inventory.ts'
import { notFoundPage } from './middleware/page.ts'

const ports = { settings: settings() } satisfies Needs<'show-not-found'>

export const handler = notFoundPage('show-not-found', ports)
