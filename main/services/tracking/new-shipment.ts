// A shipment made of what was heard: a number that the book did not know, with the carrier whose it is.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import { recogniseNumber } from '#main/services/tracking/couriers.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'

type Heard = {
  number: string
  events: readonly { localTime: string; state: string }[]
  /** Whoever was named as its carrier; without one the number tells it. */
  carrierId?: Id | null
}

/** Sent on the day of its first news; what is in it and where it goes is written down later. */
export function newShipmentFor(
  tx: WriteTx,
  { number, events, carrierId }: Heard,
): { shipmentId: Id; parcelId: Id | null } {
  const parcels = number === '' ? [] : [{ packaging: 'parcel', trackingNumber: number }]
  const shipment = shipmentInput.parse({ kind: 'other', carrierId: carrierId ?? carrierOf(tx, number), parcels })
  const { id, parcelIds } = addShipment(tx, shipment, { status: 'sent', sent_on: firstDay(events) })
  return { shipmentId: id, parcelId: parcelIds[0] ?? null }
}

/** The day on which somebody had it; an announcement does not count where there is more. */
function firstDay(events: Heard['events']): Day | null {
  const moving = events.filter(({ state }) => state !== 'booked')
  const days = (moving.length > 0 ? moving : events).map(({ localTime }) => localTime.slice(0, 10)).sort()
  return (days[0] as Day | undefined) ?? null
}

/** The book's carrier of that courier, where it has exactly one. */
export function carrierOf(db: ReadDb, number: string): Id | null {
  const codes = recogniseNumber(number)
    .candidates.filter(({ checkDigit }) => checkDigit !== 'fails')
    .map(({ carrier }) => carrier)
  for (const code of codes) {
    const rows = db.all<{ id: Id }>(
      'SELECT id FROM live_parties WHERE courier_code = ? AND archived = 0 AND is_carrier = 1 LIMIT 2',
      code,
    )
    if (rows.length === 1) return rows[0]?.id ?? null
  }
  return null
}
