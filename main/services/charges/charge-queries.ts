// Charges of a shipment with their variance, and what each became.
import type { ReadDb } from '#main/db/database.ts'
import type { ShipmentChargesTable } from '#main/db/tables.ts'
import { chargeVariance, type SideMoney, varianceOf } from '#main/domain/carriers/charge-variance.ts'
import { freightRatio } from '#main/domain/packing/freight-ratio.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bringsGoods, landedOf, receiptsOfShipment } from '#main/services/charges/landed-charges.ts'
import { orderShares } from '#main/services/charges/order-shares.ts'
import { isBorneByOrders } from '#main/services/charges/post-shipment-costs.ts'
import { livingShipment } from '#main/services/shipments/shipment-rows.ts'
import { type Worth, worthInside } from '#main/services/shipments/value-at-cost.ts'
import { roundDecimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'
import type { ChargePosting, FreightShare, ShipmentCharge, ShipmentCharges } from '#shared/schemas/charges.ts'
import type { ChargeKind } from '#shared/schemas/shipment-words.ts'

type Row = ShipmentChargesTable & { party: string; partyZh: string }

export function chargesOfShipment(db: ReadDb, shipmentId: Id): ShipmentCharges {
  const shipment = livingShipment(db, shipmentId)
  const { kind } = shipment
  const base = baseCurrency(db)
  const rows = db.all<Row>(
    `SELECT c.*, coalesce(p.name, '') AS party, coalesce(p.name_zh, '') AS partyZh
     FROM shipment_charges c INDEXED BY shipment_charges_by_shipment LEFT JOIN parties p ON p.id = c.party_id
     WHERE c.shipment_id = ? AND c.deleted = 0 ORDER BY c.position, c.id`,
    shipmentId,
  )
  const isOfOrders = isBorneByOrders(kind)
  const by = isOfOrders ? orderShares(db, [shipmentId]).get(shipmentId)?.by : undefined
  const posting = (row: Row) => (isOfOrders ? ofOrders(db, row, by ?? 'equally', base) : landed(db, row))
  return {
    shipmentId,
    baseCurrency: base,
    charges: rows.map((row) => shownCharge(row, base, posting(row))),
    totals: totalsOf(rows, base),
    freight: freightShare(rows, worthInside(db, shipment), base),
    becomes: isOfOrders && by !== undefined ? 'orders' : bringsGoods(kind) ? 'landed' : 'nothing',
    receipts: bringsGoods(kind) ? receiptsOfShipment(db, shipmentId) : [],
  }
}

function shownCharge(row: Row, base: string, posting: ChargePosting | null): ShipmentCharge {
  const variance = chargeVariance(sideOf(row, 'estimate'), sideOf(row, 'actual'), base)
  return {
    ...{ id: row.id, shipmentId: row.shipment_id, kind: row.kind as ChargeKind, partyId: row.party_id },
    ...{ party: row.party, partyZh: row.partyZh, billedOn: row.billed_on, reference: row.reference, note: row.note },
    estimate: shownSide(row, 'estimate', base),
    actual: shownSide(row, 'actual', base),
    variance: variance && {
      ...{ currency: variance.currency, percent: variance.percent },
      amount: minorToDecimal(variance.minor, variance.currency),
    },
    posting,
  }
}

type Side = 'estimate' | 'actual'

function sideOf(row: ShipmentChargesTable, side: Side): SideMoney | null {
  const minor = row[`${side}_minor`]
  const currency = row[`${side}_currency`]
  return minor === null || currency === null ? null : { minor, currency, baseMinor: row[`${side}_base_minor`] }
}

function shownSide(row: ShipmentChargesTable, side: Side, base: string): ShipmentCharge['estimate'] {
  const money = sideOf(row, side)
  if (!money) return null
  return {
    ...{ amount: minorToDecimal(money.minor, money.currency), currency: money.currency },
    ...{ rate: row[`${side}_rate`], rateOn: row[`${side}_rate_on`], base: minorText(money.baseMinor, base) },
  }
}

/** The variance is over the charges that have both; where one of these has no rate nobody knows it. */
function totalsOf(rows: readonly ShipmentChargesTable[], base: string): ShipmentCharges['totals'] {
  const sumOf = (side: Side, some: readonly ShipmentChargesTable[]) => {
    const sides = some.map((row) => sideOf(row, side)).filter((money) => money !== null)
    if (sides.length === 0) return null
    return sides.reduce<number | null>(
      (sum, { baseMinor }) => (sum === null || baseMinor === null ? null : sum + baseMinor),
      0,
    )
  }
  const both = rows.filter((row) => row.estimate_minor !== null && row.actual_minor !== null)
  const [expected, real] = [sumOf('estimate', both), sumOf('actual', both)]
  const variance = expected === null || real === null ? null : varianceOf(expected, real, base)
  return {
    estimate: minorText(sumOf('estimate', rows), base),
    actual: minorText(sumOf('actual', rows), base),
    variance: variance && minorToDecimal(variance.minor, base),
    variancePercent: variance?.percent ?? null,
  }
}

const freightKinds: readonly string[] = ['freight', 'fuel']

function freightShare(
  rows: readonly ShipmentChargesTable[],
  { minor: valueMinor, isAtCost }: Worth,
  base: string,
): FreightShare {
  const freight = rows.filter(({ kind }) => freightKinds.includes(kind))
  const sides = freight.map((row) => sideOf(row, 'actual') ?? sideOf(row, 'estimate'))
  const minor =
    freight.length === 0
      ? null
      : sides.reduce<number | null>(
          (sum, side) => (sum === null || !side || side.baseMinor === null ? null : sum + side.baseMinor),
          0,
        )
  const ratio = freightRatio(minor, valueMinor)
  return {
    ...{ amount: minorText(minor, base), value: minorText(valueMinor, base), isAtCost },
    isEstimate: freight.some((row) => sideOf(row, 'actual') === null),
    percent: 'percent' in ratio ? roundDecimal(ratio.percent, 2) : null,
  }
}

type CostRow = { id: Id; number: string; minor: number; currency: string; baseMinor: number | null; isEstimate: 0 | 1 }

function ofOrders(db: ReadDb, { id }: Row, by: 'weight' | 'value' | 'equally', base: string): ChargePosting | null {
  const rows = db.all<CostRow>(
    `SELECT o.id, o.number, r.amount_minor AS minor, r.currency, r.base_minor AS baseMinor, r.is_estimate AS isEstimate
     FROM sales_costs r INDEXED BY sales_costs_by_charge JOIN sales_orders o ON o.id = r.order_id
     WHERE r.charge_id = ? AND r.charge_id IS NOT NULL AND r.deleted = 0 ORDER BY o.number, o.id`,
    id,
  )
  const [first] = rows
  if (!first) return null
  return {
    ...{ as: 'orders', isEstimate: first.isEstimate === 1, by },
    orders: rows.map(({ id: orderId, number, minor, currency, baseMinor }) => ({
      ...{ id: orderId, number, amount: minorToDecimal(minor, currency), base: minorText(baseMinor, base) },
    })),
  }
}

function landed(db: ReadDb, { id }: Row): ChargePosting | null {
  const rows = landedOf(db, id)
  const [first] = rows
  if (!first) return null
  const minor = rows.reduce((sum, row) => sum + row.minor, 0)
  return { as: 'landed', on: first.on, amount: minorToDecimal(minor, first.currency), currency: first.currency }
}
