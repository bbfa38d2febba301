// The table as plain data, read by the AWS stack and by the laptop. A protection class is a partition (design: The table).

export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [
    { name: 'due', partitionKey: 'duePk', sortKey: 'dueSk' },
    { name: 'list', partitionKey: 'listPk', sortKey: 'listSk' },
  ],
} as const

/** One shard is enough for 1,000 writes a second; the keys leave room for more. */
export const shard = '0'

export const pendingPartitions: readonly string[] = [`PENDING#${shard}`]
