// The list of batches and serial numbers, what is left of each among it: the expiry list is this list by its day.
import type { ReadDb } from '#main/db/database.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Batch, BatchRow } from '#shared/schemas/batches.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'

const left = '(SELECT coalesce(sum(b.on_hand_milli), 0) FROM batch_balances b WHERE b.batch_id = r.id)'
const places = `(SELECT group_concat(place, ', ') FROM (
  SELECT coalesce(nullif(w.name, ''), w.code) AS place FROM batch_balances b JOIN warehouses w ON w.id = b.warehouse_id
  WHERE b.batch_id = r.id AND b.on_hand_milli <> 0 AND coalesce(nullif(w.name, ''), w.code) <> '' ORDER BY w.id))`

export const batchList: ListSpec = {
  table: 'live_batches',
  base: 'batches',
  joins: { product: 'JOIN products product ON product.id = r.product_id' },
  columns: {
    code: { sql: 'r.code', type: 'code' },
    productId: { sql: 'r.product_id', type: 'number' },
    sku: { sql: 'product.sku', type: 'code', joins: ['product'] },
    nameEn: { sql: 'product.name_en', also: 'product.name_zh', type: 'text', joins: ['product'] },
    madeOn: { sql: 'r.made_on', type: 'day' },
    expiresOn: { sql: 'r.expires_on', type: 'day' },
    onHand: { sql: left, type: 'quantity' },
    places: { sql: places, type: 'text' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['code', 'sku', 'nameEn'],
  defaultSort: [
    { column: 'expiresOn', direction: 'asc' },
    { column: 'code', direction: 'asc' },
  ],
}

const select = `SELECT r.id, r.product_id AS productId, product.sku, product.name_en AS nameEn, product.name_zh AS nameZh,
  product.unit, r.code, r.made_on AS madeOn, r.expires_on AS expiresOn, r.note, ${left} / 1000.0 AS onHand,
  coalesce(${places}, '') AS places FROM batches r JOIN products product ON product.id = r.product_id`

/** A page of batches. */
export function listBatches(db: ReadDb, input: ListInput): Page<BatchRow> {
  const { ids, total } = listPage(db, batchList, input)
  return { rows: batchRows(db, ids), total }
}

/** Batches as grid rows, in the order of `ids`. */
export function batchRows(db: ReadDb, ids: readonly Id[]): BatchRow[] {
  return rowsInOrder<BatchRow>(db, select, ids)
}

/** The batch, archived or not, or `batches/not-found`. */
export function getBatch(db: ReadDb, id: Id): Batch {
  const row = db.get<{ archived: number }>('SELECT archived FROM live_batches WHERE id = ?', id)
  const [batch] = row ? batchRows(db, [id]) : []
  if (!row || !batch) throw new AppError('batches/not-found')
  return { ...batch, archived: row.archived === 1 }
}
