// Entries of the ledger, newest first, page by page: the next page begins behind the last entry of this one, however much is
// posted meanwhile.
import type { Param, ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { escapeLike } from '#main/services/lists/like-pattern.ts'
import type { Id } from '#shared/ids.ts'
import { microsToDecimal, minorText } from '#shared/money.ts'
import type { MovementPage, MovementRow, MovementsInput } from '#shared/schemas/stock.ts'

type Condition = { sql: string; params: Param[] }

/** One page. Of one product, document or batch by its index; of the whole ledger by the day. */
export function listMovements(db: ReadDb, input: MovementsInput): MovementPage {
  const conditions = [...filters(input), ...behind(input)]
  const where = conditions.length === 0 ? 'true' : conditions.map(({ sql }) => sql).join(' AND ')
  const rows = db.raw(
    `SELECT m.id FROM stock_movements m INDEXED BY ${indexFor(input)} WHERE ${where}
     ORDER BY m.moved_on DESC, m.id DESC LIMIT ?`,
    ...conditions.flatMap(({ params }) => params),
    input.limit,
  )
  const page = movementRows(
    db,
    rows.map(([id]) => id as Id),
  )
  const last = page.at(-1)
  const next = last && page.length === input.limit ? { on: last.movedOn, id: last.id } : null
  return { rows: page, next, baseCurrency: baseCurrency(db) }
}

function indexFor({ documentId, batchId, productId }: MovementsInput): string {
  if (documentId !== null) return 'stock_movements_by_document'
  if (batchId !== null) return 'stock_movements_by_batch'
  return productId === null ? 'stock_movements_by_day' : 'stock_movements_by_product'
}

function filters(input: MovementsInput): Condition[] {
  const is = (column: string, value: Param): Condition[] =>
    value === null ? [] : [{ sql: `m.${column} = ?`, params: [value] }]
  const kinds = input.kinds.map((kind) => `'${kind}'`).join(', ')
  return [
    ...is('document_id', input.documentId),
    ...is('batch_id', input.batchId),
    ...is('product_id', input.productId),
    ...is('warehouse_id', input.warehouseId),
    ...(input.from === null ? [] : [{ sql: 'm.moved_on >= ?', params: [input.from] }]),
    ...(input.to === null ? [] : [{ sql: 'm.moved_on <= ?', params: [input.to] }]),
    ...(kinds === '' ? [] : [{ sql: `m.kind IN (${kinds})`, params: [] }]),
    ...searched(input.search.trim()),
  ]
}

/** Products by SKU or name, documents by the beginning of their number. */
function searched(search: string): Condition[] {
  if (search === '') return []
  const pattern = `%${escapeLike(search)}%`
  return [
    {
      sql: `(m.product_id IN (SELECT id FROM products WHERE sku LIKE ? ESCAPE '\\' OR name_en LIKE ? ESCAPE '\\'
          OR name_zh LIKE ? ESCAPE '\\')
        OR m.document_id IN (SELECT id FROM stock_documents WHERE number LIKE ? ESCAPE '\\'))`,
      params: [pattern, pattern, pattern, `${escapeLike(search)}%`],
    },
  ]
}

function behind({ after }: MovementsInput): Condition[] {
  return after === null ? [] : [{ sql: '(m.moved_on, m.id) < (?, ?)', params: [after.on, after.id] }]
}

type Row = Omit<MovementRow, 'unitCost' | 'value'> & {
  costMicros: number | null
  costCurrency: string
  valueMinor: number | null
}

/** Movements with all the names they refer to, in the order of `ids`. */
function movementRows(db: ReadDb, ids: readonly Id[]): MovementRow[] {
  const base = baseCurrency(db)
  const rows = db.all<Row>(`${rowSelect} WHERE m.id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { costMicros, costCurrency, valueMinor, ...rest } = row
    const unitCost =
      costMicros === null ? null : { amount: microsToDecimal(costMicros, costCurrency), currency: costCurrency }
    return [{ ...rest, unitCost, value: minorText(valueMinor, base) }]
  })
}

/** What a movement is worth with all that was added to it; NULL where no cost of any of it is known. */
export const movementValue = `(SELECT iif(sum(v.uncosted_milli) <> 0 AND sum(v.value_minor) = 0, NULL, sum(v.value_minor))
  FROM stock_values v INDEXED BY stock_values_by_movement WHERE v.movement_id = m.id)`

/** The entry that takes `m` back, unless that is itself taken back. */
export const reversedBy = `(SELECT t.id FROM stock_movements t INDEXED BY stock_movements_reversals WHERE t.reverses_id = m.id LIMIT 1)`

const rowSelect = `SELECT m.id, m.moved_on AS movedOn, m.kind, m.qty_milli / 1000.0 AS quantity, m.reverses_id AS reversesId,
  m.note, m.warehouse_id AS warehouseId, w.name AS warehouse, m.document_id AS documentId,
  coalesce(d.number, '') AS documentNumber, coalesce(d.kind, '') AS documentKind, coalesce(b.code, '') AS batch, m.reason,
  m.product_id AS productId, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit,
  m.batch_id AS batchId, m.bin_id AS binId, coalesce(n.code, '') AS bin, m.origin_id AS originId,
  ${reversedBy} AS reversedById, m.cost_micros AS costMicros, m.cost_currency AS costCurrency, ${movementValue} AS valueMinor
  FROM stock_movements m JOIN products p ON p.id = m.product_id JOIN warehouses w ON w.id = m.warehouse_id
  LEFT JOIN stock_documents d ON d.id = m.document_id LEFT JOIN batches b ON b.id = m.batch_id LEFT JOIN bins n ON n.id = m.bin_id`
