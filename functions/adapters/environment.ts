// Reads the variables that an adapter needs, and names those that are missing or wrong.
import type * as z from 'zod/mini'

/** Throws an Error that names every variable that is missing or wrong, never its value. */
export function environment<S extends z.ZodMiniType>(schema: S): z.output<S> {
  const parsed = schema.safeParse(process.env)
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`)
  throw new Error(`Environment variables are missing or wrong: ${names.join(', ')}`)
}
