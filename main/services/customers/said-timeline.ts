// What a customer's timeline tells of words: messages, and what they agreed to. An order's own tells the messages about it.
import { eventsOf } from '#main/services/customers/row-events.ts'
import {
  changedTo,
  contentsByRow,
  idsOf,
  removedSql,
  type TimelineSource,
} from '#main/services/timeline/timeline-source.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { Message } from '#shared/schemas/customers.ts'
import type { TimelineContent } from '#shared/schemas/timeline.ts'

type Of<Kind extends TimelineContent['kind']> = Extract<TimelineContent, { kind: Kind }>

const messagesOf = {
  party: 'messages r INDEXED BY messages_by_party WHERE r.party_id = ?',
  order: 'messages r INDEXED BY messages_by_order WHERE r.order_id = ?',
}

export const messageTimeline: TimelineSource = {
  kind: 'message',
  events: ({ kind, id }) =>
    kind === 'party' || kind === 'order'
      ? eventsOf(
          {
            table: 'messages',
            from: messagesOf[kind],
            made: "iif(r.deleted = 0, 'written', NULL)",
            changed: `coalesce(${removedSql}, iif(${changedTo('closed_on')} IS NOT NULL, 'closed', NULL))`,
          },
          id,
        )
      : null,
  contents(db, _record, events) {
    const rows = db.all<Omit<Message, 'person'>>(
      `SELECT r.id, r.order_id AS orderId, coalesce(o.number, '') AS orderNumber, r.kind, r.direction,
         r.happened_on AS "on", r.subject, r.text, r.closed_on AS closedOn
       FROM messages r LEFT JOIN sales_orders o ON o.id = r.order_id WHERE r.id IN (SELECT value FROM json_each(?))`,
      idsOf(events),
    )
    return contentsByRow(events, rows, (row, { what }) => ({
      kind: 'message',
      what: what as Of<'message'>['what'],
      // What was taken away is not told again.
      message: what === 'removed' ? { ...row, subject: '', text: '' } : row,
    }))
  },
}

const consentRows = 'consents r INDEXED BY consents_by_party WHERE r.party_id = ?'

export const consentTimeline: TimelineSource = {
  kind: 'consent',
  events: ({ kind, id }) =>
    kind === 'party'
      ? eventsOf(
          { table: 'consents', from: consentRows, made: 'iif(r.deleted = 0, r.state, NULL)', changed: removedSql },
          id,
        )
      : null,
  contents(db, _record, events) {
    const rows = db.all<{ id: Id; purpose: Of<'consent'>['purpose']; on: Day; proof: string }>(
      'SELECT id, purpose, stated_on AS "on", proof FROM consents WHERE id IN (SELECT value FROM json_each(?))',
      idsOf(events),
    )
    return contentsByRow(events, rows, ({ id: _id, ...row }, { what }) => ({
      kind: 'consent',
      what: what as Of<'consent'>['what'],
      ...row,
    }))
  },
}
