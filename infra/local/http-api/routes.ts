// Finds the route of a request as API Gateway's HTTP API does: a literal before a parameter before a greedy one.
export type Routes = Readonly<Record<string, string>>

export type Match = {
  routeKey: string
  functionName: string
  pathParameters: Record<string, string>
}

type Route = { routeKey: string; functionName: string; method: string; segments: readonly Segment[] }
type Segment = { kind: 'literal' | 'parameter' | 'greedy'; text: string }

const rank: Record<Segment['kind'], number> = { literal: 0, parameter: 1, greedy: 2 }

/** Keys are 'GET /journeys/{journey}', 'ANY /files/{path+}' or '$default'; values are function names. */
export function routeFinder(routes: Routes): (method: string, rawPath: string) => Match | undefined {
  const ordered = Object.entries(routes)
    .filter(([routeKey]) => routeKey !== '$default')
    .map(([routeKey, functionName]) => parseRoute(routeKey, functionName))
    .sort(mostSpecificFirst)
  const fallback = routes.$default

  return (method, rawPath) => {
    const path = rawPath.split('/').slice(1)
    for (const route of ordered) {
      if (route.method !== method && route.method !== 'ANY') continue
      const pathParameters = matchSegments(route.segments, path)
      if (pathParameters) {
        return { routeKey: route.routeKey, functionName: route.functionName, pathParameters }
      }
    }
    return fallback ? { routeKey: '$default', functionName: fallback, pathParameters: {} } : undefined
  }
}

function parseRoute(routeKey: string, functionName: string): Route {
  const [, method, path] = /^([A-Z]+) \/(\S*)$/.exec(routeKey) ?? []
  if (method === undefined || path === undefined) throw new Error(`"${routeKey}" is not a route`)
  return { routeKey, functionName, method, segments: path.split('/').map(parseSegment) }
}

function parseSegment(text: string): Segment {
  const [, name, plus] = /^\{([^}+]+)(\+?)\}$/.exec(text) ?? []
  if (name === undefined) return { kind: 'literal', text }
  return { kind: plus ? 'greedy' : 'parameter', text: name }
}

function mostSpecificFirst(a: Route, b: Route): number {
  for (let i = 0; i < Math.min(a.segments.length, b.segments.length); i++) {
    const difference = rank[a.segments[i]!.kind] - rank[b.segments[i]!.kind]
    if (difference !== 0) return difference
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY')
}

function matchSegments(
  segments: readonly Segment[],
  path: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {}
  for (const [i, segment] of segments.entries()) {
    if (segment.kind === 'greedy') {
      const rest = path.slice(i).join('/')
      if (rest === '') return undefined
      parameters[segment.text] = decodeLeniently(rest)
      return parameters
    }
    const piece = path[i]
    if (piece === undefined) return undefined
    if (segment.kind === 'literal' && decodeLeniently(piece) !== segment.text) return undefined
    if (segment.kind === 'parameter') {
      if (piece === '') return undefined
      parameters[segment.text] = decodeLeniently(piece)
    }
  }
  return path.length === segments.length ? parameters : undefined
}

/** What is not percent-encoded text stays as it came, and finds nothing under that name. */
export function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
