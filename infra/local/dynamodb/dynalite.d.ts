// The parts of dynalite 4.0.0 that are used here; it comes without types.
declare module 'dynalite' {
  import type { Server } from 'node:http'

  type Options = { path: string; createTableMs: number }
  const dynalite: (options: Options) => Server
  export default dynalite
}

declare module 'dynalite/db/index.js' {
  type Item = Record<string, Record<string, unknown>>
  type Iterator = { next(): Promise<unknown>; close(): Promise<void>; return?: () => Promise<void> }
  type Store = {
    db: {
      open(): Promise<void>
      close(): Promise<void>
      keys(options?: object): Iterator
      values(options?: object): Iterator
    }
  }
  type Index = { IndexName: string; KeySchema: unknown; Projection: unknown }
  const db: {
    create(options: { path: string; createTableMs: number }): Store
    itemSize(item: object): number
    getIndexActions(
      indexes: readonly Index[],
      existingItem: Item | null,
      item: Item | null,
      table: object,
    ): { puts: { index: string; key: string; item: object }[]; deletes: { index: string; key: string }[] }
  }
  export default db
  export type { Index, Item, Store }
}
