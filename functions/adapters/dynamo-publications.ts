// What is public of journeys: copies in a partition of their own. An idea stands in the list of all, and by a small row in that of each of its areas of change.
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { areasOfChange } from '../../workflows/areas-of-change.ts'
import { saidKeptDays } from '../../workflows/personal-pledge.ts'
import type {
  IdeaFilter,
  ListedIdea,
  PublicationRemoval,
  Publications,
  PublicationWriter,
  PublicJourney,
  PublishedIdea,
  PublishedPage,
  PublishedPledge,
} from '../app/ports.ts'
import { getAll, held, queryAll, type Table, ttl } from './dynamo.ts'
import { publicPartition } from './public-keys.ts'
import { shard } from './table.ts'

/** How many keys of a list are looked at in one call. */
const keysAtOnce = 100

export function dynamoPublications(table: Table): Publications {
  const get = async (Key: Record<string, string>) =>
    (await table.client.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }))).Item
  return {
    async of(journey) {
      const rows = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': publicPartition(journey) },
        ConsistentRead: true,
      })
      const of = <T>(key: RegExp) => rows.filter(({ sk }) => key.test(String(sk))) as T[]
      return {
        page: of<PublishedPage>(/^PAGE$/)[0],
        ideas: of<PublishedIdea>(/^IDEA#[^#]+$/).toSorted((a, b) => (place(a) > place(b) ? -1 : 1)),
        awards: of<PublicJourney['awards'][number]>(/^AWARD#/).toSorted((a, b) =>
          a.awardedAt < b.awardedAt ? -1 : 1,
        ),
        pledges: of<PublishedPledge>(/^PLEDGE#/).toSorted((a, b) => (a.saidAt > b.saidAt ? -1 : 1)),
        name: of<{ name: string }>(/^NAME$/)[0]?.name,
      }
    },
    page: async (journey) => (await get(pageKey(journey))) as PublishedPage | undefined,
    nameOf: async (journey) => (await get(nameKey(journey)))?.name,
    async ideas(filter, limit, before) {
      const found = await listed(table, filter, limit + 1, before)
      const shown = found.slice(0, limit)
      const last = shown.at(-1)
      return {
        ideas: await read(table, filter, shown),
        more: last && found.length > limit ? place(last) : undefined,
      }
    },
  }
}

export function dynamoPublicationWriter(table: Table): PublicationWriter {
  const put = (Item: Record<string, unknown>) =>
    table.client.send(new PutCommand({ TableName: table.name, Item }))
  return {
    async putPage(page) {
      await put({ ...pageKey(page.journey), ...page })
    },
    /** The idea itself comes after the rows that lead to it, so that one which is there is in every list. */
    async putIdea(idea) {
      const listSk = listKey(idea)
      for (const area of idea.areas)
        await put({ ...areaKey(idea.journey, idea.entry, area), listPk: list(area), listSk })
      await put({ ...ideaKey(idea.journey, idea.entry), ...idea, listPk: list(), listSk })
      for (const area of areasOfChange.filter((each) => !idea.areas.includes(each)))
        await drop(table, areaKey(idea.journey, idea.entry, area))
    },
    async putName(journey, name) {
      await put({ ...nameKey(journey), name })
    },
    /** It ends with what it is a copy of. */
    async putPledge(pledge) {
      await put({ ...pledgeKey(pledge.journey, pledge.id), ...pledge, ttl: ttl(pledge.saidAt, saidKeptDays) })
    },
  }
}

export function dynamoPublicationRemoval(table: Table): PublicationRemoval {
  /** An idea comes before the rows that only stand in lists, so it is the first to go. */
  const rows = (journey: string, prefix: string) =>
    queryAll(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': publicPartition(journey), ':prefix': prefix },
      ConsistentRead: true,
    })
  const dropAll = async (journey: string, prefix: string) => {
    for (const { sk } of await rows(journey, prefix)) await drop(table, keyOf(journey, String(sk)))
  }
  return {
    async takeDown(journey) {
      await drop(table, pageKey(journey))
      await dropAll(journey, 'IDEA#')
      await dropAll(journey, 'PLEDGE#')
    },
    takeDownIdea: (journey, entry) => dropAll(journey, ideaKey(journey, entry).sk),
    takeDownPledge: (journey, id) => drop(table, pledgeKey(journey, id)),
    async dropFile(journey, file) {
      for (const { sk, files } of await rows(journey, 'IDEA#')) {
        if (!files || !Object.hasOwn(files, file)) continue
        await held(
          table.client.send(
            new UpdateCommand({
              TableName: table.name,
              Key: keyOf(journey, String(sk)),
              UpdateExpression: 'REMOVE files.#file',
              // Taken down meanwhile, it is not to come back.
              ConditionExpression: 'attribute_exists(pk)',
              ExpressionAttributeNames: { '#file': file },
            }),
          ),
        )
      }
    },
    hideName: (journey) => drop(table, nameKey(journey)),
  }
}

