// The cookies page: the two there are, what each is for, how long it stays.
import { html } from './html.ts'
import type { Page } from './layout.ts'

export function cookiesPage(): Page {
  return {
    title: 'Cookies',
    body: html`<h1>Cookies</h1>
<p>A cookie is a small text that a website keeps in your browser. We use two. Both are needed for signing in, so the law lets us set them without asking. We use none to watch what you do, and nobody else sets any here.</p>
<div class="scroll"><table>
<thead><tr><th scope="col">Name</th><th scope="col">What it is for</th><th scope="col">How long it stays</th></tr></thead>
<tbody>
<tr><th scope="row">sign-in</th><td>It is set when you ask for a code, so that the code works in your browser alone.</td><td>One hour, or until you have signed in</td></tr>
<tr><th scope="row">session</th><td>It is set when you have signed in, so that we know that it is you.</td><td>12 hours, or until you sign out</td></tr>
</tbody>
</table></div>
<p>Your browser can show their names with “__Host-” before them. Each holds nothing but a random text. You are also signed out when you have sent nothing for four hours.</p>
<p>You can delete them in your browser at any time. You are then signed out, and what you saved is kept.</p>`,
  }
}
