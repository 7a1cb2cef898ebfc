// Shipments of the past, made by imports of real files where they lie beside the project; every figure is counted again from the
// file itself.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { countMissing, makeMissing } from '#main/services/shipments/moving/make-missing.ts'
import { shipmentsOutOfStep } from '#main/services/shipments/shipment-derived.ts'
import { csvRecords } from '#tests/support/csv-records.ts'
import { counts, importAll, lent } from '#tests/support/import-files.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const data = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))
const at = (path: string) => join(data, path)

type Counts = Record<string, number | null>
const counted = (book: TestBook, sql: string) => book.read((db) => db.get<Counts>(sql))
const countOf = (rows: readonly unknown[]) => rows.length

describe.skipIf(!existsSync(at('northwind')))('Northwind (needs ../shared/data)', () => {
  const book = testBook({ baseCurrency: 'USD' })
  const files = () => readdirSync(at('northwind')).map((name) => lent(join(at('northwind'), name)))
  const orders = () => csvRecords(at('northwind/orders.csv'))

  test('each order that left has a shipment with its carrier, its day and what was promised', () => {
    importAll(book, files())
    const left = orders().filter((row) => /^\d/.test(row.shippedDate ?? ''))
    expect(left).toHaveLength(809)
    const facts = `SELECT count(*) AS n, sum(is_history) AS past, sum(has_delivery_days) AS days, count(carrier_id) AS carried,
      count(planned_on) AS planned, sum(left_on <= planned_on) AS inTime, count(value_base_minor) AS valued,
      sum(line_count) AS lines, sum(order_count) AS orders FROM live_shipments WHERE kind = 'order' AND status = 'sent'`
    const inTime = left.filter((row) => (row.shippedDate ?? '') <= (row.requiredDate ?? ''))
    expect(counted(book, facts)).toEqual({
      ...{ n: 809, past: 809, days: 0, carried: 809, planned: 809, inTime: countOf(inTime), valued: 809, orders: 809 },
      lines: countOf(
        csvRecords(at('northwind/order-details.csv')).filter(({ orderID }) => left.some((o) => o.orderID === orderID)),
      ),
    })
    expect(book.read(countMissing)).toEqual({ dispatches: 0, orders: 0 })
  })

  test('read again nothing is made and nothing changes; the book is sound', () => {
    const before = counted(book, 'SELECT max(id) AS id FROM shipments')
    const { files: reports } = importAll(book, files())
    expect(reports.map((report) => counts(report).slice(0, 2).join(' '))).toEqual(reports.map(() => '0 0'))
    expect(counted(book, 'SELECT max(id) AS id FROM shipments')).toEqual(before)
    expect(book.read(shipmentsOutOfStep)).toEqual([])
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('made by the command for a book of before, once', () => {
    book.write((tx) => tx.run("UPDATE shipments SET status = 'cancelled'"))
    expect(book.read(countMissing)).toEqual({ dispatches: 0, orders: 809 })
    expect(book.write((tx) => makeMissing(tx))).toEqual({ made: 809 })
    expect(book.write((tx) => makeMissing(tx))).toEqual({ made: 0 })
  })
})

describe.skipIf(!existsSync(at('scms')))('SCMS deliveries (need ../shared/data)', () => {
  const book = testBook({ baseCurrency: 'USD' })
  const path = at('scms/scms-delivery-history.csv')
  type Row = Record<string, string>

  const rows = () => csvRecords(path)
  const numbersOf = () => Map.groupBy(rows(), (row) => row['ASN/DN #'] ?? '')
  const isNumber = (text = '') => /^[\d.]+$/.test(text)

  /** A line tells an amount itself, or points at a line of the same shipment that does. */
  const tells = (column: string, row: Row, all: readonly Row[]) => {
    const id = /ID#:(\d+)/.exec(row[column] ?? '')?.[1]
    return isNumber(row[column]) || all.some((one) => one.ID === id && isNumber(one[column]))
  }

  test('one shipment for each number: when it should have come and did, what it weighed, what its freight was', () => {
    importAll(book, [lent(path)])
    const told = [...numbersOf().values()]
    const whole = (column: string) => told.filter((all) => all.every((row) => tells(column, row, all)))
    const [weights, freights] = [whole('Weight (Kilograms)'), whole('Freight Cost (USD)')]
    const first = (all: readonly Row[], column: string) => all.map((row) => row[column] ?? '').sort()[0] ?? ''
    const late = told.filter((all) => first(all, 'Delivered to Client Date') > first(all, 'Scheduled Delivery Date'))
    expect(told).toHaveLength(7030)
    expect(
      counted(
        book,
        `SELECT count(*) AS n, sum(is_history) AS past, sum(line_count) AS lines, count(DISTINCT external_id) AS numbers,
           count(delivered_on) AS delivered, sum(delivered_on > planned_on) AS late, count(left_on) AS leaving,
           count(weight_grams) AS weighed, count(cost_base_minor) AS costed,
           sum(weight_grams IS NOT NULL AND cost_base_minor IS NOT NULL) AS whole
         FROM live_shipments WHERE kind = 'purchase' AND status = 'sent'`,
      ),
    ).toEqual({
      ...{ n: 7030, past: 7030, lines: 10324, numbers: 7030, delivered: 7030, late: countOf(late), leaving: 0 },
      ...{ weighed: countOf(weights), costed: countOf(freights), whole: 6175 },
    })
  })

  test('"See ASN-93" is found on its shipment once', () => {
    const all = numbersOf().get('ASN-93') ?? []
    expect(all.some((row) => /^See ASN-93/.test(row['Freight Cost (USD)'] ?? ''))).toBe(true)
    const cents = all.reduce((sum, row) => {
      const text = row['Freight Cost (USD)'] ?? ''
      return isNumber(text) ? sum + Math.round(Number(text) * 100) : sum
    }, 0)
    const row = counted(
      book,
      `SELECT cost_base_minor AS cents, weight_grams AS grams, (SELECT count(*) FROM live_shipment_charges c WHERE c.shipment_id = s.id) AS charges
       FROM live_shipments s WHERE external_id = 'ASN-93'`,
    )
    expect(row).toMatchObject({ cents, charges: 1 })
  })

  test('read again nothing is made and nothing changes; the book is sound', () => {
    const changes = () => counted(book, 'SELECT max(id) AS id, (SELECT max(id) FROM shipments) AS last FROM changes')
    const before = changes()
    importAll(book, [lent(path)])
    expect(changes()).toEqual(before)
    expect(book.read(shipmentsOutOfStep)).toEqual([])
    expect(book.read(checkBook).problems).toEqual([])
  })
})
