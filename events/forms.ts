// Path, query and body of each page. Fields that are unknown or come twice make a body that no page of ours sends.
import * as z from 'zod/mini'
import type { Section } from '../workflows/model.ts'

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

/** A step or another wait. */
const Place = z.pipe(Once, z.string().check(z.regex(/^[a-z-]{1,60}$/)))

export const JourneyPath = z.object({ journey: z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{16}$/)) })
export const StepPath = z.extend(JourneyPath, { step: z.string().check(z.regex(/^[a-z-]{1,60}$/)) })
export const AwardPath = z.object({ serial: z.string().check(z.regex(/^[0-9A-Za-z]{4}-[0-9A-Za-z]{4}$/)) })
export const HubQuery = z.object({ handedIn: z.optional(z.string().check(z.regex(/^[a-z-]{1,60}$/))) })

export const SignInForm = z.strictObject({ email: Once })
export const CodeForm = z.strictObject({ code: Once })
export const ConfirmForm = z.strictObject({ token: Token })
export const SignOutForm = z.strictObject({ token: Token })
export const CheckForm = z.strictObject({
  token: Token,
  wait: Place,
  visit: Visit,
  decision: z.optional(Once),
  to: z.optional(Place),
  comment: Once,
})

/** The registration's and the steps' forms have the fields of their sections; a browser leaves out what is not ticked. */
export function RegisterForm(sections: readonly Section[]) {
  return z.strictObject({ nonce: Secret, ...typedFields(sections) })
}
export function StepForm(sections: readonly Section[]) {
  return z.strictObject({ token: Token, visit: Visit, ...typedFields(sections) })
}

function typedFields(sections: readonly Section[]) {
  const AtMostOne = Several.check(z.maxLength(1))
  return Object.fromEntries(
    sections
      .flatMap(({ fields }) => fields)
      .map((field) => [field.id, z._default(field.kind === 'choices' ? Several : AtMostOne, [])]),
  )
}
