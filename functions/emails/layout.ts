// How every email looks: plain text, and the same words as HTML that reads well without pictures or styles.
import { email as words } from '../../workflows/words/email.ts'
import { language } from '../../workflows/words/language.ts'
import type { Settings } from '../app/ports.ts'
import { html } from '../web/html.ts'

export interface EmailContent {
  readonly subject: string
  readonly greeting?: string
  readonly paragraphs: readonly string[]
  /** Somebody's own words, set apart. */
  readonly quote?: string | undefined
  /** Several things to go to. */
  readonly list?: readonly { readonly label: string; readonly url: string }[]
  /** A short thing to read off and type. */
  readonly code?: string
  readonly action?: { readonly label: string; readonly url: string }
  readonly after?: readonly string[]
  /** Something that one may also do. */
  readonly link?: { readonly label: string; readonly url: string } | undefined
}

export interface RenderedEmail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** By their name, as far as we know it. */
export function greeting(name?: string): string {
  return name ? words('helloName', { name }) : words('hello')
}

/** Throws if the subject holds a line break or a control: it becomes a header. */
export function renderEmail(email: EmailContent, { contact }: Pick<Settings, 'contact'>): RenderedEmail {
  if (/[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(email.subject)) {
    throw new Error('A subject holds a character that headers may not have')
  }
  const hello = email.greeting ?? greeting()
  const signature = [words('team'), `${contact.address} · ${contact.telephone}`]
  const text = [
    hello,
    ...email.paragraphs,
    ...(email.quote ? [email.quote.replace(/^/gm, '> ')] : []),
    ...(email.list ?? []).map(({ label, url }) => `- ${label}\n  ${url}`),
    ...(email.code ? [email.code] : []),
    ...(email.action ? [`${email.action.label}:\n${email.action.url}`] : []),
    ...(email.after ?? []),
    ...(email.link ? [`${email.link.label}:\n${email.link.url}`] : []),
    signature.join('\n'),
  ].join('\n\n')
  const paragraph = 'margin:0 0 20px;font-size:18px;line-height:1.5'
  const body = html`<!doctype html>
<html lang="${language('code')}" dir="${language('direction')}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${email.subject}</title></head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:#1d1d1b;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:580px;margin:0 auto">
<p style="margin:0 0 28px;padding:0 0 12px;border-bottom:4px solid #0b6156;font-size:18px;font-weight:bold">${words('mark')}</p>
<p style="${paragraph}">${hello}</p>
${email.paragraphs.map((text) => html`<p style="${paragraph}">${text}</p>\n`)}
${email.quote && html`<blockquote style="margin:0 0 20px;padding:8px 0 8px 16px;border-left:6px solid #b1b4b6;font-size:18px;line-height:1.5;white-space:pre-line">${email.quote}</blockquote>\n`}
${email.list && html`<ul style="margin:0 0 20px;padding:0 0 0 20px;font-size:18px;line-height:1.5">${email.list.map(({ label, url }) => html`<li style="margin:0 0 8px"><a href="${url}" style="color:#0b5f8a">${label}</a></li>`)}</ul>\n`}
${email.code && html`<p style="margin:0 0 20px;font-size:32px;font-weight:bold;letter-spacing:4px">${email.code}</p>\n`}
${email.action && html`<p style="margin:0 0 28px"><a href="${email.action.url}" style="display:inline-block;padding:12px 18px;background:#0b6156;color:#ffffff;font-size:18px;font-weight:bold;text-decoration:none">${email.action.label}</a></p>\n`}
${(email.after ?? []).map((text) => html`<p style="${paragraph}">${text}</p>\n`)}
${email.link && html`<p style="${paragraph}"><a href="${email.link.url}" style="color:#0b5f8a">${email.link.label}</a></p>\n`}
<p style="margin:36px 0 0;padding:16px 0 0;border-top:1px solid #b1b4b6;font-size:16px;line-height:1.5;color:#484949">${signature[0]}<br>${signature[1]}</p>
</div></body></html>`
  return { subject: email.subject, text: `${text}\n`, html: body.html.replace(/\n{2,}/g, '\n') }
}
