// Plain JSON: its type, its size in bytes, and reading text that somebody else wrote.

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export function parseJson(text: string): Json {
  return JSON.parse(text)
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** 256 KiB: what AWS lets a state take in, get back or put out. */
const MAX_DATA_BYTES = 262_144

export function isTooLarge(text: string): boolean {
  // A character is at most three bytes of UTF-8, so that short texts need no counting.
  return text.length * 3 > MAX_DATA_BYTES && Buffer.byteLength(text) > MAX_DATA_BYTES
}
