import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runExport } from '#main/services/exports/run-export.ts'
import { type FileShelf, fileShelf } from '#main/services/files/file-shelf.ts'
import { cancelled, type JobHandle, silentJob } from '#main/services/jobs/job.ts'
import { exportInput, exportLists } from '#shared/schemas/exports.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

let folder: string
let shelf: FileShelf
let book: TestBook

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quayside-export-'))
  shelf = fileShelf(folder)
  book = testBook()
})

afterEach(() => {
  book.close()
  rmSync(folder, { recursive: true, force: true })
})

type Asked = Partial<Parameters<typeof exportInput.parse>[0] & object>

function run(asked: Asked, job: JobHandle = silentJob) {
  const input = exportInput.parse({ format: 'csv', jobId: 'test', ...asked })
  return runExport({ read: book.read, files: shelf, job }, input)
}

async function csvOf(asked: Asked): Promise<string[]> {
  const { token } = await run(asked)
  const text = readFileSync(shelf.find(token).path, 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  return text.slice(1, -2).split('\r\n')
}

describe('an exported list', () => {
  test('holds the columns asked for in their order, then what an import needs', async () => {
    book.write((tx) => makeProduct(tx, { sku: '00042', nameEn: 'Mug', price: { amount: '3.5', currency: 'EUR' } }))
    expect(await csvOf({ list: 'products', columns: ['nameEn', 'price', 'thumbnail'] })).toEqual([
      'Product name EN,Price,Price currency,SKU',
      'Mug,3.50,EUR,00042',
    ])
  })

  test.each(['constructor', '__proto__'])('has no column %s', async (column) => {
    await expect(run({ list: 'products', columns: [column] })).rejects.toMatchObject({ code: 'lists/unknown-column' })
    await expect(run({ list: 'products', columns: [column], isExact: true })).rejects.toMatchObject({
      code: 'lists/unknown-column',
    })
  })

  test('of a list on screen holds exactly what is shown: its columns, what was ticked, the view in its name', async () => {
    const price = { amount: '3.5', currency: 'EUR' }
    const [, second] = book.write((tx) =>
      ['A', 'B', 'C'].map((sku) => makeProduct(tx, { sku, nameEn: `Mug ${sku}`, nameZh: '杯', price })),
    )
    const shown = { list: 'products' as const, columns: ['price', 'nameEn'], isExact: true }
    const head = 'Price,Price currency,Product name EN,Product name ZH'
    const query = { sort: [{ column: 'sku', direction: 'desc' as const }] }
    const ids = [second ?? 0]
    expect(await csvOf({ ...shown, only: { ids } })).toEqual([head, '3.50,EUR,Mug B,杯'])
    expect(await csvOf({ ...shown, query, only: { except: ids } })).toEqual([
      head,
      '3.50,EUR,Mug C,杯',
      '3.50,EUR,Mug A,杯',
    ])
    const { name } = await run({ ...shown, viewName: 'Mugs: 1/2 "best"' })
    expect(name).toBe('Products - Mugs 1 2 best.csv')
  })

  test('has its headers and words in the language asked for', async () => {
    book.write((tx) => makeProduct(tx, { sku: 'A', status: 'phasing_out', noSale: true }))
    const columns = ['sku', 'status', 'noSale']
    expect(await csvOf({ list: 'products', columns, language: 'zh-CN' })).toEqual(['货号,状态,非卖品', 'A,逐步停产,是'])
  })

  test('holds all that matches, in the order shown, whatever the window', async () => {
    book.write((tx) => {
      for (let count = 0; count < 2500; count += 1) makeProduct(tx, { sku: `P${String(count).padStart(4, '0')}` })
    })
    const query = {
      filters: [{ column: 'sku', op: 'atLeast' as const, values: ['P0100'] }],
      sort: [{ column: 'sku', direction: 'desc' as const }],
      offset: 50,
      limit: 10,
    }
    const lines = await csvOf({ list: 'products', columns: ['sku'], query })
    expect([lines.length, lines[1], lines.at(-1)]).toEqual([2401, 'P2499', 'P0100'])
  })

  test('guards cells that a spreadsheet would run', async () => {
    book.write((tx) => makeProduct(tx, { sku: 'A', nameEn: '=1+1', note: '@x, "y"' }))
    const [, line] = await csvOf({ list: 'products', columns: ['sku', 'nameEn', 'note'] })
    expect(line).toBe('A,\'=1+1,"\'@x, ""y"""')
  })

  test('of order lines follows the orders that match', async () => {
    book.write((tx) => {
      const productId = makeProduct(tx, { sku: 'A' })
      const line = { productId, unitPrice: '2.50' }
      makeOrder(tx, { number: 'N1', lines: [{ ...line, quantity: 4 }] })
      makeOrder(tx, {
        number: 'N2',
        lines: [
          { ...line, quantity: 1 },
          { ...line, quantity: 2, discountPercent: 10 },
        ],
      })
      makeOrder(tx, { number: 'N3', lines: [{ ...line, quantity: 9 }] })
    })
    const query = {
      filters: [{ column: 'number', op: 'in' as const, values: ['N1', 'N2'] }],
      sort: [{ column: 'number', direction: 'desc' as const }],
    }
    const columns = ['number', 'quantity', 'unitPrice', 'discountPercent', 'total']
    expect(await csvOf({ list: 'order-lines', columns, query })).toEqual([
      'Order number,Quantity,Unit price,Currency,Discount (%),Line total,Line ID,SKU',
      'N2,1,2.50,USD,0,2.50,,A',
      'N2,2,2.50,USD,10,4.50,,A',
      'N1,4,2.50,USD,0,10.00,,A',
    ])
  })

  test('refuses a column that the list does not have', async () => {
    await expect(run({ list: 'products', columns: ['sku', 'wings'] })).rejects.toThrow('lists/unknown-column')
  })

  test.each(exportLists)('of an empty book is a header alone: %s', async (list) => {
    const questions = {
      abc: { basis: 'revenue', thresholds: [0.8, 0.95] },
      valuation: {},
      slowStock: {},
      costOfSales: { from: '2026-01-01', to: '2026-12-31' },
    }
    for (const format of ['csv', 'xlsx']) {
      const { rows, size } = await run({ list, format, ...questions })
      expect(rows).toBe(0)
      expect(size).toBeGreaterThan(20)
    }
  })

  test('that is cancelled or fails leaves no file behind', async () => {
    book.write((tx) => makeProduct(tx, { sku: 'A' }))
    const opened: string[] = []
    const files: FileShelf = {
      ...shelf,
      open(name) {
        const file = shelf.open(name)
        opened.push(file.path)
        return file
      },
    }
    const job: JobHandle = {
      ...silentJob,
      stopIfCancelled() {
        throw cancelled()
      },
    }
    for (const format of ['csv', 'xlsx'] as const) {
      const input = exportInput.parse({ list: 'products', format, jobId: 'test' })
      await expect(runExport({ read: book.read, files, job }, input)).rejects.toThrow('job/cancelled')
    }
    expect(opened.map((path) => existsSync(path))).toEqual([false, false])
  })

  test('says how far it is', async () => {
    book.write((tx) => {
      for (let count = 0; count < 1500; count += 1) makeProduct(tx, { sku: `P${count}` })
    })
    const seen: [string, number, number | null][] = []
    await run({ list: 'products' }, { ...silentJob, progress: (...step) => void seen.push(step) })
    expect(seen).toEqual([
      ['export.writing', 1000, 1500],
      ['export.writing', 1500, 1500],
    ])
  })
})

describe('a workbook', () => {
  test('holds numbers as numbers, days as days, codes as text', async () => {
    book.write((tx) => {
      const customerId = makeCustomer(tx, '=Danger', { country: 'DE' })
      makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.1250')
      makeOrder(tx, {
        number: '000123',
        customerId,
        currency: 'EUR',
        lines: [{ productId: null, quantity: 3, unitPrice: '4.10' }],
      })
    })
    const columns = ['number', 'orderedOn', 'customer', 'total', 'baseTotal', 'lineCount', 'shippedOn']
    const { token, name } = await run({ list: 'orders', columns, format: 'xlsx', language: 'zh-CN' })
    expect(name).toBe('订单.xlsx')
    const [sheet] = await readXlsxFile(readFileSync(shelf.find(token).path))
    const [header, row] = sheet?.data ?? []
    expect(header?.slice(0, 4)).toEqual(['订单号', '订单日期', '客户', '订单金额'])
    expect(row).toEqual(['000123', new Date('2026-03-02T00:00:00Z'), '=Danger', 12.3, 'EUR', 13.84, 1, null, null])
  })

  test('that would be too large is refused', async () => {
    book.write((tx) => {
      const insert = tx.statement(
        `INSERT INTO rates (id, from_currency, to_currency, rate_on, rate) VALUES (?, 'EUR', 'USD', '2026-01-01', '1')`,
      )
      for (let count = 0; count < 200_001; count += 1) insert.run(tx.nextId())
    })
    await expect(run({ list: 'rates', format: 'xlsx' })).rejects.toThrow('exports/too-large-for-xlsx')
  })
})
