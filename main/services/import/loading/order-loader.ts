// Orders from a file: the head of each. Imported sales are history and move no stock.

import { baseCurrency } from '#main/services/book/book-queries.ts'
import { applyColumns, type Columns, withDefaults } from '#main/services/import/loading/apply-columns.ts'
import {
  type LoadContext,
  type Loader,
  moneyOf,
  problem,
  type Refused,
  type TypedRow,
  textOf,
  unknownAmong,
} from '#main/services/import/loading/loader.ts'
import { partyFor } from '#main/services/import/loading/party-loader.ts'
import { tableRate } from '#main/services/rates/document-rate.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorFromDecimal } from '#shared/money.ts'

export function orderLoader(context: LoadContext): Loader {
  const base = baseCurrency(context.tx)
  return {
    take(row) {
      const taken = takeOrder(context, base, row)
      return typeof taken === 'object' && 'id' in taken ? taken.outcome : taken
    },
  }
}

export type TakenOrder = { id: Id; outcome: 'new' | 'changed' | 'unchanged' } | Refused

/** Finds or makes the order that a row describes, with what the row says of it. */
export function takeOrder(context: LoadContext, base: string, row: TypedRow): TakenOrder {
  const { tx } = context
  const externalId = textOf(row, 'externalId') ?? textOf(row, 'number')
  if (!externalId) return problem('externalId', '', 'required')
  const references = orderReferences(context, row)
  if ('problems' in references) return references
  const known = findOrder(context, externalId) ?? orderElsewhere(context, row)
  const columns = { ...orderColumns(row), ...references.columns }
  if (known === null) return makeOrder(context, { base, row, externalId, columns })
  const currency =
    tx.get<{ currency: string }>('SELECT currency FROM sales_orders WHERE id = ?', known)?.currency ?? base
  const foreign = foreignCurrency(row, currency)
  if (foreign) return foreign
  const outcome = applyColumns(tx, 'sales_orders', known, { ...columns, ...chargeColumns(row, currency) })
  if (outcome === 'changed') context.touchedOrders.add(known)
  return { id: known, outcome }
}

/** What is said of an order in another currency than its own is no change of it: its lines are fixed in that currency. */
function foreignCurrency(row: TypedRow, currency: string): Refused | null {
  const said = textOf(row, 'currency')
  if (said !== undefined && said !== currency) return problem('currency', said, 'order-currency')
  const freight = moneyOf(row, 'freight')
  if (freight?.currency && freight.currency !== currency) return problem('freight', freight.currency, 'order-currency')
  return null
}

/** An order by its channel's own key, else by number among that channel's orders and those typed in here. */
function findOrder({ tx, channel }: LoadContext, reference: string): Id | null {
  const byKey = tx.get<{ id: Id }>(
    'SELECT id FROM sales_orders WHERE channel = ? AND external_id = ? AND deleted = 0 ORDER BY id LIMIT 1',
    channel,
    reference,
  )
  if (byKey) return byKey.id
  return (
    tx.get<{ id: Id }>(
      "SELECT id FROM sales_orders WHERE number = ? AND channel IN (?, '') AND deleted = 0 ORDER BY id LIMIT 1",
      reference,
      channel,
    )?.id ?? null
  )
}

/** A row with both, the number here and the source's key, means the order that has both, whatever channel it came from. */
function orderElsewhere({ tx }: LoadContext, row: TypedRow): Id | null {
  const [number, externalId] = [textOf(row, 'number'), textOf(row, 'externalId')]
  if (!number || !externalId) return null
  const sql = `SELECT id FROM sales_orders INDEXED BY sales_orders_by_number
    WHERE number = ? AND external_id = ? AND deleted = 0 ORDER BY id LIMIT 1`
  return tx.get<{ id: Id }>(sql, number, externalId)?.id ?? null
}

type NewOrder = { base: string; row: TypedRow; externalId: string; columns: Columns }

