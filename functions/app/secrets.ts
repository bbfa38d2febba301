// Random ids, secrets and their hashes: 32 random bytes for a secret, of which only the SHA-256 is stored.
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

export function mintSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function sha256(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

/** Six digits. */
export function mintCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

export function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

/** Letters and digits that cannot be taken for one another (Crockford's base 32, lower case). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

export function mintId(length = 16): string {
  return spell(randomBytes(length))
}

/** An id of 16 characters that is always the same for the same parts. */
export function idFrom(...parts: readonly string[]): string {
  return spell(createHash('sha256').update(parts.join('\n')).digest().subarray(0, 16))
}

/** An award's serial, such as `K7Q2-9FXM`. */
export function mintSerial(): string {
  const id = mintId(8).toUpperCase()
  return `${id.slice(0, 4)}-${id.slice(4)}`
}

function spell(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet[byte % 32]).join('')
}
