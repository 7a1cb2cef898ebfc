// Files of what carriers charge: services, zones and tables come from their rows; read again they change nothing.
import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { carrierBook, kg } from '#tests/services/carriers/carrier-book.ts'
import { fileOf, importOne, inspect } from '#tests/support/import-files.ts'

const head =
  'Carrier,Service,Zone,Countries,Weight up to (kg),Price,Each further (kg),Step price,Currency,Valid from,Valid to'
const rows = (...lines: string[]) => fileOf('carrier-rates.csv', [head, ...lines])

test('a price list makes its service, zones and table; a newer one ends the one before', () => {
  const book = carrierBook()
  const file = rows(
    'Fast Parcels,Express,Near,"DE, France",1,12.50,,,USD,2026-01-01,',
    'Fast Parcels,Express,Near,,10,40,,,USD,2026-01-01,',
    'Fast Parcels,Express,Near,,,40,0.5,3.25,USD,2026-01-01,',
    'Fast Parcels,Express,Far,GB-BT US,10,90,,,USD,2026-01-01,',
    'Nobody,Express,Far,US,10,90,,,USD,2026-01-01,',
    'Fast Parcels,Express,Moon,Moonland,10,90,,,USD,2026-01-01,',
    'Fast Parcels,Express,Far,US,10,-9,,,USD,2026-01-01,',
  )
  expect(inspect(book, file).mapping.kind).toBe('carrier-rates')
  const report = importOne(book, file)
  expect(report.refused.map(({ expected }) => expected)).toEqual(['known-carrier', 'country', 'not-negative'])
  const [row] = book.quote({ country: 'FR' }).rows
  expect(row?.price).toMatchObject({ zone: 'Near', total: '53.00', rule: { overGrams: kg(10), steps: 4 } })
  expect(book.quote({ country: 'GB', postalCode: 'BT1' }).rows[0]?.refusal).toBe('no_rate')
  expect(importOne(book, file)).toMatchObject({ new: 0, changed: 0, unchanged: 4 })
  importOne(book, rows('Fast Parcels,express,near,,20,70,,,USD,2026-11-01,'))
  const service = book.get(row?.serviceId ?? 0)
  expect(service.tables.map(({ validFrom, validTo, rates }) => [validFrom, validTo, rates.length])).toEqual([
    ['2026-11-01', null, 1],
    ['2026-01-01', '2026-10-31', 4],
  ])
  expect(book.quote({ country: 'FR' }).rows[0]?.price?.total).toBe('70.00')
  const between = importOne(book, rows('Fast Parcels,Express,Near,,20,70,,,USD,2026-05-01,'))
  expect(between.refused.map(({ expected }) => expected)).toEqual(['free-rate-days'])
  expect(book.read(checkBook).problems).toEqual([])
})
