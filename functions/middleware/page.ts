// The face towards people: a request of API Gateway becomes what a page needs, and a page becomes an answer with its headers.
import middy from '@middy/core'
import type * as z from 'zod/mini'
import { type FormBody, nextOf, notAsked } from '../../events/forms.ts'
import { WebRequest } from '../../events/web-request.ts'
import type { Ports, Session } from '../app/ports.ts'
import { findSession, formToken, isTeam, isToken } from '../app/sign-in.ts'
import { layout, notice, type Page, type Viewer } from '../web/layout.ts'
import { signInPath } from '../web/sign-in-path.ts'
import { signedOutPage } from '../web/signed-out.ts'
import { tooLongToHoldPage } from '../web/too-long-to-hold.ts'
import { readCookie } from './cookies.ts'
import { formBody, multipartBody } from './form-body.ts'
import { dropSent, holdForm } from './held-form.ts'
import { logError } from './log.ts'
import { PageError, textOf, wayOn } from './page-error.ts'
import { layStoredWords } from './stored-words.ts'

export interface PageRequest {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Empty unless something was sent. */
  readonly form: FormBody
  readonly cookies: readonly string[]
  /** The address on the network that the request came from. */
  readonly client: string
}

/** A page is shown, or the browser is sent to another one; or it is given the style sheet, to be kept or not. */
export type PageResult = { readonly cookies?: readonly string[] } & (
  | { readonly page: Page; readonly status?: number }
  | { readonly goTo: string }
  | { readonly styleSheet: string; readonly toKeep: boolean }
)

/** Somebody who is signed in; `token` is what a form of this name has to bring back. */
export interface SignedIn {
  readonly session: Session
  readonly token: (form: string) => string
}

interface WebAnswer {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly cookies: string[]
  readonly body: string
}

type AnyonePorts = Pick<Ports, 'settings' | 'words'>
type SignedInPorts = AnyonePorts &
  Pick<Ports, 'clock' | 'sessions'> &
  Partial<Pick<Ports, 'sessionWriter' | 'heldFormWriter'>>

/** A page that nobody has to be signed in for. */
export function openPage(
  name: string,
  ports: AnyonePorts,
  show: (request: PageRequest) => Promise<PageResult>,
) {
  return pageHandler(name, ports, async (request) => {
    const read = readRequest(ports, request)
    return answer(ports, maybeSignedIn(ports, request), await show(read))
  })
}

/**
 * A page whose link is the authority: its path holds a secret that went to one person. So what is sent need not come from a
 * page of ours: a mail provider's POST (RFC 8058, one-click) carries no cookie, no Origin and no Sec-Fetch-Site, and another
 * site cannot forge it without the secret. Its answer must not be a redirect (section 3.1 there).
 */
export function secretLinkPage(
  name: string,
  ports: AnyonePorts,
  show: (request: PageRequest) => Promise<PageResult>,
) {
  return pageHandler(name, ports, async (request) => {
    const form = isSafe(request) ? {} : (multipartBody(request) ?? formBody(request))
    return answer(ports, undefined, await show({ ...withoutForm(request), form }))
  })
}

/**
 * A page of the signed-in, or of the team alone. What is sent to it must carry the token of the form `name`; that also
 * counts as a use of the session. Somebody who is not signed in is shown the `welcome`, or asked to sign in; what they
 * typed while their sign-in ended, or before they signed in again, is held, by a function with the port for it.
 */
export function signedInPage(
  name: string,
  ports: SignedInPorts,
  who: 'anybody' | 'team',
  show: (request: PageRequest, signedIn: SignedIn) => Promise<PageResult>,
  welcome?: (request: PageRequest) => Page,
) {
  return pageHandler(name, ports, async (request) => {
    const read = readRequest(ports, request)
    const secret = readCookie(ports.settings, read.cookies, 'session')
    const found = secret ? await findSession(ports, secret) : undefined
    const isOwnForm = secret !== undefined && read.form.token?.[0] === formToken(secret, name)
    if (!secret || !found || found.ended) {
      const signIn = signInPath(nextOf(request.rawPath))
      if (isSafe(request))
        return answer(ports, undefined, welcome ? { page: welcome(read) } : { goTo: signIn })
      const sent = { to: name, path: request.rawPath, form: read.form }
      const holding = found && isOwnForm && (await holdForm(ports, found.session, sent))
      if (!holding || holding === 'nothing') throw new PageError(403, 'session-ended')
      const page = holding === 'held' ? signedOutPage(signIn) : tooLongToHoldPage(read.form)
      return answer(ports, maybeSignedIn(ports, request), { page, status: 403 })
    }
    const { session } = found
    const team = isTeam(ports, session.addressHash)
    const viewer = { team, signOutToken: formToken(secret, 'submit-sign-out') }
    if (who === 'team' && !team) throw new PageError(403, 'team-only')
    if (!isSafe(request)) {
      if (!isOwnForm) {
        // The page is from before they signed in again, in another window: what they typed is not lost.
        const sent = { to: name, path: request.rawPath, form: read.form }
        const holding = isToken(read.form.token?.[0]) && (await holdForm(ports, session, sent))
        if (holding === 'held') return answer(ports, viewer, { goTo: '/held' })
        if (holding === 'too-long')
          return answer(ports, viewer, { page: tooLongToHoldPage(read.form), status: 403 })
        throw new PageError(403, 'other-site')
      }
      await ports.sessionWriter?.touch(session.id, ports.clock.now().toISOString())
    }
    const token = (form: string) => formToken(secret, form)
    const result = await show(read, { session, token })
    if ('goTo' in result) await dropSent(ports, session, read.query)
    return answer(ports, viewer, result)
  })
}

