// The index of one open book, in the memory of the thread that searches: nothing of it is stored, so writing pays nothing
// for it. It is made once and then follows the log.
import type { ReadDb } from '#main/db/database.ts'
import type { RecordShelf } from '#main/domain/search/record-shelf.ts'
import { type BuiltIndex, indexBuilder } from '#main/services/search/build-index.ts'
import { catchUp } from '#main/services/search/catch-up.ts'
import { isRewound, isSamePosition, logPosition } from '#main/services/search/log-position.ts'
import type { RecordKind } from '#shared/schemas/records.ts'

export type SearchIndex = {
  /** Does a piece of what there is to do (building, catching up); true while there is more. */
  work(db: ReadDb): boolean
  /** The records of a kind as the book has them now; what is still to be done is done first. */
  shelves(db: ReadDb): ReadonlyMap<RecordKind, RecordShelf>
}

export function searchIndex(): SearchIndex {
  let build = indexBuilder()
  let index: BuiltIndex | null = null

  const work = (db: ReadDb): boolean => {
    if (!index) {
      index = build(db)
      return true
    }
    const now = logPosition(db)
    if (isSamePosition(now, index.position)) return false
    if (!isRewound(index.position, now) && catchUp(db, index, now)) index = { ...index, position: now }
    else {
      build = indexBuilder()
      index = null
    }
    return true
  }
  return {
    work,
    shelves(db) {
      while (work(db));
      return index?.shelves ?? new Map()
    },
  }
}
