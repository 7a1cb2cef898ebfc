// Charges of shipments that have no rate yet get theirs as soon as the table knows one; a rate once taken stays.
import type { WriteTx } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { followCharges } from '#main/services/charges/charge-commands.ts'
import { baseConverter, tableRate } from '#main/services/rates/document-rate.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

type Waiting = { id: Id; shipmentId: Id; minor: number; currency: string; on: Day | null }

const days = { estimate: 's.sent_on, s.booked_on', actual: 'c.billed_on, s.sent_on, s.booked_on' } as const

/** Says how many got one. */
export function fillMissingChargeRates(tx: WriteTx): number {
  const base = baseCurrency(tx)
  const findRate = rateFinder(tx)
  const today = bookToday(tx, tx.now)
  const touched: Id[] = []
  for (const side of ['estimate', 'actual'] as const) {
    const waiting = tx.all<Waiting>(
      `SELECT c.id, c.shipment_id AS shipmentId, c.${side}_minor AS minor, c.${side}_currency AS currency,
         coalesce(${days[side]}) AS "on"
       FROM shipment_charges c INDEXED BY shipment_charges_without_${side}_rate JOIN shipments s ON s.id = c.shipment_id
       WHERE c.${side}_minor IS NOT NULL AND c.${side}_rate IS NULL AND c.deleted = 0`,
    )
    for (const { id, shipmentId, minor, currency, on } of waiting) {
      const { rate, rateOn } = tableRate(findRate, currency, base, on ?? today)
      if (rate === null) continue
      tx.update('shipment_charges', id, {
        [`${side}_rate`]: rate,
        [`${side}_rate_on`]: rateOn,
        [`${side}_base_minor`]: baseConverter(currency, base, rate)(minor),
      })
      touched.push(shipmentId)
    }
  }
  if (touched.length > 0) followCharges(tx, [...new Set(touched)])
  return touched.length
}
