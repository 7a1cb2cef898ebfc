// Derived columns of orders: counts, totals, tax, what is to be paid, and how far the goods have come. The lines must be right
// before.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { type GoodsTally, shippingStateOf } from '#main/domain/orders/order-status.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { isGoodsSql, type OrderIds } from '#main/services/orders/line-states.ts'
import { baseConverter } from '#main/services/rates/document-rate.ts'
import type { Id } from '#shared/ids.ts'
import { orderMoney } from '#shared/order-money.ts'
import type { OrderDocumentKind, OrderSide, OrderStatus, ShippingState } from '#shared/schemas/orders.ts'

const isWanted = `${isGoodsSql('l')} AND l.qty_milli > l.cancelled_milli`
const rest = 'l.qty_milli - l.cancelled_milli'
const wanted = `count(*) FILTER (WHERE ${isWanted})`
/** What few lines are is asked first: an import counts hundreds of thousands of which nothing was sent. */
const countOf = (condition: string) => `count(*) FILTER (WHERE ${condition} AND ${isWanted})`

const tally = `${wanted} AS lines, ${countOf('l.shipped_milli > 0')} AS sent,
  ${wanted} - ${countOf(`l.shipped_milli >= ${rest}`)} AS withRest, ${countOf('l.returned_milli < l.shipped_milli')} AS notBack,
  ${wanted} - ${countOf(`l.returned_milli >= ${rest}`)} AS kept`

/** base is NULL while one line has no amount in base currency: a sum that leaves something out is no total. */
const select = `SELECT o.id, o.document, o.status, o.is_history AS isHistory, o.shipped_on AS shippedOn, o.currency, o.rate,
    o.tax_included AS taxIncluded, o.tax_by AS taxBy, coalesce(o.freight_minor, 0) AS freightMinor,
    o.freight_tax_minor AS freightTaxMinor, o.other_minor AS otherMinor,
    count(l.id) AS lineCount, coalesce(sum(l.total_minor), 0) AS totalMinor, coalesce(sum(l.tax_minor), 0) AS lineTaxMinor,
    CASE WHEN count(l.base_minor) = count(l.id) THEN coalesce(sum(l.base_minor), 0) END AS baseMinor,
    ${tally},
    o.line_count AS wasCount, o.total_minor AS wasTotal, o.base_total_minor AS wasBase, o.tax_minor AS wasTax,
    o.gross_minor AS wasGross, o.gross_base_minor AS wasGrossBase, o.shipping_state AS wasShipping`

const withLines = 'LEFT JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id AND l.deleted = 0'

/** How far the goods of one order have come, whatever its state. */
export function goodsTally(db: ReadDb, orderId: Id): GoodsTally {
  const row = db.get<GoodsTally>(`SELECT ${tally} FROM sales_orders o ${withLines} WHERE o.id = ?`, orderId)
  return row ?? { lines: 0, sent: 0, withRest: 0, notBack: 0, kept: 0 }
}

type Row = GoodsTally & {
  id: Id
  document: OrderDocumentKind
  status: OrderStatus
  isHistory: number
  shippedOn: string | null
  currency: string
  rate: string | null
  taxIncluded: number
  taxBy: OrderSide
  freightMinor: number
  freightTaxMinor: number
  otherMinor: number
  lineCount: number
  totalMinor: number
  lineTaxMinor: number
  baseMinor: number | null
  wasCount: number
  wasTotal: number
  wasBase: number | null
  wasTax: number
  wasGross: number
  wasGrossBase: number | null
  wasShipping: ShippingState
}

type Sums = [
  lineCount: number,
  total: number,
  base: number | null,
  tax: number,
  gross: number,
  grossBase: number | null,
  shipping: ShippingState,
]

/** Brings them up to date. Rows that are right already are not rewritten. */
export function settleOrderSums(tx: WriteTx, orderIds: OrderIds): void {
  const update = tx.statement(
    `UPDATE sales_orders SET line_count = ?, total_minor = ?, base_total_minor = ?, tax_minor = ?, gross_minor = ?,
       gross_base_minor = ?, shipping_state = ? WHERE id = ?`,
  )
  for (const { id, sums } of wrongOrders(tx, orderIds)) update.run(...sums, id)
}

/** Orders whose sums are not what their lines say: for `check`. */
export function ordersOutOfStep(db: ReadDb): Id[] {
  return wrongOrders(db, 'all').map(({ id }) => id)
}

function wrongOrders(db: ReadDb, orderIds: OrderIds): { id: Id; sums: Sums }[] {
  const isAll = orderIds === 'all'
  const rows = isAll
    ? db.all<Row>(`${select} FROM sales_orders o ${withLines} GROUP BY o.id`)
    : db.all<Row>(
        // Found in the order of their ids, so that nothing is sorted to be grouped.
        `${select} FROM sales_orders o ${withLines} WHERE o.id IN (SELECT value FROM json_each(?)) GROUP BY o.id`,
        JSON.stringify(orderIds),
      )
  const toBase = grossConverter(baseCurrency(db))
  return rows.flatMap((row) => {
    const sums = sumsOf(row, toBase)
    const was = [row.wasCount, row.wasTotal, row.wasBase, row.wasTax, row.wasGross, row.wasGrossBase, row.wasShipping]
    return sums.every((value, index) => value === was[index]) ? [] : [{ id: row.id, sums }]
  })
}

type GrossConverter = (row: Row, grossMinor: number) => number | null

function sumsOf(row: Row, toBase: GrossConverter): Sums {
  const { taxMinor, grossMinor } = orderMoney({ ...row, taxIncluded: row.taxIncluded === 1 })
  const shipping = shippingStateOf({ ...row, isHistory: row.isHistory === 1, goods: row })
  return [row.lineCount, row.totalMinor, row.baseMinor, taxMinor, grossMinor, toBase(row, grossMinor), shipping]
}

/** Orders of one day share their rate, so its exact fraction is worked out once. */
function grossConverter(base: string): GrossConverter {
  const known = new Map<string, ReturnType<typeof baseConverter>>()
  return ({ currency, rate }, grossMinor) => {
    const key = `${currency} ${rate}`
    let convert = known.get(key)
    if (!convert) {
      convert = baseConverter(currency, base, rate)
      known.set(key, convert)
    }
    return convert(grossMinor)
  }
}
