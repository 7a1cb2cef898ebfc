// What a seller does with settlements: book them as a payment, take that back, put them away.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { SettlementsTable } from '#main/db/tables.ts'
import { customerMoney } from '#main/domain/sales/settlement-kind.ts'
import { recordPayment, reversePayment } from '#main/services/payments/payment-commands.ts'
import { isReversed } from '#main/services/payments/payment-entries.ts'
import { plainKey, type UniqueKey } from '#main/services/records/unique-key.ts'
import { removeCosts } from '#main/services/sales/keep-settlement.ts'
import { lineTotal, livingSettlement } from '#main/services/sales/settlement-queries.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { ShareInput } from '#shared/schemas/payments.ts'
import type { PostSettlementInput } from '#shared/schemas/settlements.ts'

export const settlementKeys: readonly UniqueKey[] = [plainKey('settlements', ['channel', 'external_id'])]

export type PostedSettlement = { paymentId: Id; number: string; orders: number }

/**
 * Books what the channel paid out as ONE payment: it settles the orders by what customers paid for them, and what the channel
 * kept (fees, charges, a reserve until it is paid out) is the payment's fee, so that what reached the bank is the settlement's
 * total. What customers paid for orders that the book does not know is in the payment, too, and given to none yet.
 */
export function postSettlement(tx: WriteTx, { id, on, rate }: PostSettlementInput): PostedSettlement {
  const settlement = livingSettlement(tx, id)
  const { currency, total_minor: totalMinor, external_id: externalId, channel } = settlement
  refusePosted(settlement)
  refuseMismatch(tx, settlement)
  const shares = sharesOf(tx, settlement)
  if (shares.length === 0) throw new AppError('settlements/nothing-to-post', { id: externalId })
  const customersMinor = shares.reduce((sum, { minor }) => sum + minor, 0) + Math.max(0, ofUnknownOrders(tx, id))
  const amountMinor = Math.max(totalMinor, customersMinor)
  const words = { id: externalId, total: minorToDecimal(totalMinor, currency), currency }
  if (totalMinor < 0) throw new AppError('settlements/below-zero', words)
  if (amountMinor <= 0) throw new AppError('settlements/no-payout', words)
  const day = on ?? ((settlement.deposited_on ?? settlement.ends_on) as Day | null)
  const { id: paymentId, number } = recordPayment(tx, {
    ...{ number: '', direction: 'in', partyId: null, on: day ?? dayNeeded(), currency, rate },
    ...{ amount: minorToDecimal(amountMinor, currency), fee: minorToDecimal(amountMinor - totalMinor, currency) },
    ...{ method: 'platform', reference: `${channel} ${externalId}`.trim().slice(0, 300), note: '' },
    shares: shares.map(({ saleId, minor }) => shareInput(saleId, minor, currency)),
  })
  tx.update('settlements', id, { payment_id: paymentId })
  return { paymentId, number, orders: shares.length }
}

/** Takes the booking back by a counter-payment on the payment's own day. */
export function unpostSettlement(tx: WriteTx, { id, note }: { id: Id; note: string }): void {
  const { payment_id: paymentId, external_id: externalId } = livingSettlement(tx, id)
  if (paymentId === null) throw new AppError('settlements/not-posted', { id: externalId })
  if (!isReversed(tx, paymentId)) reversePayment(tx, { id: paymentId, note })
  tx.update('settlements', id, { payment_id: null })
}

export function noteSettlement(tx: WriteTx, { id, note }: { id: Id; note: string }): void {
  livingSettlement(tx, id)
  tx.update('settlements', id, { note })
}

/** All of them or none. */
export function setSettlementsArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    livingSettlement(tx, id)
    tx.update('settlements', id, { archived: archived ? 1 : 0 })
  }
}

/** Takes them to the bin with the costs that they told, all or none; one that is booked stays. */
export function removeSettlements(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    refusePosted(livingSettlement(tx, id))
    tx.update('settlements', id, { deleted: 1 })
    removeCosts(tx, id)
  }
}

