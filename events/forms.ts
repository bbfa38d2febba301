// Path, query and body of each page. Fields that are unknown or come twice make a body that no page of ours sends.
import * as z from 'zod/mini'
import type { PlainField } from '../workflows/model.ts'

/** Every field as it came: a list of values under each name. */
export type FormBody = Readonly<Record<string, readonly string[]>>

/** A field that comes exactly once. */
const Once = z.pipe(
  z.tuple([z.string()]),
  z.transform(([value]) => value),
)
const Several = z.array(z.string())
const Secret = z.pipe(Once, z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)))
const Token = z.pipe(Once, z.string().check(z.regex(/^[0-9a-f]{64}$/)))
const Visit = z.pipe(
  Once,
  z.pipe(
    z.string().check(z.regex(/^\d{1,6}$/)),
    z.transform((digits) => Number(digits)),
  ),
)

export const JourneyPath = z.object({ journey: z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{16}$/)) })
export const StepPath = z.extend(JourneyPath, { step: z.string().check(z.regex(/^[a-z-]{1,60}$/)) })
export const SectionPath = z.extend(StepPath, {
  section: z.string().check(z.regex(/^[a-z-]{1,60}$/)),
  entry: z.optional(z.string().check(z.regex(/^[0-9a-z]{16}$/))),
})
export const AwardPath = z.object({ serial: z.string().check(z.regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)) })
export const HubQuery = z.object({ handedIn: z.optional(z.string().check(z.regex(/^[a-z-]{1,60}$/))) })

export const SignInForm = z.strictObject({ email: Once })
export const CodeForm = z.strictObject({ code: Once })
export const SignOutForm = z.strictObject({ token: Token })
export const CheckForm = z.strictObject({
  token: Token,
  wait: Once,
  visit: Visit,
  decision: z.optional(Once),
  to: z.optional(Once),
  comment: Once,
})

/** Handing in sends no answers: those are saved already. */
export const HandInForm = z.strictObject({ token: Token, visit: Visit })

/** The registration's form, and a section's or an entry's: a browser leaves out what is not ticked. */
export function RegisterForm(fields: readonly PlainField[]) {
  return z.strictObject({ nonce: Secret, ...typedFields(fields) })
}
export function SectionForm(fields: readonly PlainField[]) {
  return z.strictObject({
    token: Token,
    revision: Visit,
    action: z.pipe(Once, z.enum(['save', 'remove'])),
    ...typedFields(fields),
  })
}

function typedFields(fields: readonly PlainField[]) {
  const AtMostOne = Several.check(z.maxLength(1))
  return Object.fromEntries(
    fields.map((field) => [field.id, z._default(field.kind === 'choices' ? Several : AtMostOne, [])]),
  )
}
