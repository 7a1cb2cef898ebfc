// What the rules of flags look at, each found by an index.
import type { ReadDb } from '#main/db/database.ts'
import type { FlagFacts, SharedThing } from '#main/domain/sales/order-flags.ts'
import { quantile } from '#main/domain/stats/quantile.ts'
import { mailboxSql, phoneTailSql } from '#main/services/sales/contact-keys.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { FlagOrder, FlagsSetting } from '#shared/schemas/order-flags.ts'

type Order = {
  id: Id
  document: string
  status: string
  orderedOn: Day
  customerId: Id | null
  baseTotal: number | null
  street: string
  postalCode: string
  city: string
  phone: string
  shipToCountry: string
  cardCountry: string
  customerPhone: string
  customerEmail: string
}

/** Null of a credit, and of an order that is not there: nothing is flagged. */
export function flagFacts(db: ReadDb, orderId: Id, setting: FlagsSetting): FlagFacts | null {
  const order = db.get<Order>(orderSql, orderId)
  if (order?.document !== 'order') return null
  const { cardCountry, shipToCountry } = order
  return {
    address: setting.sameAddress.isOn ? sharedAddress(db, order, setting.sameAddress.days) : null,
    contacts: setting.sameContact.isOn ? sharedContacts(db, order, setting.sameContact.days) : [],
    ...{ cardCountry, shipToCountry },
    first: setting.firstLarge.isOn ? firstOrder(db, order) : null,
    cancelled: setting.manyCancelled.isOn ? cancelledOrders(db, order, setting.manyCancelled.days) : [],
  }
}

const orderSql = `SELECT o.id, o.document, o.status, o.ordered_on AS orderedOn, o.customer_id AS customerId,
  o.base_total_minor AS baseTotal, o.ship_to_street AS street, o.ship_to_postal_code AS postalCode, o.ship_to_city AS city,
  o.ship_to_phone AS phone, o.ship_to_country AS shipToCountry, o.card_country AS cardCountry,
  coalesce(c.phone, '') AS customerPhone, coalesce(c.email, '') AS customerEmail
  FROM live_sales_orders o LEFT JOIN parties c ON c.id = o.customer_id WHERE o.id = ?`

const columns = `SELECT o.id, o.number, o.ordered_on AS orderedOn, coalesce(nullif(o.ship_to_name, ''), c.name, '') AS name, o.status`
const customer = 'LEFT JOIN parties c ON c.id = o.customer_id'
/** Orders of so many days before and after, this one among them, newest first: what comes years later makes nothing odd. */
const near =
  "o.deleted = 0 AND o.document = 'order' AND o.ordered_on BETWEEN ? AND ? ORDER BY o.ordered_on DESC, o.id DESC LIMIT 500"
type Span = readonly [from: Day, to: Day]

function around({ orderedOn }: Order, days: number): Span {
  return [addDays(orderedOn, -days), addDays(orderedOn, days)]
}

function sharedAddress(db: ReadDb, order: Order, days: number): SharedThing | null {
  const { street, postalCode, city } = order
  if (street === '') return null
  const orders = db.all<FlagOrder>(
    `${columns} FROM sales_orders o INDEXED BY sales_orders_by_address ${customer}
     WHERE o.ship_to_postal_code = ? AND o.ship_to_street = ? AND o.ship_to_street <> '' AND o.ship_to_city = ? AND ${near}`,
    ...[postalCode, street, city, ...around(order, days)],
  )
  return { value: [street, `${postalCode} ${city}`.trim()].filter(Boolean).join(', '), orders }
}

/** Fewer tell nothing of whose it is, as where people write `n/a`. The report of duplicates takes as many. */
const leastDigits = 7

function sharedContacts(db: ReadDb, order: Order, days: number): SharedThing[] {
  const span = around(order, days)
  const phone = order.phone || order.customerPhone
  const byPhone =
    phone.replaceAll(/\D/g, '').length < leastDigits ? [] : [{ value: phone, orders: ordersOfPhone(db, phone, span) }]
  const email = order.customerEmail
  return email === '' ? byPhone : [...byPhone, { value: email, orders: ordersOfEmail(db, email, span) }]
}

function ordersOfPhone(db: ReadDb, phone: string, span: Span): FlagOrder[] {
  const tail = keyOf(db, phoneTailSql, phone)
  return db.all<FlagOrder>(
    `${columns} FROM (
       SELECT id FROM sales_orders INDEXED BY sales_orders_by_phone
       WHERE ${phoneTailSql('ship_to_phone')} = ? AND ship_to_phone <> ''
       UNION SELECT s.id FROM parties p INDEXED BY parties_by_phone
         CROSS JOIN sales_orders s INDEXED BY sales_orders_by_customer ON s.customer_id = p.id
         WHERE ${phoneTailSql('p.phone')} = ? AND p.phone <> '') f
     CROSS JOIN sales_orders o ON o.id = f.id ${customer} WHERE ${near}`,
    ...[tail, tail, ...span],
  )
}

function ordersOfEmail(db: ReadDb, email: string, span: Span): FlagOrder[] {
  return db.all<FlagOrder>(
    `${columns} FROM parties p INDEXED BY parties_by_mailbox
     CROSS JOIN sales_orders o INDEXED BY sales_orders_by_customer ON o.customer_id = p.id ${customer}
     WHERE ${mailboxSql('p.email')} = ? AND p.email <> '' AND ${near}`,
    ...[keyOf(db, mailboxSql, email), ...span],
  )
}

function keyOf(db: ReadDb, keySql: (column: string) => string, text: string): string {
  return (
    db.get<{ key: string }>(`SELECT ${keySql('j.value')} AS key FROM json_each(json_array(?)) j`, text)?.key ?? text
  )
}

/** With fewer orders nobody can say what is usual. */
const leastUsual = 5

function firstOrder(db: ReadDb, { id, customerId, baseTotal, orderedOn }: Order): FlagFacts['first'] {
  if (customerId === null || baseTotal === null) return null
  const earlier = db.get(
    `SELECT 1 FROM sales_orders INDEXED BY sales_orders_by_customer WHERE customer_id = ? AND deleted = 0
       AND document = 'order' AND status <> 'cancelled' AND id <> ? AND (ordered_on, id) < (?, ?) LIMIT 1`,
    ...[customerId, id, orderedOn, id],
  )
  if (earlier) return null
  const totals = db
    .raw(
      `SELECT base_total_minor FROM sales_orders INDEXED BY sales_orders_list_by_day
       WHERE deleted = 0 AND archived = 0 AND ordered_on <= ? AND id <> ? AND document = 'order'
         AND status NOT IN ('draft', 'cancelled') AND base_total_minor IS NOT NULL
       ORDER BY ordered_on DESC LIMIT 200`,
      ...[orderedOn, id],
    )
    .map(([minor]) => minor as number)
  return { totalMinor: baseTotal, usualMinor: totals.length < leastUsual ? null : quantile(totals, 0.5) }
}

function cancelledOrders(db: ReadDb, order: Order, days: number): FlagOrder[] {
  const { customerId } = order
  if (customerId === null) return []
  return db.all<FlagOrder>(
    `${columns} FROM sales_orders o INDEXED BY sales_orders_by_customer ${customer}
     WHERE o.customer_id = ? AND o.status = 'cancelled' AND ${near}`,
    ...[customerId, ...around(order, days)],
  )
}
