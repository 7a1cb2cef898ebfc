// The next free number of this copy, for documents of any kind, read from the numbers that are there: no counter of its own
// to fall out of step.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { countOf, documentNumber, numberPrefix } from '#main/domain/orders/document-number.ts'
import type { Day } from '#shared/dates.ts'
import { type Id, replicaLetters } from '#shared/ids.ts'

/** A table whose column `number` holds the numbers, and the index that has them in order. */
export type NumberedTable = { table: string; index: string }

/** `PI-2026-0001`, in copies beyond the first `PI-2026-QKD-0001`: one counter per kind, year and copy. */
export function nextNumber(tx: WriteTx, where: NumberedTable, { kind, on }: { kind: string; on: Day }): string {
  const replica = tx.get<{ replica: number }>('SELECT replica FROM this_copy')?.replica ?? 1
  const prefix = numberPrefix(kind, on.slice(0, 4), replicaLetters(replica))
  return documentNumber(prefix, highestCount(tx, where, prefix) + 1)
}

/**
 * The highest counter in use. Numbers sort as text, so each length has its own range, read from its end; longer ones exist
 * only above a full shorter one. Deleted and archived documents count: a number is never given twice.
 */
function highestCount(db: ReadDb, where: NumberedTable, prefix: string): number {
  for (let digits = 4; ; digits += 1) {
    const found = highestOfLength(db, where, { prefix, digits })
    if (found < 10 ** digits - 1) return found === 0 && digits > 4 ? 10 ** (digits - 1) - 1 : found
  }
}

type Range = { prefix: string; digits: number }

function highestOfLength(db: ReadDb, { table, index }: NumberedTable, { prefix, digits }: Range): number {
  const row = db.get<{ number: string }>(
    `SELECT number FROM ${table} INDEXED BY ${index} WHERE number BETWEEN ? AND ? AND length(number) = ?
     AND substr(number, ?) NOT GLOB '*[^0-9]*' ORDER BY number DESC LIMIT 1`,
    prefix + '0'.repeat(digits),
    prefix + '9'.repeat(digits),
    prefix.length + digits,
    prefix.length + 1,
  )
  return (row && countOf(prefix, row.number)) ?? 0
}

/** Another living document with this number; null where it is free. */
export function holderOfNumber(
  db: ReadDb,
  { table, index }: NumberedTable,
  { number, own }: { number: string; own: Id | null },
): Id | null {
  const sql = `SELECT id FROM ${table} INDEXED BY ${index} WHERE number = ? AND deleted = 0 AND id <> ? LIMIT 1`
  return db.get<{ id: Id }>(sql, number, own ?? 0)?.id ?? null
}
