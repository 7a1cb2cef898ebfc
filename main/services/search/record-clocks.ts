// When a record was last touched: the clock of the operation that made the newest of its rows or changed one of them.
import type { ReadDb } from '#main/db/database.ts'
import type { LoggedOperation } from '#main/services/search/log-position.ts'
import { type Id, idParts } from '#shared/ids.ts'

/** The operations that made rows, by the ids they drew. */
export type MakerClocks = {
  add(operations: readonly LoggedOperation[]): void
  /** The clock of the operation that made the row of this id; 0 for rows that every book has from the start. */
  of(id: Id): number
}

export function makerClocks(): MakerClocks {
  // By copy: each draws its ids upwards, so what it writes comes after all that is known of it and nothing is sorted again.
  const ofCopies = new Map<number, LoggedOperation[]>()
  let latest: LoggedOperation | undefined
  return {
    add(operations) {
      const unordered = new Set<LoggedOperation[]>()
      for (const operation of operations) {
        if (operation.lastId < operation.firstId) continue
        const { replica } = idParts(operation.firstId)
        const spans = ofCopies.get(replica) ?? []
        if (operation.firstId < (spans.at(-1)?.firstId ?? 0)) unordered.add(spans)
        spans.push(operation)
        ofCopies.set(replica, spans)
      }
      for (const spans of unordered) spans.sort((left, right) => left.firstId - right.firstId)
    },
    of(id) {
      // Rows that one operation made mostly come together.
      if (latest && latest.firstId <= id && id <= latest.lastId) return latest.clock
      const spans = ofCopies.get(idParts(id).replica) ?? []
      let [low, high] = [0, spans.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((spans[middle] as LoggedOperation).firstId <= id) low = middle + 1
        else high = middle
      }
      const span = spans[low - 1]
      if (!span || span.lastId < id) return 0
      latest = span
      return span.clock
    },
  }
}

/** Row -> the clock of the last change in it, of one table; of all rows, or of these. Rows never changed are left out. */
export function changeClocks(db: ReadDb, table: string, ids?: readonly Id[]): Map<Id, number> {
  const rows = ids
    ? db.raw(
        `SELECT c.row_id, max(o.clock) FROM json_each(?) j
         CROSS JOIN changes c INDEXED BY changes_by_row ON c.table_name = ? AND c.row_id = j.value
         JOIN operations o ON o.id = c.operation_id GROUP BY c.row_id`,
        JSON.stringify(ids),
        table,
      )
    : db.raw(
        `SELECT c.row_id, max(o.clock) FROM changes c INDEXED BY changes_by_row
         JOIN operations o ON o.id = c.operation_id WHERE c.table_name = ? GROUP BY c.row_id`,
        table,
      )
  return new Map(rows as [Id, number][])
}
