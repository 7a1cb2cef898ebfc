// What the ledger of payments says once two copies' entries stand in it together.
import type { ReadDb } from '#main/db/database.ts'
import type { PaymentsTable } from '#main/db/tables.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, type FoundClash, type Mending } from '#main/services/clashes/clash-rule.ts'
import { orderBalances } from '#main/services/payments/order-dues.ts'
import { counterPayment, isStandingPayment, paymentRow } from '#main/services/payments/payment-entries.ts'
import { saleBalances } from '#main/services/payments/sale-dues.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'

/** The entry stays; its opposite takes it back. */
const takesBackOthers: Mending = {
  id: 'reverse',
  mend({ tx }, { others }) {
    for (const id of others) {
      const payment = paymentRow(tx, id)
      counterPayment(tx, payment, { on: payment.paid_on as Day, note: '' })
    }
  },
}

const standing = `p.reverses_id IS NULL AND ${isStandingPayment('p')}`

/** Two payments of one number that somebody gave. One payment written down in both copies is taken back once. */
export const paymentNumberTwins: ClashRule = {
  id: 'payments/same-number',
  tables: ['payments'],
  find(db) {
    const groups = db.raw(
      `SELECT d.number, json_group_array(p.id) FROM (
         SELECT number FROM payments INDEXED BY payments_by_number GROUP BY number HAVING count(*) > 1) d
       CROSS JOIN payments p INDEXED BY payments_by_number ON p.number = d.number
       WHERE ${standing} GROUP BY d.number HAVING count(*) > 1`,
    ) as [string, string][]
    return groups.map(([number, ids]) => clashOf(JSON.parse(ids), { number }))
  },
  rows: rowsOf('payments'),
  // A number of the ledger never changes: of two different payments someone looks and leaves them as they are.
  suggests: (db, { ids }) => (areOnePayment(db, ids) ? ['reverse'] : []),
  mendings: [takesBackOthers],
}

function areOnePayment(db: ReadDb, ids: readonly Id[]): boolean {
  const said = ids.map((id) => {
    const { direction, party_id, paid_on, amount_minor, currency }: PaymentsTable = paymentRow(db, id)
    return JSON.stringify([direction, party_id, paid_on, amount_minor, currency])
  })
  return new Set(said).size === 1
}

/** One payment taken back in both copies: it counts against what was paid. */
export const doublePaymentReversals: ClashRule = {
  id: 'payments/reversed-twice',
  tables: ['payments'],
  find(db) {
    const groups = db.raw(
      `SELECT d.reverses_id, json_group_array(p.id) FROM (
         SELECT reverses_id FROM payments INDEXED BY payments_reversals WHERE reverses_id IS NOT NULL
         GROUP BY reverses_id HAVING count(*) > 1) d
       CROSS JOIN payments p INDEXED BY payments_reversals ON p.reverses_id = d.reverses_id AND p.reverses_id IS NOT NULL
       WHERE ${isStandingPayment('p')} GROUP BY d.reverses_id HAVING count(*) > 1`,
    ) as [Id, string][]
    return groups.map(([id, ids]) => clashOf(JSON.parse(ids), { number: paymentRow(db, id).number }))
  },
  rows: rowsOf('payments'),
  mendings: [takesBackOthers],
}

type StandingShare = { paymentId: Id; minor: number; purpose: string; replica: number }

/** Paid by both copies, and more than the order comes to. Paid too much in one copy was told there, and is no clash. */
export const overpaidOrders: ClashRule = {
  id: 'payments/over-order',
  tables: [
    'payments',
    'payment_shares',
    'purchase_orders',
    'purchase_lines',
    'purchase_receipts',
    'purchase_receipt_lines',
    'sales_orders',
    'order_lines',
  ],
  find: (db) => [
    ...orderBalances(db, paidTwice(db, 'purchase')).flatMap((balance) =>
      overClash(db, { ...balance, side: 'purchase', direction: 1 }),
    ),
    ...saleBalances(db, paidTwice(db, 'sale')).flatMap(({ askedMinor, ...balance }) => {
      const direction = balance.document === 'credit' ? -1 : 1
      const overMinor = direction * (balance.paidMinor - askedMinor)
      return overClash(db, { ...balance, side: 'sale', direction, payableMinor: askedMinor, overMinor })
    }),
  ],
  rows: rowsOf('payments'),
  suggests: (db, { ids }) => (areOneAmount(db, ids) ? ['reverse'] : []),
  mendings: [takesBackOthers],
}

type Side = 'purchase' | 'sale'

const sides: Readonly<Record<Side, { owner: string; index: string }>> = {
  purchase: { owner: 'purchase_order_id', index: 'payment_shares_by_purchase' },
  sale: { owner: 'sales_order_id', index: 'payment_shares_by_sale' },
}

/** Orders that more than one copy paid on. */
function paidTwice(db: ReadDb, side: Side): Id[] {
  const { owner, index } = sides[side]
  const rows = db.raw(
    `SELECT ${owner} FROM payment_shares INDEXED BY ${index} WHERE ${owner} IS NOT NULL
     GROUP BY ${owner} HAVING count(DISTINCT id >> 29) > 1 ORDER BY 1`,
  )
  return rows.map(([id]) => id as Id)
}

type Balance = {
  id: Id
  number: string
  currency: string
  paidMinor: number
  payableMinor: number
  overMinor: number
  side: Side
  /** -1 for a credit: money that goes back settles it. */
  direction: 1 | -1
}

function overClash(db: ReadDb, balance: Balance): FoundClash[] {
  const { id, number, currency, paidMinor, payableMinor, overMinor, direction } = balance
  if (overMinor <= 0) return []
  const shares = standingShares(db, balance)
  if (new Set(shares.map(({ replica }) => replica)).size < 2) return []
  const money = (minor: number) => minorToDecimal(direction * minor, currency)
  const facts = { number, currency, paid: money(paidMinor), payable: money(payableMinor) }
  return [{ ...clashOf(doubledShares(shares), facts), key: `${id} ${paidMinor} ${payableMinor}` }]
}

function standingShares(db: ReadDb, { id, side, direction }: Balance): StandingShare[] {
  const { owner, index } = sides[side]
  return db.all<StandingShare>(
    `SELECT s.payment_id AS paymentId, s.order_minor AS minor, s.purpose, p.id >> 29 AS replica
     FROM payment_shares s INDEXED BY ${index} JOIN payments p ON p.id = s.payment_id
     WHERE s.${owner} = ? AND s.order_minor * ? > 0 AND ${standing} ORDER BY s.id`,
    id,
    direction,
  )
}

/** The payments of one amount and purpose that both copies made; where there are none such, all of them. */
function doubledShares(shares: readonly StandingShare[]): Id[] {
  const groups = [...Map.groupBy(shares, ({ minor, purpose }) => `${minor} ${purpose}`).values()]
  const doubled = groups.find((group) => new Set(group.map(({ replica }) => replica)).size > 1)
  return [...new Set((doubled ?? shares).map(({ paymentId }) => paymentId))]
}

function areOneAmount(db: ReadDb, ids: readonly Id[]): boolean {
  const said = ids.map((id) => {
    const { amount_minor, currency } = paymentRow(db, id)
    return `${amount_minor} ${currency}`
  })
  return ids.length > 1 && new Set(said).size === 1
}
