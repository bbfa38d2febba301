// Somebody sent something after their sign-in had ended: it is kept, and this is how to come back to it.
import { signedOut as words } from '../../workflows/words/signed-out.ts'
import { notice, type Page } from './layout.ts'

export function signedOutPage(signIn: string): Page {
  return notice(words('title'), [words('why'), words('kept'), words('last')], {
    href: signIn,
    label: words('signIn'),
  })
}
