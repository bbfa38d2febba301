// What an adapter sends is what its grant says, no more and no less; and what is never changed is only ever put if absent.
import { describe, expect, it } from 'vitest'
import type { Statement } from '../../functions/adapters/grant.ts'
import { grants } from '../../functions/adapters/grants.ts'
import { ports, type Use, usesOf } from './used-commands.ts'

const services = {
  rows: 'dynamodb',
  index: 'dynamodb',
  files: 's3',
  machines: 'states',
  executions: 'states',
  mail: 'ses',
}

function granted(statement: Statement): string[] {
  const index = statement.on === 'index' ? ` ${statement.index}` : ''
  // By this alone S3 says that a file is not there; nothing is asked with it.
  if (statement.on === 'bucket') return []
  if (statement.on === 'function') return [`lambda:InvokeFunction quality-mark-${statement.name}`]
  const keys = 'keys' in statement ? statement.keys : ['prefix' in statement ? statement.prefix : '']
  return statement.may.flatMap((action) =>
    keys.map((key) => `${services[statement.on]}:${action}${index} ${key}`.trim()),
  )
}

function used({ action, index, keys }: Use): string[] {
  return (keys.length > 0 ? keys : ['']).map((key) =>
    `${action}${index ? ` ${index}` : ''} ${key.replace(/#.*$/, '#*').replace(/\/.*$/, '/')}`.trim(),
  )
}

const sorted = (lines: readonly string[]) => [...new Set(lines)].toSorted()

describe('what is sent and what is granted', () => {
  it.each(ports)('is the same for %s', async (port) => {
    expect(sorted((await usesOf(port)).flatMap(used))).toEqual(
      sorted(grants[port].statements.flatMap(granted)),
    )
  })
})

describe('what IAM cannot say', () => {
  const kept = /^(EVENTS|RECORD|JUDGEMENT|AWARD|CAPTURE)#/
  it('holds: events, records, judgements, awards and captures are put if absent', async () => {
    const uses: Use[] = []
    for (const port of ports) uses.push(...(await usesOf(port)))
    const puts = uses.filter(({ action, keys }) => action.endsWith(':PutItem') && kept.test(keys[0]!))
    expect(new Set(puts.map(({ keys }) => keys[0]!.split('#')[0]))).toEqual(
      new Set(['EVENTS', 'RECORD', 'JUDGEMENT', 'AWARD', 'CAPTURE']),
    )
    expect(puts.filter(({ condition }) => condition !== 'attribute_not_exists(pk)')).toEqual([])
    const changed = uses.filter(
      ({ action, keys }) => /:(Update|Delete)Item$/.test(action) && keys.some((key) => kept.test(key)),
    )
    // What a page said goes with the evidence.
    expect(new Set(changed.map(({ action, keys }) => `${action} ${keys.join()}`))).toEqual(
      new Set(['dynamodb:DeleteItem CAPTURE#j']),
    )
  })
})
