// Whether statements of IAM allow a request: the forms that this stack uses, and an error for every other.

export interface Request {
  /** Such as `dynamodb:PutItem`. */
  readonly action: string
  readonly resource: string
  /** What `dynamodb:LeadingKeys` would hold; absent for what has none, such as a scan. */
  readonly leadingKeys?: readonly string[]
  /** What `ses:FromAddress` would hold; absent for what is no email. */
  readonly fromAddress?: string
}

interface Statement {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

/** Throws on a form of statement that it does not know. */
export function isAllowed(statements: readonly unknown[], request: Request): boolean {
  const read = statements.map(readStatement)
  const matching = read.filter((statement) => matches(statement, request))
  return (
    matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny')
  )
}

function readStatement(value: unknown): Statement {
  const statement = value as Statement
  for (const key of Object.keys(statement)) {
    if (!['Effect', 'Action', 'Resource', 'Condition', 'Sid'].includes(key)) {
      throw new Error(`A statement with ${key} is not known here`)
    }
  }
  if (!['Allow', 'Deny'].includes(statement.Effect))
    throw new Error(`Effect ${statement.Effect} is not known here`)
  const texts = [statement.Action, statement.Resource].flat()
  if (texts.length < 2 || !texts.every((text) => typeof text === 'string')) {
    throw new Error(
      'A statement without actions or resources, or with some that are not text, is not known here',
    )
  }
  return statement
}

function matches({ Action, Resource, Condition = {} }: Statement, request: Request): boolean {
  return (
    [Action].flat().some((pattern) => like(pattern.toLowerCase(), request.action.toLowerCase())) &&
    [Resource].flat().some((pattern) => like(pattern, request.resource)) &&
    // Each operator is read before any answer, so that an unknown one is always told.
    Object.entries(Condition)
      .map(([operator, keys]) => holds(operator, keys, request))
      .every(Boolean)
  )
}

function holds(
  operator: string,
  keys: Readonly<Record<string, string | readonly string[]>>,
  { leadingKeys = [], fromAddress }: Request,
): boolean {
  const [[key, patterns] = [], ...more] = Object.entries(keys)
  const condition = more.length === 0 && patterns ? `${operator} ${key}` : 'more than one key, or none,'
  switch (condition) {
    case 'ForAllValues:StringLike dynamodb:LeadingKeys':
      // True of no keys at all: that is what IAM does.
      return leadingKeys.every((leadingKey) =>
        [patterns!].flat().some((pattern) => like(pattern, leadingKey)),
      )
    case 'StringEquals ses:FromAddress':
      // To the letter, and false of a request without a sender.
      return fromAddress !== undefined && [patterns!].flat().includes(fromAddress)
    default:
      throw new Error(`The condition ${operator} ${key} is not known here`)
  }
}

/** `*` is any text and `?` one character; everything else is itself. */
function like(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${source}$`, 's').test(text)
}
