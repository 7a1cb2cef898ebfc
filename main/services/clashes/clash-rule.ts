// What a rule of clashes says: how its clashes are found in the book as it is now, and how each can be mended. Each feature
// keeps its rules beside its SQL; clash-rules.ts gathers them.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import type { ClashMendingId, ClashRuleId } from '#shared/schemas/clashes.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

export type ClashFacts = Readonly<Record<string, string | number | null>>

/** A clash as it was found: the rows that clash, in any order. */
export type FoundClash = {
  /** Tells clashes of one rule apart, and is another one as soon as other rows or values clash. */
  key: string
  ids: readonly Id[]
  facts: ClashFacts
}

/** What mends: ordinary writes, and what they touched, so that all that is derived is settled once at the end. */
export type Mender = {
  tx: WriteTx
  update: WriteTx['update']
  touch(table: string, ids: readonly Id[]): void
}

/** A clash with its rows in the order in which they were made, the oldest first, and the one that shall stay. */
export type ClashInHand = FoundClash & { keep: Id; others: readonly Id[] }

export type Mending = {
  id: ClashMendingId
  /** Which row stays without a word: the one that was made first, unless it says the newest. */
  keeps?: 'oldest' | 'newest'
  isFinal?: true
  /** Throws an AppError where this clash cannot be mended this way; then nothing of it is written. */
  mend(mender: Mender, clash: ClashInHand): void
}

/** One row of a clash as the screens show it. */
export type ClashRow = {
  rowId: Id
  /** The record it is or belongs to. */
  record: RecordRef | null
  label: string
}

/** What own operations touched since clashes were looked for, and the ids that they drew. */
export type Since = {
  before: readonly FoundClash[]
  touched: ReadonlySet<string>
  firstId: Id
  lastId: Id
  /** The first and the last of them. */
  operations: readonly [first: Id, last: Id]
}

export type ClashRule = {
  id: ClashRuleId
  /** Tables whose rows bring, change or take away clashes of this rule. */
  tables: readonly string[]
  find(db: ReadDb): FoundClash[]
  /** The same after own operations, from what was found before them; left out where finding all anew is cheap. */
  findSince?(db: ReadDb, since: Since): FoundClash[]
  /** What the screens show of the rows of some clashes, in any order. */
  rows(db: ReadDb, clashes: readonly FoundClash[]): ClashRow[]
  /** All ways to mend; the suggested one first unless `suggests` says otherwise for one clash. */
  mendings: readonly Mending[]
  /** Of one clash: the ways that make sense, the suggested first. */
  suggests?(db: ReadDb, clash: FoundClash): readonly ClashMendingId[]
  /** Rows better kept than older ones (a paper went out with its number). */
  prefers?(db: ReadDb, ids: readonly Id[]): readonly Id[]
}

/** Mends by setting columns of all rows but the kept one. */
export function updateOthers(table: string, values: Readonly<Record<string, Param>>): Mending['mend'] {
  return ({ update, touch }, { others }) => {
    for (const id of others) update(table, id, values)
    touch(table, others)
  }
}

/** Mends by doing something with each row but the kept one. */
export function eachOther(work: (mender: Mender, pair: { keep: Id; other: Id }) => void): Mending['mend'] {
  return (mender, { keep, others }) => {
    for (const other of others) work(mender, { keep, other })
  }
}

/** A clash of some rows, named by the first, the last and their number. */
export function clashOf(ids: readonly Id[], facts: ClashFacts): FoundClash {
  const sorted = ids.toSorted((one, other) => one - other)
  return { key: `${sorted[0]}-${sorted.at(-1)}-${sorted.length}`, ids: sorted, facts }
}
