// What a seller does with charges of shipments. Each writes the charge, and what follows from it: costs of the shipment's orders,
// and a landed cost that does not hold any more is taken back.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import type { ShipmentChargesTable, ShipmentsTable } from '#main/db/tables.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { nextChargePosition } from '#main/services/charges/charge-position.ts'
import { takeBackLanded } from '#main/services/charges/landed-charges.ts'
import { postShipmentCosts } from '#main/services/charges/post-shipment-costs.ts'
import { baseConverter, documentRate } from '#main/services/rates/document-rate.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { livingShipment } from '#main/services/shipments/shipment-rows.ts'
import { asDay, type Day } from '#shared/dates.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { typedMinor } from '#shared/money.ts'
import type { ChargeInput } from '#shared/schemas/charges.ts'

export function addCharge(tx: WriteTx, shipmentId: Id, charge: ChargeInput): Id {
  const shipment = livingShipment(tx, shipmentId)
  const id = tx.insert('shipment_charges', {
    shipment_id: shipmentId,
    position: nextChargePosition(tx, shipmentId),
    ...columnsOf(tx, charge, { shipment }),
  })
  followCharges(tx, [shipmentId])
  return id
}

/** `tookBack`: a landed cost of the charge as it was before. */
export function editCharge(tx: WriteTx, id: Id, charge: ChargeInput): { tookBack: boolean } {
  const before = livingCharge(tx, id)
  const shipment = livingShipment(tx, before.shipment_id)
  const values = columnsOf(tx, charge, { shipment, before })
  const stored = before as unknown as Record<string, Param>
  const changed = Object.keys(values).filter((name) => values[name] !== stored[name])
  if (changed.length === 0) return { tookBack: false }
  tx.update('shipment_charges', id, values)
  const isOther = costOf(stored).some((part, at) => part !== costOf(values)[at])
  const tookBack = isOther && takeBackLanded(tx, id) > 0
  followCharges(tx, [shipment.id])
  return { tookBack }
}

/** Takes charges to the bin, all or none; what they became goes with them. */
export function removeCharges(tx: WriteTx, ids: readonly Id[]): void {
  const shipments = ids.map((id) => {
    const { shipment_id } = livingCharge(tx, id)
    takeBackLanded(tx, id)
    tx.update('shipment_charges', id, { deleted: 1 })
    return shipment_id
  })
  followCharges(tx, [...new Set(shipments)])
}

/** After charges of these shipments were written: costs of their orders, and their own sums. */
export function followCharges(tx: WriteTx, shipmentIds: readonly Id[]): void {
  postShipmentCosts(tx, shipmentIds)
  settleShipments(tx, shipmentIds)
}

type Estimate = { shipmentId: Id; partyId: Id; minor: number; currency: string; on: Day; note: string }

/** The estimate of a quote that was chosen, in the place of the estimate before; what was billed already stays beside it. */
export function estimateFreight(tx: WriteTx, { shipmentId, partyId, minor, currency, on, note }: Estimate): Id {
  const own = tx.get<{ id: Id }>(
    `SELECT id FROM live_shipment_charges WHERE shipment_id = ? AND kind = 'freight' AND actual_minor IS NULL
     ORDER BY position, id LIMIT 1`,
    shipmentId,
  )
  const rate = rated(tx, { currency, minor, on, rate: '', before: null })
  const values = { party_id: partyId, note, ...named('estimate', rate) }
  if (own) {
    tx.update('shipment_charges', own.id, values)
    takeBackLanded(tx, own.id)
  }
  const position = nextChargePosition(tx, shipmentId)
  const id = own?.id ?? tx.insert('shipment_charges', { shipment_id: shipmentId, position, kind: 'freight', ...values })
  followCharges(tx, [shipmentId])
  return id
}

function livingCharge(db: ReadDb, id: Id): ShipmentChargesTable {
  const row = db.get<ShipmentChargesTable>('SELECT * FROM live_shipment_charges WHERE id = ?', id)
  if (!row) throw new AppError('charges/not-found')
  return row
}

/** What orders and stock bear of a charge: the actual where it is there. */
function costOf(row: Readonly<Record<string, Param>>): Param[] {
  const side = row.actual_minor === null ? 'estimate' : 'actual'
  return [row.kind, ...['minor', 'currency', 'rate', 'base_minor'].map((name) => row[`${side}_${name}`])].map(
    (value) => value ?? null,
  )
}

type Frame = { shipment: ShipmentsTable; before?: ShipmentChargesTable }

function columnsOf(tx: WriteTx, charge: ChargeInput, { shipment, before }: Frame): Record<string, Param> {
  if (charge.partyId !== null && charge.partyId !== before?.party_id) {
    if (!tx.get('SELECT 1 FROM live_parties WHERE id = ?', charge.partyId))
      throw new AppError('parties/not-found', { field: 'partyId' })
  }
  const today = bookToday(tx, tx.now)
  const sentOn = shipment.sent_on ?? shipment.booked_on
  const estimatedOn = before?.estimate_rate_on ?? sentOn ?? today
  const billedOn = charge.billedOn ?? before?.actual_rate_on ?? sentOn ?? today
  return {
    ...{ kind: charge.kind, party_id: charge.partyId, billed_on: charge.billedOn },
    ...{ reference: charge.reference, note: charge.note },
    ...sideOf(tx, 'estimate', { money: charge.estimate, on: asDay(estimatedOn), before }),
    ...sideOf(tx, 'actual', { money: charge.actual, on: asDay(billedOn), before }),
  }
}

type Side = 'estimate' | 'actual'
type Told = { money: ChargeInput['estimate']; on: Day; before: ShipmentChargesTable | undefined }

function sideOf(tx: WriteTx, side: Side, { money, on, before }: Told): Record<string, Param> {
  if (money === null) return named(side, null)
  const { currency, rate } = money
  const minor = atField(`charge.${side}.amount`, () => typedMinor(money.amount, currency))
  const kept = before && {
    currency: before[`${side}_currency`] ?? '',
    rate: before[`${side}_rate`],
    rate_on: before[`${side}_rate_on`],
  }
  // A rate belongs to its day: one of another day is looked up anew.
  const own = kept && (kept.rate_on === null || kept.rate_on === on || side === 'estimate') ? kept : null
  return named(side, rated(tx, { currency, minor, on, rate, before: own }))
}

type Rated = { minor: number; currency: string; rate: string | null; rateOn: string | null; baseMinor: number | null }
type RateBefore = { currency: string; rate: string | null; rate_on: string | null } | null

function rated(
  db: ReadDb,
  { currency, minor, on, rate, before }: { currency: string; minor: number; on: Day; rate: string; before: RateBefore },
): Rated {
  const base = baseCurrency(db)
  const found = documentRate(db, { currency, rate, orderedOn: on }, { base, before })
  return {
    minor,
    currency,
    rate: found.rate,
    rateOn: found.rateOn,
    baseMinor: baseConverter(currency, base, found.rate)(minor),
  }
}

function named(side: Side, money: Rated | null): Record<string, Param> {
  return {
    [`${side}_minor`]: money?.minor ?? null,
    [`${side}_currency`]: money?.currency ?? null,
    [`${side}_rate`]: money?.rate ?? null,
    [`${side}_rate_on`]: money?.rateOn ?? null,
    [`${side}_base_minor`]: money?.baseMinor ?? null,
  }
}
