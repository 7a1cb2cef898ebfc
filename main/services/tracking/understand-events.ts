// The preview of a paste: what was understood of each parcel, which shipment it is of, and what the book has already.
import type { ReadDb } from '#main/db/database.ts'
import { eventKey } from '#main/domain/tracking/event-key.ts'
import type { ReadEvent, ReadParcel } from '#main/domain/tracking/paste/understand-paste.ts'
import { recognise } from '#main/services/tracking/couriers.ts'
import { onlyNumbered } from '#main/services/tracking/find-by-number.ts'
import { type BookPaste, readPaste } from '#main/services/tracking/read-paste.ts'
import { keysHeard } from '#main/services/tracking/write-events.ts'
import type { Id } from '#shared/ids.ts'
import { instantOf } from '#shared/local-time.ts'
import type { FoundShipment, UnderstandQuestion, Understood, UnderstoodParcel } from '#shared/schemas/tracking.ts'

export function understandEvents(db: ReadDb, question: UnderstandQuestion): Understood {
  const paste = readPaste(db, question)
  return {
    source: paste.source,
    zone: paste.zone,
    asksDateOrder: paste.unclear,
    parcels: paste.parcels.map((parcel) => parcelOf(db, question, { paste, parcel })),
  }
}

function parcelOf(
  db: ReadDb,
  question: UnderstandQuestion,
  { paste, parcel }: { paste: BookPaste; parcel: ReadParcel },
): UnderstoodParcel {
  const { number, line, unread } = parcel
  const found = foundFor(db, question, { number, found: paste.found })
  const target = found[0]
  const heard = target ? keysHeard(db, target.shipmentId) : new Set<string>()
  const seen = new Set<string>()
  const events = parcel.events.map((event) => {
    const key = eventKey({ ...event, parcelId: target?.parcelId ?? null })
    const isKnown = heard.has(key) || seen.has(key)
    seen.add(key)
    return { ...event, happenedAt: instantOf(event.localTime, event.zone || paste.zone), isKnown }
  })
  return {
    ...{ key: number, number, line, found, unread },
    candidates: number === '' ? [] : recognise(db, number).candidates,
    events: events.toSorted((a, b) => b.happenedAt - a.happenedAt || byOrder(parcel.events, a, b)),
  }
}

/** Of one minute: as the page has them, which writes the newest first more often than not. */
function byOrder(events: readonly ReadEvent[], a: ReadEvent, b: ReadEvent): number {
  const isNewestFirst = (events[0]?.localTime ?? '') >= (events.at(-1)?.localTime ?? '')
  return isNewestFirst ? a.line - b.line : b.line - a.line
}

type Asked = { number: string; found: ReadonlyMap<string, FoundShipment[]> }

/** The shipments that have the number; of a parcel without one, the shipment that the user is at. */
export function foundFor(
  db: ReadDb,
  { shipmentId, parcelId }: Pick<UnderstandQuestion, 'shipmentId' | 'parcelId'>,
  { number, found }: Asked,
): FoundShipment[] {
  const byNumber = number === '' ? [] : (found.get(number) ?? [])
  if (byNumber.length > 0 || shipmentId === null) return byNumber
  const one = shipmentById(db, shipmentId)
  return one ? [{ ...one, parcelId: parcelId ?? onlyNumbered(db, shipmentId) }] : []
}

function shipmentById(db: ReadDb, id: Id): Omit<FoundShipment, 'parcelId'> | undefined {
  return db.get(
    `SELECT s.id AS shipmentId, s.number, s.status, s.state,
       coalesce(nullif(p.name, ''), nullif(s.ship_to_name, ''), s.ship_to_country) AS "to"
     FROM live_shipments s LEFT JOIN parties p ON p.id = s.party_id WHERE s.id = ?`,
    id,
  )
}
