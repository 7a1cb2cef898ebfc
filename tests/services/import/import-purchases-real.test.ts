// Real files of buying, where they lie beside the project; every figure is counted again from the file itself.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { scoreboard } from '#main/services/scores/scoreboard.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { scoreboardInput } from '#shared/schemas/scores.ts'
import { csvRecords } from '#tests/support/csv-records.ts'
import { counts, importAll, inspect, lent } from '#tests/support/import-files.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const data = fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const at = (path: string) => join(data, path)
const aw = (name: string) => at(`adventureworks/${name}.csv`)
const scms = at('scms/scms-delivery-history.csv')

function board(book: TestBook, input: Partial<Parameters<typeof scoreboardInput.parse>[0] & object> = {}) {
  const window = { from: '2000-01-01', to: '2030-12-31', asOf: '2020-01-01', ...input }
  return book.read((db) => scoreboard(db, scoreboardInput.parse(window)))
}

/** Sums by a key, each of several amounts. */
function sums<Key extends string>(rows: readonly (readonly [group: string, amounts: Record<Key, number>])[]) {
  const found = new Map<string, Record<Key, number>>()
  for (const [group, amounts] of rows) {
    const sum = found.get(group)
    if (!sum) found.set(group, { ...amounts })
    else for (const key of Object.keys(amounts) as Key[]) sum[key] += amounts[key]
  }
  return found
}

describe.skipIf(!existsSync(aw('Purchasing_Vendor')))('AdventureWorks (needs ../shared/data)', () => {
  const book = testBook({ baseCurrency: 'USD' })
  // The book's categories are flat: those that products name.
  const products = ['Production_ProductSubcategory', 'Production_Product']
  const purchases = [
    'Purchasing_Vendor',
    'Purchasing_ProductVendor',
    'Purchasing_PurchaseOrderHeader',
    'Purchasing_PurchaseOrderDetail',
  ]

  test('is read by the mappings that ship, nothing refused', () => {
    const mapped = purchases.map((name) => inspect(book, lent(aw(name))).savedMapping)
    expect(mapped).toEqual([
      'adventureworks-vendors',
      'adventureworks-product-vendors',
      'adventureworks-purchase-orders',
      'adventureworks-purchase-lines',
    ])
    const files = [...products, ...purchases].map((name) => lent(aw(name)))
    const report = importAll(book, files)
    expect(Object.fromEntries(report.files.map((file) => [file.name, counts(file)]))).toEqual({
      'Production_ProductSubcategory.csv': [37, 0, 0, 0],
      'Production_Product.csv': [504, 0, 0, 0],
      'Purchasing_Vendor.csv': [104, 0, 0, 0],
      'Purchasing_ProductVendor.csv': [460, 0, 0, 0],
      'Purchasing_PurchaseOrderHeader.csv': [4012, 0, 0, 0],
      'Purchasing_PurchaseOrderDetail.csv': [8845, 0, 0, 0],
    })
    const noted = report.files.flatMap((file) => file.noted)
    expect(noted).toMatchObject([{ said: 'due-before-ordered', column: 'DueDate', count: 7 }])
  })

  test('is all there: states, amounts of heads, offers, who is no longer bought from', () => {
    const one = <Row>(sql: string) => book.read((db) => db.get<Row>(sql))
    const states = book.read((db) => db.all('SELECT status, count(*) AS n FROM purchase_orders GROUP BY 1 ORDER BY 1'))
    expect(states).toEqual([
      { status: 'closed', n: 3689 + 86 },
      { status: 'confirmed', n: 12 },
      { status: 'sent', n: 225 },
    ])
    const cents = (rows: Record<string, string>[], name: string) =>
      rows.reduce((sum, row) => sum + Math.round(Number(row[name]) * 100 + 1e-7), 0)
    const heads = csvRecords(aw('Purchasing_PurchaseOrderHeader'))
    expect(one('SELECT sum(freight_minor) AS freight, sum(tax_minor) AS tax FROM purchase_orders')).toEqual({
      freight: cents(heads, 'Freight'),
      tax: cents(heads, 'TaxAmt'),
    })
    const lines = csvRecords(aw('Purchasing_PurchaseOrderDetail'))
    expect(one('SELECT sum(total_minor) AS n FROM purchase_lines')).toEqual({ n: cents(lines, 'LineTotal') })
    expect(one('SELECT sum(price_micros) AS n FROM offer_prices')).toEqual({
      n: cents(csvRecords(aw('Purchasing_ProductVendor')), 'StandardPrice') * 10_000,
    })
    expect(one("SELECT count(*) AS n FROM parties WHERE supply_status = 'on_hold'")).toEqual({ n: 4 })
    expect(
      one("SELECT count(*) AS n FROM offers WHERE note IN ('pcs', 'carton', 'case', 'can', 'dozen', 'pack', 'gallon')"),
    ) // Where the product is counted in pieces, only other units are told.
      .toEqual({ n: 460 - 154 })
    expect(one('SELECT count(*) AS n FROM stock_movements')).toEqual({ n: 0 })
    expect(one('SELECT count(*) AS n FROM purchase_lines WHERE open_milli > 0')).toEqual({ n: 0 })
  })

  test('gives each vendor its reject and fill rate; on time says why it has none', () => {
    const vendorOf = new Map(
      csvRecords(aw('Purchasing_PurchaseOrderHeader')).map((row) => [row.PurchaseOrderID, row.VendorID]),
    )
    const codeOf = new Map(
      csvRecords(aw('Purchasing_Vendor')).map((row) => [row.BusinessEntityID, row.AccountNumber ?? '']),
    )
    const expected = sums(
      csvRecords(aw('Purchasing_PurchaseOrderDetail')).map((row) => {
        const [ordered, received, rejected] = [row.OrderQty, row.ReceivedQty, row.RejectedQty].map(Number)
        const came = { ordered: ordered ?? 0, received: received ?? 0, rejected: rejected ?? 0 }
        const amounts = { ...came, filled: Math.min(came.ordered, came.received), lines: 1 }
        return [codeOf.get(vendorOf.get(row.PurchaseOrderID) ?? '') ?? '', amounts] as const
      }),
    )
    const { rows } = board(book)
    const bought = rows.filter(({ linesDue }) => linesDue > 0)
    expect(bought.map(({ code }) => code).sort()).toEqual([...expected.keys()].sort())
    expect(bought).toHaveLength(86)
    for (const row of bought) {
      const sum = expected.get(row.code ?? '')
      if (!sum) throw new Error(`no vendor ${row.code}`)
      expect(row.linesDue).toBe(sum.lines)
      expect(row.rejectRate).toBeCloseTo(sum.rejected / sum.received, 12)
      expect(row.fillRate).toBeCloseTo(sum.filled / sum.ordered, 12)
      expect([row.onTimeRate, row.otifRate, row.leadTimeMean, row.claimRate]).toEqual([null, null, null, null])
      expect([row.linesCounted, row.ppm === null]).toEqual([sum.lines, false])
      expect(row.reasons).toMatchObject({
        ...{ onTimeRate: 'no-receipt-days', otifRate: 'no-receipt-days' },
        ...{ claimRate: 'history-only', paperErrorRate: 'history-only' },
      })
    }
    expect(board(book)).toMatchObject({ linesWithoutQuantities: 0, linesWithoutRejects: 0 })
  })

  test('read again it changes nothing, and the book checks clean', () => {
    const again = importAll(
      book,
      [...purchases].map((name) => lent(aw(name))),
    )
    expect(again.files.map((file) => [file.new, file.changed, file.refusedRows])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ])
    expect(book.read((db) => checkBook(db)).ok).toBe(true)
  })
})

