// Who delivers as promised in real files, where they lie beside the project; every figure is counted again from the file itself.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { performance } from '#main/services/lanes/performance.ts'
import { type LaneFigures, performanceInput } from '#shared/schemas/lanes.ts'
import { csvRecords } from '#tests/support/csv-records.ts'
import { importAll, lent } from '#tests/support/import-files.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const data = fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const at = (path: string) => join(data, path)
const ask = (book: TestBook, by: string) => book.read((db) => performance(db, performanceInput.parse({ by })))

describe.skipIf(!existsSync(at('northwind')))('Northwind (needs ../shared/data)', () => {
  const book = testBook({ baseCurrency: 'USD' })

  test('on time per shipper: the day it left against the day required, since nobody wrote down deliveries', () => {
    importAll(
      book,
      readdirSync(at('northwind')).map((name) => lent(join(at('northwind'), name))),
    )
    const names = new Map(csvRecords(at('northwind/shippers.csv')).map((row) => [row.shipperID, row.companyName]))
    const left = csvRecords(at('northwind/orders.csv')).filter((row) => /^\d/.test(row.shippedDate ?? ''))
    const expected = [...Map.groupBy(left, (row) => names.get(row.shipVia))].map(([name, rows]) => {
      const inTime = rows.filter((row) => (row.shippedDate ?? '') <= (row.requiredDate ?? '')).length
      return [name, rows.length, inTime, inTime / rows.length]
    })
    const { rows, total } = ask(book, 'carrier')
    expect(rows.map(({ key, n, onTime, onTimeRate }) => [key, n, onTime, onTimeRate])).toEqual(
      expected.sort((one, other) => Number(other[1]) - Number(one[1])),
    )
    expect(total).toMatchObject({
      n: 809,
      completed: 809,
      judged: 809,
      basis: 'left',
      transitP50: null,
      lossRate: null,
    })
    expect(total.reasons).toMatchObject({ transitP50: 'no_delivery_day', lossRate: 'no_delivery_day' })
  })
})

type Row = Record<string, string>
type Expected = { n: number; onTime: number; costPerKg: number | null; nCost: number }

describe.skipIf(!existsSync(at('scms')))('SCMS deliveries (need ../shared/data)', () => {
  const book = testBook({ baseCurrency: 'USD' })
  const path = at('scms/scms-delivery-history.csv')
  const modes: Row = { Air: 'air', 'Air Charter': 'air_charter', Truck: 'road', Ocean: 'sea', 'N/A': '' }

  const amountOf = (text = '') => (/^[\d.]+$/.test(text) ? Number(text) : null)
  const tells = (column: string, all: readonly Row[]) =>
    all.every((row) => {
      const id = /ID#:(\d+)/.exec(row[column] ?? '')?.[1]
      return amountOf(row[column]) !== null || all.some((one) => one.ID === id && amountOf(one[column]) !== null)
    })
  const sumOf = (column: string, all: readonly Row[]) =>
    all.reduce((sum, row) => sum + Math.round((amountOf(row[column]) ?? 0) * 1000 + 1e-7), 0) / 1000

  const [weight, freight] = ['Weight (Kilograms)', 'Freight Cost (USD)']

  function expectedBy(of: (row: Row) => string): Map<string, Expected> {
    const shipments = [...Map.groupBy(csvRecords(path), (row) => row['ASN/DN #'] ?? '').values()]
    const groups = Map.groupBy(shipments, ([first]) => of(first ?? {}))
    return new Map(
      [...groups].map(([key, all]) => {
        const first = (rows: readonly Row[], column: string) => rows.map((row) => row[column] ?? '').sort()[0] ?? ''
        const inTime = all.filter(
          (rows) => first(rows, 'Delivered to Client Date') <= first(rows, 'Scheduled Delivery Date'),
        )
        const whole = all.filter((rows) => tells(weight, rows) && tells(freight, rows))
        const kilograms = whole.reduce((sum, rows) => sum + sumOf(weight, rows), 0)
        const cost = whole.reduce((sum, rows) => sum + sumOf(freight, rows), 0)
        return [
          key,
          {
            n: all.length,
            onTime: inTime.length,
            nCost: whole.length,
            costPerKg: kilograms > 0 ? cost / kilograms : null,
          },
        ]
      }),
    )
  }

  const said = ({ n, onTime, nCost, costPerKg }: Expected) => `${n} ${onTime} ${nCost} ${costPerKg?.toFixed(7) ?? '-'}`
  const ours = (row: LaneFigures) => said(row)

  test('on time and freight per kilogram by mode are those of the file; nobody wrote down when they left', () => {
    importAll(book, [lent(path)])
    const { rows, total } = ask(book, 'mode')
    const expected = expectedBy((row) => modes[row['Shipment Mode'] ?? ''] ?? '?')
    expect(Object.fromEntries(rows.map((row) => [row.key, ours(row)]))).toEqual(
      Object.fromEntries([...expected].map(([key, row]) => [key, said(row)])),
    )
    expect(total).toMatchObject({
      n: 7030,
      completed: 7030,
      judged: 7030,
      basis: 'delivered',
      nCost: 6175,
      nTransit: 0,
    })
    for (const row of [...rows, total]) {
      expect(row).toMatchObject({ transitP50: null, transitP80: null, transitP90: null, avgTransit: null })
      expect(row.reasons).toMatchObject({ transitP50: 'no_departure_day', damageRate: 'not_recorded' })
    }
  })

  test('by country likewise', () => {
    const { rows } = ask(book, 'country')
    const expected = [...expectedBy((row) => row.Country ?? '').values()]
    expect(rows.map(ours).sort()).toEqual(expected.map(said).sort())
    expect(rows.find(({ key }) => key === 'CD')?.n).toBe(expectedBy((row) => row.Country ?? '').get('Congo, DRC')?.n)
  })
})
