// What a shipment would cost by each service: its parcels, to where it goes. Choosing one sets carrier and service and writes
// down what it should cost.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { ShipmentsTable } from '#main/db/tables.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { priceService, quoteFreight } from '#main/services/carriers/quote-freight.ts'
import { carrierServiceRows } from '#main/services/carriers/service-list.ts'
import { livingService } from '#main/services/carriers/service-rows.ts'
import { estimateFreight } from '#main/services/charges/charge-commands.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { livingShipment, shipmentFor } from '#main/services/shipments/shipment-rows.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { SurchargeKind } from '#shared/schemas/carriers.ts'
import type { FreightQuote, QuotedPiece, QuoteInput } from '#shared/schemas/freight-quotes.ts'

type AskedOfShipment = { shipmentId: Id; on?: Day | undefined; requests: SurchargeKind[]; sort: 'price' | 'days' }

export function quoteShipment(db: ReadDb, { shipmentId, ...asked }: AskedOfShipment): FreightQuote {
  return quoteFreight(db, { ...goodsOf(db, livingShipment(db, shipmentId)), ...asked })
}

/** Its parcels and its address as a quote is asked; `carriers/nothing-to-quote` without a parcel or a country. */
export function goodsOf(
  db: ReadDb,
  shipment: ShipmentsTable,
): Pick<QuoteInput, 'pieces' | 'country' | 'postalCode' | 'fromCountry'> {
  const country = countryOf(db, shipment)
  const pieces = piecesOf(db, shipment)
  if (country === '') throw new AppError('carriers/no-country', { number: shipment.number })
  if (pieces.length === 0) throw new AppError('carriers/nothing-to-quote', { number: shipment.number })
  return { pieces, country, postalCode: shipment.ship_to_postal_code, fromCountry: shipment.from_country }
}

/** A transfer goes where its place is; what comes in, to the place that it comes in at. */
function countryOf(db: ReadDb, { kind, ship_to_country, warehouse_id, to_warehouse_id }: ShipmentsTable): string {
  const placeId = kind === 'transfer' ? to_warehouse_id : kind === 'order' || kind === 'other' ? null : warehouse_id
  if (ship_to_country !== '' || placeId === null) return ship_to_country
  return db.get<{ country: string }>('SELECT country FROM warehouses WHERE id = ?', placeId)?.country ?? ''
}

/** Without parcels the weight that was told, whose sides nobody knows. */
function piecesOf(db: ReadDb, { id, told_grams }: ShipmentsTable): QuotedPiece[] {
  const rows = db.all<QuotedPiece>(
    `SELECT length_mm AS lengthMm, width_mm AS widthMm, height_mm AS heightMm, nullif(gross_grams, 0) AS grams, pieces
     FROM live_parcels WHERE shipment_id = ? ORDER BY position, id`,
    id,
  )
  if (rows.length > 0 || !told_grams) return rows
  return [{ lengthMm: null, widthMm: null, heightMm: null, grams: told_grams, pieces: 1 }]
}

type Choice = { shipmentId: Id; serviceId: Id; on?: Day | undefined; requests: SurchargeKind[] }

/** Gives the charge that was written. `carriers/service-refuses` with the reason where it cannot take the shipment. */
export function chooseService(tx: WriteTx, { shipmentId, serviceId, on, requests }: Choice): { chargeId: Id } {
  const shipment = shipmentFor(tx, 'edit', shipmentId)
  livingService(tx, serviceId)
  const [service] = carrierServiceRows(tx, [serviceId])
  if (!service) throw new AppError('carriers/service-not-found')
  const day = on ?? bookToday(tx, tx.now)
  const asked = { ...goodsOf(tx, shipment), on: day, requests, sort: 'price' as const }
  const { shown, totalMinor, currency } = priceService(tx, service, asked)
  if (totalMinor === null || currency === null || shown.price === null)
    throw new AppError('carriers/service-refuses', { name: service.name, why: shown.refusal ?? '' })
  tx.update('shipments', shipmentId, {
    ...{ carrier_id: service.carrierId, service_id: serviceId, mode: service.mode || shipment.mode },
    chargeable_grams: shown.weight?.chargeableGrams ?? shipment.chargeable_grams,
  })
  const parts = shown.price.parts.map(({ amount }) => amount).join(' + ')
  const note = `${[service.name, shown.price.zone].filter(Boolean).join(', ')}: ${parts} ${currency}`
  const chargeId = estimateFreight(tx, {
    shipmentId,
    partyId: service.carrierId,
    minor: totalMinor,
    currency,
    on: day,
    note,
  })
  settleShipments(tx, [shipmentId])
  return { chargeId }
}
