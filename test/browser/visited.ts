// Which page it is that somebody sees: its route, the state that it is in, and whose page it is.
import { inventory } from '../../functions/inventory.ts'
import type { Shown } from '../../infra/demo/browser.ts'
import type { Arrived } from './person.ts'

export interface Seen {
  readonly key: string
  readonly route: string
}

/** Every route of ours, those with fewest placeholders first. */
export const routes: readonly string[] = Object.values(inventory)
  .flatMap(({ on }) => ('http' in on ? [...on.http] : []))
  .filter((route) => route !== '$default')
  .toSorted((a, b) => placeholders(a) - placeholders(b))

function placeholders(route: string): number {
  return route.split('{').length
}

/** The parts of a step are pages of their own; an organisation, an entry or a file is not. */
const kept = ['step', 'section', 'field', 'area']

export function seen({ shown, method }: Arrived, role: string): Seen {
  const { pathname } = shown.url
  const route = routes.find((each) => matches(each, `${method} ${pathname}`)) ?? '$default'
  const names = route.split('/')
  const path =
    route === '$default' ? route : names.map((name, at) => partOf(name, pathname.split('/')[at]!)).join('/')
  return { key: `${path} · ${stateOf(shown, route)} · ${role}`, route }
}

function partOf(name: string, actual: string): string {
  return kept.some((each) => name === `{${each}}`) ? actual : name
}

function matches(route: string, request: string): boolean {
  const pattern = route
    .split('/')
    .map((part) => (part.startsWith('{') ? '[^/]+' : part.replaceAll('.', '\\.')))
  return new RegExp(`^${pattern.join('/')}$`).test(request)
}

function stateOf({ root, status }: Shown, route: string): string {
  if (root.querySelector('.govuk-error-summary')) return 'refused'
  if (status >= 400) return String(status)
  const forms = root.querySelectorAll('main form')
  const controls = forms.flatMap((form) => form.querySelectorAll('input:not([type=hidden]), textarea'))
  if (root.querySelector('.govuk-inset-text .app-said')) return 'returned'
  if (route.endsWith('/steps/{step}') && !root.querySelector('.govuk-task-list')) return 'submitted'
  if (controls.length === 0) return 'shown'
  return controls.some((control) =>
    control.tagName === 'TEXTAREA'
      ? control.text.trim() !== ''
      : ['radio', 'checkbox'].includes(control.getAttribute('type')!)
        ? control.hasAttribute('checked')
        : (control.getAttribute('value') ?? '') !== '',
  )
    ? 'filled'
    : 'empty'
}
