import { describe, expect, test } from 'vitest'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addParty } from '#main/services/parties/party-commands.ts'
import { hasOwnEvent, noteOwnEvent } from '#main/services/shipments/moving/note-arrival.ts'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import { settleShipments, shipmentsOutOfStep } from '#main/services/shipments/shipment-derived.ts'
import { addEvents } from '#main/services/tracking/add-events.ts'
import { listSources, recognise } from '#main/services/tracking/couriers.ts'
import { addEvent, removeEvents, setEventState } from '#main/services/tracking/event-commands.ts'
import { eventsOf, eventsOfShipment, recentlyHeard } from '#main/services/tracking/event-queries.ts'
import { findByNumber } from '#main/services/tracking/find-by-number.ts'
import { keepPaste } from '#main/services/tracking/keep-paste.ts'
import { rereadEvents, rereadPreview } from '#main/services/tracking/reread-events.ts'
import { setRule, trackingRules, tryRule } from '#main/services/tracking/tracking-rules.ts'
import { understandEvents } from '#main/services/tracking/understand-events.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { partyInput } from '#shared/schemas/parties.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'
import { type AddDraft, addInput, type EventDraft, eventInput, ruleInput } from '#shared/schemas/tracking.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

/** A shipment under way with a parcel for each number. */
function sent(book: TestBook, ...numbers: string[]): { id: Id; parcelIds: Id[] } {
  const parcels = numbers.map((trackingNumber) => ({ packaging: 'parcel', trackingNumber }))
  const shipment = shipmentInput.parse({ kind: 'other', parcels })
  return book.write((tx) => addShipment(tx, shipment, { status: 'sent', sent_on: '2026-11-01' as never }))
}

const type = (book: TestBook, event: EventDraft) => book.write((tx) => addEvent(tx, eventInput.parse(event)))
const paste = (book: TestBook, input: AddDraft) =>
  book.write((tx) => keepPaste(tx, addInput.parse(input)), 'tracking.add')
const events = (book: TestBook, id: Id) => book.read((db) => eventsOf(db, id))

function stateOf(book: TestBook, id: Id): string {
  expect(book.read(shipmentsOutOfStep)).toEqual([])
  return book.read((db) => db.get<{ state: string }>('SELECT state FROM shipments WHERE id = ?', id)?.state ?? '?')
}

