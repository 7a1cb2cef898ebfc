// Charges of shipments to and from customers as costs of their orders: the actual, until it is there the estimate, never both.
// Shared to the last cent (largest remainder), own currency and base each by itself. What is right already is not written, so
// it may be called after anything.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import type { SalesCostsTable, ShipmentChargesTable } from '#main/db/tables.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { type OrderShares, orderShares } from '#main/services/charges/order-shares.ts'
import type { Id } from '#shared/ids.ts'
import { allocateMinor } from '#shared/money.ts'
import type { SalesCostKind } from '#shared/schemas/sales-costs.ts'
import type { ChargeKind } from '#shared/schemas/shipment-words.ts'

const kinds: Readonly<Record<ChargeKind, SalesCostKind>> = {
  freight: 'freight',
  fuel: 'freight',
  pickup: 'freight',
  return: 'freight',
  packing: 'packing',
  storage: 'storage',
  duty: 'duty',
  tax: 'tax',
  insurance: 'other',
  customs: 'other',
  handling: 'other',
  destruction: 'other',
  other: 'other',
}

/** Shipments whose charges are costs of orders. */
export const isBorneByOrders = (kind: string): boolean => kind === 'order' || kind === 'return'

type Charge = ShipmentChargesTable & { shipmentKind: string; status: string; startOn: string | null; gone: number }

export function postShipmentCosts(tx: WriteTx, shipmentIds: readonly Id[]): void {
  const charges = chargesOf(tx, shipmentIds)
  if (charges.length === 0) return
  const shares = orderShares(tx, [...new Set(charges.map(({ shipment_id }) => shipment_id))])
  const today = bookToday(tx, tx.now)
  const known = Map.groupBy(costsOf(tx, charges), ({ charge_id }) => charge_id)
  for (const charge of charges) {
    const before = known.get(charge.id) ?? []
    keepCosts(tx, before, wantedCosts(charge, shares.get(charge.shipment_id), before[0]?.incurred_on ?? today))
  }
}

/** Deleted ones too: what they had become goes. */
function chargesOf(db: ReadDb, shipmentIds: readonly Id[]): Charge[] {
  return db.all<Charge>(
    `SELECT c.*, s.kind AS shipmentKind, s.status, coalesce(s.sent_on, s.booked_on) AS startOn, s.deleted AS gone
     FROM json_each(?) j CROSS JOIN shipment_charges c INDEXED BY shipment_charges_by_shipment ON c.shipment_id = j.value
     CROSS JOIN shipments s ON s.id = c.shipment_id ORDER BY c.shipment_id, c.position, c.id`,
    JSON.stringify(shipmentIds),
  )
}

function costsOf(db: ReadDb, charges: readonly Charge[]): SalesCostsTable[] {
  return db.all<SalesCostsTable>(
    `SELECT r.* FROM json_each(?) j CROSS JOIN sales_costs r INDEXED BY sales_costs_by_charge ON r.charge_id = j.value
     WHERE r.charge_id IS NOT NULL AND r.deleted = 0 ORDER BY r.charge_id, r.id`,
    JSON.stringify(charges.map(({ id }) => id)),
  )
}

type Cost = Record<string, Param> & { order_id: Id }

/** `usualDay`: where neither the bill nor the shipment has a day. */
function wantedCosts(charge: Charge, shares: OrderShares | undefined, usualDay: string): Cost[] {
  const isEstimate = charge.actual_minor === null
  const isBorne = charge.deleted === 0 && charge.gone === 0 && isBorneByOrders(charge.shipmentKind)
  // A shipment that never was sent costs what was billed for it, and nothing that was only expected.
  if (!isBorne || !shares || (isEstimate && charge.status === 'cancelled')) return []
  const minor = (isEstimate ? charge.estimate_minor : charge.actual_minor) ?? 0
  const baseMinor = isEstimate ? charge.estimate_base_minor : charge.actual_base_minor
  const measures = shares.orders.map(({ measure }) => measure)
  const own = allocateMinor(minor, measures) ?? []
  // An order whose share is too small for a row bears nothing in base currency either.
  const bearing = measures.map((measure, at) => (own[at] ? measure : '0'))
  const base = baseMinor === null ? null : allocateMinor(baseMinor, bearing)
  return shares.orders.flatMap(({ id, channel }, at): Cost[] => {
    if (!own[at]) return []
    return [
      {
        ...{ order_id: id, channel, kind: kinds[charge.kind as ChargeKind], amount_minor: own[at] },
        incurred_on: (isEstimate ? null : charge.billed_on) ?? charge.startOn ?? usualDay,
        currency: isEstimate ? charge.estimate_currency : charge.actual_currency,
        rate: isEstimate ? charge.estimate_rate : charge.actual_rate,
        rate_on: isEstimate ? charge.estimate_rate_on : charge.actual_rate_on,
        ...{ base_minor: base?.[at] ?? null, is_estimate: isEstimate ? 1 : 0, party_id: charge.party_id },
        ...{ reference: charge.reference, charge_id: charge.id },
      },
    ]
  })
}

/** One row an order; a second one, as a merge may bring it, goes. */
function keepCosts(tx: WriteTx, before: readonly SalesCostsTable[], wanted: readonly Cost[]): void {
  const used = new Set<Id>()
  for (const cost of wanted) {
    const own = before.find(({ id, order_id }) => order_id === cost.order_id && !used.has(id))
    if (!own) {
      tx.insert('sales_costs', cost)
      continue
    }
    used.add(own.id)
    const stored = own as unknown as Record<string, Param>
    if (Object.keys(cost).some((name) => (cost[name] ?? null) !== stored[name])) tx.update('sales_costs', own.id, cost)
  }
  for (const { id } of before) {
    if (!used.has(id)) tx.update('sales_costs', id, { deleted: 1 })
  }
}
