// The console: what a person at the laptop may look into beside the application. It only reads.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { html } from '../../functions/web/html.ts'
import type { ConsoleAnswer, ConsoleSection } from './console/answer.ts'
import { consolePage, styleSheet } from './console/page.ts'

const policy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

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
    response.setHeader('Referrer-Policy', 'no-referrer')
    response.setHeader('Cache-Control', 'no-store')
    if (answered.status === 405) response.setHeader('Allow', 'GET, HEAD')
    response.end(answered.body)
  }
}

async function answer(
  request: IncomingMessage,
  options: Parameters<typeof createConsole>[0],
): Promise<ConsoleAnswer> {
  if (!isLocalHost(request.headers.host)) {
    return plain(403, 'The console answers to 127.0.0.1 and localhost alone.')
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'The console only reads.')
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
  if (path === '/') return homePage(options)
  if (path === '/console.css') return { status: 200, type: 'text/css', body: styleSheet }
  for (const section of options.sections) {
    const found = await section.answer({ path, query: new URLSearchParams(query) })
    if (found) return found
  }
  return notFound()
}

// The mailbox holds one-time codes; a foreign page whose name is made to resolve to 127.0.0.1 must not read them.
function isLocalHost(host = ''): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)
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
