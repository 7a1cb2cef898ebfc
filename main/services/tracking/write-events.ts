// Events into the book, as many as there are: each is read by the rules and kept once. Nothing is settled here.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { type EventWords, eventKey, ownSource } from '#main/domain/tracking/event-key.ts'
import type { StateReader } from '#main/domain/tracking/state-rules.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { bookStateReader } from '#main/services/tracking/tracking-rules.ts'
import type { Instant } from '#shared/dates.ts'
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
  /** Reads at once what these shipments have heard; without it, each is asked when its first event comes. */
  expect(shipmentIds: Iterable<Id>): void
  /** Keeps the event unless the shipment has it already. */
  take(event: NewEvent): 'new' | 'known'
  /** Shipments that heard something new. */
  readonly touched: ReadonlySet<Id>
}

const insertSql = `INSERT INTO shipment_events
    (id, shipment_id, parcel_id, local_time, zone, happened_at, place, country, text, source, source_code, state, read_by)
  VALUES (?, ?, ?, ?, ?, CAST(? AS INTEGER), ?, ?, ?, ?, ?, ?, ?)`

const readTogether = 2000

/** Everything that many events share is looked up once: rules, zone, what a shipment has heard already. */
export function eventWriter(tx: WriteTx): EventWriter {
  // Our own steps need no rules.
  let rules: StateReader | null = null
  const read: StateReader = (event) => {
    rules ??= bookStateReader(tx)
    return rules(event)
  }
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
    expect(shipmentIds) {
      const unknown = [...new Set(shipmentIds)].filter((id) => !heard.has(id))
      for (let from = 0; from < unknown.length; from += readTogether) {
        for (const [id, keys] of keysOfAll(tx, unknown.slice(from, from + readTogether))) heard.set(id, keys)
      }
    },
    take: (event) => {
      const { state, readBy } = stateOf(event, read)
      const key = keyOf({ ...event, state })
      const known = keysOf(event.shipmentId)
      if (known.has(key)) return 'known'
      known.add(key)
      touched.add(event.shipmentId)
      const toldAt = instantOf(event.localTime, event.zone || bookZone)
      const happenedAt = event.source === ownSource ? afterItsDay(tx, event, toldAt) : toldAt
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

function stateOf(event: NewEvent, read: StateReader): Read {
  if (event.state !== null) return { state: event.state, readBy: 'hand' }
  const { state, rule } = read(event)
  return { state, readBy: rule.by }
}

/** What our own steps say was not heard: it stands beside what was, once for each state. */
function keyOf(event: EventWords & { source: string }): string {
  return event.source === ownSource ? `own ${event.state}` : eventKey(event)
}

/** A step of ours has a day alone; written after something was heard of that day, it came after it. */
function afterItsDay(db: ReadDb, { shipmentId, localTime }: NewEvent, toldAt: Instant): Instant {
  const row = db.get<{ last: Instant | null }>(
    `SELECT max(happened_at) AS last FROM shipment_events INDEXED BY shipment_events_by_shipment
     WHERE shipment_id = ? AND deleted = 0 AND substr(local_time, 1, 10) = substr(?, 1, 10)`,
    ...[shipmentId, localTime],
  )
  return Math.max(toldAt, (row?.last ?? 0) + 1) as Instant
}

/** The keys of what a shipment has heard already. */
export function keysHeard(db: ReadDb, shipmentId: Id): Set<string> {
  return keysOfAll(db, [shipmentId]).get(shipmentId) ?? new Set()
}

type Heard = [Id, EventWords['parcelId'], string, string, string, string, string, string]

/** The same of many shipments, read together. */
function keysOfAll(db: ReadDb, shipmentIds: readonly Id[]): Map<Id, Set<string>> {
  const keys = new Map(shipmentIds.map((id) => [id, new Set<string>()]))
  const rows = db.raw(
    `SELECT e.shipment_id, e.parcel_id, e.local_time, e.place, e.text, e.source_code, e.state, e.source
     FROM json_each(?) j CROSS JOIN shipment_events e INDEXED BY shipment_events_by_shipment ON e.shipment_id = j.value
     WHERE e.deleted = 0`,
    JSON.stringify(shipmentIds),
  ) as Heard[]
  for (const [id, parcelId, localTime, place, text, sourceCode, state, source] of rows) {
    keys.get(id)?.add(keyOf({ parcelId, localTime, place, text, sourceCode, state, source }))
  }
  return keys
}
