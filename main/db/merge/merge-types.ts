// What a merge is given and what it tells.
import type { Connection, ReadDb, WriteTx } from '#main/db/database.ts'
import type { Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** Another copy of our book, as a private file that nobody else reads: checked to be one, of our schema, read-only. */
export type ForeignBook = {
  readonly connection: Connection
  /** The schema that the file had before its private copy was upgraded; our own where it needed no upgrade. */
  readonly fromSchema: number
  /** Closes the private file and removes it. */
  close(): void
}

/** Operations of one copy of the book that one side has and the other lacks: without gaps, from a sequence on. */
export type NewRun = {
  replica: number
  /** The last sequence that both have (0: none), and that operation's hash. */
  knownSequence: number
  knownHash: string
  lastSequence: number
  lastHash: string
  /** `operations.id` of the first and the last of them. */
  firstOperation: Id
  lastOperation: Id
}

/** First and last id that operations drew, both included. */
export type IdSpan = { firstId: Id; lastId: Id }

/** What a merge did to the followed tables, for those who know what is derived from them. */
export type MergedRows = {
  /** Spans of the rows that came in, in whatever tables they lie. */
  spans: readonly IdSpan[]
  /** Rows that were there before and got other values, with the columns that did. */
  changed: ReadonlyMap<string, ReadonlyMap<Id, ReadonlySet<string>>>
}

/** What the features know of their tables and this folder does not. Both run inside the merge's transaction. */
export type MergeFeatures = {
  /** Whether our copy was made without some content that another may have. */
  lacksContent(db: ReadDb): boolean
  /** Where that content is. */
  contentTable: string
  /** Such content, from the other copy; the log of its table is off. Gives the tables it wrote. */
  fill(tx: WriteTx, foreign: ReadDb): string[]
  /** Throws where content that came in is not what its hash says. */
  refuseAltered(db: ReadDb, spans: readonly IdSpan[]): void
  /** Brings up to date whatever is derived from the rows that came or changed. Gives the derived tables it wrote. */
  settle(tx: WriteTx, merged: MergedRows): string[]
}

/** Who watches and may stop it; a job is one. */
export type MergeProgress = {
  progress(phase: string, done: number, total: number | null): void
  stopIfCancelled(): void
}

export type MergeSettings = {
  /** The other file as its user knows it, for the note. */
  fileName: string
  /** The backup made before, by which the merge is undone; '' for none. */
  backupName?: string
  /** What the note tells of the merge, as JSON; its id and the number of changes are put in. */
  report?: string
  now: Instant
  /** Whether this program still is the book's writer, asked inside the transaction. Left out for a copy of our own. */
  isOurs?: () => boolean
  progress?: MergeProgress
  features: MergeFeatures
}

export type MergeOutcome = {
  /** The note in `merges`; null where nothing came in. */
  mergeId: Id | null
  runs: readonly NewRun[]
  operations: number
  changes: number
  rows: number
  changedTables: string[]
  /** Something was erased by it: free pages, statistics and drafts are due for a purge. */
  isPurgeDue: boolean
}
