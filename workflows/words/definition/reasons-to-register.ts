// Why each question to register with is asked, by the field's id: in a file of its own, as those pages need no other reason.
import { layered } from '../catalogue.ts'

export const reasonsToRegister = {
  organisationName: 'We ask so that we know whom we talk to, and whose name the award bears.',
  applyingAs: 'We ask because an individual gets fewer questions than an organisation.',
  contactName: 'We ask so that we can call you by your name.',
  contactEmail: 'We ask because everything on the way comes to you by email.',
  contactRole: 'We ask so that we know in which part of your work the mark is at home.',
  contactTelephone: 'We ask because some things are quicker said than written.',
} as const satisfies Readonly<Record<string, string>>

/** Of a lead the same is asked as of a contact. */
export function reasonToRegister(field: string): string | undefined {
  const id = field.replace(/^lead(?=[A-Z])/, 'contact')
  const own = Object.entries(reasonsToRegister).find(([each]) => each === id)?.[1]
  return own && (layered(`reason.${id}`) ?? own)
}
