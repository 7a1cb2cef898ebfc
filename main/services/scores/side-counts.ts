// What suppliers did beside their lines: orders that were cancelled, claims against them, how they answered requests.
import type { ReadDb } from '#main/db/database.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { askedOf, groupKeys, linesSql } from '#main/services/scores/bought-lines.ts'
import type { GroupKey } from '#main/services/scores/line-tallies.ts'
import { type FullQuestion, isNarrowed } from '#main/services/scores/score-question.ts'
import { type Day, dayOf, endOfDay, type Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type CancelledOrder = {
  key: GroupKey
  orderId: Id
  number: string
  orderedOn: Day
  hasReceipts: boolean
  isHistory: boolean
}

/** Orders of the window that were cancelled; by the day of each line that would have counted. */
export function cancelledOrders(db: ReadDb, question: FullQuestion): CancelledOrder[] {
  const { conditions, params } = askedOf(question, 'coalesce(l.due_on, o.ordered_on)')
  const rows = db.raw(
    `SELECT ${groupKeys[question.groupBy]}, o.id, o.number, o.ordered_on, max(l.bought_on IS NOT NULL), o.is_history
     FROM purchase_orders o CROSS JOIN purchase_lines l INDEXED BY purchase_lines_by_order ON l.order_id = o.id
     WHERE ${["o.status = 'cancelled' AND o.deleted = 0 AND l.deleted = 0", ...conditions].join(' AND ')}
     GROUP BY 1, 2 ORDER BY o.ordered_on DESC, o.id DESC`,
    ...params,
  ) as [GroupKey, Id, string, Day, number, number][]
  return rows.map(([key, orderId, number, orderedOn, has, history]) => ({
    key,
    orderId,
    number,
    orderedOn,
    hasReceipts: has === 1,
    isHistory: history === 1,
  }))
}

export type Answer = { supplierId: Id; requestId: Id; number: string; sentAt: Instant; answeredAt: Instant | null }

/**
 * Requests sent in the window and what came back by `asOf`. Whoever still has time to answer, or declined, is left out; so
 * is what was answered before it was asked.
 */
export function answersOf(db: ReadDb, question: FullQuestion): Answer[] {
  const { timeZone } = bookFacts(db)
  const { from, to, asOf, supplierIds } = question
  const end = endOfDay(asOf, timeZone)
  const rows = db.all<Answer & { answerBy: Day | null; state: string }>(
    `SELECT a.supplier_id AS supplierId, r.id AS requestId, r.number, a.sent_at AS sentAt, a.answered_at AS answeredAt,
       r.answer_by AS answerBy, a.state FROM quote_answers a CROSS JOIN quote_requests r ON r.id = a.request_id
     WHERE a.sent_at IS NOT NULL AND a.sent_at < ? AND a.deleted = 0 AND r.deleted = 0 AND r.status <> 'cancelled'${
       supplierIds ? ' AND a.supplier_id IN (SELECT value FROM json_each(?))' : ''
     } ORDER BY a.sent_at DESC, a.id DESC`,
    end,
    ...(supplierIds ? [JSON.stringify(supplierIds)] : []),
  )
  return rows.flatMap(({ answerBy, state, answeredAt, ...row }) => {
    const day = dayOf(row.sentAt, timeZone)
    if ((from && day < from) || (to && day > to)) return []
    const answered = answeredAt !== null && answeredAt < end ? answeredAt : null
    if (answered === null && (state === 'declined' || (answerBy !== null && answerBy >= asOf))) return []
    if (answered !== null && answered < row.sentAt) return []
    return [{ ...row, answeredAt: answered }]
  })
}

export type ClaimCounts = { claims: number; paperErrors: number }

/**
 * Claims opened in the window, errors in papers counted apart; what was dropped is none. Where only some of what a supplier
 * sold is looked at, those of the orders with such lines.
 */
export function claimCounts(db: ReadDb, question: FullQuestion): Map<GroupKey, ClaimCounts> {
  return countedClaims(db, question, 'party_id')
}

/** The same by the order that they are of; null: of none. */
export function claimsByOrder(db: ReadDb, question: FullQuestion): Map<Id | null, ClaimCounts> {
  return countedClaims(db, question, 'order_id')
}

function countedClaims<Key extends GroupKey>(
  db: ReadDb,
  question: FullQuestion,
  by: 'party_id' | 'order_id',
): Map<Key, ClaimCounts> {
  const lines = isNarrowed(question) ? linesSql({ ...question, from: undefined, to: undefined }) : null
  const ofOrders = lines ? ` AND order_id IN (SELECT l.order_id FROM ${lines.from} WHERE ${lines.where})` : ''
  const rows = db.raw(
    `SELECT ${by}, sum(kind <> 'papers'), sum(kind = 'papers') FROM claims
     WHERE deleted = 0 AND status <> 'dropped' AND opened_on >= ? AND opened_on <= ?${
       question.supplierIds ? ' AND party_id IN (SELECT value FROM json_each(?))' : ''
     }${ofOrders} GROUP BY ${by}`,
    question.from ?? '0001-01-01',
    earlier(question.to, question.asOf),
    ...(question.supplierIds ? [JSON.stringify(question.supplierIds)] : []),
    ...(lines?.params ?? []),
  ) as [Key, number, number][]
  return new Map(rows.map(([id, claims, paperErrors]) => [id, { claims, paperErrors }]))
}

function earlier(to: Day | undefined, asOf: Day): Day {
  return to !== undefined && to < asOf ? to : asOf
}

/** For weights by day: when a request was sent. */
export function sentDays(db: ReadDb): (at: Instant) => Day {
  const { timeZone } = bookFacts(db)
  return (at) => dayOf(at, timeZone)
}
