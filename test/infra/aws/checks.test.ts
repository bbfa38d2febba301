// CDK's own checks see what is in a nested stack, which they do not by themselves.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, NestedStack, Stack } from 'aws-cdk-lib'
import { CfnFunction } from 'aws-cdk-lib/aws-lambda'
import { expect, it, vi } from 'vitest'
import { synthesise } from '../../../infra/aws/app.ts'

it('CDK’s own checks stop at what is wrong in a nested stack', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'nested-'))
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const app = new App({ outdir, analyticsReporting: false })
  const nested = new NestedStack(new Stack(app, 'stack'), 'nested')
  new CfnFunction(nested, 'function', {
    code: {},
    role: 'arn:aws:iam::000000000000:role/a-role',
    packageType: 'Parcel',
  })
  try {
    expect(() => synthesise(app)).toThrow('There are findings: W3030')
    expect(said.mock.calls.join()).toContain('stack/nested/function')
  } finally {
    said.mockRestore()
    rmSync(outdir, { recursive: true })
  }
}, 60_000)
