// Purchase orders that need someone: promised for a day that has passed, without a rate, left as drafts.
import type { AlertQuestion, AlertRule } from '#main/services/alerts/alert-rule.ts'
import { rowsBy } from '#main/services/alerts/alert-rule.ts'
import { addDays } from '#shared/dates.ts'

type Shape = { cause: string; dayOn: string; severity: number; facts: string }

function purchaseAlert({ cause, dayOn, severity, facts }: Shape): string {
  return `SELECT 'purchase' AS record_kind, r.id AS record_id, '' AS detail, ${cause} AS cause, ${dayOn} AS day_on,
    ${severity} AS severity, ${facts} AS facts FROM purchase_orders r`
}

/** Something that is still to come was promised for a day before today. */
export const latePurchases: AlertRule = {
  id: 'purchases/late',
  screen: 'purchases',
  records: ['purchase'],
  step: { action: 'chase', place: 'page' },
  find: (_db, question) => {
    const { by, own, ownParams } = rowsBy('purchase_orders_by_next_day', question)
    const facts = `json_object('day', r.next_on, 'supplier', (SELECT s.name FROM parties s WHERE s.id = r.supplier_id),
      'lines', (SELECT count(*) FROM purchase_lines l INDEXED BY purchase_lines_by_order
        WHERE l.order_id = r.id AND l.open_milli > 0 AND l.due_on < ?))`
    return {
      sql: `${purchaseAlert({ cause: 'r.next_on', dayOn: 'r.next_on', severity: 0, facts })} ${by}
        WHERE r.next_on IS NOT NULL AND r.next_on < ? AND r.deleted = 0 AND r.archived = 0${own}`,
      params: [question.today, question.today, ...ownParams],
    }
  },
}

/** Begun and neither sent nor cancelled since. */
export const oldPurchaseDrafts: AlertRule = {
  id: 'purchases/draft-old',
  screen: 'purchases',
  records: ['purchase'],
  defaultDays: () => 14,
  step: { action: 'decide', place: 'page' },
  find: (_db, question: AlertQuestion) => {
    const { by, own, ownParams } = rowsBy('purchase_orders_drafts', question)
    const facts = "json_object('day', r.ordered_on)"
    return {
      sql: `${purchaseAlert({ cause: 'r.ordered_on', dayOn: 'NULL', severity: 2, facts })} ${by}
        WHERE r.status = 'draft' AND r.deleted = 0 AND r.archived = 0 AND r.ordered_on <= ?${own}`,
      params: [addDays(question.today, -question.days), ...ownParams],
    }
  },
}