describe('events typed', () => {
  test('are read by the rules, or say what a person says', () => {
    const book = testBook()
    const { id } = sent(book, 'YT2400000000000001')
    type(book, { shipmentId: id, localTime: '2026-11-03T10:00', text: 'Departed facility' })
    expect(stateOf(book, id)).toBe('departed')
    type(book, { shipmentId: id, localTime: '2026-11-09', state: 'delivered' })
    expect(stateOf(book, id)).toBe('delivered')
    expect(events(book, id).map(({ readBy, source }) => [readBy, source])).toEqual([
      ['hand', 'typed'],
      ['text', 'typed'],
    ])
  })

  test('take the zone of the book where they tell none', () => {
    const book = testBook()
    const { id } = sent(book)
    book.write((tx) => tx.update('books', 1, { time_zone: 'Asia/Shanghai' }))
    type(book, { shipmentId: id, localTime: '2026-11-03T10:00', text: 'Departed' })
    type(book, { shipmentId: id, localTime: '2026-11-03T10:00', zone: '+01:00', text: 'Arrived' })
    expect(events(book, id).map((event) => new Date(event.happenedAt).toISOString())).toEqual([
      '2026-11-03T09:00:00.000Z',
      '2026-11-03T02:00:00.000Z',
    ])
  })

  test('stand before a step of ours that was written later on the same day, in the zone of the book', () => {
    const book = testBook()
    const { id } = sent(book)
    book.write((tx) => tx.update('books', 1, { time_zone: 'Asia/Shanghai' }))
    const own = (state: 'delivered') =>
      book.write((tx) => {
        noteOwnEvent(tx, id, { state, on: asDay('2026-11-09') })
        settleShipments(tx, [id])
      })
    type(book, { shipmentId: id, localTime: '2026-11-09T16:00', text: 'Departed' })
    type(book, { shipmentId: id, localTime: '2026-11-09T16:30', state: 'returning' })
    type(book, { shipmentId: id, localTime: '2026-11-09', state: 'delivered' })
    own('delivered')
    own('delivered')
    expect(stateOf(book, id)).toBe('delivered')
    // What was told of the day alone and what we did are one line of the page, and two words.
    expect(events(book, id).map(({ state }) => state)).toEqual(['delivered', 'returning', 'departed'])
    const happened = book.read((db) => db.raw("SELECT happened_at FROM shipment_events WHERE source = 'book'"))
    expect(book.read((db) => hasOwnEvent(db, id, 'delivered'))).toBe(true)
    expect(happened).toEqual([[Date.parse('2026-11-09T16:30:00+08:00') + 1]])
    const on = book.write((tx) => addShipment(tx, shipmentInput.parse({ kind: 'other' })).id)
    book.write((tx) => noteOwnEvent(tx, on, { state: 'delivered', on: asDay('2026-11-09') }))
    expect(events(book, on)[0]?.happenedAt).toBe(Date.parse('2026-11-09T00:00:00+08:00'))
  })

  test('that say nothing, are there already or are of another parcel are refused', () => {
    const book = testBook()
    const { id } = sent(book, 'YT2400000000000001')
    const other = sent(book, 'YT2400000000000002')
    const event = { shipmentId: id, localTime: '2026-11-03T10:00', text: 'Departed' }
    type(book, event)
    expect(refusal(() => type(book, { ...event, text: 'DEPARTED ' }))).toMatchObject({ code: 'tracking/known-event' })
    expect(refusal(() => type(book, { ...event, text: '' }))).toMatchObject({ code: 'tracking/says-nothing' })
    const parcelId = other.parcelIds[0] ?? 0
    expect(refusal(() => type(book, { ...event, parcelId }))).toMatchObject({ code: 'tracking/other-parcel' })
    expect(refusal(() => type(book, { ...event, shipmentId: 5 }))).toMatchObject({ code: 'shipments/not-found' })
  })

  test('get another state by hand, go back to the rules, and go', () => {
    const book = testBook()
    const { id } = sent(book)
    const event = type(book, { shipmentId: id, localTime: '2026-11-03T10:00', text: 'Zzyzx' })
    expect(stateOf(book, id)).toBe('booked')
    book.write((tx) => setEventState(tx, event.id, 'import_hold'))
    expect(stateOf(book, id)).toBe('import_hold')
    book.write((tx) => setEventState(tx, event.id, null))
    expect(stateOf(book, id)).toBe('booked')
    book.write((tx) => removeEvents(tx, [event.id]))
    expect(events(book, id)).toEqual([])
  })

  test('that two copies brought stand once, and go together', () => {
    const book = testBook()
    const { id } = sent(book)
    const event = type(book, { shipmentId: id, localTime: '2026-11-03T10:00', text: 'Departed' })
    // As a merge leaves it: the same words under another id.
    book.write((tx) => {
      const { id: _, ...row } =
        tx.get<Record<string, string>>('SELECT * FROM shipment_events WHERE id = ?', event.id) ?? {}
      tx.insert('shipment_events', { ...row, text: 'departed', salt: undefined })
    })
    const [folded, ...others] = events(book, id)
    expect(others).toEqual([])
    expect(folded?.twins).toHaveLength(1)
  })
})

const block = `YT2400000000000001
2026-11-17 11:05 Delivered
2026-11-16 22:10 Delivery attempted - recipient not available
2026-11-12 03:00 Import customs clearance complete
Zzyzx without a day

YT2400000000000009
2026-11-17 10:00 到达待取，请凭取件码取件`

