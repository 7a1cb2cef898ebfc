// Shipments that an undoing touched, out of their order: what left by them must be what they say, and their orders and the days by
// which they are to be decided follow from what is heard of them now.
import type { WriteTx } from '#main/db/database.ts'
import { contentsAtOdds } from '#main/services/shipments/moving/contents-at-odds.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { shipmentsOfRows } from '#main/services/shipments/shipments-of-rows.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

const own = ['shipments', 'shipment_lines', 'parcels', 'shipment_legs', 'shipment_events'] as const

type Touched = ReadonlyMap<string, ReadonlySet<Id>>

/** `shipments/lines-fixed` where goods left by the lines that would change; a mending taken back leaves them as wrong as they were. */
export function followTouched(tx: WriteTx, touched: Touched, operation: string): void {
  const idsBy = (table: (typeof own)[number]) => shipmentsOfRows(tx, table, [...(touched.get(table) ?? [])])
  const [wrong] = operation === 'clashes.mend' ? [] : contentsAtOdds(tx, idsBy('shipment_lines'))
  if (wrong) throw new AppError('shipments/lines-fixed', { number: wrong.number, field: 'lines' })
  followShipments(tx, [...new Set(own.flatMap(idsBy))])
}
