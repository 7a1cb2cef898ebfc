// News of shipments, as a carrier's file would bring them: one event each for as many shipments as there are, then again.
import type { Connection } from '#main/db/database.ts'
import type { NewEvent } from '#main/services/tracking/write-events.ts'
import { addDays } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { instantOf } from '#shared/local-time.ts'
import { lastDay } from '#tests/bench/make-book.ts'

/** `told` and `happenedAt` are what the bare row holds; the program works them out by itself. */
export type News = NewEvent & { id: number; told: string; happenedAt: number }

const texts = [
  ['out_for_delivery', 'Out for delivery'],
  ['', 'Processed through facility'],
  ['delivered', 'Delivered, left with neighbour'],
  ['arrived', '快件已到达目的地'],
] as const

/** Ids of a copy of its own, far from those of the book. */
const firstId = 9 * 2 ** 29

export function newsOf(reader: Connection, count: number): News[] {
  const parcels = reader
    .prepare('SELECT shipment_id AS shipmentId, id AS parcelId FROM parcels ORDER BY id DESC LIMIT ?')
    .all(Math.ceil(count / 5)) as { shipmentId: Id; parcelId: Id }[]
  return Array.from({ length: count }, (_, at) => {
    const parcel = parcels[at % parcels.length]
    if (!parcel) throw new Error('no parcels')
    const [told, text] = texts[at % texts.length] ?? texts[0]
    const localTime = `${addDays(lastDay, Math.floor(at / parcels.length))}T${String(at % 24).padStart(2, '0')}:30`
    return {
      ...{
        ...parcel,
        id: firstId + at,
        told,
        text,
        localTime,
        zone: '+00:00',
        happenedAt: instantOf(localTime, '+00:00'),
      },
      ...{ place: 'Chicago', country: 'US', source: 'dhl', sourceCode: '', state: null },
    }
  })
}
