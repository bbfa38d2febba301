// The mailbox in the browser, and as JSON for tests.
import { type Html, html } from '../../../functions/web/html.ts'
import { type ConsoleAnswer, type ConsoleRequest, type ConsoleSection, goTo } from '../console/answer.ts'
import { moment } from '../console/moment.ts'
import { consolePage } from '../console/page.ts'
import { linkify } from './linkify.ts'
import { type Mail, readMail } from './read-mail.ts'
import { type Envelope, type Feedback, feedbackTypes, type MailStore } from './store.ts'

const messagesAPage = 50
const messagesKeptRead = 200

// A link in an email opens a tab of its own, free of the sandbox: what it leads to may use forms.
const sandbox = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation'
const emailPolicy =
  `sandbox ${sandbox}; default-src 'none'; style-src 'unsafe-inline'; img-src data:; ` +
  "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

/** `play` is told of a message of which there is something new to play. */
export function mailboxSection(store: MailStore, play: (id: string) => void): ConsoleSection {
  const read = cachedReader(store)
  return {
    path: '/mailbox',
    title: 'Mailbox',
    about: 'Every email that the application has sent. An email can bounce, and its reader complain.',
    answer: async ({ path, query }) => {
      if (path === '/mailbox') return listPage(store, read, query)
      if (path === '/mailbox.json') return listJson(store, read, query)
      const [, id = '', view = ''] = /^\/mailbox\/([0-9a-f-]+)(?:\/(html|text|source))?$/.exec(path) ?? []
      const message = store.find(id)
      if (!message) return undefined
      const mail = await read(id)
      if (view === 'html') return bareHtml(mail)
      const source = view === 'source' ? (await store.raw(id)).toString('utf8') : ''
      return messagePage(message, mail, view || (mail.html ? '' : 'text'), source)
    },
    takes: (path) => {
      const [, id = ''] = /^\/mailbox\/([0-9a-f-]+)\/events$/.exec(path) ?? []
      return store.find(id) && ((form) => takeFeedback(store, play, id, form))
    },
  }
}

/** The field `type` is Bounce or Complaint. What was asked for before is not played twice. */
async function takeFeedback(
  store: MailStore,
  play: (id: string) => void,
  id: string,
  form: URLSearchParams,
): Promise<ConsoleAnswer> {
  const type = feedbackTypes.find((each) => each === form.get('type'))
  if (!type)
    return { ...page('Mailbox', html`<p>An email can bounce, or be complained of.</p>`), status: 400 }
  await store.addFeedback(id, type)
  play(id)
  return goTo(`/mailbox/${id}`)
}

type ReadMail = (id: string) => Promise<Mail>

// A message never changes, and each takes a millisecond or more to read. Those looked at last are kept, not all there are.
function cachedReader(store: MailStore): ReadMail {
  const mails = new Map<string, Promise<Mail>>()
  return (id) => {
    const mail = mails.get(id) ?? store.raw(id).then(readMail)
    mails.delete(id)
    mails.set(id, mail)
    if (mails.size > messagesKeptRead) mails.delete(mails.keys().next().value!)
    mail.catch(() => mails.delete(id))
    return mail
  }
}

function messagesTo(store: MailStore, query: ConsoleRequest['query']): Envelope[] {
  const to = query.get('to')?.toLowerCase()
  const messages = store.list()
  if (to === undefined) return messages
  return messages.filter(({ destinations }) => destinations.some((address) => address.toLowerCase() === to))
}

async function listJson(
  store: MailStore,
  read: ReadMail,
  query: ConsoleRequest['query'],
): Promise<ConsoleAnswer> {
  const list = await Promise.all(
    messagesTo(store, query).map(async ({ id, destinations, tags, sentAt }) => {
      const { subject, text, html: htmlBody } = await read(id)
      const tagValues = Object.fromEntries(tags.map(({ name, value }) => [name, value]))
      return { id, to: destinations, subject, text, html: htmlBody, tags: tagValues, sentAt }
    }),
  )
  return { status: 200, type: 'application/json', body: JSON.stringify(list) }
}

