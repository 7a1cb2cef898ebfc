// Money that customers paid and no order has yet.
import type { ReadDb } from '#main/db/database.ts'
import { idsOfParty } from '#main/services/parties/merged-parties.ts'
import { isStandingPayment } from '#main/services/payments/payment-entries.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type Advance = { paymentId: Id; number: string; customerId: Id; on: Day; currency: string; minor: number }

/** SQL: what of a payment `p` no share speaks of. */
export const unassignedSql = `(p.amount_minor - coalesce((SELECT sum(s.payment_minor)
  FROM payment_shares s INDEXED BY payment_shares_by_payment WHERE s.payment_id = p.id), 0))`

/** Money in from one customer that still holds something, oldest first. */
export function openAdvances(db: ReadDb, customerId: Id): Advance[] {
  const rows = db.all<Advance>(
    `SELECT p.id AS paymentId, p.number, p.party_id AS customerId, p.paid_on AS "on", p.currency, ${unassignedSql} AS minor
     FROM json_each(?) j CROSS JOIN payments p INDEXED BY payments_by_party ON p.party_id = j.value AND p.party_id IS NOT NULL
     WHERE p.direction = 'in' AND p.reverses_id IS NULL AND ${isStandingPayment('p')} ORDER BY p.paid_on, p.id`,
    JSON.stringify(idsOfParty(db, customerId)),
  )
  return rows.filter(({ minor }) => minor > 0)
}
