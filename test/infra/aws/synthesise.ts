// Once for all files of this folder: bundles the functions and synthesises the example stage, as npm run synth does.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inventory } from '../../../functions/inventory.ts'
import { acknowledgements, covers } from '../../../infra/aws/acknowledgements.ts'
import { checksOf, makeApp } from '../../../infra/aws/app.ts'
import { type Bundle, bundle } from '../../../infra/aws/bundle.ts'
import { readConfiguration } from '../../../infra/aws/configuration.ts'
import type { Inventory } from '../../../infra/aws/triggers.ts'

export interface Synthesised {
  readonly bundles: readonly Bundle[]
  /** How many findings each acknowledgement covers. */
  readonly acknowledged: readonly { readonly rule: string; readonly findings: number }[]
}

const root = new URL('../../../', import.meta.url).pathname
const folder = join(root, '.aws/test')

/** Functions for the two triggers whose own functions may not be there. */
const withEveryTrigger: Inventory = {
  ...Object.fromEntries(
    Object.entries(inventory).filter(([name]) =>
      [
        'show-start',
        'open-step',
        'issue-award',
        'relay',
        'sweep',
        'send-team-digest',
        'check-links',
      ].includes(name),
    ),
  ),
  'check-a-file': { on: { evidenceEvents: true }, needs: ['journeys'] },
  'record-an-end': { on: { executionEvents: true }, needs: ['journeys'] },
}

export default async function synthesise(): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // esbuild works beside this process, so the stack gets other code meanwhile.
  const bundling = bundle(Object.keys(inventory), join(folder, 'bundles'))
  const acknowledged = synthesiseStacks()
  const synthesised: Synthesised = { bundles: await bundling, acknowledged }
  writeFileSync(join(folder, 'synthesised.json'), JSON.stringify(synthesised))
}

function synthesiseStacks(): Synthesised['acknowledged'] {
  const code = { bundles: join(folder, 'code'), layer: join(folder, 'layer') }
  for (const name of [...Object.keys(inventory), ...Object.keys(withEveryTrigger)]) {
    mkdirSync(join(code.bundles, name), { recursive: true })
    writeFileSync(join(code.bundles, name, 'index.mjs'), '')
  }
  mkdirSync(code.layer)
  writeFileSync(join(code.layer, 'PLACEHOLDER'), '')

  // CDK's own checks take several times as long as all the rest; npm run synth makes them.
  process.env.CDK_VALIDATION = 'false'
  const configuration = readConfiguration(join(root, 'infra/aws/stages/example.json'))
  const app = makeApp(inventory, configuration, code, join(folder, 'stack'))
  // Throws on a finding that is not acknowledged.
  app.synth()
  makeApp(withEveryTrigger, configuration, code, join(folder, 'every-trigger')).synth()
  delete process.env.CDK_VALIDATION

  const findings = checksOf(app).flatMap((pack) =>
    pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => ({ ruleName, constructPath })),
      ),
  )
  return acknowledgements.map((each) => ({
    rule: String(each.rule),
    findings: findings.filter(({ ruleName, constructPath }) => covers(each, ruleName, constructPath)).length,
  }))
}
