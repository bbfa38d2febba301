// The life of a file that shows what an organisation did: where it can go from where, and what is taken at all.

/** What is taken: photos, and documents in which nothing was found that runs. A film is given as a link. */
export const fileKinds = ['jpg', 'png', 'pdf', 'docx'] as const
export type FileKind = (typeof fileKinds)[number]

/** 20 MB, as the pages say it. */
export const maxFileBytes = 20 * 1024 * 1024
/** What is refused by the bucket itself, with a page of its own; what is smaller we refuse ourselves, with the reason. */
export const maxSentBytes = 5 * maxFileBytes

/** `refusal.<code>` in words.ts says it to a person. */
export const refusalCodes = [
  'infected',
  'not-scannable',
  'empty',
  'too-large',
  'too-many-pixels',
  'wrong-kind',
  'heic',
  'has-macros',
  'damaged',
] as const
export type FileRefusal = (typeof refusalCodes)[number]

/**
 * `awaiting` = a form was made for it; `arrived` = the bucket has it, and it is being checked. Only a clean one can be
 * opened by anybody, and ceases to be when a later scan finds something harmful. What was taken away stays so.
 */
export type FileStatus = 'awaiting' | 'arrived' | 'clean' | 'refused' | 'removed'

/** From where each can be reached; so an event that comes twice, late or out of order changes nothing. */
export const reachedFrom: Readonly<Record<Exclude<FileStatus, 'awaiting'>, readonly FileStatus[]>> = {
  arrived: ['awaiting'],
  clean: ['awaiting', 'arrived'],
  refused: ['awaiting', 'arrived', 'clean'],
  removed: ['awaiting', 'arrived', 'clean', 'refused'],
}

/** Where a file belongs: the field of a section, or of one of its entries. */
export interface FilePlace {
  readonly round: number
  readonly step: string
  readonly section: string
  /** Empty for a section without entries. */
  readonly entry: string
  readonly field: string
}

export interface EvidenceFile {
  /** Random; the only name that it has in the bucket. */
  readonly id: string
  readonly journey: string
  readonly place: FilePlace
  readonly status: FileStatus
  /** As somebody typed it; it stands here alone, and is gone when the file is taken away. */
  readonly name: string
  readonly by: string
  /** ISO: when it was asked for. */
  readonly at: string
  /** Of what can be opened. */
  readonly kind?: FileKind
  readonly bytes?: number
  readonly reason?: FileRefusal
}

export type FileMove =
  | { readonly status: 'arrived' }
  | { readonly status: 'clean'; readonly kind: FileKind; readonly bytes: number }
  | { readonly status: 'refused'; readonly reason: FileRefusal }
  | { readonly status: 'removed' }

/** The row after a move, or undefined when it cannot go there from where it is. */
export function moved(file: EvidenceFile, move: FileMove): EvidenceFile | undefined {
  if (!reachedFrom[move.status].includes(file.status)) return undefined
  return { ...file, ...move, ...(move.status === 'removed' && { name: '' }) }
}