/** For every address that leads nowhere, however it is asked for. */
export function notFoundPage(name: string, ports: AnyonePorts) {
  return pageHandler(name, ports, async () => {
    throw new PageError(404, 'not-found')
  })
}

/** Refuses (404) what is not in the contract, so that a page never sees an odd path. */
export function parsePath<S extends z.ZodMiniType>(schema: S, path: PageRequest['path']): z.output<S> {
  const parsed = schema.safeParse(path)
  if (!parsed.success) throw new PageError(404, 'not-found')
  return parsed.data
}

/**
 * The form of questions. What it does not ask for is told of in `stray`, as the problem of no field, so that the answers
 * beside it come back; anything else that no page of ours sends is refused (400).
 */
export function parseAnswers<S extends z.ZodMiniType>(
  schema: S,
  form: FormBody,
): { readonly sent: z.output<S>; readonly stray: typeof notAsked } {
  const { error } = schema.safeParse(form)
  const unknown = new Set(error?.issues.flatMap((issue) => ('keys' in issue ? issue.keys : [])))
  const asked = Object.fromEntries(Object.entries(form).filter(([name]) => !unknown.has(name)))
  return { sent: parseForm(schema, asked), stray: unknown.size > 0 ? notAsked : {} }
}

/** Refuses (400) a body that no page of ours sends. */
export function parseForm<S extends z.ZodMiniType>(schema: S, form: FormBody): z.output<S> {
  const parsed = schema.safeParse(form)
  if (!parsed.success) throw new PageError(400, 'not-a-form')
  return parsed.data
}

function pageHandler(name: string, ports: AnyonePorts, work: (request: WebRequest) => Promise<WebAnswer>) {
  return middy<unknown, WebAnswer>()
    .use({ before: () => layStoredWords(name, ports) })
    .use(errorPages(name, ports))
    .handler(async (event) => work(WebRequest.parse(event)))
}

function errorPages(name: string, ports: AnyonePorts): middy.MiddlewareObj<unknown, WebAnswer> {
  return {
    onError(request) {
      const error = request.error instanceof PageError ? request.error : new PageError(500, 'unexpected')
      if (error.status === 500) logError(name, request.error)
      const { title, paragraphs } = textOf(error.kind)
      const signIn = error.kind === 'session-ended' || error.kind === 'team-only'
      const next = signIn
        ? { href: signInPath(nextOf(pathOf(request.event))), label: wayOn('signIn') }
        : { href: '/', label: wayOn('toStart') }
      const { success, data } = WebRequest.safeParse(request.event)
      request.response = answer(ports, success ? maybeSignedIn(ports, data) : undefined, {
        page: notice(title, paragraphs, next),
        status: error.status,
      })
    },
  }
}

function pathOf(event: unknown): string {
  const parsed = WebRequest.safeParse(event)
  return parsed.success ? parsed.data.rawPath : ''
}

function maybeSignedIn({ settings }: AnyonePorts, request: WebRequest): Viewer {
  return readCookie(settings, request.cookies ?? [], 'session') ? 'perhaps' : undefined
}

function isSafe(request: WebRequest): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(request.requestContext.http.method)
}

function readRequest({ settings }: AnyonePorts, request: WebRequest): PageRequest {
  const sent = !isSafe(request)
  if (sent && !fromOwnPage(request.headers, settings.baseUrl)) throw new PageError(403, 'other-site')
  return { ...withoutForm(request), form: sent ? formBody(request) : {} }
}

function withoutForm(request: WebRequest): Omit<PageRequest, 'form'> {
  return {
    path: request.pathParameters ?? {},
    query: request.queryStringParameters ?? {},
    cookies: request.cookies ?? [],
    client: request.requestContext.http.sourceIp,
  }
}

/** What browsers say of where a form was sent from; older ones say it by Origin alone. */
function fromOwnPage(headers: Readonly<Record<string, string>>, baseUrl: string): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined ? headers.origin === new URL(baseUrl).origin : site === 'same-origin'
}

/** A form's answer can lead on to another address: that has to be named too, and 'self' is. */
function contentSecurityPolicy(sendsTo?: string): string {
  const targets = sendsTo === undefined ? "'self'" : `'self' ${sendsTo}`
  return `default-src 'none'; style-src 'self'; img-src data:; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`
}

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy(),
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  // With no-referrer a same-origin POST sends "Origin: null"; with same-origin a link's path would go into our own logs.
  'referrer-policy': 'strict-origin',
  'cache-control': 'no-store',
}

function answer({ settings }: AnyonePorts, viewer: Viewer, result: PageResult): WebAnswer {
  const cookies = [...(result.cookies ?? [])]
  if ('goTo' in result) {
    return { statusCode: 303, headers: { ...securityHeaders, location: result.goTo }, cookies, body: '' }
  }
  if ('styleSheet' in result) {
    const keep = result.toKeep && { 'cache-control': 'public, max-age=31536000, immutable' }
    const headers = { ...securityHeaders, 'content-type': 'text/css; charset=utf-8', ...keep }
    return { statusCode: 200, headers, cookies, body: result.styleSheet }
  }
  return {
    statusCode: result.status ?? (result.page.refused ? 422 : 200),
    headers: {
      ...securityHeaders,
      'content-security-policy': contentSecurityPolicy(result.page.sendsTo),
      'content-type': 'text/html; charset=utf-8',
    },
    cookies,
    body: layout(settings, viewer, result.page),
  }
}
