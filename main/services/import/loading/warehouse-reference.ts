// The place that a row refers to.
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'

/** A place that goods can come to, by its name or code in whatever letter case. */
export function findWarehouse({ tx }: LoadContext, name: string): Id | null {
  const row = tx.get<{ id: Id }>(
    `SELECT id FROM live_warehouses WHERE (name = ? COLLATE NOCASE OR code = ? COLLATE NOCASE) AND archived = 0 AND id <> ?
     ORDER BY id LIMIT 1`,
    ...[name, name, transitWarehouse],
  )
  return row?.id ?? null
}
