// A browser without JavaScript: cookies, links, and the forms that it finds on the page, filled in and sent.
import { type HTMLElement, parse } from 'node-html-parser'

export interface Shown {
  readonly status: number
  readonly url: URL
  readonly html: string
  readonly root: HTMLElement
  /** The page's first heading. */
  readonly heading: string
}

/** What is typed or chosen, by the name of the field; several for checkboxes. */
export type FilledIn = Readonly<Record<string, string | readonly string[]>>

export interface Browser {
  open(path: string): Promise<Shown>
  /**
   * Sends the form with this action that is on the page, or the first of its main part, by its first button unless another is
   * named. Unknown names are refused.
   */
  send(filledIn?: FilledIn, action?: string): Promise<Shown>
  /** Sends a file by the form on the page, which may lead elsewhere; `type` is what a device says that it is. */
  upload(file: { readonly name: string; readonly type: string; readonly content: Uint8Array }): Promise<Shown>
  /** Follows the link with this text. */
  follow(text: string | RegExp): Promise<Shown>
  /** Follows the first link of the main part whose path fits. */
  followTo(path: RegExp): Promise<Shown>
  readonly page: Shown
  readonly cookies: Map<string, string>
}

export function createBrowser(baseUrl: string): Browser {
  const cookies = new Map<string, string>()
  let page: Shown | undefined

  async function go(url: URL, init: RequestInit = {}): Promise<Shown> {
    const headers = new Headers(init.headers)
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (value === '' || /max-age=0/i.test(cookie)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    const location = response.headers.get('location')
    if (location) return go(new URL(location, url))
    const html = await response.text()
    const root = parse(html)
    page = { status: response.status, url, html, root, heading: root.querySelector('h1')?.text.trim() ?? '' }
    return page
  }

  function current(): Shown {
    if (!page) throw new Error('No page has been opened')
    return page
  }

  return {
    cookies,
    get page() {
      return current()
    },
    open: (path) => go(new URL(path, baseUrl)),
    followTo(path) {
      const link = linkTo(current(), path)
      if (!link) throw new Error(`There is no link to ${path} on "${current().heading}"`)
      return go(new URL(link.getAttribute('href')!, current().url))
    },
    follow(text) {
      const link = current()
        .root.querySelectorAll('a')
        .find((each) => (typeof text === 'string' ? each.text.trim() === text : text.test(each.text)))
      if (!link) throw new Error(`There is no link "${text}" on "${current().heading}"`)
      return go(new URL(link.getAttribute('href')!, current().url))
    },
    send(filledIn = {}, action) {
      const form = formOn(current(), action)
      const body = new URLSearchParams(valuesOf(form))
      for (const [name, value] of Object.entries(filledIn)) {
        if (!form.querySelector(`[name="${name}"]`))
          throw new Error(`There is no field "${name}" on "${current().heading}"`)
        body.delete(name)
        for (const each of [value].flat()) body.append(name, each)
      }
      return go(new URL(form.getAttribute('action')!, current().url), {
        method: 'POST',
        body,
        headers: { origin: new URL(baseUrl).origin, 'sec-fetch-site': 'same-origin' },
      })
    },
    async upload({ name, type, content }) {
      const form = formOn(current())
      const body = new FormData()
      for (const [field, value] of valuesOf(form)) if (field !== 'file') body.append(field, value)
      body.append('file', new Blob([Buffer.from(content)], { type }), name)
      const init = {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { origin: current().url.origin },
      } as const
      const answer = await fetch(form.getAttribute('action')!, init)
      const back = answer.headers.get('location')
      if (answer.status !== 303 || !back) throw new Error(`The bucket answered ${answer.status}`)
      return go(new URL(back))
    },
  }
}

/** Throws when there is none. */
export function formOn({ root, heading }: Shown, action?: string): HTMLElement {
  const form = root
    .querySelectorAll(action ? 'form' : 'main form')
    .find((each) => action === undefined || each.getAttribute('action') === action)
  if (!form) throw new Error(`There is no form on "${heading}"`)
  return form
}

export function linkTo({ root, url }: Shown, path: RegExp): HTMLElement | undefined {
  return root
    .querySelectorAll('main a')
    .find((link) => path.test(new URL(link.getAttribute('href') ?? '', url).pathname))
}

/** What the form would send as it stands, by its first button. */
function valuesOf(form: HTMLElement): [string, string][] {
  const button = form.querySelector('button[name]')
  const pressed: [string, string][] = button
    ? [[button.getAttribute('name')!, button.getAttribute('value') ?? '']]
    : []
  const filled = form.querySelectorAll('input, textarea').flatMap((field): [string, string][] => {
    const name = field.getAttribute('name')
    if (!name) return []
    if (field.tagName === 'TEXTAREA') return [[name, field.textContent.replace(/^\n/, '')]]
    const optional = ['radio', 'checkbox'].includes(field.getAttribute('type') ?? '')
    return optional && !field.hasAttribute('checked') ? [] : [[name, field.getAttribute('value') ?? '']]
  })
  return [...filled, ...pressed]
}
