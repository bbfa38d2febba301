// npm run demo: plays a school's journey through the real pages of a throwaway system; -- --full answers every question, -- --levels
// goes on to Excellence.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { journey } from '../../workflows/journey.ts'
import { startSystem } from '../local/system.ts'
import { countAnswers } from './answers-given.ts'
import { createBrowser } from './browser.ts'
import { newestExecution } from './newest-execution.ts'
import { play } from './story.ts'

const option = { type: 'boolean', default: false } as const
const { values } = parseArgs({ options: { levels: option, full: option } })
const began = performance.now()
const tell = (line: string) => process.stdout.write(`${line}\n`)
const folder = await mkdtemp(join(tmpdir(), 'mark-demo-'))
const system = await startSystem({ dataDir: folder, port: 0, environment: { PANEL_SIZE: '3' } })
try {
  const { webUrl, consoleUrl, awsUrl, skip, quiet } = system
  const waitsIn = () => quiet().then(() => newestExecution(awsUrl))
  const answers = countAnswers()
  const browse = async (url: string) => answers.counting(createBrowser(url))
  const stage = { webUrl, consoleUrl, skip, tell, waitsIn, browse }
  await play(stage, values.levels ? journey.levels.length : 1, values.full)
  for (const line of answers.lines()) tell(line)
  answers.hold(values.full)
  tell(`Done in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
} finally {
  await system.stop()
  await rm(folder, { recursive: true })
}
