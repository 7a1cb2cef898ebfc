// What customers have paid of sales orders and what is still open, due and owed: derived columns of orders, neither logged nor
// merged, settled with everything that they follow from.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { type ReceivableState, receivableState, type SoldOrder } from '#main/domain/receivables/sale-dues.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** A sales order or a credit with what it comes to and what was paid. */
export type SaleBalance = SoldOrder & {
  id: Id
  number: string
  document: 'order' | 'credit'
  customerId: Id | null
  currency: string
  /** In base currency when it was made; null without a rate. */
  grossBaseMinor: number | null
}

/** Orders by id, or every one. */
export type AskedSales = readonly Id[] | 'all'

/** SQL: what is asked for; 0 of drafts and of what was cancelled. */
const askedSql = (alias: string) =>
  `iif(${alias}.deleted = 0 AND ${alias}.status NOT IN ('draft', 'cancelled'), ${alias}.gross_minor, 0)`

/** A share in another currency than the order has now settles nothing of it: that is a clash, until somebody mends it. */
const paidSql = `coalesce((SELECT sum(s.order_minor) FROM payment_shares s INDEXED BY payment_shares_by_sale
  WHERE s.sales_order_id = o.id AND s.currency IN ('', o.currency)), 0)`

const sentSql = `(SELECT max(d.dispatched_on) FROM dispatches d INDEXED BY dispatches_by_order
  WHERE d.order_id = o.id AND d.status = 'posted' AND d.deleted = 0)`

type Row = Omit<SaleBalance, 'isSent'> & {
  isSent: number
  isHistory: number
  paid: number
  open: number
  due: Day | null
  owed: Day | null
  state: string
}

/** An order of the past asks for nothing; most of an import are of the past and right from the start. */
const mayBeWrong = `WHERE NOT (o.is_history = 1 AND o.open_minor = 0 AND o.due_on IS NULL AND o.owed_on IS NULL
  AND o.payment_state = '' AND o.paid_minor = ${paidSql})`

function rowsOf(db: ReadDb, asked: AskedSales, where = ''): Row[] {
  const isById = asked !== 'all'
  return db.all<Row>(
    `SELECT o.id, o.number, o.document, o.customer_id AS customerId, o.currency, o.gross_base_minor AS grossBaseMinor,
       o.is_history AS isHistory, o.ordered_on AS orderedOn, o.required_on AS promisedOn, o.deposit_ppm AS depositPpm,
       o.due_from AS dueFrom, o.due_days AS dueDays, o.delivered_on AS deliveredOn, ${askedSql('o')} AS askedMinor,
       o.shipping_state IN ('sent', 'returned') OR o.status IN ('shipped', 'delivered', 'closed') AS isSent,
       coalesce(${sentSql}, o.shipped_on) AS sentOn, ${paidSql} AS paidMinor, o.paid_minor AS paid, o.open_minor AS open,
       o.due_on AS due, o.owed_on AS owed, o.payment_state AS state
     FROM ${isById ? 'json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value' : 'sales_orders o'} ${where}`,
    ...(isById ? [JSON.stringify(asked)] : []),
  )
}

/** In the order asked for; deleted ones ask for nothing. */
export function saleBalances(db: ReadDb, asked: AskedSales): SaleBalance[] {
  return rowsOf(db, asked).map(
    ({ isSent, isHistory: _, paid: _p, open: _o, due: _d, owed: _w, state: _s, ...row }) => ({
      ...row,
      isSent: isSent === 1,
    }),
  )
}

/**
 * Brings paid_minor, open_minor, due_on, owed_on and payment_state of orders up to date. Their gross_minor and shipping_state
 * must be right before. Rows that are right already are not rewritten.
 */
export function settleReceivables(tx: WriteTx, orderIds: AskedSales): void {
  if (orderIds.length === 0) return
  const update = tx.statement(
    'UPDATE sales_orders SET paid_minor = ?, open_minor = ?, due_on = ?, owed_on = ?, payment_state = ? WHERE id = ?',
  )
  for (const { id, paidMinor, ...state } of wrongRows(tx, orderIds))
    update.run(paidMinor, state.openMinor, state.dueOn, state.owedOn, state.paymentState, id)
}

/** Orders whose columns are not what their terms, goods and payments say: for `check`. */
export function receivablesOutOfStep(db: ReadDb): Id[] {
  return wrongRows(db, 'all').map(({ id }) => id)
}

type Settled = ReceivableState & { id: Id; paidMinor: number }

function wrongRows(db: ReadDb, asked: AskedSales): Settled[] {
  return rowsOf(db, asked, mayBeWrong).flatMap((row) => {
    const { openMinor, dueOn, owedOn, paymentState } = stateOf(row)
    const isRight =
      row.paid === row.paidMinor &&
      row.open === openMinor &&
      row.due === dueOn &&
      row.owed === owedOn &&
      row.state === paymentState
    return isRight ? [] : [{ id: row.id, paidMinor: row.paidMinor, openMinor, dueOn, owedOn, paymentState }]
  })
}

function stateOf(row: Row): ReceivableState {
  if (row.isHistory === 1) return { openMinor: 0, dueOn: null, owedOn: null, paymentState: '' }
  return receivableState({ ...row, isSent: row.isSent === 1 })
}
