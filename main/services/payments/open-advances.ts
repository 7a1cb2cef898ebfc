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

/** Money in from one customer that still holds something, oldest first; what went back without an order is taken off the oldest. */
export function openAdvances(db: ReadDb, customerId: Id): Advance[] {
  const ids = JSON.stringify(idsOfParty(db, customerId))
  const came = db.all<Advance>(unassignedOf('in'), ids)
  const back = new Map<string, number>()
  for (const { currency, minor } of db.all<Advance>(unassignedOf('out', 'AND q.is_supplier = 0'), ids)) {
    back.set(currency, (back.get(currency) ?? 0) + minor)
  }
  return came.flatMap((advance) => {
    const gone = Math.min(advance.minor, back.get(advance.currency) ?? 0)
    back.set(advance.currency, (back.get(advance.currency) ?? 0) - gone)
    return advance.minor > gone ? [{ ...advance, minor: advance.minor - gone }] : []
  })
}

/** SQL: payments of parties that stand and hold something. */
const unassignedOf = (direction: 'in' | 'out', whose = '') =>
  `SELECT p.id AS paymentId, p.number, p.party_id AS customerId, p.paid_on AS "on", p.currency, ${unassignedSql} AS minor
   FROM json_each(?) j CROSS JOIN payments p INDEXED BY payments_by_party ON p.party_id = j.value AND p.party_id IS NOT NULL
   JOIN parties q ON q.id = p.party_id
   WHERE p.direction = '${direction}' AND p.reverses_id IS NULL AND ${isStandingPayment('p')} AND ${unassignedSql} > 0 ${whose}
   ORDER BY p.paid_on, p.id`
