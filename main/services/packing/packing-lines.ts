// The lines of a shipment with what of them lies in parcels.
import type { ReadDb } from '#main/db/database.ts'
import { packingDataOf } from '#main/services/packing/packing-data.ts'
import { packingTotals } from '#main/services/packing/packing-totals.ts'
import { livingShipment } from '#main/services/shipments/shipment-rows.ts'
import type { Id } from '#shared/ids.ts'
import type { CartonMeasures, PackingLine, PackingOfShipment } from '#shared/schemas/packing.ts'

export type LineOfShipment = {
  lineId: Id
  position: number
  productId: Id | null
  sku: string
  name: string
  nameZh: string
  description: string
  unit: string
  qtyMilli: number
  packedMilli: number
}

/** In their order, or `shipments/not-found`. */
export function linesOfShipment(db: ReadDb, shipmentId: Id): LineOfShipment[] {
  livingShipment(db, shipmentId)
  return db.all<LineOfShipment>(
    `SELECT l.id AS lineId, l.position, l.product_id AS productId, coalesce(p.sku, '') AS sku,
       coalesce(nullif(p.name_en, ''), p.name_zh, '') AS name, coalesce(p.name_zh, '') AS nameZh, l.description,
       coalesce(p.unit, '') AS unit, l.qty_milli AS qtyMilli,
       (SELECT coalesce(sum(x.qty_milli), 0) FROM parcel_lines x INDEXED BY parcel_lines_by_line
        JOIN parcels b ON b.id = x.parcel_id AND b.deleted = 0 WHERE x.line_id = l.id AND x.deleted = 0) AS packedMilli
     FROM live_shipment_lines l LEFT JOIN products p ON p.id = l.product_id
     WHERE l.shipment_id = ? ORDER BY l.position, l.id`,
    shipmentId,
  )
}

/** What is packed and what is not, and what the parcels come to. */
export function packingOfShipment(db: ReadDb, shipmentId: Id): PackingOfShipment {
  const lines = linesOfShipment(db, shipmentId)
  const data = packingDataOf(
    db,
    lines.flatMap(({ productId }) => productId ?? []),
  )
  return {
    lines: lines.map(({ qtyMilli, packedMilli, ...line }): PackingLine => {
      const packing = line.productId === null ? undefined : data.get(line.productId)
      const [lengthMm, widthMm, heightMm] = packing?.carton ?? [null, null, null]
      return {
        ...line,
        quantity: qtyMilli / 1000,
        packed: packedMilli / 1000,
        left: (qtyMilli - packedMilli) / 1000,
        piecesPerCarton: packing?.piecesPerCarton ?? null,
        carton: packing
          ? { lengthMm, widthMm, heightMm, netGrams: packing.cartonNetGrams, grossGrams: packing.cartonGrossGrams }
          : null,
      }
    }),
    totals: packingTotals(db, measuresOf(db, shipmentId), livingShipment(db, shipmentId).service_id),
  }
}

export function measuresOf(db: ReadDb, shipmentId: Id): CartonMeasures[] {
  return db.all<CartonMeasures>(
    `SELECT pieces, length_mm AS lengthMm, width_mm AS widthMm, height_mm AS heightMm, net_grams AS netGrams,
       gross_grams AS grossGrams FROM live_parcels WHERE shipment_id = ? ORDER BY position, id`,
    shipmentId,
  )
}