function makeOrder(context: LoadContext, { base, row, externalId, columns }: NewOrder): TakenOrder {
  const orderedOn = textOf(row, 'orderedOn') as Day | undefined
  if (orderedOn === undefined) return problem('orderedOn', '', 'required')
  const currency = orderCurrency(context, row)
  const foreign = foreignCurrency(row, currency) ?? takenNumber(context, textOf(row, 'number'))
  if (foreign) return foreign
  const { rate, rateOn } = tableRate(context.rates, currency, base, orderedOn)
  const defaults: Columns = {
    number: externalId,
    channel: context.channel,
    external_id: externalId,
    currency,
    rate,
    rate_on: rateOn,
    status: columns.shipped_on === undefined ? 'confirmed' : 'shipped',
    is_history: 1,
  }
  const given = { ...columns, ...chargeColumns(row, currency) }
  const id = context.tx.insert('sales_orders', withDefaults(defaults, given))
  context.touchedOrders.add(id)
  return { id, outcome: 'new' }
}

/** The currency column's, else what the row's amounts name, else what was said of the whole file. */
function orderCurrency(context: LoadContext, row: TypedRow): string {
  const named = ['unitPrice', 'lineTotal', 'freight'].flatMap((field) => moneyOf(row, field)?.currency ?? [])
  return textOf(row, 'currency') ?? named[0] ?? context.currency
}

/** Two orders of one channel with one number could not be told apart; those of two channels can. */
function takenNumber({ tx, channel }: LoadContext, number: string | undefined): Refused | null {
  if (number === undefined) return null
  const sql = 'SELECT 1 FROM sales_orders WHERE number = ? AND channel = ? AND deleted = 0 LIMIT 1'
  return tx.get(sql, number, channel) ? problem('number', number, 'free-number') : null
}

function orderReferences(context: LoadContext, row: TypedRow): { columns: Columns } | Refused {
  const customer = textOf(row, 'customer')
  const carrier = textOf(row, 'carrier')
  const passing = { name: textOf(row, 'customerName'), country: textOf(row, 'shipToCountry') }
  const customerId = customer === undefined ? undefined : partyFor(context, 'customer', customer, passing)
  const carrierId = carrier === undefined ? undefined : partyFor(context, 'carrier', carrier)
  const unknown = unknownAmong([
    { field: 'customer', value: customer, id: customerId, expected: 'known-customer' },
    { field: 'carrier', value: carrier, id: carrierId, expected: 'known-carrier' },
  ])
  return unknown ?? { columns: { customer_id: customerId, carrier_id: carrierId } }
}

function orderColumns(row: TypedRow): Columns {
  return {
    number: textOf(row, 'number'),
    ordered_on: textOf(row, 'orderedOn'),
    required_on: textOf(row, 'requiredOn'),
    shipped_on: textOf(row, 'shippedOn'),
    status: textOf(row, 'status'),
    purpose: textOf(row, 'purpose'),
    ship_to_name: textOf(row, 'shipToName'),
    ship_to_street: streetOf(row),
    ship_to_city: textOf(row, 'shipToCity'),
    ship_to_region: textOf(row, 'shipToRegion'),
    ship_to_postal_code: textOf(row, 'shipToPostalCode'),
    ship_to_country: textOf(row, 'shipToCountry'),
    note: textOf(row, 'note'),
    ...toldBeside(row),
  }
}

/** What few files tell of an order: what it is called there, when what happened, how it is sent. */
function toldBeside(row: TypedRow): Columns {
  return {
    customer_reference: textOf(row, 'customerReference'),
    external_status: textOf(row, 'externalStatus'),
    confirmed_on: textOf(row, 'paidOn'),
    delivered_on: textOf(row, 'deliveredOn'),
    cancel_reason: textOf(row, 'cancelReason'),
    shipping_service: textOf(row, 'shippingService'),
    ship_to_phone: textOf(row, 'shipToPhone'),
    packing_note: textOf(row, 'packingNote'),
    card_country: textOf(row, 'cardCountry'),
  }
}

function streetOf(row: TypedRow): string | undefined {
  const lines = ['shipToAddress', 'shipToAddress2', 'shipToAddress3'].flatMap((field) => textOf(row, field) ?? [])
  return lines.length > 0 ? lines.join(', ') : undefined
}

function chargeColumns(row: TypedRow, currency: string): Columns {
  const minor = (field: string) => {
    const money = moneyOf(row, field)
    return money ? minorFromDecimal(money.amount, currency) : undefined
  }
  return {
    freight_minor: minor('freight'),
    freight_tax_minor: minor('freightTax'),
    other_minor: minor('otherCharge'),
  }
}
