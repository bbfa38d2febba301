// What a port may do in AWS, as plain data: the stack makes IAM statements of it, and nothing is granted in any other way.

/** Every one of them has a leading key, by which it is held to the rows that are named. So there is no Scan. */
export type RowAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem'

/** HeadObject is GetObject in IAM. Nobody writes tags: with them an upload could say of itself that it was scanned. */
export type FileAction = 'GetObject' | 'GetObjectTagging' | 'PutObject' | 'DeleteObject'

/** `keys` are patterns of the partition key. */
export type Statement =
  | { readonly on: 'rows'; readonly keys: readonly string[]; readonly may: readonly RowAction[] }
  | {
      readonly on: 'index'
      readonly index: 'due' | 'list'
      readonly keys: readonly string[]
      readonly may: readonly 'Query'[]
    }
  | { readonly on: 'files'; readonly prefix: 'quarantine/' | 'clean/'; readonly may: readonly FileAction[] }
  /** Without it S3 says 403 of a file that is not there, instead of 404. */
  | { readonly on: 'bucket'; readonly may: readonly 'ListBucket'[] }
  | {
      readonly on: 'machines'
      readonly may: readonly ('StartExecution' | 'SendTaskSuccess' | 'SendTaskFailure')[]
    }
  | { readonly on: 'executions'; readonly may: readonly 'StopExecution'[] }
  | { readonly on: 'mail'; readonly may: readonly 'SendRawEmail'[] }
  /** One function of ours calls another, the one that is named. */
  | { readonly on: 'function'; readonly name: 'fetch-page'; readonly may: readonly 'InvokeFunction'[] }

/** What adapters read of their environment. */
export type Variable =
  | 'TABLE_NAME'
  | 'STATE_MACHINE_ARN_PREFIX'
  | 'MAIL_FROM'
  | 'MAIL_CONFIGURATION_SET'
  | 'EVIDENCE_BUCKET'
  | 'EVIDENCE_URL'
  | 'BASE_URL'
  | 'TEAM_ADDRESSES'
  | 'CONTACT_NAME'
  | 'CONTACT_ADDRESS'
  | 'CONTACT_TELEPHONE'
  | 'CONTACT_HANDLE'
  | 'CONTACT_HASHTAGS'
  | 'VALIDATE_INDIVIDUALS'
  | 'PANEL_SIZE'
  | 'FETCH_PAGE_FUNCTION'

export interface Grant {
  readonly variables: readonly Variable[]
  readonly statements: readonly Statement[]
}

/** A port that the table is behind. */
export function ofTable(...statements: readonly Statement[]): Grant {
  return { variables: ['TABLE_NAME'], statements }
}

/** A port that the bucket is behind. */
export function ofBucket(...statements: readonly Statement[]): Grant {
  return { variables: ['EVIDENCE_BUCKET'], statements }
}

export function rows(key: `${string}#*` | readonly `${string}#*`[], ...may: readonly RowAction[]): Statement {
  return { on: 'rows', keys: [key].flat(), may }
}
