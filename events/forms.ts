// Path, query and body of each page. Fields that are unknown or come twice make a body that no page of ours sends.
import * as z from 'zod/mini'
import { discoveryAreas } from '../workflows/discovery-areas.ts'
import { mayNotApply, type Problem, reasonName } from '../workflows/fields.ts'
import type { Field, PlainField, Section } from '../workflows/model.ts'
import { publicParts } from '../workflows/publicised.ts'

/** Every field as it came: a list of values under each name. */
export type FormBody = Readonly<Record<string, readonly string[]>>

/** What is said of a form that came with more than it asks for: the problem of no field of it. */
export const notAsked: Readonly<Record<string, Problem>> = { '': { code: 'not-asked' } }

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
export const SectionPath = z.extend(StepPath, {
  section: z.string().check(z.regex(/^[a-z-]{1,60}$/)),
  entry: z.optional(z.string().check(z.regex(/^[0-9a-z]{16}$/))),
})
/** The field of a section, or of one of its entries, that files are added to. */
export const FilePlacePath = z.extend(SectionPath, {
  field: z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,59}$/)),
})
export const FilePath = z.extend(JourneyPath, {
  file: z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{16}$/)),
})
export const CapturePath = z.extend(JourneyPath, {
  capture: z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{16}$/)),
})
export const PersonPath = z.extend(JourneyPath, {
  person: z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{16}$/)),
})
export const StopPath = z.object({ secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) })
export const AwardPath = z.object({ serial: z.string().check(z.regex(/^[0-9A-Za-z]{4}-[0-9A-Za-z]{4}$/)) })
export const LibraryPath = z.object({ area: z.optional(z.enum(discoveryAreas)) })
export const QuestionsPath = z.object({ step: z.optional(z.string().check(z.regex(/^[a-z-]{1,60}$/))) })
export const SheetPath = z.object({ sheet: z.string().check(z.regex(/^[0-9a-f]{16}\.css$/)) })
/** An entry of a diary that everybody may see. */
export const PublicEntryPath = z.extend(JourneyPath, { entry: z.string().check(z.regex(/^[0-9a-z]{16}$/)) })
/** What has just been published or taken down. */
export const PublicSettingsQuery = z.object({
  done: z.optional(z.enum(['published', 'down', 'ideaPublished', 'ideaDown', 'nameShown', 'nameHidden'])),
})
/** The entry that the updates go on after. */
export const OrganisationQuery = z.object({
  after: z.optional(z.string().check(z.regex(/^[0-9a-z]{16}$/))),
})
const Chosen = z.optional(z.string().check(z.regex(/^[a-z-]{0,60}$/)))
/** A browser sends an empty text for what was not chosen. `before` is where the list goes on. */
export const IdeasQuery = z.object({
  area: Chosen,
  sector: Chosen,
  topic: Chosen,
  before: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d#[0-9a-z]{16}#[0-9a-z]{16}$/))),
})
export const HubQuery = z.object({ handedIn: z.optional(z.string().check(z.regex(/^[a-z-]{1,60}$/))) })
/** What the team has just done with a journey. */
export const CaseQuery = z.object({ done: z.optional(z.enum(['write-again', 'restart', 'rules', 'lead'])) })

/** Where somebody wanted to go when they were asked to sign in: pages of ours that an email leads to, and no other address. */
const id = '[0-9a-hjkmnp-tv-z]{16}'
const nextPages = `/(?:journeys/${id}(?:/steps/[a-z-]{1,60}|/files/${id}(?!/))?|team/journeys/${id}|cases/${id}|sign/${id})`
const Next = z.string().check(z.regex(new RegExp(`^${nextPages}$`)))
export const NextQuery = z.object({ next: z.optional(Next) })
const SentNext = z.optional(z.pipe(Once, Next))

/** The page that an address belongs to, if one can come back to it after signing in. */
export function nextOf(path: string): string | undefined {
  return new RegExp(`^${nextPages}(?=/|$)`).exec(path)?.[0]
}

export const SignInForm = z.strictObject({ email: Once, next: SentNext })
export const CodeForm = z.strictObject({ code: Once, next: SentNext })
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

/** `file` is the form's own random id: sent twice, it is one file. */
export const AddFileForm = z.strictObject({
  token: Token,
  file: z.pipe(Once, z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{16}$/))),
  fileName: Once,
})

export const InviteForm = z.strictObject({ token: Token, name: Once, email: Once })
/** Nothing but the press of a button. */
export const PressForm = z.strictObject({ token: Token })
export const RemoveFileForm = z.strictObject({
  token: Token,
  action: z.optional(z.pipe(Once, z.literal('everywhere'))),
})
export const PublicPageForm = z.strictObject({
  token: Token,
  action: z.pipe(Once, z.enum(['publish', 'take-down', 'show-name', 'hide-name'])),
  show: z._default(z.array(z.enum(publicParts)), []),
  showName: z.optional(z.pipe(Once, z.literal('yes'))),
})
export const PublicEntryForm = z.strictObject({
  token: Token,
  action: z.pipe(Once, z.enum(['publish', 'take-down'])),
})
export const StartRoundForm = z.strictObject({ token: Token, round: Visit })
/** `id` is the form's own random text; a browser leaves out the tick that was not made. */
export function PledgeForm(fields: readonly PlainField[]) {
  return z.strictObject({
    id: z.pipe(Once, z.string().check(z.regex(/^[0-9a-z]{16}$/))),
    pledge: z.optional(Once),
    ...typedFields(fields),
  })
}
/** Where the list of what people said goes on. */
const BeforeSaid = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[0-9a-z]{16}$/))
export const PledgesQuery = z.object({
  before: z.optional(BeforeSaid),
  done: z.optional(z.enum(['shown', 'hidden', 'removed'])),
})
export const PledgePath = z.extend(JourneyPath, { pledge: z.string().check(z.regex(/^[0-9a-z]{16}$/)) })
export const ModeratePledgeForm = z.strictObject({
  token: Token,
  action: z.pipe(Once, z.enum(['show', 'hide', 'remove'])),
  before: z.optional(z.pipe(Once, BeforeSaid)),
})
/** RFC 8058; our own button sends the same. A mail provider may send more beside it. */
export const StopForm = z.object({ 'List-Unsubscribe': z.pipe(Once, z.literal('One-Click')) })

