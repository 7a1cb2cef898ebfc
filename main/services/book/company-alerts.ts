// What papers show of the company and nobody has said yet, once there is something to make papers for.
import type { ReadDb } from '#main/db/database.ts'
import { type AlertRule, sourceOf } from '#main/services/alerts/alert-rule.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

const company: RecordRef = { kind: 'company', id: 1 }

export const incompleteCompany: AlertRule = {
  id: 'company/incomplete',
  screen: 'company',
  records: ['company'],
  step: { action: 'complete', place: 'company' },
  find: (db) =>
    sourceOf(
      missingParts(db).map((part) => ({
        record: company,
        detail: part,
        cause: 'missing',
        dayOn: null,
        severity: 'warning',
        facts: { part },
      })),
    ),
}

function missingParts(db: ReadDb): string[] {
  const row = db.get<Record<'isUsed' | 'name' | 'address' | 'bank', number>>(
    `SELECT EXISTS (SELECT 1 FROM live_sales_orders) OR EXISTS (SELECT 1 FROM live_papers) AS isUsed,
       trim(company_name) <> '' AS name,
       trim(street) <> '' AND trim(city) <> '' AND country <> '' AS address,
       EXISTS (SELECT 1 FROM live_bank_accounts WHERE party_id IS NULL AND archived = 0) AS bank
     FROM books WHERE id = 1`,
  )
  if (!row?.isUsed) return []
  return (['name', 'address', 'bank'] as const).filter((part) => !row[part])
}