describe.skipIf(!existsSync(scms))('SCMS deliveries (need ../shared/data)', () => {
  const book = testBook({ baseCurrency: 'USD' })

  test('are 10,324 purchase lines; what is odd is said', () => {
    expect(inspect(book, lent(scms)).savedMapping).toBe('scms-delivery-history')
    const report = importAll(book, [lent(scms)])
    const [file] = report.files
    if (!file) throw new Error('no report')
    expect(counts(file)).toEqual([10_324, 0, 0, 0])
    expect(report.made).toEqual([
      { kind: 'supplier', count: 73 },
      { kind: 'product', count: 184 },
    ])
    const rows = csvRecords(scms)
    const undated = new Set(
      rows.filter((row) => !/^\d/.test(row['PO Sent to Vendor Date'] ?? '')).map((row) => row['PO / SO #']),
    )
    const early = rows.filter(
      (row) =>
        (row['Delivered to Client Date'] ?? '') < (row['PO Sent to Vendor Date'] ?? '') &&
        /^\d/.test(row['PO Sent to Vendor Date'] ?? ''),
    )
    expect(file.noted.map(({ said, count }) => [said, count])).toEqual([
      ['no-order-day', undated.size],
      ['received-before-ordered', early.length],
      ['due-before-ordered', 4],
    ])
  })

  test('keep words as words: freight and weight are never a silent zero', () => {
    const rows = csvRecords(scms)
    const isNumber = (text: string | undefined) => /^[\d.]+$/.test(text ?? '')
    const freights = rows.map((row) => row['Freight Cost (USD)'] ?? '')
    const weights = rows.map((row) => row['Weight (Kilograms)'] ?? '')
    const having = (cells: readonly string[], word: RegExp) => cells.filter((cell) => word.test(cell)).length
    const found = book.read((db) =>
      db.get(
        `SELECT sum(freight_minor IS NOT NULL) AS amounts, sum(freight_minor) AS freight, sum(freight_word = 'included') AS included,
           sum(freight_word = 'separate') AS separate, sum(freight_word = 'see') AS see, sum(told_with <> '') AS toldWith,
           sum(weight_grams IS NOT NULL) AS weights, sum(weight_grams) AS grams, sum(weight_word = 'separate') AS apart,
           sum(weight_word = 'see') AS seeWeight, sum(insurance_minor IS NULL) AS uninsured, sum(total_minor) AS total,
           sum(price_micros = 0) AS free FROM purchase_lines`,
      ),
    )
    const cents = (cells: readonly string[]) =>
      cells.filter(isNumber).reduce((sum, cell) => sum + Math.round(Number(cell) * 100 + 1e-7), 0)
    expect(found).toEqual({
      amounts: having(freights, /^[\d.]+$/),
      freight: cents(freights),
      included: 1442,
      separate: 239,
      see: 2445,
      toldWith: 2445,
      weights: having(weights, /^[\d.]+$/),
      grams: weights.filter(isNumber).reduce((sum, cell) => sum + Math.round(Number(cell) * 1000), 0),
      apart: 1507,
      seeWeight: 2445,
      uninsured: 287,
      total: cents(rows.map((row) => row['Line Item Value'] ?? '')),
      free: rows.filter((row) => Number(row['Pack Price']) === 0).length,
    })
    const lost = `SELECT count(*) AS n FROM purchase_lines l WHERE told_with <> ''
      AND NOT EXISTS (SELECT 1 FROM (SELECT DISTINCT external_id FROM purchase_lines) k WHERE k.external_id = l.told_with)`
    expect(book.read((db) => db.get(lost))).toEqual({ n: 0 })
  })

  const late = (row: Record<string, string>, grace: number) =>
    (row['Delivered to Client Date'] ?? '') > addDays(asDay(row['Scheduled Delivery Date'] ?? ''), grace)
  const onTimeBy = (of: (row: Record<string, string>) => string, grace = 0) =>
    sums(csvRecords(scms).map((row) => [of(row), { lines: 1, onTime: late(row, grace) ? 0 : 1 }] as const))

  test.each([0, 14])('are on time per vendor as counted from the file, %d days of grace', (graceDays) => {
    const expected = onTimeBy((row) => row.Vendor ?? '', graceDays)
    const { rows } = board(book, { graceDays })
    expect(rows).toHaveLength(73)
    for (const row of rows) {
      const counted = expected.get(row.name ?? '')
      expect([row.linesDue, row.onTimeRate]).toEqual([counted?.lines, (counted?.onTime ?? 0) / (counted?.lines ?? 1)])
    }
    const own = rows.filter(({ name }) => name === 'SCMS from RDC')
    expect(own.map(({ linesDue, rank, grade }) => [linesDue, rank, grade])).toEqual([[5404, null, own[0]?.grade]])
    // The file tells days and no quantities that came: what was in full, or bad, it does not know.
    for (const { inFullRate, otifRate, fillRate, ppm, acceptRate, reasons } of rows) {
      expect([inFullRate, otifRate, fillRate, ppm, acceptRate]).toEqual([null, null, null, null, null])
      expect(reasons).toMatchObject({ inFullRate: 'no-receipt-quantities', ppm: 'no-receipt-quantities' })
    }
    expect(board(book)).toMatchObject({ linesWithoutQuantities: 10_324, linesWithoutReceiptDays: 0 })
    // Nobody wrote down when they were ordered, so there is no lead time.
    expect(own[0]?.leadTimeMean).toBeNull()
  })

  test('are on time per mode and country as counted from the file', () => {
    const modes: Record<string, string> = {
      Air: 'air',
      'Air Charter': 'air_charter',
      Truck: 'road',
      Ocean: 'sea',
      'N/A': '',
    }
    const byMode = onTimeBy((row) => modes[row['Shipment Mode'] ?? ''] ?? '?')
    const modeRows = board(book, { groupBy: 'mode' }).rows
    expect(Object.fromEntries(modeRows.map(({ key, linesDue, onTimeRate }) => [key, [linesDue, onTimeRate]]))).toEqual(
      Object.fromEntries([...byMode].map(([mode, sum]) => [mode, [sum.lines, sum.onTime / sum.lines]])),
    )
    const byCountry = onTimeBy((row) => row.Country ?? '')
    const countryRows = board(book, { groupBy: 'country' }).rows
    const pairs = (rows: readonly (readonly [number, number | null])[]) =>
      rows.map(([n, rate]) => `${n} ${rate}`).sort()
    expect(pairs(countryRows.map(({ linesDue, onTimeRate }) => [linesDue, onTimeRate]))).toEqual(
      pairs([...byCountry.values()].map((sum) => [sum.lines, sum.onTime / sum.lines])),
    )
    const congo = countryRows.find(({ key }) => key === 'CD')
    expect(congo?.linesDue).toBe(byCountry.get('Congo, DRC')?.lines)
  })

  test('read again change nothing, and the book checks clean', () => {
    expect(importAll(book, [lent(scms)]).files.map(counts)).toEqual([[0, 0, 10_324, 0]])
    expect(book.read((db) => checkBook(db)).ok).toBe(true)
  })
})