function refusePosted({ payment_id, external_id }: SettlementsTable): void {
  if (payment_id !== null) throw new AppError('settlements/posted', { id: external_id })
}

/** A file cut short would book what nobody paid. */
function refuseMismatch(db: ReadDb, { id, total_minor, external_id, currency }: SettlementsTable): void {
  const minor = lineTotal(db, id)
  if (minor === total_minor) return
  const money = { lines: minorToDecimal(minor, currency), total: minorToDecimal(total_minor, currency), currency }
  throw new AppError('settlements/mismatch', { id: external_id, ...money })
}

function dayNeeded(): never {
  throw new AppError('settlements/no-day', { field: 'on' })
}

type Share = { saleId: Id; minor: number }

const customerKinds = customerMoney.map((kind) => `'${kind}'`).join(', ')

/** What customers paid, less what went back, for orders that the book does not know. */
function ofUnknownOrders(db: ReadDb, id: Id): number {
  const found = db.get<{ minor: number }>(
    `SELECT coalesce(sum(amount_minor), 0) AS minor FROM settlement_lines INDEXED BY settlement_lines_by_settlement
     WHERE settlement_id = ? AND deleted = 0 AND order_id IS NULL AND external_order_id <> '' AND kind IN (${customerKinds})`,
    id,
  )
  return found?.minor ?? 0
}

/**
 * What customers paid for each order of the file, tax that is ours and promotions in it; below 0 where more went back. What
 * went back goes to the order's credit where there is one, so that both are settled.
 */
function sharesOf(db: ReadDb, { id, currency }: SettlementsTable): Share[] {
  const rows = db.all<{ orderId: Id; isBack: 0 | 1; minor: number }>(
    `SELECT order_id AS orderId, kind = 'refund' OR lower(transaction_type) LIKE '%refund%' AS isBack, sum(amount_minor) AS minor
     FROM settlement_lines INDEXED BY settlement_lines_by_settlement
     WHERE settlement_id = ? AND deleted = 0 AND order_id IS NOT NULL AND kind IN (${customerKinds})
     GROUP BY 1, 2 HAVING sum(amount_minor) <> 0 ORDER BY 1, 2`,
    id,
  )
  const sums = new Map<Id, number>()
  for (const { orderId, isBack, minor } of rows) {
    const saleId = isBack ? (creditOf(db, orderId, currency) ?? orderId) : orderId
    sums.set(saleId, (sums.get(saleId) ?? 0) + minor)
  }
  const shares = [...sums].map(([saleId, minor]) => ({ saleId, minor })).filter(({ minor }) => minor !== 0)
  for (const { saleId } of shares) refuseOtherCurrency(db, saleId, currency)
  return shares
}

function creditOf(db: ReadDb, orderId: Id, currency: string): Id | null {
  const credit = db.get<{ id: Id }>(
    `SELECT id FROM sales_orders INDEXED BY sales_orders_credits WHERE credits_id = ? AND credits_id IS NOT NULL
       AND deleted = 0 AND status NOT IN ('draft', 'cancelled') AND currency = ? ORDER BY open_minor = 0, id LIMIT 1`,
    orderId,
    currency,
  )
  return credit?.id ?? null
}

function refuseOtherCurrency(db: ReadDb, saleId: Id, currency: string): void {
  const order = db.get<{ number: string; currency: string }>(
    'SELECT number, currency FROM sales_orders WHERE id = ?',
    saleId,
  )
  if (!order || order.currency === currency) return
  throw new AppError('settlements/other-currency', { number: order.number, orderCurrency: order.currency, currency })
}

/** A share is given without its sign: what goes back is a refund. */
function shareInput(saleId: Id, minor: number, currency: string): ShareInput {
  const amount = minorToDecimal(Math.abs(minor), currency)
  return { orderId: null, saleId, purpose: minor < 0 ? 'refund' : 'balance', amount, paid: null }
}