export const ValidatorPath = z.extend(JourneyPath, {
  person: z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{16}$/)),
})
export const RemoveValidatorForm = z.strictObject({ token: Token })
export const DeclarationForm = z.strictObject({ token: Token, visit: Visit, conflict: z.optional(Once) })

/** `shown` names what the chair read before deciding. */
export function ConclusionForm(fields: readonly PlainField[]) {
  return z.strictObject({ token: Token, visit: Visit, shown: Token, ...typedFields(fields) })
}
export function JudgementForm(fields: readonly PlainField[]) {
  return z.strictObject({ token: Token, visit: Visit, ...typedFields(fields) })
}
export function InvitationForm(fields: readonly PlainField[]) {
  return z.strictObject({ token: Token, visit: Visit, ...typedFields(fields) })
}

/** The team registers somebody; a browser leaves out the way they got in touch if none was chosen. */
export function RegisterForForm(fields: readonly PlainField[]) {
  return z.extend(RegisterForm(fields), { token: Token, onBehalfOf: z.optional(Once) })
}
export function LeadForm(fields: readonly PlainField[]) {
  return z.strictObject({ token: Token, ...typedFields(fields) })
}
/** `lead` is the person whom the page showed; nothing of `because` is chosen beforehand. */
export const WriteAgainForm = z.strictObject({
  token: Token,
  lead: z.pipe(Once, z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{16}$/))),
  because: z.optional(z.pipe(Once, z.enum(['works', 'asked']))),
})
/** `to` is the definition of which the page told, `visit` where it told that the journey was. */
export const MoveForm = z.strictObject({
  token: Token,
  visit: Visit,
  to: z.pipe(Once, z.string().check(z.regex(/^[0-9a-f]{10}$/))),
})
/** The execution that the page said had failed. */
export const RestartForm = z.strictObject({ token: Token, executionSeq: Visit })
export const PauseForm = z.strictObject({ token: Token, action: z.pipe(Once, z.enum(['pause', 'continue'])) })
export const CloseForm = z.strictObject({ token: Token, reason: Once })
/** `email` is the effect's id without its journey; `after` the newest event that the page was made of. */
export const ResendForm = z.strictObject({
  token: Token,
  email: z.pipe(Once, z.string().check(z.regex(/^\d{1,6}-\d{1,3}$/))),
  after: Visit,
})

/** Handing in sends no answers: those are saved already. `shown` is the hash of those that were checked. */
export const HandInForm = z.strictObject({ token: Token, visit: Visit, shown: z.optional(Token) })

/** `instead` is the hash of the document that they were asked to sign before. */
export const AskForSignatureForm = z.strictObject({ token: Token, instead: z.optional(Token) })
/** `shown` is the hash of the document; nothing is chosen beforehand. */
export function SignForm(fields: readonly PlainField[]) {
  return z.strictObject({ token: Token, shown: Token, ...typedFields(fields) })
}

/** The registration's form, and a section's or an entry's: a browser leaves out what is not ticked. */
export function RegisterForm(fields: readonly PlainField[]) {
  return z.strictObject({ nonce: Secret, ...typedFields(fields) })
}
/**
 * Files are not named by the form: it only asks to go on and add one. Beside each question that may not apply to somebody
 * comes the reason, if they give one.
 */
export function SectionForm(section: Section, fields: readonly PlainField[]) {
  const toFiles = fields.flatMap(({ kind, id }) => (kind === 'file' ? [`add-to-${id}`] : []))
  return z.strictObject({
    token: Token,
    revision: Visit,
    action: z.pipe(Once, z.enum(['save', 'ask-to-remove', 'remove', ...toFiles])),
    ...typedFields(fields.filter(({ kind }) => kind !== 'file')),
    ...reasonsFor(fields.filter((field) => mayNotApply(section, field))),
  })
}

/** Why a whole section of entries does not apply. */
export function AsideForm(entries: Pick<Field, 'id'>) {
  return z.strictObject({
    token: Token,
    revision: Visit,
    action: z.pipe(Once, z.literal('save')),
    ...reasonsFor([entries]),
  })
}

function reasonsFor(fields: readonly Pick<Field, 'id'>[]) {
  return Object.fromEntries(fields.map(({ id }) => [reasonName(id), z._default(Several, [])]))
}

function typedFields(fields: readonly PlainField[]) {
  return Object.fromEntries(fields.map((field) => [field.id, z._default(Several, [])]))
}
