// What a seller does with costs of orders and with dated charges of channels and products.
import type { Param, WriteTx } from '#main/db/database.ts'
import type { SalesCostsTable } from '#main/db/tables.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { baseConverter, documentRate } from '#main/services/rates/document-rate.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { typedMinor } from '#shared/money.ts'
import type { SalesCostInput } from '#shared/schemas/sales-costs.ts'

export function addSalesCost(tx: WriteTx, cost: SalesCostInput): Id {
  return tx.insert('sales_costs', { ...namedIn(tx, cost), ...moneyOf(tx, cost, null) })
}

/**
 * Changes a cost. What a settlement told is as the channel told it: `sales/cost-of-settlement`. What a shipment's charge became
 * follows the charge: `sales/cost-of-charge`.
 */
export function editSalesCost(tx: WriteTx, id: Id, cost: SalesCostInput): void {
  const before = livingCost(tx, id)
  refuseTold(before)
  const values: Record<string, Param> = { ...namedIn(tx, cost), ...moneyOf(tx, cost, before) }
  const stored = before as unknown as Record<string, Param>
  if (Object.keys(values).some((name) => values[name] !== stored[name])) tx.update('sales_costs', id, values)
}

/** All of them or none. */
export function setSalesCostsArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    livingCost(tx, id)
    tx.update('sales_costs', id, { archived: archived ? 1 : 0 })
  }
}

/** Takes them to the bin, all or none. */
export function removeSalesCosts(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    refuseTold(livingCost(tx, id))
    tx.update('sales_costs', id, { deleted: 1 })
  }
}

function livingCost(tx: WriteTx, id: Id): SalesCostsTable {
  const row = tx.get<SalesCostsTable>('SELECT * FROM live_sales_costs WHERE id = ?', id)
  if (!row) throw new AppError('sales/cost-not-found')
  return row
}

function refuseTold({ settlement_line_id, charge_id }: SalesCostsTable): void {
  if (charge_id !== null) throw new AppError('sales/cost-of-charge')
  if (settlement_line_id !== null) throw new AppError('sales/cost-of-settlement')
}

/** Everything but the money; the channel of an order's cost is the order's. */
function namedIn(tx: WriteTx, cost: SalesCostInput): Record<string, Param> {
  const order =
    cost.orderId === null
      ? null
      : tx.get<{ channel: string }>('SELECT channel FROM live_sales_orders WHERE id = ?', cost.orderId)
  if (order === undefined) throw new AppError('orders/not-found', { field: 'orderId' })
  if (cost.productId !== null && !tx.get('SELECT 1 FROM live_products WHERE id = ?', cost.productId)) {
    throw new AppError('catalog/product-not-found', { field: 'productId' })
  }
  if (cost.partyId !== null && !tx.get('SELECT 1 FROM live_parties WHERE id = ?', cost.partyId)) {
    throw new AppError('parties/not-found', { field: 'partyId' })
  }
  return {
    order_id: cost.orderId,
    channel: order?.channel ?? cost.channel,
    product_id: cost.productId,
    kind: cost.kind,
    incurred_on: cost.on,
    is_estimate: cost.isEstimate ? 1 : 0,
    party_id: cost.partyId,
    reference: cost.reference,
    note: cost.note,
  }
}

/** The amount with the rate of its day, fixed; where no rate is known it is kept without, and told. */
function moneyOf(tx: WriteTx, cost: SalesCostInput, before: SalesCostsTable | null): Record<string, Param> {
  const { currency, on } = cost
  const base = baseCurrency(tx)
  const minor = atField('amount', () => typedMinor(cost.amount, currency))
  if (minor === 0) throw new AppError('sales/no-amount', { field: 'amount' })
  // A rate belongs to its day: one of another day is looked up anew.
  const kept = before?.incurred_on === on ? before : null
  const { rate, rateOn } = documentRate(tx, { currency, rate: cost.rate, orderedOn: on }, { base, before: kept })
  return {
    amount_minor: minor,
    currency,
    rate,
    rate_on: rateOn,
    base_minor: atField('amount', () => baseConverter(currency, base, rate)(minor)),
  }
}