type Key = ReturnType<typeof keyOf>

async function drop(table: Table, key: Key): Promise<void> {
  await table.client.send(new DeleteCommand({ TableName: table.name, Key: key }))
}

/** Where a list has an idea; its sector and topic are part of the key, so that what is left out costs no read of its row. */
interface Place {
  readonly on: string
  readonly journey: string
  readonly entry: string
  readonly topic: string
  readonly sectors: readonly string[]
}

async function listed(
  table: Table,
  { area, sector, topic }: IdeaFilter,
  wanted: number,
  before?: string,
): Promise<Place[]> {
  const places: Place[] = []
  let from: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: 'list',
        KeyConditionExpression: before ? '#pk = :pk AND listSk < :before' : '#pk = :pk',
        ExpressionAttributeNames: { '#pk': 'listPk' },
        ExpressionAttributeValues: { ':pk': list(area), ...(before && { ':before': before }) },
        ScanIndexForward: false,
        Limit: keysAtOnce,
        ExclusiveStartKey: from,
      }),
    )
    places.push(
      ...Items.map(({ listSk }) => placeOf(String(listSk))).filter(
        (each) => (!topic || each.topic === topic) && (!sector || each.sectors.includes(sector)),
      ),
    )
    from = LastEvaluatedKey
  } while (from && places.length < wanted)
  return places.slice(0, wanted)
}

/** The ideas as they are now: one that was taken down, or is about something else by now, is left out. */
async function read(
  table: Table,
  { area, sector, topic }: IdeaFilter,
  places: readonly Place[],
): Promise<ListedIdea[]> {
  const journeys = [...new Set(places.map(({ journey }) => journey))]
  const rows = await getAll(table, [
    ...places.map(({ journey, entry }) => ideaKey(journey, entry)),
    ...journeys.flatMap((journey) => [pageKey(journey), nameKey(journey)]),
  ])
  const byKey = new Map(rows.map((row) => [`${row.pk} ${row.sk}`, row]))
  const row = ({ pk, sk }: Key) => byKey.get(`${pk} ${sk}`)
  return places.flatMap(({ journey, entry }): ListedIdea[] => {
    const idea = row(ideaKey(journey, entry)) as PublishedIdea | undefined
    const fits =
      idea &&
      (!area || idea.areas.includes(area)) &&
      (!topic || idea.topic === topic) &&
      (!sector || idea.sectors.includes(sector))
    if (!fits) return []
    const name = row(nameKey(journey))?.name as string | undefined
    return [{ idea, name, hasPage: row(pageKey(journey)) !== undefined }]
  })
}

function list(area?: string): string {
  return `IDEAS#${area ?? 'every'}#${shard}`
}

/** The day comes first, so that a list is in its order. */
function listKey(idea: PublishedIdea): string {
  return `${place(idea)}#${idea.topic ?? ''}#${idea.sectors.join(',')}`
}

function place({ on, journey, entry }: Pick<Place, 'on' | 'journey' | 'entry'>): string {
  return `${on}#${journey}#${entry}`
}

function placeOf(listSk: string): Place {
  const [on = '', journey = '', entry = '', topic = '', sectors = ''] = listSk.split('#')
  return { on, journey, entry, topic, sectors: sectors.split(',') }
}

function keyOf(journey: string, sk: string) {
  return { pk: publicPartition(journey), sk }
}

function pageKey(journey: string): Key {
  return keyOf(journey, 'PAGE')
}

function nameKey(journey: string): Key {
  return keyOf(journey, 'NAME')
}

function pledgeKey(journey: string, id: string): Key {
  return keyOf(journey, `PLEDGE#${id}`)
}

function ideaKey(journey: string, entry: string): Key {
  return keyOf(journey, `IDEA#${entry}`)
}

function areaKey(journey: string, entry: string, area: string): Key {
  return keyOf(journey, `IDEA#${entry}#${area}`)
}
