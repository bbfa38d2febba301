// The system that is measured, in a process of its own: what measuring costs is not among its figures.
import { application } from '../local/application.ts'
import { createMeter } from '../local/meter.ts'
import { startSystem } from '../local/system.ts'
import { type Answers, Given, type Question } from './measured-system.ts'

const { dataDir, metered, panelSize } = Given.parse(JSON.parse(process.argv[2] ?? ''))
const meter = createMeter(application.table)
const system = await startSystem({
  dataDir,
  port: 0,
  environment: { PANEL_SIZE: panelSize },
  ...(metered && { meter }),
})

const answers: { [Ask in keyof Answers]: (days: number) => Answers[Ask] | Promise<Answers[Ask]> } = {
  quiet: async () => {
    await system.quiet()
    return undefined
  },
  skip: async (days) => {
    await system.skip(days)
    return undefined
  },
  counts: () => meter.counts(),
  memory: () => {
    // Twice: what only a finaliser holds goes with the second.
    globalThis.gc?.()
    globalThis.gc?.()
    const { heapUsed, rss } = process.memoryUsage()
    return { heapMb: heapUsed / 2 ** 20, rssMb: rss / 2 ** 20 }
  },
  cpu: () => {
    const { user, system: inKernel } = process.cpuUsage()
    return (user + inKernel) / 1e6
  },
}

process.on('message', async ({ ask, days }: Question) => {
  try {
    process.send?.({ answer: await answers[ask](days) })
  } catch (error) {
    process.send?.({ error: String(error) })
  }
})
process.on('disconnect', () => void system.stop())
const { webUrl, consoleUrl, awsUrl } = system
process.send?.({ answer: { webUrl, consoleUrl, awsUrl } })
