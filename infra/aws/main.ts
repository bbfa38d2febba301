// What the CDK's command line runs: checks the stage's file, bundles the functions, writes the template.
import { inventory } from '../../functions/inventory.ts'
import { bundle } from './bundle.ts'
import { layerFolder } from './native-layer.ts'
import { orSay, readStage } from './stage.ts'

const bundles = '.aws/bundles'

await orSay(async () => {
  const { configuration } = readStage(process.env.STAGE ?? 'example')
  await bundle(Object.keys(inventory), bundles)
  const { makeApp, synthesise } = await import('./app.ts')
  synthesise(makeApp(inventory, configuration, { bundles, layer: layerFolder() }))
  console.error('Nothing was found but what infra/aws/acknowledgements.ts gives a reason for.')
})
