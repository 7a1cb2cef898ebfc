// What stands behind the value of one product: the layers that are left, and what changed its value last.
import type { ReadDb } from '#main/db/database.ts'
import type { CostHistory, Layer } from '#main/domain/costing/cost-types.ts'
import { replayCosts } from '#main/domain/costing/replay-costs.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { historySource } from '#main/services/costing/cost-history.ts'
import { averageCost, shownValue } from '#main/services/costing/shown-values.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import type { ValuationItem } from '#shared/schemas/costing-reports.ts'

type Question = { productId: Id; warehouseId: Id | null; on: Day | null }

const mostChanges = 50

export function valuationItem(db: ReadDb, { productId, warehouseId, on }: Question): ValuationItem {
  const product = db.get<{ sku: string; name: string; nameZh: string; unit: string }>(
    `SELECT sku, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh, unit FROM products WHERE id = ?`,
    productId,
  )
  if (!product) throw new AppError('catalog/product-not-found')
  const base = baseCurrency(db)
  const source = historySource(db)
  const day = on ?? lastDay
  const sum = sumOf(db, { productId, warehouseId, day })
  const layers = layersOf(upTo(source.historyOf(productId), day), warehouseId)
  const changes = changesOf(db, { productId, warehouseId, day }, base)
  return {
    productId,
    ...product,
    quantity: sum.qtyMilli / 1000,
    value: shownValue(sum, base),
    averageCost: averageCost(sum, base),
    uncosted: sum.uncostedMilli / 1000,
    method: source.method,
    baseCurrency: base,
    on: on ?? bookToday(db, db.now),
    layers: shownLayers(db, layers, base),
    changes,
    changeCount: countChanges(db, { productId, warehouseId, day }),
  }
}

const lastDay = '9999-12-31' as Day

/** As the ledger stood on the day: what came later, goods or costs, is not there. */
function upTo({ method, entries, lateCosts = [] }: CostHistory, day: Day): CostHistory {
  return {
    method,
    entries: entries.filter((entry) => entry.on <= day),
    lateCosts: lateCosts.filter((cost) => cost.on <= day),
  }
}

type PlacedLayer = Layer & { warehouseId: Id }

function layersOf(history: CostHistory, warehouseId: Id | null): PlacedLayer[] {
  const { places } = replayCosts(history).state
  return places
    .filter((place) => warehouseId === null || place.warehouseId === warehouseId)
    .flatMap((place) => place.layers.map((layer) => ({ ...layer, warehouseId: place.warehouseId })))
}

type Asked = { productId: Id; warehouseId: Id | null; day: Day }

const rowsOf = ({ productId, warehouseId, day }: Asked) => ({
  where: `v.product_id = ? AND v.valued_on <= ?${warehouseId === null ? '' : ' AND v.warehouse_id = ?'}`,
  params: [productId, day, ...(warehouseId === null ? [] : [warehouseId])],
})

type Sum = { qtyMilli: number; valueMinor: number; uncostedMilli: number }

function sumOf(db: ReadDb, asked: Asked): Sum {
  const { where, params } = rowsOf(asked)
  const row = db.get<Sum>(
    `SELECT coalesce(sum(qty_milli), 0) AS qtyMilli, coalesce(sum(value_minor), 0) AS valueMinor,
       coalesce(sum(uncosted_milli), 0) AS uncostedMilli FROM stock_values v WHERE ${where}`,
    ...params,
  )
  return row ?? { qtyMilli: 0, valueMinor: 0, uncostedMilli: 0 }
}

type ChangeRow = Omit<ValuationItem['changes'][number], 'value' | 'quantity' | 'uncosted'> & {
  qtyMilli: number
  valueMinor: number
  uncostedMilli: number
}

function changesOf(db: ReadDb, asked: Asked, base: string): ValuationItem['changes'] {
  const { where, params } = rowsOf(asked)
  const rows = db.all<ChangeRow>(
    `SELECT v.movement_id AS movementId, v.valued_on AS "on", v.cause, v.kind, w.name AS warehouse,
       coalesce(d.number, '') AS documentNumber, v.qty_milli AS qtyMilli, v.value_minor AS valueMinor,
       v.uncosted_milli AS uncostedMilli
     FROM stock_values v JOIN warehouses w ON w.id = v.warehouse_id JOIN stock_movements m ON m.id = v.movement_id
     LEFT JOIN stock_documents d ON d.id = m.document_id
     WHERE ${where} ORDER BY v.valued_on DESC, v.movement_id DESC, v.cause LIMIT ${mostChanges}`,
    ...params,
  )
  return rows.map(({ qtyMilli, valueMinor, uncostedMilli, ...row }) => ({
    ...row,
    quantity: qtyMilli / 1000,
    value: minorToDecimal(valueMinor, base),
    uncosted: uncostedMilli / 1000,
  }))
}

function countChanges(db: ReadDb, asked: Asked): number {
  const { where, params } = rowsOf(asked)
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM stock_values v WHERE ${where}`, ...params)?.n ?? 0
}

function shownLayers(db: ReadDb, layers: readonly PlacedLayer[], base: string): ValuationItem['layers'] {
  const numbers = lookUp(
    db,
    `SELECT m.id, d.number FROM json_each(?) j JOIN stock_movements m ON m.id = j.value
     JOIN stock_documents d ON d.id = m.document_id`,
    layers.map(({ layerId }) => layerId),
  )
  const places = lookUp(
    db,
    'SELECT w.id, w.name FROM json_each(?) j JOIN warehouses w ON w.id = j.value',
    layers.map(({ warehouseId }) => warehouseId),
  )
  const batches = lookUp(
    db,
    'SELECT b.id, b.code FROM json_each(?) j JOIN batches b ON b.id = j.value',
    layers.flatMap(({ batchId }) => (batchId === null ? [] : [batchId])),
  )
  return layers.map(({ warehouseId, layerId, on, batchId, qtyMilli, valueMinor }) => ({
    warehouseId,
    warehouse: places.get(warehouseId) ?? '',
    movementId: layerId === 0 ? null : layerId,
    on,
    documentNumber: numbers.get(layerId) ?? '',
    batch: batchId === null ? '' : (batches.get(batchId) ?? ''),
    quantity: qtyMilli / 1000,
    value: minorText(valueMinor, base),
    unitCost: valueMinor === null ? null : averageCost({ qtyMilli, valueMinor, uncostedMilli: 0 }, base),
  }))
}

function lookUp(db: ReadDb, sql: string, ids: readonly Id[]): Map<Id, string> {
  return new Map(db.raw(sql, JSON.stringify([...new Set(ids)])) as [Id, string][])
}
