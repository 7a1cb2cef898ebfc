// The one who mends: writes through the transaction, and remembers what was touched.
import type { WriteTx } from '#main/db/database.ts'
import type { Mender } from '#main/services/clashes/clash-rule.ts'
import type { Id } from '#shared/ids.ts'

/** Collects what was touched: totals, days of sale and costs are settled once for all of it. */
export function menderOf(tx: WriteTx): { mender: Mender; touched: Map<string, Set<Id>> } {
  const touched = new Map<string, Set<Id>>()
  const touch = (table: string, ids: readonly Id[]) => {
    const known = touched.get(table) ?? new Set()
    for (const id of ids) known.add(id)
    touched.set(table, known)
  }
  return { mender: { tx, update: tx.update, touch }, touched }
}
