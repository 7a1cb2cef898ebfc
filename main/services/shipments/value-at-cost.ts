// What lies in a shipment between own places, at cost: nobody sells it there, so nothing else says what it is worth. As its goods
// left where they did, else as those that lie where it will leave from.
import type { ReadDb } from '#main/db/database.ts'
import type { ShipmentsTable } from '#main/db/tables.ts'
import { exactScale, type Scale } from '#main/domain/rates/exact-scale.ts'
import { kitShares } from '#main/services/planning/kit-shares.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'

type Line = { productId: Id | null; qtyMilli: number }
type Costed = { milli: number; valueMinor: number }

/** In minor units of base currency; null where something of it is not known. */
export type Worth = { minor: number | null; isAtCost: boolean }

/** All that a shipment holds. */
export function worthInside(db: ReadDb, shipment: ShipmentsTable): Worth {
  const { id, kind, value_base_minor: minor } = shipment
  if (kind !== 'transfer' || minor !== null) return { minor, isAtCost: false }
  const lines = db.all<Line>(
    `SELECT product_id AS productId, qty_milli AS qtyMilli FROM shipment_lines INDEXED BY shipment_lines_by_shipment
     WHERE shipment_id = ? AND deleted = 0`,
    id,
  )
  const whole = sumOf(costsOfTransfer(db, shipment, lines))
  return { minor: lines.length === 0 ? null : whole, isAtCost: true }
}

/** Null as soon as one is not known. */
export function sumOf(costs: readonly (number | null)[]): number | null {
  return costs.reduce<number | null>((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0)
}

/** By line in minor units of base currency; null where a cost is not known. Of a kit what its parts cost. */
export function costsOfTransfer(db: ReadDb, shipment: ShipmentsTable, lines: readonly Line[]): (number | null)[] {
  const left = shipment.status === 'sent' ? costsThatLeft(db, shipment.id) : new Map<Id, Costed>()
  const kits = kitShares(db)
  const scaleOf = (productId: Id): Scale | null => {
    const costed = left.get(productId) ?? costsThatLie(db, productId, shipment.warehouse_id)
    return costed.milli > 0 ? exactScale(BigInt(costed.valueMinor), BigInt(costed.milli)) : null
  }
  return lines.map(({ productId, qtyMilli }) => {
    if (productId === null) return null
    const parts = kits.get(productId) ?? [{ partId: productId, each: 1 }]
    return sumOf(parts.map(({ partId, each }) => scaleOf(partId)?.(Math.round(qtyMilli * each)) ?? null))
  })
}

/** By product: what of it left whose cost is known, and that cost. */
function costsThatLeft(db: ReadDb, shipmentId: Id): Map<Id, Costed> {
  const rows = db.all<Costed & { productId: Id }>(
    `SELECT m.product_id AS productId, -sum(iif(v.cause = 'variance', 0, v.qty_milli - v.uncosted_milli)) AS milli,
       -sum(v.value_minor) AS valueMinor
     FROM stock_documents d INDEXED BY stock_documents_by_shipment
     CROSS JOIN stock_movements m INDEXED BY stock_movements_by_document
       ON m.document_id = d.id AND m.warehouse_id <> ${transitWarehouse} AND m.qty_milli < 0 AND m.reverses_id IS NULL
     CROSS JOIN stock_values v INDEXED BY stock_values_by_movement ON v.movement_id = m.id
     WHERE d.shipment_id = ? AND d.deleted = 0 AND d.kind = 'transfer' GROUP BY m.product_id`,
    shipmentId,
  )
  return new Map(rows.map(({ productId, ...costed }) => [productId, costed]))
}

function costsThatLie(db: ReadDb, productId: Id, warehouseId: Id | null): Costed {
  const none = { milli: 0, valueMinor: 0 }
  const row = db.get<Costed>(
    `SELECT on_hand_milli - uncosted_milli AS milli, value_minor AS valueMinor FROM stock_balances
     WHERE product_id = ? AND warehouse_id = ? AND value_minor IS NOT NULL AND on_hand_milli > uncosted_milli`,
    productId,
    warehouseId,
  )
  return row ?? none
}