describe('pastes', () => {
  test('show what was understood, of which shipment, and what is known', () => {
    const book = testBook()
    const { id, parcelIds } = sent(book, 'YT2400000000000001')
    type(book, { shipmentId: id, parcelId: parcelIds[0] ?? null, localTime: '2026-11-17T11:05', text: 'delivered' })
    const { parcels } = book.read((db) => understandEvents(db, addInput.parse({ text: block })))
    expect(
      parcels.map(({ key, found, events: some, unread }) => [key, found.length, some.length, unread.length]),
    ).toEqual([
      ['YT2400000000000001', 1, 3, 1],
      ['YT2400000000000009', 0, 1, 0],
    ])
    expect(parcels[0]?.events.map(({ isKnown }) => isKnown)).toEqual([true, false, false])
    expect(parcels[0]?.candidates[0]).toMatchObject({ carrier: 'yunexpress' })
  })

  test('go to the shipments that have their numbers; the others are left out, or are made', () => {
    const book = testBook()
    const { id } = sent(book, 'YT2400000000000001')
    expect(paste(book, { text: block })).toMatchObject({ added: 3, known: 0, left: 1, made: 0 })
    expect(stateOf(book, id)).toBe('delivered')
    expect(paste(book, { text: block })).toMatchObject({ added: 0, known: 3 })
    const choices = [{ key: 'YT2400000000000009', into: 'new' as const }]
    const made = paste(book, { text: block, choices })
    expect(made).toMatchObject({ added: 1, made: 1, left: 0 })
    expect(stateOf(book, made.shipments[0]?.id ?? 0)).toBe('at_pickup_point')
    expect(book.read((db) => findByNumber(db, ['yt2400-0000 0000 0009'])).size).toBe(1)
  })

  test('keep what nobody understood, leave lines out, and take a state by hand', () => {
    const book = testBook()
    const { id } = sent(book, 'YT2400000000000001')
    const choices = [{ key: 'YT2400000000000001', into: 'shipment' as const, shipmentId: id, keepUnread: true }]
    paste(book, { text: block, choices, without: [2], states: [{ line: 4, state: 'import_hold' }] })
    expect(events(book, id).map(({ text, state, readBy }) => [text, state, readBy])).toEqual([
      ['Delivery attempted - recipient not available', 'attempt_failed', 'text'],
      ['Import customs clearance complete', 'import_hold', 'hand'],
      ['Zzyzx without a day', '', 'hand'],
    ])
  })

  test('without a number go to the shipment that one is at', () => {
    const book = testBook()
    const { id, parcelIds } = sent(book, 'YT2400000000000001')
    paste(book, { text: '2026-11-17 11:05 Delivered', shipmentId: id })
    expect(events(book, id)).toMatchObject([{ parcelId: parcelIds[0], state: 'delivered', source: 'pasted' }])
  })

  test('are not kept before days that read two ways are answered', () => {
    const book = testBook()
    const { id } = sent(book, 'YT2400000000000001')
    const text = 'YT2400000000000001\n03/04/2026 11:05 Departed'
    expect(refusal(() => paste(book, { text }))).toMatchObject({ code: 'tracking/which-day' })
    paste(book, { text, options: { dateOrder: 'mdy', zone: '+08:00' } })
    expect(events(book, id)).toMatchObject([{ localTime: '2026-03-04T11:05', zone: '+08:00' }])
  })

  test('are one step, taken back as one', () => {
    const book = testBook()
    const { id } = sent(book, 'YT2400000000000001')
    const { operationId } = book.writer.write('tracking.add', null, (tx) =>
      keepPaste(tx, addInput.parse({ text: block })),
    )
    expect(stateOf(book, id)).toBe('delivered')
    book.write((tx) => undoOperation(tx, operationId ?? 0), 'history.undo')
    expect(stateOf(book, id)).toBe('booked')
    expect(events(book, id)).toEqual([])
  })
})

describe('rules of the book', () => {
  test('come first, and kept events are read anew on request, but for those a person said', () => {
    const book = testBook()
    const { id } = sent(book, 'YT2400000000000001')
    const first = type(book, { shipmentId: id, localTime: '2026-11-03T10:00', text: 'Zzyzx gate passed' })
    const byHand = type(book, {
      shipmentId: id,
      localTime: '2026-11-02T10:00',
      text: 'Zzyzx gate passed',
      state: 'lost',
    })
    const rule = ruleInput.parse({ phrase: 'zzyzx * passed', state: 'import_hold' })
    book.write((tx) => setRule(tx, { id: null, rule }), 'tracking.setRule')
    expect(book.read((db) => tryRule(db, { text: 'ZZYZX south passed', source: '', sourceCode: '' })).state).toBe(
      'import_hold',
    )
    expect(stateOf(book, id)).not.toBe('import_hold')
    expect(book.read(rereadPreview)).toMatchObject({ changed: 1, shipments: 1 })
    expect(book.write(rereadEvents, 'tracking.reread')).toEqual({ changed: 1, shipments: 1 })
    expect(stateOf(book, id)).toBe('import_hold')
    const states = events(book, id).map((event) => [event.id, event.state])
    expect(states).toEqual([
      [first.id, 'import_hold'],
      [byHand.id, 'lost'],
    ])
    expect(book.read(rereadPreview).changed).toBe(0)
    expect(book.read(trackingRules).own).toHaveLength(1)
  })

  test('read anew is one step, taken back as one', () => {
    const book = testBook()
    const { id } = sent(book)
    type(book, { shipmentId: id, localTime: '2026-11-03T10:00', text: 'Departed' })
    const rule = ruleInput.parse({ phrase: 'departed', state: 'import_hold' })
    book.write((tx) => setRule(tx, { id: null, rule }), 'tracking.setRule')
    const { operationId } = book.writer.write('tracking.reread', null, rereadEvents)
    expect(stateOf(book, id)).toBe('import_hold')
    book.write((tx) => undoOperation(tx, operationId ?? 0), 'history.undo')
    expect(stateOf(book, id)).toBe('departed')
  })
})

