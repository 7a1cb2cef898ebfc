// Payments with their shares, and what one order owes.
import type { Param, ReadDb } from '#main/db/database.ts'
import type { PaymentsTable } from '#main/db/tables.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { ownIdsSql } from '#main/services/parties/merged-parties.ts'
import { orderBalances } from '#main/services/payments/order-dues.ts'
import { isStandingPayment, paymentRow } from '#main/services/payments/payment-entries.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import {
  type OrderDues,
  type PaymentDirection,
  type PaymentMethod,
  type PaymentPage,
  type PaymentPurpose,
  type PaymentRow,
  type PaymentsInput,
  paymentsInput,
} from '#shared/schemas/payments.ts'

type Row = PaymentsTable & { party: string | null; partyZh: string | null; reversedById: Id | null }

const select = `SELECT p.*, q.name AS party, q.name_zh AS partyZh, (SELECT t.id FROM payments t INDEXED BY payments_reversals
    WHERE t.reverses_id = p.id AND t.reverses_id IS NOT NULL AND ${isStandingPayment('t')} LIMIT 1) AS reversedById
  FROM payments p LEFT JOIN parties q ON q.id = p.party_id`

/** Newest first, counter-entries among them. */
export function listPayments(db: ReadDb, { limit, ...asked }: PaymentsInput): PaymentPage {
  const { where, params } = askedOf(asked)
  const rows = db.all<Row>(`${select} WHERE ${where} ORDER BY p.paid_on DESC, p.id DESC LIMIT ?`, ...params, limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: withShares(db, page),
    next: rows.length > limit && last ? { on: last.paid_on, id: last.id } : null,
  }
}

export function countPayments(db: ReadDb, asked: PaymentsInput): number {
  const { where, params } = askedOf(asked)
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM payments p WHERE ${where}`, ...params)?.n ?? 0
}

function askedOf({ partyId, orderId, saleId, from, to, after }: Omit<PaymentsInput, 'limit'>) {
  const conditions: [string, ...Param[]][] = [['true']]
  if (partyId !== null) conditions.push([`p.party_id IN (${ownIdsSql})`, partyId])
  if (orderId !== null) {
    const ofOrder = `SELECT s.payment_id FROM payment_shares s INDEXED BY payment_shares_by_purchase WHERE s.purchase_order_id = ?`
    conditions.push([`p.id IN (${ofOrder})`, orderId])
  }
  if (saleId !== null) {
    const ofSale =
      'SELECT s.payment_id FROM payment_shares s INDEXED BY payment_shares_by_sale WHERE s.sales_order_id = ?'
    conditions.push([`p.id IN (${ofSale})`, saleId])
  }
  if (from !== null) conditions.push(['p.paid_on >= ?', from])
  if (to !== null) conditions.push(['p.paid_on <= ?', to])
  if (after !== null) conditions.push(['(p.paid_on, p.id) < (?, ?)', after.on, after.id])
  return {
    where: conditions.map(([sql]) => sql).join(' AND '),
    params: conditions.flatMap(([, ...params]) => params),
  }
}

/** One, or `payments/not-found`. */
export function getPayment(db: ReadDb, id: Id): PaymentRow {
  paymentRow(db, id)
  const [payment] = withShares(db, db.all<Row>(`${select} WHERE p.id = ?`, id))
  if (!payment) throw new Error('a payment that is there and is not')
  return payment
}

/** What an order comes to, what of it is due when, and what was paid. */
export function duesOf(db: ReadDb, orderId: Id): OrderDues {
  const { currency } = livingPurchase(db, orderId)
  const [balance] = orderBalances(db, [orderId])
  if (!balance) throw new Error('an order without a balance')
  const money = (minor: number) => minorToDecimal(minor, currency)
  return {
    orderId,
    currency,
    payable: money(balance.payableMinor),
    paid: money(balance.paidMinor),
    open: money(balance.dues.reduce((sum, due) => sum + due.amountMinor - due.paidMinor, 0)),
    over: money(balance.overMinor),
    dues: balance.dues.map(({ amountMinor, paidMinor, ...due }) => ({
      ...due,
      amount: money(amountMinor),
      paid: money(paidMinor),
      open: money(amountMinor - paidMinor),
    })),
    payments: listPayments(db, paymentsInput.parse({ orderId, limit: 500 })).rows,
  }
}

type ShareRow = {
  id: Id
  paymentId: Id
  orderId: Id | null
  saleId: Id | null
  orderNumber: string
  purpose: PaymentPurpose
  orderMinor: number
  paymentMinor: number
  currency: string
  reversesId: Id | null
}

/** Without shares that were given to an order and taken from it again while their payment stands. */
function standingShares(rows: readonly ShareRow[]): ShareRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const row of rows.toReversed()) {
    const taken = row.reversesId === null ? undefined : byId.get(row.reversesId)
    if (!byId.has(row.id) || taken?.paymentId !== row.paymentId) continue
    byId.delete(row.id)
    byId.delete(taken.id)
  }
  return [...byId.values()]
}

function withShares(db: ReadDb, rows: readonly Row[]): PaymentRow[] {
  const base = baseCurrency(db)
  const shares = Map.groupBy(
    standingShares(
      db.all<ShareRow>(
        `SELECT s.id, s.payment_id AS paymentId, s.purchase_order_id AS orderId, s.sales_order_id AS saleId,
         coalesce(o.number, v.number, '') AS orderNumber, s.purpose, s.order_minor AS orderMinor, s.payment_minor AS paymentMinor,
         s.reverses_id AS reversesId,
         coalesce(nullif(s.currency, ''), o.currency, v.currency, '') AS currency
       FROM payment_shares s LEFT JOIN purchase_orders o ON o.id = s.purchase_order_id
       LEFT JOIN sales_orders v ON v.id = s.sales_order_id
       WHERE s.payment_id IN (SELECT value FROM json_each(?)) ORDER BY s.id`,
        JSON.stringify(rows.map(({ id }) => id)),
      ),
    ),
    ({ paymentId }) => paymentId,
  )
  return rows.map((row) => paymentFrom(row, base, shares.get(row.id) ?? []))
}

function paymentFrom(row: Row, base: string, shares: readonly ShareRow[]): PaymentRow {
  const { currency } = row
  const money = (minor: number) => minorToDecimal(minor, currency)
  const sharedMinor = shares.reduce((sum, { paymentMinor }) => sum + paymentMinor, 0)
  return {
    id: row.id,
    number: row.number,
    direction: row.direction as PaymentDirection,
    partyId: row.party_id,
    party: row.party ?? '',
    partyZh: row.partyZh ?? '',
    on: row.paid_on as Day,
    amount: money(row.amount_minor),
    currency,
    rate: row.rate,
    rateOn: row.rate_on,
    baseAmount: minorToDecimal(row.base_minor, base),
    baseCurrency: base,
    fee: money(row.fee_minor),
    method: row.method as PaymentMethod,
    reference: row.reference,
    note: row.note,
    reversesId: row.reverses_id,
    reversedById: row.reversedById,
    unassigned: money(row.amount_minor - sharedMinor),
    shares: shares.map(({ orderMinor, paymentMinor, paymentId: _, reversesId: _r, ...share }) => ({
      ...share,
      amount: minorToDecimal(orderMinor, share.currency || currency),
      paid: money(paymentMinor),
    })),
  }
}
