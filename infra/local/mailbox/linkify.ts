// Makes the addresses within a plain text into links.
import { type Html, html } from '../../../functions/web/html.ts'

// A full stop or bracket at the end belongs to the sentence.
const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'])/

export function linkify(text: string): Html {
  const pieces = text.split(address)
  const isAddress = (at: number) => at % 2 === 1
  return html`${pieces.map((piece, at) =>
    isAddress(at) ? html`<a href="${piece}" target="_blank" rel="noopener">${piece}</a>` : piece,
  )}`
}
