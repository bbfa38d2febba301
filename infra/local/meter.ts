// Counts what the system is asked for as AWS would bill it. Nothing is counted unless somebody brings one.
import type { AwsServices } from './aws-endpoint.ts'
import type { LambdaHost } from './lambda-host.ts'
import { meteredTable, type TableUse } from './meter/metered-table.ts'
import type { Keyed } from './meter/units.ts'

export type Counts = {
  table: readonly (TableUse & { requests: number })[]
  /** Milliseconds of each call, as Lambda bills them. */
  functions: Readonly<Record<string, readonly number[]>>
  /** One for each recipient, as SES bills them. */
  emails: number
}

export type Meter = {
  host: (host: LambdaHost) => LambdaHost
  services: (services: AwsServices) => AwsServices
  counts: () => Counts
}

export function createMeter(table: Keyed): Meter {
  const uses = new Map<string, TableUse & { requests: number }>()
  const functions: Record<string, number[]> = {}
  let emails = 0

  function count({ operation, rows, reads, writes, indexWrites }: TableUse): void {
    const key = `${operation} ${rows}`
    const before = uses.get(key)
    uses.set(key, {
      operation,
      rows,
      requests: (before?.requests ?? 0) + 1,
      reads: (before?.reads ?? 0) + reads,
      writes: (before?.writes ?? 0) + writes,
      indexWrites: (before?.indexWrites ?? 0) + indexWrites,
    })
  }

  return {
    host: (host) => ({
      ...host,
      invoke: async (name, payload) => {
        const began = performance.now()
        const invoked = await host.invoke(name, payload)
        functions[name] ??= []
        functions[name].push(Math.ceil(performance.now() - began))
        return invoked
      },
    }),
    services: (services) => ({
      ...services,
      dynamodb: meteredTable({ ask: services.dynamodb, table, count }),
      ses: async (request) => {
        const answered = await services.ses(request)
        if (answered.status === 200) emails += recipientsOf(request.body.toString('utf8'))
        return answered
      },
    }),
    counts: () => ({ table: [...uses.values()], functions, emails }),
  }
}

/** None for what sends nothing, such as GetSendQuota. */
function recipientsOf(body: string): number {
  const names = [...new URLSearchParams(body).keys()]
  return names.filter((name) => name.startsWith('Destinations.member.')).length
}
