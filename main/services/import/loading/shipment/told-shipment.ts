// What the rows of one shipment say together.
import type { MoneyCell } from '#main/domain/import/cells/read-money.ts'
import { compactNumber } from '#main/domain/tracking/recognise-number.ts'
import {
  type LoadContext,
  moneyOf,
  numberOf,
  problem,
  type Refused,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { partyFor } from '#main/services/import/loading/party-loader.ts'
import type { ShippedOrder } from '#main/services/import/loading/shipment/order-lookup.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

/** A row that names an item of the order, and how much of it went. */
export type ToldItem = { row: number; item: string; sku: string; qtyMilli: number | null }

export type ToldParcel = { number: string; grams: number | null }

export type ToldShipment = {
  order: ShippedOrder
  /** Its number in the file; '' where the file has none. */
  externalId: string
  carrierId: Id | null
  service: string
  shippedOn: Day | null
  plannedOn: Day | null
  deliveredOn: Day | null
  parcels: Map<string, ToldParcel>
  /** Of what has no number. */
  grams: number | null
  items: ToldItem[]
  costs: { money: MoneyCell; currency: string }[]
  rows: number[]
}

type Row = { row: TypedRow; order: ShippedOrder }

/** Adds a row to the shipment that it is of; rows without a shipment's number that left on one day are one. */
export function gatherRow(context: LoadContext, told: Map<string, ToldShipment>, { row, order }: Row): Refused | null {
  const quantity = textOf(row, 'quantity')
  const qtyMilli = quantity === undefined ? null : qtyFromDecimal(quantity)
  if (quantity !== undefined && (qtyMilli === null || qtyMilli <= 0)) return problem('quantity', quantity, 'above-zero')
  const carrier = textOf(row, 'carrier')
  const carrierId = carrier === undefined ? null : partyFor(context, 'carrier', carrier)
  if (carrier !== undefined && carrierId === null) return problem('carrier', carrier, 'known-carrier')
  const shippedOn = dayIn(row, 'shippedOn')
  if (shippedOn !== null && shippedOn > context.today) return problem('shippedOn', shippedOn, 'day-until-today')
  const externalId = textOf(row, 'shipment') ?? ''
  const key = `${order.id} ${externalId || shippedOn}`
  const shipment = told.get(key) ?? fresh(order, externalId)
  told.set(key, shipment)
  add(shipment, { row, context, carrierId, shippedOn, qtyMilli })
  return null
}

function fresh(order: ShippedOrder, externalId: string): ToldShipment {
  return {
    ...{ order, externalId, carrierId: null, service: '', shippedOn: null, plannedOn: null, deliveredOn: null },
    ...{ parcels: new Map(), grams: null, items: [], costs: [], rows: [] },
  }
}

type Read = {
  row: TypedRow
  context: LoadContext
  carrierId: Id | null
  shippedOn: Day | null
  qtyMilli: number | null
}

function add(shipment: ToldShipment, { row, context, carrierId, shippedOn, qtyMilli }: Read): void {
  shipment.rows.push(row.line)
  shipment.carrierId ??= carrierId
  shipment.service ||= textOf(row, 'service') ?? ''
  shipment.shippedOn ??= shippedOn
  shipment.plannedOn ??= dayIn(row, 'plannedOn')
  const deliveredOn = dayIn(row, 'deliveredOn')
  // It is there once the last of it is.
  if (deliveredOn !== null && deliveredOn > (shipment.deliveredOn ?? '')) shipment.deliveredOn = deliveredOn
  addParcel(shipment, textOf(row, 'trackingNumber') ?? '', numberOf(row, 'weight') ?? null)
  const [item, sku] = [textOf(row, 'orderItem') ?? '', textOf(row, 'productSku') ?? '']
  if (item !== '' || sku !== '') shipment.items.push({ row: row.line, item, sku, qtyMilli })
  const money = moneyOf(row, 'cost')
  if (money) shipment.costs.push({ money, currency: money.currency ?? textOf(row, 'currency') ?? context.currency })
}

/** Lines of one parcel repeat its number, and its weight. */
function addParcel(shipment: ToldShipment, number: string, grams: number | null): void {
  if (number === '') {
    if (grams !== null) shipment.grams = (shipment.grams ?? 0) + grams
    return
  }
  const key = compactNumber(number)
  const parcel = shipment.parcels.get(key) ?? { number: number.slice(0, 120), grams: null }
  parcel.grams ??= grams
  shipment.parcels.set(key, parcel)
}

function dayIn(row: TypedRow, field: string): Day | null {
  return (textOf(row, field) ?? null) as Day | null
}
