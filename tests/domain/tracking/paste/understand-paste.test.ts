import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understandPaste } from '#main/domain/tracking/paste/understand-paste.ts'
import { type CourierTable, recogniser } from '#main/domain/tracking/recognise-number.ts'
import { stateReader } from '#main/domain/tracking/state-rules.ts'
import couriers from '#resources/tracking/couriers.json' with { type: 'json' }
import rules from '#resources/tracking/rules.json' with { type: 'json' }
import { asDay } from '#shared/dates.ts'
import type { DateOrder } from '#shared/schemas/tracking.ts'
import { englishSamples } from './samples-en.ts'
import { chineseSamples } from './samples-zh.ts'

const recognise = recogniser(couriers as CourierTable)
const read = stateReader(rules, [])

function understood(text: string, order: DateOrder | null = null) {
  return understandPaste(text, {
    ...{ order, year: null, source: '', today: asDay('2026-11-22'), read },
    known: (number) => {
      const { candidates } = recognise(number)
      if (candidates.length === 0) return 'maybe'
      return /[A-Z]/i.test(number) ? 'sure' : 'maybe'
    },
    carrierOf: (number) => recognise(number).candidates[0]?.carrier ?? '',
  })
}

describe('blocks of carriers', () => {
  test.each([...englishSamples, ...chineseSamples])('$name', ({ text, events, numbers = [''], unread = 0 }) => {
    const { parcels, unclear } = understood(text)
    const found = parcels.flatMap((parcel) => parcel.events)
    const short = found.map((event, at) => {
      const parts = [event.localTime, event.state, ...(events[at]?.length === 3 ? [event.place] : [])]
      return parts
    })
    expect(short).toEqual(events.map((event) => [...event]))
    expect(parcels.filter(({ events: some }) => some.length > 0).map(({ number }) => number)).toEqual(numbers)
    expect(parcels.flatMap((parcel) => parcel.unread.map((one) => one.text))).toHaveLength(unread)
    expect(unclear).toBe(null)
  })

  test('there are more than twenty of them', () => {
    expect(englishSamples.length + chineseSamples.length).toBeGreaterThan(20)
  })
})

describe('days that read two ways', () => {
  const paste = '03/04/2026 10:00 Picked up\n05/04/2026 11:00 Departed'

  test('are asked for, and read as answered', () => {
    expect(understood(paste).unclear).toEqual({ example: '03/04/2026', count: 2 })
    expect(understood(paste, 'dmy').parcels[0]?.events.map((event) => event.localTime)).toEqual([
      '2026-04-03T10:00',
      '2026-04-05T11:00',
    ])
    expect(understood(paste, 'mdy').parcels[0]?.events[0]?.localTime).toBe('2026-03-04T10:00')
  })

  test('are settled by one that reads one way only, or would be in the future', () => {
    const settled = understood(`${paste}\n16/04/2026 09:00 Delivered`)
    expect(settled.unclear).toBe(null)
    expect(settled.parcels[0]?.events[0]?.localTime).toBe('2026-04-03T10:00')
    expect(understood('03/12/2026 10:00 Picked up').parcels[0]?.events[0]?.localTime).toBe('2026-03-12T10:00')
  })
})

describe('zones and sources', () => {
  test('zones are kept as written', () => {
    const { parcels } = understood(
      '2026-11-17 11:05 GMT+8 Delivered\n2026-11-16 11:05 PST Departed\n2026-11-15 11:05 Departed',
    )
    expect(parcels[0]?.events.map((event) => event.zone)).toEqual(['+08:00', '-08:00', ''])
  })

  test('where it is from is told by its words, else by its number', () => {
    expect(understood('DHL\n2026-11-17 11:05 Delivered').source).toBe('dhl')
    expect(understood('1Z999AA10123456784\n2026-11-17 11:05 Delivered').parcels[0]?.source).toBe('ups')
    expect(understood('2026-11-17 11:05 Delivered').parcels[0]?.source).toBe('pasted')
  })

  test('codes beside the words are kept', () => {
    const { parcels } = understood('2026-11-17 11:05\tInTransit_CustomsRequiringInformation\tIn transit\tLeipzig')
    expect(parcels[0]?.events[0]).toMatchObject({
      ...{ sourceCode: 'InTransit_CustomsRequiringInformation', state: 'import_hold', place: 'Leipzig' },
    })
  })
})

describe('whatever is pasted', () => {
  test('nothing breaks, and no event is without words and a day', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        '2026-11-17',
        '11:05',
        'Delivered',
        '已签收',
        '\t',
        '\n',
        ' | ',
        '03/04/2026',
        '1Z999AA10123456784',
        '###',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const { events } of understood(pieces.join(' ')).parcels) {
          for (const event of events) {
            expect(event.text).not.toBe('')
            expect(event.localTime).toMatch(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/)
          }
        }
      }),
      { numRuns: 400 },
    )
  })
})

test('Cainiao writes its zone in brackets: it is no place', () => {
  const [event] = understood('2026-11-20 14:05:11 [GMT+2] Package delivered').parcels[0]?.events ?? []
  expect(event).toMatchObject({
    localTime: '2026-11-20T14:05:11',
    zone: '+02:00',
    place: '',
    text: 'Package delivered',
  })
})
