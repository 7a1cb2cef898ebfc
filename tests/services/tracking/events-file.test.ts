import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import { addEvents } from '#main/services/tracking/add-events.ts'
import { eventsFile } from '#main/services/tracking/events-file.ts'
import { type TrackingState, trackingStates } from '#shared/schemas/shipment-words.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'
import { type EventFileForm, eventFileForms, eventsFileInput } from '#shared/schemas/tracking.ts'
import { importOne, inspect, lent, shelf } from '#tests/support/import-files.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const number = 'YT2400000000000041'

/** A shipment that was heard of once in every state, by a person. */
function heard() {
  const book = testBook()
  const { id, parcelIds } = book.write((tx) =>
    addShipment(tx, shipmentInput.parse({ kind: 'other', parcels: [{ trackingNumber: number }] }), { status: 'sent' }),
  )
  const news = ['' as const, ...trackingStates].map((state: TrackingState | '', at) => ({
    ...{ shipmentId: id, parcelId: parcelIds[0] ?? null, localTime: `2026-10-${10 + at}T08:00`, zone: '+08:00' },
    ...{ place: 'Leipzig', country: 'DE', text: `Said, "${state}"`, source: 'typed', sourceCode: '', state },
  }))
  book.write((tx) => addEvents(tx, news))
  return { book, id, count: news.length }
}

function made(book: TestBook, form: EventFileForm, given: object = {}) {
  const file = book.read((db) => eventsFile(db, shelf, eventsFileInput.parse({ form, ...given })))
  return { ...file, path: shelf.find(file.token).path }
}

describe('files of events', () => {
  test.each(eventFileForms)('as %s has them: oldest first, each once, with their zone', (form) => {
    const { book, count } = heard()
    const file = made(book, form)
    const lines = readFileSync(file.path, 'utf8')
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n')
    expect(lines).toHaveLength(count + 1)
    expect(file.rows).toBe(count)
    expect(lines[1]).toContain('2026-10-10T08:00+08:00')
    expect(lines[1]).toContain('"Said, ""')
    expect(lines.slice(1).every((line) => line.startsWith(number))).toBe(true)
  })

  test.each(eventFileForms)('of %s are read again by the import: everything is known', (form) => {
    const { book, id, count } = heard()
    const file = lent(made(book, form, { shipmentIds: [id] }).path)
    expect(inspect(book, file).mapping.kind).toBe('tracking-events')
    expect(importOne(book, file)).toMatchObject({ new: 0, unchanged: count, refused: [] })
  })

  test('hold the days asked for; nothing to write is refused', () => {
    const { book } = heard()
    expect(made(book, 'track17', { from: '2026-10-11', to: '2026-10-12' }).rows).toBe(2)
    expect(refusal(() => made(book, 'track17', { from: '2027-01-01' }))).toMatchObject({
      code: 'tracking/nothing-to-write',
    })
  })
})
