// The lines of a shipment with what of them lies in parcels.
import type { ReadDb } from '#main/db/database.ts'
import { packingDataOf } from '#main/services/packing/packing-data.ts'
import { packingTotals } from '#main/services/packing/packing-totals.ts'
import { shipmentLines } from '#main/services/shipments/shipment-queries.ts'
import { livingShipment } from '#main/services/shipments/shipment-rows.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { CartonMeasures, PackingLine, PackingOfShipment } from '#shared/schemas/packing.ts'

type LineOfShipment = Omit<PackingLine, 'quantity' | 'packed' | 'left' | 'piecesPerCarton' | 'carton'> & {
  qtyMilli: number
  packedMilli: number
}

/** In their order, or `shipments/not-found`. */
export function linesOfShipment(db: ReadDb, shipmentId: Id): LineOfShipment[] {
  livingShipment(db, shipmentId)
  return shipmentLines(db, shipmentId).map(
    ({ id, position, productId, sku, name, nameZh, description, unit, quantity, packed }) => ({
      ...{ lineId: id, position, productId, sku, name, nameZh, description, unit },
      ...{ qtyMilli: toMilli(quantity), packedMilli: toMilli(packed) },
    }),
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
