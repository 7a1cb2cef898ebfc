// Makes the index of a book, piece by piece, so that whoever waits for the thread gets a turn in between. What is written
// meanwhile is caught up with afterwards.
import type { ReadDb } from '#main/db/database.ts'
import { byClock, type RecordShelf, recordShelf, type ShelfRecord } from '#main/domain/search/record-shelf.ts'
import { recordKindRules } from '#main/services/records/record-kinds.ts'
import { allChangedRows, type ChangedRows, loadRecords } from '#main/services/search/load-records.ts'
import { type LogPosition, logPosition, operationsSince } from '#main/services/search/log-position.ts'
import { type MakerClocks, makerClocks } from '#main/services/search/record-clocks.ts'
import type { Id } from '#shared/ids.ts'
import { type RecordKind, recordKinds } from '#shared/schemas/records.ts'

/** Records read or put in place at a time: some 20 ms of work. */
const pieceSize = 4000

export type BuiltIndex = {
  /** Up to where the log is in it. */
  position: LogPosition
  makers: MakerClocks
  shelves: ReadonlyMap<RecordKind, RecordShelf>
}

type KindWork = { kind: RecordKind; changed: ChangedRows | null; after: Id; read: ShelfRecord[]; placed: number }

/** Gives the index with its last piece, null before. */
export function indexBuilder(): (db: ReadDb) => BuiltIndex | null {
  let index: BuiltIndex | null = null
  const waiting = recordKinds.map((kind): KindWork => ({ kind, changed: null, after: 0, read: [], placed: -1 }))
  return (db) => {
    index ??= begin(db)
    const work = waiting[0]
    if (work && !doPiece(db, index, work)) waiting.shift()
    return waiting.length === 0 ? index : null
  }
}

function begin(db: ReadDb): BuiltIndex {
  const position = logPosition(db)
  const makers = makerClocks()
  makers.add(operationsSince(db, new Map(), position))
  return { position, makers, shelves: new Map(recordKinds.map((kind) => [kind, recordShelf()])) }
}

/** Reads the records of a kind, then puts them on their shelf in order; false when the kind is done. */
function doPiece(db: ReadDb, { makers, shelves }: BuiltIndex, work: KindWork): boolean {
  if (work.placed < 0) {
    const rule = recordKindRules[work.kind]
    work.changed ??= allChangedRows(db, rule)
    const which = { after: work.after, limit: pieceSize }
    const { records, ids } = loadRecords(db, rule, which, { makers, changed: work.changed })
    for (const record of records) work.read.push(record)
    work.after = ids.at(-1) ?? 0
    if (ids.length < pieceSize) work.placed = 0
    if (work.placed === 0 && !isInOrder(work.read)) work.read.sort(byClock)
    return work.read.length > 0 || work.placed < 0
  }
  const shelf = shelves.get(work.kind)
  const until = Math.min(work.placed + pieceSize, work.read.length)
  for (; work.placed < until; work.placed += 1) shelf?.put(work.read[work.placed] as ShelfRecord)
  return work.placed < work.read.length
}

/** Mostly they are: later records have later ids and clocks. */
function isInOrder(records: readonly ShelfRecord[]): boolean {
  return records.every((record, index) => index === 0 || byClock(records[index - 1] as ShelfRecord, record) <= 0)
}
