// The products that are bought, with what buying them asks for.
import type { ReadDb } from '#main/db/database.ts'
import { type PackedProduct, unitMeasures } from '#main/domain/inventory/replenishment/supplier-totals.ts'
import type { Id } from '#shared/ids.ts'

export type PlannedProduct = {
  id: Id
  sku: string
  name: string
  nameZh: string
  unit: string
  status: string
  supplierId: Id | null
  reorderMilli: number | null
  moqMilli: number | null
  multipleMilli: number | null
  leadDays: number | null
  costMicros: number | null
  costCurrency: string | null
  /** Of one unit on the way. */
  unitGrams: number | null
  unitMm3: number | null
}

type Row = Omit<PlannedProduct, 'unitGrams' | 'unitMm3'> & PackedProduct & { piecesPerCarton: number | null }

/** No families, which only group others; no kits with parts, whose parts are bought; nothing discontinued or archived. */
export function plannedProducts(db: ReadDb, products?: readonly Id[]): PlannedProduct[] {
  const chosen = products ? ' AND p.id IN (SELECT value FROM json_each(?))' : ''
  const rows = db.all<Row>(
    `SELECT p.id, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit, p.status,
       p.supplier_id AS supplierId, p.reorder_milli AS reorderMilli, nullif(p.moq_milli, 0) AS moqMilli,
       p.order_multiple_milli AS multipleMilli, p.lead_time_days AS leadDays, p.cost_micros AS costMicros,
       p.cost_currency AS costCurrency, p.pieces_per_carton AS piecesPerCarton,
       p.carton_gross_grams AS cartonGrossGrams, p.gross_weight_grams AS unitGrossGrams,
       p.carton_length_mm * p.carton_width_mm * p.carton_height_mm AS cartonMm3,
       p.length_mm * p.width_mm * p.height_mm AS unitMm3
     FROM products p WHERE p.deleted = 0 AND p.archived = 0 AND p.status <> 'discontinued'
       AND (p.kind = 'single' OR (p.kind = 'kit' AND NOT EXISTS (
         SELECT 1 FROM kit_parts k INDEXED BY kit_parts_by_kit WHERE k.kit_id = p.id AND k.deleted = 0)))${chosen}`,
    ...(products ? [JSON.stringify(products)] : []),
  )
  return rows.map(({ cartonGrossGrams, unitGrossGrams, cartonMm3, unitMm3, piecesPerCarton, ...row }) => ({
    ...row,
    // Suppliers pack whole cartons: where no multiple was agreed, a carton is one.
    multipleMilli: row.multipleMilli ?? (piecesPerCarton === null ? null : piecesPerCarton * 1000),
    ...unitMeasures({
      cartonGrossGrams,
      unitGrossGrams,
      cartonMm3: known(cartonMm3),
      unitMm3: known(unitMm3),
      piecesPerCarton,
    }),
  }))
}

/** A measure of 0 is one that nobody took. */
function known(measure: number | null): number | null {
  return measure === 0 ? null : measure
}
