// A paste into the book: each parcel's news to the shipment chosen for it, as one step.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { ReadParcel } from '#main/domain/tracking/paste/understand-paste.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { addEvents } from '#main/services/tracking/add-events.ts'
import { newShipmentFor } from '#main/services/tracking/new-shipment.ts'
import { readPaste } from '#main/services/tracking/read-paste.ts'
import { foundFor } from '#main/services/tracking/understand-events.ts'
import type { NewEvent } from '#main/services/tracking/write-events.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { AddedEvents, AddInput, PasteChoice } from '#shared/schemas/tracking.ts'

type Target = { shipmentId: Id; parcelId: Id | null }

/**
 * Keeps what was understood. A parcel for which nothing was chosen goes to the one shipment that has its number, and is left
 * out where there is none or several. Days that read two ways must be answered first.
 */
export function keepPaste(tx: WriteTx, input: AddInput): AddedEvents {
  const paste = readPaste(tx, input)
  if (paste.unclear) throw new AppError('tracking/which-day', { example: paste.unclear.example })
  const choices = new Map(input.choices.map((choice) => [choice.key, choice]))
  const events: NewEvent[] = []
  let made = 0
  let left = 0
  for (const parcel of paste.parcels) {
    const choice = choices.get(parcel.number)
    const found = foundFor(tx, input, { number: parcel.number, found: paste.found })
    const isNew = choice?.into === 'new'
    const target = isNew ? newShipmentFor(tx, parcel) : targetOf(choice, found)
    if (isNew) made += 1
    if (target === null) left += 1
    else events.push(...eventsFor(tx, parcel, { input, target, zone: input.options.zone, choice }))
  }
  const { added, known, shipmentIds } = addEvents(tx, events)
  return { added, known, made, left, shipments: shipmentsOf(tx, shipmentIds) }
}

function targetOf(choice: PasteChoice | undefined, found: readonly Target[]): Target | null {
  if (choice?.into === 'leave') return null
  const { shipmentId = null, parcelId = null } = choice ?? {}
  if (shipmentId !== null) return found.find((one) => one.shipmentId === shipmentId) ?? { shipmentId, parcelId }
  const [only, ...others] = found
  return only !== undefined && others.length === 0 ? only : null
}

type Work = { input: AddInput; target: Target; zone: string; choice: PasteChoice | undefined }

function eventsFor(tx: ReadDb, parcel: ReadParcel, { input, target, zone, choice }: Work): NewEvent[] {
  const without = new Set(input.without)
  const byHand = new Map(input.states.map(({ line, state }) => [line, state]))
  const shared = { ...target, source: parcel.source }
  const read = parcel.events
    .filter(({ line }) => !without.has(line))
    .map(({ line, ...event }): NewEvent => ({ ...wordsOf(event, zone), ...shared, state: byHand.get(line) ?? null }))
  const unread = choice?.keepUnread ? parcel.unread.filter(({ line }) => !without.has(line)) : []
  const kept = unread.map(
    ({ line, text }): NewEvent => ({
      ...{ localTime: timeAbove(parcel, line) ?? bookToday(tx, tx.now), zone: '', place: '', country: '', text },
      ...{ ...shared, sourceCode: '', state: '' },
    }),
  )
  return [...read, ...kept]
}

/** A zone that was chosen for the paste is written down with the time; the book's own is not. */
function wordsOf(event: Omit<ReadParcel['events'][number], 'line'>, zone: string) {
  const { localTime, place, country, text, sourceCode } = event
  return { localTime, zone: event.zone || zone, place, country, text, sourceCode }
}

function timeAbove({ events }: ReadParcel, line: number): string | undefined {
  return events.filter((event) => event.line < line).at(-1)?.localTime ?? events[0]?.localTime
}

function shipmentsOf(db: ReadDb, ids: readonly Id[]): AddedEvents['shipments'] {
  return db.all(
    `SELECT s.id, s.number, s.state FROM json_each(?) j CROSS JOIN shipments s ON s.id = j.value`,
    JSON.stringify(ids.slice(0, 500)),
  )
}
