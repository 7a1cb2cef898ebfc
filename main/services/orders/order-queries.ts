// An order with its lines and the names it refers to.
import type { ReadDb } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import { verbsOf } from '#main/domain/orders/order-status.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type LineRow, lineFromRow } from '#main/services/orders/line-columns.ts'
import { orderFromRow } from '#main/services/orders/order-columns.ts'
import { livingOrder, stateOf } from '#main/services/orders/order-rows.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import { ppmToPercent } from '#shared/percent.ts'
import type { Order, OrderTerms, SaleDueFrom } from '#shared/schemas/orders.ts'

/** The order, or `orders/not-found`. */
export function getOrder(db: ReadDb, id: Id): Order {
  const row = livingOrder(db, id)
  const base = baseCurrency(db)
  return {
    ...orderFromRow(row),
    ...namesOf(db, row),
    baseCurrency: base,
    baseTotal: minorText(row.base_total_minor, base),
    grossBase: minorText(row.gross_base_minor, base),
    verbs: verbsOf(stateOf(db, row)),
    lines: orderLines(db, id).map((line) => lineFromRow(line, row.currency, base)),
  }
}

/** What an order refers to, by name. */
export function namesOf(
  db: ReadDb,
  row: SalesOrdersTable,
): Pick<Order, 'customer' | 'carrier' | 'warehouse' | 'credits' | 'serves'> {
  const place = 'SELECT id, name, code FROM warehouses WHERE id = ?'
  return {
    customer: party(db, row.customer_id),
    carrier: party(db, row.carrier_id),
    warehouse: db.get<NonNullable<Order['warehouse']>>(place, row.warehouse_id) ?? null,
    credits: numberOf(db, row.credits_id),
    serves: numberOf(db, row.serves_id),
  }
}

function numberOf(db: ReadDb, id: Id | null): Order['credits'] {
  if (id === null) return null
  return db.get<{ id: Id; number: string }>('SELECT id, number FROM sales_orders WHERE id = ?', id) ?? null
}

function orderLines(db: ReadDb, orderId: Id): LineRow[] {
  return db.all<LineRow>(
    `SELECT l.*, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, p.unit
     FROM live_order_lines l LEFT JOIN products p ON p.id = l.product_id WHERE l.order_id = ? ORDER BY l.position, l.id`,
    orderId,
  )
}

function party(db: ReadDb, id: Id | null): Order['customer'] {
  const sql = 'SELECT id, name, name_zh AS nameZh FROM parties WHERE id = ?'
  return id === null ? null : (db.get<{ id: Id; name: string; nameZh: string }>(sql, id) ?? null)
}

type TermsRow = { currency: string; depositPpm: number; dueFrom: SaleDueFrom; dueDays: number; channel: string }

/** The terms that orders of a customer begin with; without a customer the plainest. */
export function orderTerms(db: ReadDb, customerId: Id | null): OrderTerms {
  const row = db.get<TermsRow>(
    `SELECT currency, sale_deposit_ppm AS depositPpm, sale_due_from AS dueFrom, sale_due_days AS dueDays, channel
     FROM parties WHERE id = ?`,
    customerId,
  )
  return {
    currency: row?.currency || baseCurrency(db),
    depositPercent: ppmToPercent(row?.depositPpm ?? 0),
    dueFrom: row?.dueFrom ?? 'order',
    dueDays: row?.dueDays ?? 0,
    channel: row?.channel ?? '',
  }
}
