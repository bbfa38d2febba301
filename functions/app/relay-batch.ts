// A batch of the stream: each of its keys in turn; what fails stays noted for the sweep and blocks nothing behind it.
import { type Keys, type TableStream, wakesRelay } from '../../events/table-stream.ts'
import { type CodePorts, relayCode } from './relay-code.ts'
import { type RelayPorts, relayEvent } from './relay-event.ts'

export async function relayBatch(
  ports: RelayPorts & CodePorts,
  stream: TableStream,
  onError: (error: unknown) => void,
): Promise<void> {
  for (const { eventName, dynamodb } of stream.Records) {
    const keys = { pk: dynamodb.Keys.pk.S, sk: dynamodb.Keys.sk.S }
    if (eventName === 'REMOVE' || !wakesRelay(keys)) continue
    try {
      await relayKeys(ports, keys)
    } catch (error) {
      onError(error)
    }
  }
}

async function relayKeys(ports: RelayPorts & CodePorts, { pk, sk }: Keys): Promise<void> {
  if (pk.startsWith('PENDING#')) await relayCode(ports, sk.slice('code#'.length))
  else await relayEvent(ports, pk.slice('EVENTS#'.length), Number(sk))
}
