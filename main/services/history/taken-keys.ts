// Keys that an undo would give back while somebody else has them by now.
import type { ReadDb } from '#main/db/database.ts'
import { specialDayKeys } from '#main/services/book/special-days.ts'
import { carrierKeys } from '#main/services/carriers/service-rows.ts'
import { categoryKeys } from '#main/services/catalog/category-commands.ts'
import { productKeys } from '#main/services/catalog/product-checks.ts'
import { channelKeys } from '#main/services/channels/channel-commands.ts'
import { countKeys } from '#main/services/counting/count-numbers.ts'
import { makerSql } from '#main/services/history/row-makers.ts'
import type { NetChange } from '#main/services/history/undo-operation.ts'
import { orderKeys } from '#main/services/orders/order-numbers.ts'
import { templateKeys } from '#main/services/papers/templates/template-commands.ts'
import { partyKeys } from '#main/services/parties/party-queries.ts'
import { personKeys } from '#main/services/people/people-commands.ts'
import { binKeys } from '#main/services/places/bin-commands.ts'
import { warehouseKeys } from '#main/services/places/warehouse-commands.ts'
import { purchaseKeys } from '#main/services/purchases/purchase-numbers.ts'
import { rateKeys } from '#main/services/rates/rate-commands.ts'
import { claimKeys } from '#main/services/receiving/claim-commands.ts'
import type { KeyedRow, UniqueKey } from '#main/services/records/unique-key.ts'
import { settlementKeys } from '#main/services/sales/settlement-commands.ts'
import { shipmentKeys } from '#main/services/shipments/shipment-numbers.ts'
import { requestKeys } from '#main/services/sourcing/request-numbers.ts'
import { batchKeys } from '#main/services/stock/batch-commands.ts'
import { stockDocumentKeys } from '#main/services/stock/stock-numbers.ts'
import { viewKeys } from '#main/services/views/view-commands.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

const keys: readonly UniqueKey[] = [
  ...productKeys,
  ...categoryKeys,
  ...partyKeys,
  ...orderKeys,
  ...rateKeys,
  ...specialDayKeys,
  ...personKeys,
  ...viewKeys,
  ...templateKeys,
  ...warehouseKeys,
  ...channelKeys,
  ...binKeys,
  ...batchKeys,
  ...stockDocumentKeys,
  ...countKeys,
  ...purchaseKeys,
  ...claimKeys,
  ...requestKeys,
  ...settlementKeys,
  ...shipmentKeys,
  ...carrierKeys,
]

/**
 * Asked once everything is back, so that rows may swap their keys. `history/undo-key-taken` with the first one held twice.
 * Who held the key already when `undone` happened does not count: it was double then (copies brought together), and taking
 * back what mended that brings it back.
 */
export function refuseTakenKeys(db: ReadDb, changes: readonly NetChange[], undone: Id | null = null): void {
  for (const key of keys) {
    const given = changes.filter((change) => change.table === key.table && givesBack(change, key))
    for (const { rowId } of given) refuseTaken(db, key, { id: rowId, undone })
  }
}

/** A key that was changed, or a row that was deleted and lives again. */
function givesBack({ before, after }: NetChange, { columns }: UniqueKey): boolean {
  return [...columns, 'deleted'].some((column) => column in before && before[column] !== after[column])
}

function refuseTaken(db: ReadDb, key: UniqueKey, { id, undone }: { id: Id; undone: Id | null }): void {
  const { table, columns, beside = [], holders } = key
  const row = db.get<KeyedRow>(`SELECT ${['id', ...columns, ...beside].join(', ')} FROM live_${table} WHERE id = ?`, id)
  if (!row || columns.every((column) => !row[column])) return
  const others = holders(db, row).filter((holder) => holder !== id)
  if (others.every((holder) => undone !== null && heldThen(db, key, { holder, undone }))) return
  throw new AppError('history/undo-key-taken', { key: columns.map((column) => row[column]).join(' \u00b7 ') })
}

/** Whether a row was there with its key before an operation, and nobody has touched that since. */
function heldThen(db: ReadDb, { table, columns }: UniqueKey, { holder, undone }: { holder: Id; undone: Id }): boolean {
  const held = db.get(
    `SELECT 1 FROM operations o LEFT JOIN operations m ON m.id = ${makerSql('CAST(? AS INTEGER)')}
     WHERE o.id = ? AND coalesce(m.clock, 0) < o.clock AND NOT EXISTS (
       SELECT 1 FROM changes c INDEXED BY changes_by_row JOIN operations p ON p.id = c.operation_id
       WHERE c.table_name = ? AND c.row_id = ? AND p.clock > o.clock AND EXISTS (
         SELECT 1 FROM json_each(c.after) a WHERE a.key IN (SELECT value FROM json_each(?))))`,
    ...[holder, holder, holder, undone, table, holder],
    JSON.stringify([...columns, 'deleted']),
  )
  return held !== undefined
}