describe('numbers', () => {
  test('of the book’s own carriers come first, with the pages that it knows', () => {
    const book = testBook()
    const number = '986578788855'
    const before = book.read((db) => recognise(db, number)).candidates.map((one) => one.carrier)
    const last = before.at(-1) ?? ''
    book.write((tx) => {
      const id = addParty(tx, partyInput.parse({ name: 'Ours', roles: ['carrier'] }))
      tx.update('parties', id, { courier_code: before[0] ?? '', tracking_url: 'https://ours.example/{number}' })
    })
    const found = book.read((db) => recognise(db, number)).candidates
    expect(found[0]).toMatchObject({ carrier: before[0], url: `https://ours.example/${number}` })
    expect(found.map((one) => one.carrier)).toContain(last)
  })
})

test('the page of a parcel is that of its carrier, as the book or the table knows it', () => {
  const book = testBook()
  const { id, parcelIds } = sent(book, 'ABC123456')
  const page = () => book.read((db) => eventsOfShipment(db, id)).parcels[0]?.page
  expect(page()).toBe(null)
  const carrier = book.write((tx) => addParty(tx, partyInput.parse({ name: 'Ours', roles: ['carrier'] })))
  book.write((tx) => {
    tx.update('shipments', id, { carrier_id: carrier })
    tx.update('parties', carrier, { courier_code: 'dhl' })
  })
  expect(page()).toBe('https://www.dhl.com/global-en/home/tracking.html?tracking-id=ABC123456')
  book.write((tx) => tx.update('parties', carrier, { tracking_url: 'https://ours.example/{number}' }))
  expect(page()).toBe('https://ours.example/ABC123456')
  book.write((tx) => tx.update('parcels', parcelIds[0] ?? 0, { tracking_number: '' }))
  expect(page()).toBe(null)
})

describe('many at once', () => {
  test('events of many shipments are kept once each, and every shipment follows', () => {
    const book = testBook()
    const shipments = Array.from({ length: 20 }, (_, n) => sent(book, `YT24000000000001${String(n).padStart(2, '0')}`))
    const all = shipments.flatMap(({ id, parcelIds }) =>
      ['Picked up', 'Departed', 'Arrived', 'Delivered'].map((text, day) => ({
        ...{ shipmentId: id, parcelId: parcelIds[0] ?? null, localTime: `2026-11-0${day + 2}T08:00`, zone: '+08:00' },
        ...{ place: 'Shenzhen', country: 'CN', text, source: 'dhl', sourceCode: '', state: null },
      })),
    )
    expect(book.write((tx) => addEvents(tx, [...all, ...all]))).toMatchObject({ added: 80, known: 80 })
    for (const { id } of shipments) expect(stateOf(book, id)).toBe('delivered')
    expect(book.read((db) => recentlyHeard(db, 5))).toHaveLength(5)
  })
})

test('an empty book has nothing to tell', () => {
  const book = testBook()
  expect(book.read((db) => recentlyHeard(db, 5))).toEqual([])
  expect(book.read((db) => eventsOf(db, 1))).toEqual([])
  expect(book.read(rereadPreview)).toEqual({ changed: 0, shipments: 0, examples: [] })
  expect(book.read((db) => understandEvents(db, addInput.parse({ text: '' })))).toMatchObject({ parcels: [] })
})

test('whoever the shipped rules name is called by a name in both languages, each once', () => {
  const named = new Map(listSources().map(({ code, name, nameZh }) => [code, { name, nameZh }]))
  expect(named.size).toBe(listSources().length)
  const { shipped } = testBook().read(trackingRules)
  const sources = new Set(shipped.map(({ source }) => source).filter((source) => source !== ''))
  expect(sources.size).toBeGreaterThan(25)
  for (const source of sources) {
    expect(named.get(source), source).toBeDefined()
    expect(named.get(source)?.name, source).not.toMatch(/_/)
    expect(named.get(source)?.nameZh, source).not.toBe('')
  }
})
