// Orders that need someone: late, due soon, without a rate, left as drafts.
import type { AlertQuestion, AlertRule, AlertSource } from '#main/services/alerts/alert-rule.ts'
import { rowsBy } from '#main/services/alerts/alert-rule.ts'
import { workingCalendar } from '#main/services/book/working-calendar.ts'
import { addDays } from '#shared/dates.ts'

// The condition of the index sales_orders_waiting, word for word: nobody has the goods yet.
const isWaiting = `r.shipped_on IS NULL AND r.deleted = 0 AND r.archived = 0
  AND r.status IN ('draft', 'confirmed', 'on_hold', 'part_shipped')`

const isLiving = 'r.deleted = 0 AND r.archived = 0'

type Shape = { cause: string; dayOn: string; severity: number; facts: string }

function orderAlert({ cause, dayOn, severity, facts }: Shape): string {
  return `SELECT 'order' AS record_kind, r.id AS record_id, '' AS detail, ${cause} AS cause, ${dayOn} AS day_on,
    ${severity} AS severity, ${facts} AS facts FROM sales_orders r`
}

/** Past the day that the customer asked for, and the goods have not left. */
export const lateOrders: AlertRule = {
  id: 'orders/late',
  screen: 'orders',
  records: ['order'],
  step: { action: 'ship', place: 'page' },
  find: (_db, question) =>
    requiredBetween(question, { severity: 0, from: '0000-01-01', to: addDays(question.today, -1) }),
}

/** The day that the customer asked for is today or near. */
export const dueSoonOrders: AlertRule = {
  id: 'orders/due-soon',
  screen: 'orders',
  records: ['order'],
  defaultDays: () => 7,
  step: { action: 'prepare', place: 'page' },
  find: (_db, question) =>
    requiredBetween(question, { severity: 1, from: question.today, to: addDays(question.today, question.days) }),
  moreFacts(db, today) {
    const { workingDaysBetween } = workingCalendar(db)
    return (dayOn) => ({ workingDays: dayOn ? workingDaysBetween(today, dayOn) : 0 })
  },
}

function requiredBetween(
  question: AlertQuestion,
  { severity, from, to }: { severity: number; from: string; to: string },
): AlertSource {
  const { by, own, ownParams } = rowsBy('sales_orders_waiting', question)
  const facts = "json_object('day', r.required_on, 'status', r.status)"
  const shape = { cause: 'r.required_on', dayOn: 'r.required_on', severity, facts }
  return {
    sql: `${orderAlert(shape)} ${by} WHERE ${isWaiting} AND r.required_on >= ? AND r.required_on <= ?${own}`,
    params: [from, to, ...ownParams],
  }
}

/** In a currency without a rate for its day: left out of every sum in base currency. */
export const ordersWithoutRate: AlertRule = {
  id: 'orders/no-rate',
  screen: 'orders',
  records: ['order'],
  isOrdered: true,
  step: { action: 'giveRate', place: 'rates' },
  find: (_db, question) => {
    const { by, own, ownParams } = rowsBy('sales_orders_without_rate', question)
    const facts = "json_object('currency', r.currency, 'day', r.ordered_on)"
    const shape = { cause: "r.currency || ' ' || r.ordered_on", dayOn: 'NULL', severity: 1, facts }
    return {
      sql: `${orderAlert(shape)} ${by} WHERE r.rate IS NULL AND ${isLiving} AND r.status <> 'cancelled'${own}`,
      params: ownParams,
    }
  },
}

/** Begun and neither confirmed nor cancelled since. */
export const oldDrafts: AlertRule = {
  id: 'orders/draft-old',
  screen: 'orders',
  records: ['order'],
  defaultDays: () => 14,
  step: { action: 'decide', place: 'page' },
  find: (_db, question) => {
    const { by, own, ownParams } = rowsBy('sales_orders_drafts', question)
    const facts = "json_object('day', r.ordered_on)"
    const shape = { cause: 'r.ordered_on', dayOn: 'NULL', severity: 2, facts }
    return {
      sql: `${orderAlert(shape)} ${by} WHERE r.status = 'draft' AND ${isLiving} AND r.ordered_on <= ?${own}`,
      params: [addDays(question.today, -question.days), ...ownParams],
    }
  },
}
