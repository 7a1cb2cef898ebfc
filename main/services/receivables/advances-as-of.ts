// Money that customers paid by a day and no order has: by customer and currency, what was paid back of it taken off.
import type { ReadDb } from '#main/db/database.ts'
import { keptPartySql } from '#main/services/parties/merged-parties.ts'
import { unassignedSql } from '#main/services/payments/open-advances.ts'
import type { AskedItems } from '#main/services/receivables/open-items.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type AdvanceEntry = { paymentId: Id; number: string; on: Day; customerId: Id; currency: string; minor: number }

/**
 * Every payment by the day that holds something no order has: below 0 where it went back. Money between us and a supplier is
 * none of it.
 */
export function advanceEntries(db: ReadDb, { asOf, customerId, channel, currency }: AskedItems): AdvanceEntry[] {
  if (channel !== '') return []
  const rows = db.all<AdvanceEntry>(
    `SELECT p.id AS paymentId, p.number, p.paid_on AS "on", ${keptPartySql('p.party_id')} AS customerId, p.currency,
       iif(p.direction = 'in', 1, -1) * ${unassignedSql} AS minor
     FROM payments p JOIN parties q ON q.id = p.party_id
     WHERE ${unassignedSql} <> 0 AND p.paid_on <= ? AND (q.is_customer = 1 OR q.is_supplier = 0)
       AND (p.direction = 'in' OR q.is_supplier = 0)
     ORDER BY p.paid_on, p.id`,
    asOf,
  )
  const asked = rows.filter(
    (row) => (customerId === null || row.customerId === customerId) && (currency === '' || row.currency === currency),
  )
  const held = [...Map.groupBy(asked, (row) => `${row.customerId} ${row.currency}`).values()]
  return held.filter((rowsOfOne) => rowsOfOne.reduce((sum, { minor }) => sum + minor, 0) > 0).flat()
}