async function listPage(
  store: MailStore,
  read: ReadMail,
  query: ConsoleRequest['query'],
): Promise<ConsoleAnswer> {
  const messages = messagesTo(store, query)
  const start = Math.max(0, Number.parseInt(query.get('from') ?? '0', 10) || 0)
  const shown = messages.slice(start, start + messagesAPage)
  const rows = await Promise.all(shown.map(async (message) => listRow(message, await read(message.id))))
  const older = new URLSearchParams(query)
  older.set('from', String(start + messagesAPage))
  const content = html`${
    rows.length === 0
      ? html`<p>No email here. What the application sends appears at the next look at this page.</p>`
      : html`<ul class="messages">${rows}</ul>`
  }
${messages.length > start + messagesAPage && html`<p><a href="/mailbox?${older.toString()}">Older emails</a></p>`}`
  return page('Mailbox', content)
}

function listRow(message: Envelope, mail: Mail): Html {
  return html`<li><a href="/mailbox/${message.id}"><bdi>${mail.subject || '(no subject)'}</bdi></a>
<div class="beside"><span>to <bdi>${message.destinations.join(', ')}</bdi></span> <span>${moment(message.sentAt)}</span></div></li>
`
}

function messagePage(message: Envelope, mail: Mail, view: string, source: string): ConsoleAnswer {
  const views = [
    ...(mail.html ? [{ name: '', title: 'HTML' }] : []),
    { name: 'text', title: 'Text' },
    { name: 'source', title: 'Source' },
  ]
  const content = html`
<dl>
<dt>From</dt><dd><bdi>${message.source}</bdi></dd>
<dt>To</dt><dd><bdi>${message.destinations.join(', ')}</bdi></dd>
<dt>Sent</dt><dd>${moment(message.sentAt)}</dd>
${eventsOf(message)}
</dl>
${feedbackForm(message)}
<nav class="views" aria-label="Views of this email">${views.map(({ name, title }) =>
    name === view
      ? html`<strong aria-current="page">${title}</strong> `
      : html`<a href="/mailbox/${message.id}${name && `/${name}`}">${title}</a> `,
  )}</nav>
${viewOf(message, mail, view, source)}`
  return page(mail.subject || '(no subject)', content)
}

const titles: Readonly<Record<Feedback['type'], string>> = {
  Bounce: 'Bounce (permanent)',
  Complaint: 'Complaint',
}

/** SES tells of what becomes of an email only if it was sent with a configuration set. */
function eventsOf({ configurationSet, acknowledged, feedback = [] }: Envelope): Html {
  if (configurationSet === undefined)
    return html`<dt>Events</dt><dd>none: it was sent without a configuration set</dd>`
  const said = (title: string, taken: boolean) => `${title} (${taken ? 'taken' : 'not taken yet'})`
  const events = [said('Send', acknowledged), ...feedback.map(({ type, taken }) => said(type, taken))]
  return html`<dt>Events</dt><dd>${events.join(', ')}</dd>`
}

function feedbackForm({ id, configurationSet, feedback = [] }: Envelope): Html | undefined {
  const left = feedbackTypes.filter((type) => !feedback.some((each) => each.type === type))
  if (configurationSet === undefined || left.length === 0) return undefined
  return html`<form method="post" action="/mailbox/${id}/events" class="buttons" aria-label="Play what becomes of this email">
${left.map((type) => html`<button class="quiet" name="type" value="${type}">${titles[type]}</button>\n`)}</form>`
}

function viewOf(message: Envelope, mail: Mail, view: string, source: string): Html {
  if (view === 'source') return html`<pre tabindex="0">${source}</pre>`
  if (view === 'text') return html`<pre tabindex="0">${linkify(mail.text)}</pre>`
  return html`<iframe title="The email" sandbox="${sandbox}" src="/mailbox/${message.id}/html"></iframe>`
}

function bareHtml(mail: Mail): ConsoleAnswer {
  const target = '<base target="_blank">'
  const head = /<head\b[^>]*>/i
  const body = head.test(mail.html) ? mail.html.replace(head, (tag) => tag + target) : target + mail.html
  return { status: 200, type: 'text/html', body, policy: emailPolicy }
}

function page(title: string, content: Html): ConsoleAnswer {
  return { status: 200, type: 'text/html', body: consolePage(title, content) }
}
