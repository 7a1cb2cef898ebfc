// Events into the book, as many as there are: each is read by the rules and kept once. Nothing is settled here.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { type EventWords, eventKey } from '#main/domain/tracking/event-key.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { bookStateReader } from '#main/services/tracking/tracking-rules.ts'
import type { Id } from '#shared/ids.ts'
import { instantOf } from '#shared/local-time.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import type { ReadBy } from '#shared/schemas/tracking.ts'

export type NewEvent = {
  shipmentId: Id
  /** Null: of the whole shipment. */
  parcelId: Id | null
  localTime: string
  /** '' is the book's own, for the instant alone. */
  zone: string
  place: string
  country: string
  text: string
  source: string
  sourceCode: string
  /** Null: as the rules read it. */
  state: TrackingState | '' | null
}

export type EventWriter = {
  /** Keeps the event unless the shipment has it already. */
  take(event: NewEvent): 'new' | 'known'
  /** Shipments that heard something new. */
  readonly touched: ReadonlySet<Id>
}

const insertSql = `INSERT INTO shipment_events
    (id, shipment_id, parcel_id, local_time, zone, happened_at, place, country, text, source, source_code, state, read_by)
  VALUES (?, ?, ?, ?, ?, CAST(? AS INTEGER), ?, ?, ?, ?, ?, ?, ?)`

/** Everything that many events share is looked up once: rules, zone, what a shipment has heard already. */
export function eventWriter(tx: WriteTx): EventWriter {
  const read = bookStateReader(tx)
  const bookZone = bookFacts(tx).timeZone
  const insert = tx.statement(insertSql)
  const heard = new Map<Id, Set<string>>()
  const touched = new Set<Id>()
  const keysOf = (shipmentId: Id) => {
    const known = heard.get(shipmentId) ?? keysHeard(tx, shipmentId)
    heard.set(shipmentId, known)
    return known
  }
  return {
    touched,
    take: (event) => {
      const { state, readBy } = stateOf(event, read)
      const key = eventKey({ ...event, state })
      const known = keysOf(event.shipmentId)
      if (known.has(key)) return 'known'
      known.add(key)
      touched.add(event.shipmentId)
      const happenedAt = instantOf(event.localTime, event.zone || bookZone)
      insert.run(
        tx.nextId(),
        event.shipmentId,
        event.parcelId,
        event.localTime,
        event.zone,
        happenedAt,
        ...wordsOf(event),
      )
      return 'new'

      function wordsOf({ place, country, text, source, sourceCode }: NewEvent) {
        return [place, country, text, source, sourceCode, state, readBy]
      }
    },
  }
}

type Read = { state: TrackingState | ''; readBy: ReadBy }

function stateOf(event: NewEvent, read: ReturnType<typeof bookStateReader>): Read {
  if (event.state !== null) return { state: event.state, readBy: 'hand' }
  const { state, rule } = read(event)
  return { state, readBy: rule.by }
}

/** The keys of what a shipment has heard already. */
export function keysHeard(db: ReadDb, shipmentId: Id): Set<string> {
  const rows = db.all<EventWords>(
    `SELECT parcel_id AS parcelId, local_time AS localTime, place, text, source_code AS sourceCode, state
     FROM shipment_events INDEXED BY shipment_events_by_shipment WHERE shipment_id = ? AND deleted = 0`,
    shipmentId,
  )
  return new Set(rows.map(eventKey))
}
