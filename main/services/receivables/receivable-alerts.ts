// Money that customers owe: overdue, and customers over what they may owe.
import { type AlertFinding, type AlertRule, rowsBy, sourceOf } from '#main/services/alerts/alert-rule.ts'
import { creditVerdict } from '#main/services/receivables/credit.ts'
import { addDays } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { currencyCodes, currencyDigits } from '#shared/reference/currencies.ts'

const longDays = 30

/** The first unpaid certain due day of an order is over by so many days. What a channel collects is for the settlements. */
export const receivablesOverdue: AlertRule = {
  id: 'receivables/overdue',
  screen: 'receivables',
  records: ['order'],
  defaultDays: () => 1,
  step: { action: 'collect', place: 'page' },
  find: (_db, question) => {
    const { by, own, ownParams } = rowsBy('sales_orders_owed', question)
    const facts = `json_object('amount', ${openText}, 'currency', r.currency, 'day', r.owed_on)`
    return {
      sql: `SELECT 'order' AS record_kind, r.id AS record_id, '' AS detail, r.owed_on || ' ' || r.open_minor AS cause,
          r.owed_on AS day_on, iif(r.owed_on < ?, 0, 1) AS severity, ${facts} AS facts
        FROM sales_orders r ${by} WHERE r.owed_on IS NOT NULL AND r.owed_on <= ? AND r.collected_by = 'seller'
          AND r.deleted = 0${own}`,
      params: [addDays(question.today, -longDays), addDays(question.today, -question.days), ...ownParams],
    }
  },
}

/** SQL: the open amount as decimal text: of what is kept in whole cents, nothing is lost by it. */
const openText = `CASE r.currency ${currencyCodes
  .filter((code) => currencyDigits(code) !== 2)
  .map(
    (code) =>
      `WHEN '${code}' THEN printf('%.${currencyDigits(code)}f', r.open_minor / ${10 ** currencyDigits(code)}.0)`,
  )
  .join(' ')} ELSE printf('%.2f', r.open_minor / 100.0) END`

/** Only customers with a limit are looked at. */
export const customersOverLimit: AlertRule = {
  id: 'receivables/over-limit',
  screen: 'receivables',
  records: ['party'],
  step: { action: 'collect', place: 'page' },
  find: (db, { record }) => {
    const limited = db.raw(
      `SELECT r.id FROM parties r ${record ? '' : 'INDEXED BY parties_with_limit'}
       WHERE r.credit_limit_minor IS NOT NULL AND r.deleted = 0 AND r.archived = 0${record ? ' AND r.id = ?' : ''}`,
      ...(record ? [record.id] : []),
    ) as [Id][]
    return sourceOf(
      limited.flatMap(([id]): AlertFinding[] => {
        const { reasons, open, limit, currency } = creditVerdict(db, id, null)
        if (!reasons.includes('over_limit')) return []
        return [
          {
            record: { kind: 'party', id },
            ...{ detail: '', cause: `${limit} ${open}`, dayOn: null, severity: 'warning' },
            facts: { amount: open, limit, currency },
          },
        ]
      }),
    )
  },
}
