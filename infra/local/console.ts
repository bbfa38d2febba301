// The console: what a person at the laptop may look into, and move, beside the application.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { html } from '../../functions/web/html.ts'
import type { ConsoleAnswer, ConsoleSection } from './console/answer.ts'
import { consolePage, styleSheet } from './console/page.ts'
import { readBody } from './read-body.ts'

const policy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const formLimitBytes = 10_000

export type ConsoleServer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export function createConsole(options: {
  webUrl: string
  awsUrl: string
  sections: readonly ConsoleSection[]
}): ConsoleServer {
  return async (request, response) => {
    const answered = await answer(request, options)
    response.statusCode = answered.status
    response.setHeader('Content-Type', `${answered.type}; charset=utf-8`)
    response.setHeader('Content-Security-Policy', answered.policy ?? policy)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    // With no-referrer a form of ours would come with "Origin: null".
    response.setHeader('Referrer-Policy', 'same-origin')
    response.setHeader('Cache-Control', 'no-store')
    if (answered.location) response.setHeader('Location', answered.location)
    if (answered.status === 405) response.setHeader('Allow', 'GET, HEAD')
    response.end(answered.body)
  }
}

async function answer(
  request: IncomingMessage,
  options: Parameters<typeof createConsole>[0],
): Promise<ConsoleAnswer> {
  const { method, headers, url = '/' } = request
  if (!isLocalHost(headers.host)) {
    return plain(403, 'The console answers to 127.0.0.1 and localhost alone.')
  }
  const [path = '/', query = ''] = url.split('?', 2)
  if (method === 'POST') return takeForm(request, path, options.sections)
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'This page can only be read.')
  if (path === '/') return homePage(options)
  if (path === '/console.css') return { status: 200, type: 'text/css', body: styleSheet }
  for (const section of options.sections) {
    const found = await section.answer({ path, query: new URLSearchParams(query) })
    if (found) return found
  }
  return notFound()
}

async function takeForm(
  request: IncomingMessage,
  path: string,
  sections: readonly ConsoleSection[],
): Promise<ConsoleAnswer> {
  const take = sections.map((section) => section.takes?.(path)).find((found) => found !== undefined)
  if (!take) return plain(405, 'This page can only be read.')
  if (!isFromOwnPage(request)) return plain(403, 'The console takes forms from its own pages alone.')
  const body = await readBody(request, formLimitBytes)
  if (!body) return plain(413, 'No form of the console is as large as that.')
  return take(new URLSearchParams(body.toString('utf8')))
}

// The mailbox holds one-time codes; a foreign page whose name is made to resolve to 127.0.0.1 must not read them.
function isLocalHost(host = ''): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)
}

/** What browsers say of where a form was sent from; older ones say it by Origin alone. */
function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined ? headers.origin === `http://${headers.host}` : site === 'same-origin'
}

function homePage({ webUrl, awsUrl, sections }: Parameters<typeof createConsole>[0]): ConsoleAnswer {
  const content = html`
<p>This is the Cultural Cohesion Quality Mark running on this machine alone. No email leaves it.</p>
<ul class="messages">
<li><a href="${webUrl}">The application</a><br>What organisations, validators and the team see.</li>
${sections.map(({ path, title, about }) => html`<li><a href="${path}">${title}</a><br>${about}</li>\n`)}
</ul>
<p>The AWS CLI and SDKs can talk to its services at <code>${awsUrl}</code>.</p>`
  return { status: 200, type: 'text/html', body: consolePage('Laptop console', content) }
}

function notFound(): ConsoleAnswer {
  const content = html`<p>There is nothing at this address. <a href="/">Go to the start of the console</a>.</p>`
  return { status: 404, type: 'text/html', body: consolePage('Not found', content) }
}

function plain(status: number, body: string): ConsoleAnswer {
  return { status, type: 'text/plain', body: `${body}\n` }
}
