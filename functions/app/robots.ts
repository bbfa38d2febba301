// What a site's robots.txt lets us read (RFC 9309).

/** How we call ourselves to sites, and how a robots.txt can name us. */
export const robotName = 'CCQM-link-check'

interface Rule {
  readonly allows: boolean
  readonly pattern: string
}

/** The longest rule that fits decides, and of two as long the one that allows; what no rule names is allowed. */
export function isAllowed(robotsText: string, { pathname, search }: URL): boolean {
  const path = pathname + search
  const fitting = rulesFor(robotsText).filter(({ pattern }) => fits(pattern, path))
  const longest = fitting.reduce((most, { pattern }) => Math.max(most, pattern.length), 0)
  const deciding = fitting.filter(({ pattern }) => pattern.length === longest)
  return deciding.length === 0 || deciding.some(({ allows }) => allows)
}

/** Those of the groups that name us; without one, those for everybody. */
function rulesFor(text: string): readonly Rule[] {
  const own: Rule[] = []
  const everybodys: Rule[] = []
  let named: Rule[][] = []
  let isNaming = false
  let hasOwn = false
  for (const line of text.split(/[\r\n]+/)) {
    const content = line.split('#', 1)[0]!
    const at = content.indexOf(':')
    if (at < 0) continue
    const key = content.slice(0, at).trim().toLowerCase()
    const value = content.slice(at + 1).trim()
    if (key === 'user-agent') {
      if (!isNaming) named = []
      isNaming = true
      if (value.toLowerCase() === robotName.toLowerCase()) {
        named.push(own)
        hasOwn = true
      }
      if (value === '*') named.push(everybodys)
    } else if (key === 'allow' || key === 'disallow') {
      isNaming = false
      // An empty rule says nothing.
      if (value !== '') for (const rules of named) rules.push({ allows: key === 'allow', pattern: value })
    }
  }
  return hasOwn ? own : everybodys
}

/** `*` stands for anything, `$` for the end. No regular expression: a pattern could make one take for ever. */
function fits(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith('$')
  const [first, ...rest] = (toEnd ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first!)) return false
  let at = first!.length
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1
    const found = toEnd && isLast ? path.length - part.length : path.indexOf(part, at)
    if (found < at || !path.startsWith(part, found)) return false
    at = found + part.length
  }
  return !toEnd || at === path.length
}
