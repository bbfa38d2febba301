// What the synthesised stack has that is charged by the month, whether it is used or not.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inventory } from '../../functions/inventory.ts'
import { readConfiguration } from '../aws/configuration.ts'
import type { Charged } from './monthly-bill.ts'

type Template = {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: { readonly Metrics?: readonly object[] } }>
  >
}

const stage = new URL('../aws/stages/example.json', import.meta.url).pathname

/** The example stage's stack, with functions that have no code: nothing is charged by what is in it. */
export async function chargedStack(): Promise<Charged> {
  // Loading the CDK takes longer than most of what the bench measures.
  const { makeApp } = await import('../aws/app.ts')
  const configuration = readConfiguration(stage)
  const folder = await mkdtemp(join(tmpdir(), 'mark-stack-'))
  const code = { bundles: join(folder, 'code'), layer: join(folder, 'layer') }
  const before = process.env.CDK_VALIDATION
  try {
    for (const each of [...Object.keys(inventory).map((name) => join(code.bundles, name)), code.layer]) {
      await mkdir(each, { recursive: true })
      await writeFile(join(each, 'index.mjs'), '')
    }
    // npm run synth makes these checks.
    process.env.CDK_VALIDATION = 'false'
    const { directory } = makeApp(inventory, configuration, code, join(folder, 'stack')).synth()
    const { teamAddresses, logRetentionDays } = configuration
    return {
      ...countCharged(await templatesIn(directory)),
      teamAddresses: teamAddresses.length,
      logDays: logRetentionDays,
    }
  } finally {
    if (before === undefined) delete process.env.CDK_VALIDATION
    else process.env.CDK_VALIDATION = before
    await rm(folder, { recursive: true })
  }
}

/** The stack's and those of the stacks nested in it. */
async function templatesIn(directory: string): Promise<readonly Template[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.template.json'))
  return Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(directory, file), 'utf8')) as Template),
  )
}

/** An alarm is charged for each metric that it looks at, not for what it makes of them. */
export function countCharged(
  templates: readonly Template[],
): Pick<Charged, 'alarmMetrics' | 'dashboards' | 'customMetrics'> {
  const resources = templates.flatMap(({ Resources }) => Object.values(Resources))
  const ofType = (type: string) => resources.filter(({ Type }) => Type === `AWS::${type}`)
  const metrics = ofType('CloudWatch::Alarm').map(
    ({ Properties }) => Properties?.Metrics?.filter((metric) => 'MetricStat' in metric).length ?? 1,
  )
  return {
    alarmMetrics: metrics.reduce((total, each) => total + each, 0),
    dashboards: ofType('CloudWatch::Dashboard').length,
    customMetrics: ofType('Logs::MetricFilter').length,
  }
}
