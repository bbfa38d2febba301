// Starts the Chromium that is on this machine, or says how to get one.
import { existsSync } from 'node:fs'
import { type Browser as Chromium, chromium } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export function startChromium(): Promise<Chromium> {
  const executablePath = process.env.CHROMIUM ?? places.find(existsSync)
  if (!executablePath)
    throw new Error(
      'No Chromium or Chrome was found. Install one, such as by “apt install chromium”, or say where yours is: CHROMIUM=/path/to/it',
    )
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  return chromium.launch({ executablePath, args })
}
