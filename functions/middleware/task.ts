// The face towards AWS: parse what comes in, do it, throw what goes wrong, so that the caller tries again.
import middy from '@middy/core'
import type * as z from 'zod/mini'
import { logError } from './log.ts'

/** The handler of a function that no browser calls. What does not fit the contract throws, and is not tried again blindly. */
export function task<S extends z.ZodMiniType>(
  name: string,
  schema: S,
  work: (input: z.output<S>) => Promise<unknown>,
) {
  return middy<unknown, unknown>()
    .use(logged(name))
    .handler(async (event) => (await work(schema.parse(event))) ?? {})
}

function logged(name: string): middy.MiddlewareObj<unknown, unknown> {
  return {
    onError({ error }) {
      logError(name, error)
      // Lambda logs what is thrown and Step Functions keeps it; the name is enough, and a message can quote what somebody typed.
      if (error instanceof Error) throw Object.assign(new Error('See the log'), { name: error.name })
    },
  }
}
