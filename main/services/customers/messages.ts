// What was said to a customer and by them, typed in: messages, calls, visits; inquiries and cases are open until closed.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { type PersonColumns, personColumns, personOf } from '#main/services/history/row-makers.ts'
import { refuseMissingRecord } from '#main/services/records/record-titles.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Message, MessageInput } from '#shared/schemas/customers.ts'

type MessageRow = Omit<Message, 'person'> & PersonColumns

const select = `SELECT m.id, m.order_id AS orderId, coalesce(o.number, '') AS orderNumber, m.kind, m.direction,
    m.happened_on AS "on", m.subject, m.text, m.closed_on AS closedOn, ${personColumns}
  FROM live_messages m LEFT JOIN sales_orders o ON o.id = m.order_id LEFT JOIN people p ON p.id = m.person_id`

/** The newest first. */
export function messagesOf(db: ReadDb, customerId: Id): Message[] {
  return db
    .all<MessageRow>(`${select} WHERE m.party_id = ? ORDER BY m.happened_on DESC, m.id DESC`, customerId)
    .map(asMessage)
}

function asMessage({ personName, personNameZh, ...row }: MessageRow): Message {
  return { ...row, person: personOf({ personName, personNameZh }) }
}

/** Writes a message down, or changes one. An order that it is about has to be the customer's own. */
export function saveMessage(tx: WriteTx, { id, customerId, orderId, on, ...words }: MessageInput): Id {
  refuseMissingRecord(tx, { kind: 'party', id: customerId })
  if (orderId !== null && !isOrderOf(tx, orderId, customerId))
    throw new AppError('messages/other-order', { field: 'orderId' })
  const values = { order_id: orderId, happened_on: on ?? bookToday(tx, tx.now), ...words }
  if (id === undefined) return tx.insert('messages', { party_id: customerId, person_id: tx.personId, ...values })
  refuseMissing(tx, id, customerId)
  tx.update('messages', id, values)
  return id
}

function isOrderOf(db: ReadDb, orderId: Id, customerId: Id): boolean {
  return db.get('SELECT 1 FROM live_sales_orders WHERE id = ? AND customer_id = ?', orderId, customerId) !== undefined
}

function refuseMissing(db: ReadDb, id: Id, customerId: Id): void {
  if (!db.get('SELECT 1 FROM live_messages WHERE id = ? AND party_id = ?', id, customerId))
    throw new AppError('messages/not-found')
}

/** Closes an inquiry or a case, or opens it again. */
export function closeMessage(
  tx: WriteTx,
  { id, on, isClosed }: { id: Id; on?: Day | undefined; isClosed: boolean },
): void {
  const row = tx.get<{ kind: string }>('SELECT kind FROM live_messages WHERE id = ?', id)
  if (!row || !['inquiry', 'case'].includes(row.kind)) throw new AppError('messages/not-found')
  tx.update('messages', id, { closed_on: isClosed ? (on ?? bookToday(tx, tx.now)) : null })
}

/** To the bin; `messages/not-found`. */
export function removeMessage(tx: WriteTx, id: Id): void {
  if (!tx.get('SELECT 1 FROM live_messages WHERE id = ?', id)) throw new AppError('messages/not-found')
  tx.update('messages', id, { deleted: 1 })
}
