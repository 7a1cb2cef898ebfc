// What a customer's timeline tells of trade: orders, what was sent, payments, letters. An order's own tells what was sent and paid.
import { eventsOf } from '#main/services/customers/row-events.ts'
import { makerSql } from '#main/services/history/row-makers.ts'
import { ownIdsSql } from '#main/services/parties/merged-parties.ts'
import { changedTo, contentsByRow, idsOf, type TimelineSource } from '#main/services/timeline/timeline-source.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { TimelineContent } from '#shared/schemas/timeline.ts'

const ordersOf = 'sales_orders r INDEXED BY sales_orders_by_customer WHERE r.customer_id = ? AND r.deleted = 0'

export const orderTimeline: TimelineSource = {
  kind: 'order',
  events: ({ kind, id }) =>
    kind === 'party'
      ? eventsOf({ table: 'sales_orders', from: ordersOf, made: "'made'", changed: changedTo('status') }, id)
      : null,
  contents(db, _record, events) {
    type Row = { id: Id; number: string; document: 'order' | 'credit'; orderedOn: Day; minor: number; currency: string }
    const rows = db.all<Row>(
      `SELECT id, number, document, ordered_on AS orderedOn, gross_minor AS minor, currency FROM sales_orders
       WHERE id IN (SELECT value FROM json_each(?))`,
      idsOf(events),
    )
    return contentsByRow(events, rows, ({ minor, ...row }, { what }) => ({
      kind: 'order',
      what: what as Of<'order'>['what'],
      ...row,
      total: minorToDecimal(minor, row.currency),
    }))
  },
}

type Of<Kind extends TimelineContent['kind']> = Extract<TimelineContent, { kind: Kind }>

const dispatchesOf = {
  party: `sales_orders o INDEXED BY sales_orders_by_customer CROSS JOIN dispatches r INDEXED BY dispatches_by_order
    ON r.order_id = o.id WHERE o.customer_id = ? AND r.deleted = 0`,
  order: 'dispatches r INDEXED BY dispatches_by_order WHERE r.order_id = ? AND r.deleted = 0',
}

export const dispatchTimeline: TimelineSource = {
  kind: 'dispatch',
  events: ({ kind, id }) =>
    kind === 'party' || kind === 'order'
      ? eventsOf(
          {
            table: 'dispatches',
            from: dispatchesOf[kind],
            made: "'sent'",
            changed: `iif(${changedTo('status')} = 'reversed', 'reversed', NULL)`,
          },
          id,
        )
      : null,
  contents(db, _record, events) {
    type Row = { id: Id; orderId: Id; orderNumber: string; on: Day | null; tracking: string }
    const rows = db.all<Row>(
      `SELECT r.id, r.order_id AS orderId, o.number AS orderNumber, r.dispatched_on AS "on", r.tracking_number AS tracking
       FROM dispatches r JOIN sales_orders o ON o.id = r.order_id WHERE r.id IN (SELECT value FROM json_each(?))`,
      idsOf(events),
    )
    return contentsByRow(events, rows, ({ id: _id, ...row }, { what }) => ({
      kind: 'dispatch',
      what: what as Of<'dispatch'>['what'],
      ...row,
    }))
  },
}

const paymentsOf = {
  party: `payments r INDEXED BY payments_by_party WHERE r.party_id IN (${ownIdsSql})`,
  order: `payments r WHERE r.id IN (SELECT s.payment_id FROM payment_shares s INDEXED BY payment_shares_by_sale
    WHERE s.sales_order_id = ?)`,
}

export const paymentTimeline: TimelineSource = {
  kind: 'payment',
  events: ({ kind, id }) => {
    if (kind !== 'party' && kind !== 'order') return null
    const made = "iif(r.reverses_id IS NULL, r.direction, 'reversed')"
    return { sql: `SELECT ${makerSql('r.id')}, ${made}, r.id FROM ${paymentsOf[kind]}`, params: [id] }
  },
  contents(db, _record, events) {
    const rows = db.all<{ id: Id; number: string; on: Day; minor: number; currency: string }>(
      `SELECT id, number, paid_on AS "on", abs(amount_minor) AS minor, currency FROM payments
       WHERE id IN (SELECT value FROM json_each(?))`,
      idsOf(events),
    )
    return contentsByRow(events, rows, ({ id: _id, minor, ...row }, { what }) => ({
      kind: 'payment',
      what: what as Of<'payment'>['what'],
      ...row,
      amount: minorToDecimal(minor, row.currency),
    }))
  },
}

const lettersOf = 'dunning_letters r INDEXED BY dunning_letters_by_party WHERE r.party_id = ? AND r.deleted = 0'

export const letterTimeline: TimelineSource = {
  kind: 'letter',
  events: ({ kind, id }) =>
    kind === 'party'
      ? eventsOf(
          {
            table: 'dunning_letters',
            from: lettersOf,
            made: "'written'",
            changed: `iif(${changedTo('sent_on')} IS NOT NULL, 'sent', NULL)`,
          },
          id,
        )
      : null,
  contents(db, _record, events) {
    const rows = db.all<{ id: Id; number: string; step: number; asOf: Day; minor: number; currency: string }>(
      `SELECT id, number, step, as_of AS asOf, open_minor AS minor, currency FROM dunning_letters
       WHERE id IN (SELECT value FROM json_each(?))`,
      idsOf(events),
    )
    return contentsByRow(events, rows, ({ id: _id, minor, ...row }, { what }) => ({
      kind: 'letter',
      what: what as Of<'letter'>['what'],
      ...row,
      open: minorToDecimal(minor, row.currency),
    }))
  },
}
