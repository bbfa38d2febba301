// A bundle's definitions are the released ones, however few words it says them in.
import { build, type Plugin } from 'esbuild'
import { expect, it } from 'vitest'
import { definitionsSaidOnce } from '../../../infra/aws/said-once.ts'
import { released } from '../../../workflows/released/index.ts'

it('says the released definitions whole, in less', async () => {
  const text = await bundled(definitionsSaidOnce)
  const loaded = await import(`data:text/javascript,${encodeURIComponent(text)}`)
  expect(loaded.released).toEqual(released)
  expect(text.length).toBeLessThan(0.75 * (await bundled()).length)
})

async function bundled(...plugins: Plugin[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('../../../workflows/released/index.ts', import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    plugins,
  })
  return outputFiles[0]!.text
}
