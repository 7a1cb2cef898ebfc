// What moved between two days: per product what was there, what came and went by kind, what was left; and each kind in all.
import type { Param, ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { escapeLike } from '#main/services/lists/like-pattern.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { MovedByKind, MovementReport, MovementReportInput } from '#shared/schemas/stock.ts'
import type { StockDocumentKind } from '#shared/schemas/stock-documents.ts'

/** Goods between two places count as lying in none: of all places together, what is in transit is left out. */
export function movementReport(db: ReadDb, input: MovementReportInput): MovementReport {
  const { sql, params } = condition(input)
  const ids = db
    .raw(
      `SELECT m.product_id FROM stock_movements m INDEXED BY stock_movements_by_product
       WHERE ${sql} AND m.moved_on <= ? GROUP BY m.product_id
       HAVING sum(m.moved_on >= ?) > 0 OR sum(m.qty_milli) <> 0`,
      ...[...params, input.to, input.from],
    )
    .map(([id]) => id as Id)
  const page = bySku(db, ids).slice(input.offset, input.offset + input.limit)
  const moved = movedOf(db, input, page)
  const rows = page.flatMap((id) => productRow(db, id, moved.get(id) ?? []))
  return { rows, total: ids.length, kinds: kindsInAll(db, input), baseCurrency: baseCurrency(db) }
}

function condition({ warehouseId, productId, search }: MovementReportInput): { sql: string; params: Param[] } {
  const text = search.trim()
  const pattern = `%${escapeLike(text)}%`
  const parts: { sql: string; params: Param[] }[] = [
    warehouseId === null
      ? { sql: `m.warehouse_id <> ${transitWarehouse}`, params: [] }
      : { sql: 'm.warehouse_id = ?', params: [warehouseId] },
    ...(productId === null ? [] : [{ sql: 'm.product_id = ?', params: [productId] }]),
    ...(text === ''
      ? []
      : [
          {
            sql: `m.product_id IN (SELECT id FROM products WHERE sku LIKE ? ESCAPE '\\' OR name_en LIKE ? ESCAPE '\\'
              OR name_zh LIKE ? ESCAPE '\\')`,
            params: [pattern, pattern, pattern],
          },
        ]),
  ]
  return { sql: parts.map((part) => part.sql).join(' AND '), params: parts.flatMap((part) => part.params) }
}

function bySku(db: ReadDb, ids: readonly Id[]): Id[] {
  const sql = 'SELECT p.id FROM products p WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.sku, p.id'
  return db.raw(sql, JSON.stringify(ids)).map(([id]) => id as Id)
}

type Moved = { kind: StockDocumentKind | null; inMilli: number; outMilli: number }

/** Per product what was there before (kind null), and what each kind brought and took. */
function movedOf(db: ReadDb, input: MovementReportInput, ids: readonly Id[]): Map<Id, Moved[]> {
  const { sql, params } = condition({ ...input, search: '' })
  const rows = db.raw(
    `SELECT m.product_id, iif(m.moved_on < ?, NULL, m.kind) AS told,
       sum(max(m.qty_milli, 0)), -sum(min(m.qty_milli, 0))
     FROM json_each(?) j CROSS JOIN stock_movements m INDEXED BY stock_movements_by_product ON m.product_id = j.value
     WHERE ${sql} AND m.moved_on <= ? GROUP BY m.product_id, told`,
    ...[input.from, JSON.stringify(ids), ...params, input.to],
  ) as [Id, Moved['kind'], number, number][]
  const moved = new Map<Id, Moved[]>()
  for (const [id, kind, inMilli, outMilli] of rows) {
    moved.set(id, [...(moved.get(id) ?? []), { kind, inMilli, outMilli }])
  }
  return moved
}

type Row = MovementReport['rows'][number]

function productRow(db: ReadDb, id: Id, moved: readonly Moved[]): Row[] {
  const product = db.get<Pick<Row, 'productId' | 'sku' | 'name' | 'nameZh' | 'unit'>>(
    `SELECT id AS productId, sku, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh, unit
     FROM products WHERE id = ?`,
    id,
  )
  if (!product) return []
  const net = (some: readonly Moved[]) => some.reduce((sum, { inMilli, outMilli }) => sum + inMilli - outMilli, 0)
  const kinds = moved.flatMap(({ kind, inMilli, outMilli }): MovedByKind[] =>
    kind === null ? [] : [{ kind, in: inMilli / 1000, out: outMilli / 1000 }],
  )
  return [
    { ...product, opening: net(moved.filter(({ kind }) => kind === null)) / 1000, kinds, closing: net(moved) / 1000 },
  ]
}

type Kind = MovementReport['kinds'][number]
type Sum = Omit<Kind, 'valueIn' | 'valueOut'> & { inMinor: number; outMinor: number }

/** Values are those of the movements themselves as known today; what has none is counted. */
function kindsInAll(db: ReadDb, input: MovementReportInput): Kind[] {
  const { sql, params } = condition(input)
  const base = baseCurrency(db)
  const rows = db.all<Sum>(
    `SELECT kind, count(*) AS movements, sum(max(minor, 0)) AS inMinor, -sum(min(minor, 0)) AS outMinor,
       sum(uncosted <> 0) AS uncosted
     FROM (SELECT m.kind, sum(v.value_minor) AS minor, sum(v.uncosted_milli) AS uncosted
       FROM stock_movements m INDEXED BY stock_movements_by_day
       LEFT JOIN stock_values v INDEXED BY stock_values_by_movement ON v.movement_id = m.id
       WHERE m.moved_on BETWEEN ? AND ? AND ${sql} GROUP BY m.id)
     GROUP BY kind ORDER BY kind`,
    ...[input.from as Day, input.to as Day, ...params],
  )
  return rows.map(({ inMinor, outMinor, ...row }) => ({
    ...row,
    valueIn: minorToDecimal(inMinor ?? 0, base),
    valueOut: minorToDecimal(outMinor ?? 0, base),
  }))
}
