// Files that end: certificates, licences, contracts with a day until which they hold.
import type { AlertQuestion, AlertRule, AlertSource } from '#main/services/alerts/alert-rule.ts'
import { addDays } from '#shared/dates.ts'
import { recordKinds } from '#shared/schemas/records.ts'

/** Ends today or within the days to come. */
export const expiringFiles: AlertRule = {
  id: 'attachments/expiring',
  screen: 'today',
  records: recordKinds,
  defaultDays: () => 30,
  step: { action: 'seeFile', place: 'files' },
  find: (_db, question) =>
    endingBetween(question, { severity: 1, from: question.today, to: addDays(question.today, question.days) }),
}

/** Its last day is over. */
export const expiredFiles: AlertRule = {
  id: 'attachments/expired',
  screen: 'today',
  records: recordKinds,
  step: { action: 'seeFile', place: 'files' },
  find: (_db, question) =>
    endingBetween(question, { severity: 0, from: '0000-01-01', to: addDays(question.today, -1) }),
}

/** What ends on a record that was deleted or put away is nobody's concern; other kinds cannot be put away. The file is `r`. */
export const isOnLiving = `CASE r.record_kind
    WHEN 'product' THEN EXISTS (SELECT 1 FROM products o WHERE o.id = r.record_id AND o.deleted = 0 AND o.archived = 0)
    WHEN 'party' THEN EXISTS (SELECT 1 FROM parties o WHERE o.id = r.record_id AND o.deleted = 0 AND o.archived = 0)
    WHEN 'order' THEN EXISTS (SELECT 1 FROM sales_orders o WHERE o.id = r.record_id AND o.deleted = 0 AND o.archived = 0)
    WHEN 'purchase' THEN EXISTS (SELECT 1 FROM purchase_orders o WHERE o.id = r.record_id AND o.deleted = 0 AND o.archived = 0)
    WHEN 'task' THEN EXISTS (SELECT 1 FROM tasks o WHERE o.id = r.record_id AND o.deleted = 0 AND o.status = 'open')
    WHEN 'certificate' THEN EXISTS (SELECT 1 FROM certificates o WHERE o.id = r.record_id AND o.deleted = 0 AND o.archived = 0)
    WHEN 'decision' THEN EXISTS (SELECT 1 FROM supplier_decisions o WHERE o.id = r.record_id AND o.deleted = 0 AND o.archived = 0)
    ELSE 1 END`

function endingBetween(
  { record }: AlertQuestion,
  { severity, from, to }: { severity: number; from: string; to: string },
): AlertSource {
  const by = record ? '' : 'INDEXED BY record_attachments_by_expiry'
  return {
    sql: `SELECT r.record_kind, r.record_id, CAST(r.id AS TEXT) AS detail, r.expires_on AS cause, r.expires_on AS day_on,
        ${severity} AS severity, json_object('day', r.expires_on, 'name', r.name, 'kind', r.kind) AS facts
      FROM record_attachments r ${by} WHERE r.deleted = 0 AND r.expires_on IS NOT NULL AND r.expires_on >= ?
        AND r.expires_on <= ? AND ${isOnLiving}${record ? ' AND r.record_id = ? AND r.record_kind = ?' : ''}`,
    params: [from, to, ...(record ? [record.id, record.kind] : [])],
  }
}
