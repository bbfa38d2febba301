// Where the next page of a list begins, as an opaque token.
import { ServiceError } from './service-error.ts'

export type Position = readonly (string | number)[]

/** `list` says which list the token belongs to; on another one it is refused. */
export function encodePageToken(list: string, position: Position): string {
  return Buffer.from(JSON.stringify([list, ...position])).toString('base64url')
}

export function decodePageToken(list: string, token: string): Position {
  const [of, ...position] = parts(token)
  if (of !== list) throw new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'")
  return position
}

function parts(token: string): Position {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** AWS: 0 and nothing mean 100. */
export function pageSize(maxResults: number | undefined): number {
  return maxResults || 100
}
