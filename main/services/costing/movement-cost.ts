// How the cost of one movement was found: which goods it moved at what cost, and what changed that later.
import type { ReadDb } from '#main/db/database.ts'
import type { CostRun } from '#main/domain/costing/cost-types.ts'
import { replayCosts } from '#main/domain/costing/replay-costs.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { historySource } from '#main/services/costing/cost-history.ts'
import { averageCost, shownValue } from '#main/services/costing/shown-values.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import type { MovementCost } from '#shared/schemas/costing-reports.ts'

type Movement = { productId: Id; sku: string; unit: string; kind: string; on: string; qtyMilli: number }

export function movementCost(db: ReadDb, movementId: Id): MovementCost {
  const movement = db.get<Movement>(
    `SELECT m.product_id AS productId, p.sku, p.unit, m.kind, m.moved_on AS "on", m.qty_milli AS qtyMilli
     FROM stock_movements m JOIN products p ON p.id = m.product_id WHERE m.id = ?`,
    movementId,
  )
  if (!movement) throw new AppError('stock/movement-not-found')
  const base = baseCurrency(db)
  const source = historySource(db)
  const run = replayCosts(source.historyOf(movement.productId))
  const rows = run.rows.filter(({ entryId }) => entryId === movementId)
  const sign = Math.sign(movement.qtyMilli)
  const sum = {
    qtyMilli: sign * movement.qtyMilli,
    valueMinor: sign * rows.reduce((total, { valueMinor }) => total + valueMinor, 0) || 0,
    uncostedMilli: sign * rows.reduce((total, { uncostedMilli }) => total + uncostedMilli, 0) || 0,
  }
  const { qtyMilli, ...told } = movement
  return {
    movementId,
    ...told,
    quantity: qtyMilli / 1000,
    value: shownValue(sum, base),
    unitCost: averageCost(sum, base),
    uncosted: sum.uncostedMilli / 1000,
    method: source.method,
    basis: run.bases.get(movementId) ?? 'unknown',
    baseCurrency: base,
    goods: goodsOf(db, run, { movementId, base }),
    changes: rows.map(({ cause, on, valueMinor, uncostedMilli }) => ({
      ...{ cause, on, value: minorToDecimal(valueMinor, base), uncosted: uncostedMilli / 1000 },
    })),
  }
}

type Shown = { movementId: Id; base: string }

/** The layers that a movement out took, in the order in which it took them. */
function goodsOf(db: ReadDb, { issueCosts }: CostRun, { movementId, base }: Shown): MovementCost['goods'] {
  const parcels = issueCosts.filter(({ entryId }) => entryId === movementId)
  const rows = db.raw(
    `SELECT m.id, d.number FROM json_each(?) j JOIN stock_movements m ON m.id = j.value
     JOIN stock_documents d ON d.id = m.document_id`,
    JSON.stringify(parcels.map(({ layerId }) => layerId)),
  ) as [Id, string][]
  const numbers = new Map(rows)
  return parcels.map(({ layerId, on, qtyMilli, valueMinor }) => ({
    movementId: layerId === 0 ? null : layerId,
    on,
    documentNumber: numbers.get(layerId) ?? '',
    // Issued before it was there: nothing but the last known cost stands behind it.
    isShort: layerId === movementId,
    quantity: qtyMilli / 1000,
    value: minorText(valueMinor, base),
    unitCost: valueMinor === null ? null : averageCost({ qtyMilli, valueMinor, uncostedMilli: 0 }, base),
  }))
}
