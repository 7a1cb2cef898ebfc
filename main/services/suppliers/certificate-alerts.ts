// Papers of suppliers that end soon, or have ended: whoever is blocked or archived is nobody's concern any more.
import { type AlertQuestion, type AlertRule, type AlertSource, rowsBy } from '#main/services/alerts/alert-rule.ts'
import { addDays } from '#shared/dates.ts'

/** Ends today or within the days to come. */
export const expiringCertificates: AlertRule = {
  id: 'suppliers/certificate-expiring',
  screen: 'suppliers',
  records: ['certificate'],
  defaultDays: () => 30,
  step: { action: 'renew', place: 'page' },
  find: (_db, question) =>
    endingBetween(question, { severity: 1, from: question.today, to: addDays(question.today, question.days) }),
}

/** Its last day is over. */
export const expiredCertificates: AlertRule = {
  id: 'suppliers/certificate-expired',
  screen: 'suppliers',
  records: ['certificate'],
  step: { action: 'renew', place: 'page' },
  find: (_db, question) =>
    endingBetween(question, { severity: 0, from: '0000-01-01', to: addDays(question.today, -1) }),
}

function endingBetween(
  question: AlertQuestion,
  { severity, from, to }: { severity: number; from: string; to: string },
): AlertSource {
  const { by, own, ownParams } = rowsBy('certificates_by_expiry', question)
  return {
    sql: `SELECT 'certificate' AS record_kind, r.id AS record_id, '' AS detail, r.expires_on AS cause,
        r.expires_on AS day_on, ${severity} AS severity,
        json_object('day', r.expires_on, 'name', r.title) AS facts
      FROM certificates r ${by} JOIN parties s ON s.id = r.party_id
      WHERE r.expires_on IS NOT NULL AND r.deleted = 0 AND r.archived = 0 AND r.expires_on >= ? AND r.expires_on <= ?
        AND s.deleted = 0 AND s.archived = 0 AND s.supply_status <> 'blocked'${own}`,
    params: [from, to, ...ownParams],
  }
}
