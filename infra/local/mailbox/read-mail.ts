// Reads a raw message: its subject, its people, its text and its HTML.
import type { AddressObject } from 'mailparser'

export type Mail = {
  from: string
  recipients: string[]
  subject: string
  text: string
  /** Empty if it has none. */
  html: string
}

export async function readMail(raw: Buffer): Promise<Mail> {
  // Loaded at the first message: it takes longer than all else at the start.
  const { simpleParser } = await import('mailparser')
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true })
  return {
    from: addresses(mail.from)[0] ?? '',
    recipients: [...addresses(mail.to), ...addresses(mail.cc), ...addresses(mail.bcc)],
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
  }
}

function addresses(header: AddressObject | AddressObject[] | undefined): string[] {
  const all = header === undefined ? [] : [header].flat()
  return all.flatMap(({ value }) => value.map(({ address }) => address ?? '')).filter((text) => text !== '')
}
