// DynamoDB on the laptop: dynalite, with its files mended at the start and its writes announced.
import type { AwsAnswer, AwsRequest } from './aws-answer.ts'
import type { DueLooker } from './clock/skip.ts'
import { type Change, changesOf, type Keys } from './dynamodb/changes.ts'
import { dueLooker, pendingNow, queryOf } from './dynamodb/look.ts'
import { openDynalite } from './dynamodb/open-dynalite.ts'
import { prepareFiles } from './dynamodb/prepare-files.ts'
import type { TableShape } from './dynamodb/table-description.ts'

export type DynamoDb = {
  answer: (request: AwsRequest) => Promise<AwsAnswer>
  due: DueLooker
  /** DynamoDB's stream survives a crash: announces what was pending at the start as if it had just been written. */
  redeliver: () => void
  /** What is pending now. It is work under way, unless nothing is. */
  pending: () => Promise<Keys[]>
  /** Announces what is pending anew. */
  announce: (pending: readonly Keys[]) => void
  stop: () => Promise<void>
}

export async function startDynamoDb(options: {
  folder: string
  table: TableShape
  /** Where the due dates stand: an index of the table, and the one partition of it. */
  due: { index: string; partition: string }
  pendingPartitions: readonly string[]
  /** Of the keys of a pending item, those whose write begins the work that it stands for. */
  keysLeftOver: (pending: Keys) => Keys
  /** Called right after the answer to a write that succeeded. */
  onWrite: (changes: Change[]) => void
}): Promise<DynamoDb> {
  const { folder, table, onWrite } = options
  const pendingAtStart = await prepareFiles(options)
  const dynalite = await openDynalite(folder)

  async function answer(request: AwsRequest): Promise<AwsAnswer> {
    const answered = await dynalite.ask(request)
    if (answered.status !== 200) return answered
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    const changes = changesOf(operation, request.body.toString('utf8'), table)
    return changes.length === 0 ? answered : { ...answered, afterSent: () => onWrite(changes) }
  }

  function announce(pending: readonly Keys[]): void {
    const changes = pending.flatMap((keys): Change[] => {
      const begins = options.keysLeftOver(keys)
      const all = begins.pk === keys.pk && begins.sk === keys.sk ? [keys] : [keys, begins]
      return all.map((each) => ({ eventName: 'INSERT', keys: each }))
    })
    if (changes.length > 0) onWrite(changes)
  }

  const query = queryOf(dynalite.ask, table)
  return {
    answer,
    due: dueLooker({ query, table, ...options.due }),
    redeliver: () => announce(pendingAtStart),
    pending: () => pendingNow(query, table, options.pendingPartitions),
    announce,
    stop: dynalite.close,
  }
}
