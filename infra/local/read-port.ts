// Reads the first of the three ports in a row.
import { Refusal } from './refusal.ts'

const lastFirstPort = 65_533

export function readPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= lastFirstPort) return port
  throw new Refusal(
    `PORT is "${text}": give a whole number up to ${lastFirstPort} (it and the next two are taken).`,
  )
}
