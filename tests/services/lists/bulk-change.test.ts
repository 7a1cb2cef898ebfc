import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { changeInBulk, planBulk } from '#main/services/lists/bulk-change.ts'
import { type BulkChange, bulkInput } from '#shared/schemas/cells.ts'
import { bookState, cellBook } from '#tests/support/cell-book.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'
import { rounds } from '#tests/torture/torture-size.ts'

const everything = { list: 'products' as const, query: {} }

function bulk(book: TestBook, changes: BulkChange[], target: object = everything, list = 'products') {
  const input = bulkInput.parse({ list, target, changes, jobId: 'test' })
  const planned = book.read((db) => planBulk(db, input, silentJob))
  const { result, operationId } = book.writer.write('lists.changeInBulk', null, (tx) =>
    changeInBulk(tx, input, silentJob),
  )
  expect(result).toEqual(planned)
  return { report: result, operationId }
}

const prices = (book: TestBook) => book.read((db) => db.raw('SELECT sku, price_micros FROM live_products ORDER BY sku'))

describe('a change in bulk', () => {
  test('sets one field of all that match, and says who stays and who is refused', () => {
    const { book, mug } = cellBook()
    const target = { list: 'products', query: { filters: [{ column: 'sku', op: 'contains', values: ['U'] }] } }
    const { report } = bulk(book, [{ do: 'set', column: 'status', text: 'discontinued' }], target)
    expect(report).toMatchObject({ total: 1, changed: 1, same: 0, refused: 0 })
    expect(report.changedRows).toEqual([
      {
        id: mug,
        name: 'MUG',
        cells: [{ id: mug, column: 'status', before: 'active', after: 'discontinued', refusal: null }],
      },
    ])
    expect(bulk(book, [{ do: 'set', column: 'status', text: 'discontinued' }]).report).toMatchObject({
      changed: 1,
      same: 1,
    })
  })

  test('leaves out what was left out, and takes named records only where they are named', () => {
    const { book, mug, bowl } = cellBook()
    const note: BulkChange[] = [{ do: 'set', column: 'note', text: 'x' }]
    expect(bulk(book, note, { ...everything, except: [mug] }).report).toMatchObject({ total: 1, changed: 1 })
    expect(bulk(book, note, { ids: [mug, bowl, mug] }).report).toMatchObject({ total: 2, changed: 1, same: 1 })
  })

  test('raises prices by per cent, rounded once to the coin or the step', () => {
    const book = testBook()
    book.write((tx) => {
      makeProduct(tx, { sku: 'A', price: { amount: '9.99', currency: 'USD' } })
      makeProduct(tx, { sku: 'B', price: { amount: '1000', currency: 'JPY' } })
      makeProduct(tx, { sku: 'C' })
    })
    const { report } = bulk(book, [{ do: 'percent', column: 'price', by: '5', roundTo: '' }])
    expect(report).toMatchObject({ total: 3, changed: 2, same: 1, refused: 0 })
    expect(prices(book)).toEqual([
      ['A', 10_490_000],
      ['B', 1_050_000_000],
      ['C', null],
    ])
    bulk(book, [{ do: 'percent', column: 'price', by: '-10', roundTo: '0.05' }])
    expect(prices(book)[0]).toEqual(['A', 9_450_000])
    bulk(book, [{ do: 'add', column: 'price', by: '0.30', roundTo: '' }])
    expect(prices(book)[0]).toEqual(['A', 9_750_000])
  })

  test('raises small and fine prices exactly: none of them becomes nothing or stays', () => {
    const book = testBook()
    book.write((tx) => {
      makeProduct(tx, { sku: 'A', price: { amount: '0.004', currency: 'USD' } })
      makeProduct(tx, { sku: 'B', price: { amount: '1.2345', currency: 'USD' } })
      makeProduct(tx, { sku: 'C', price: { amount: '1', currency: 'JPY' } })
      makeProduct(tx, { sku: 'D', price: { amount: '1', currency: 'USD' } })
    })
    bulk(book, [{ do: 'percent', column: 'price', by: '5.5', roundTo: '' }])
    expect(prices(book)).toEqual([
      ['A', 4_220],
      ['B', 1_302_398],
      ['C', 1_055_000],
      ['D', 1_060_000],
    ])
  })

  test('refuses for each record what cannot be, by reason', () => {
    const { book } = cellBook()
    const { report } = bulk(book, [{ do: 'add', column: 'price', by: '-5', roundTo: '' }])
    expect(report).toMatchObject({ changed: 1, refused: 1 })
    expect(report.reasons.map(({ refusal, count }) => [refusal.code, refusal.details.expected, count])).toEqual([
      ['cells/expected', 'not-negative', 1],
    ])
    expect(report.refusedRows.map(({ name }) => name)).toEqual(['MUG'])
  })

  test('is refused whole where it makes no sense', () => {
    const { book } = cellBook()
    const code = (change: BulkChange) => refusal(() => bulk(book, [change]))?.code
    expect(code({ do: 'set', column: 'sku', text: 'X' })).toBe('lists/not-in-bulk')
    expect(code({ do: 'percent', column: 'note', by: '5', roundTo: '' })).toBe('lists/not-in-bulk')
    expect(code({ do: 'percent', column: 'price', by: 'five', roundTo: '' })).toBe('lists/bad-amount')
    expect(code({ do: 'percent', column: 'price', by: '5', roundTo: '0' })).toBe('lists/bad-amount')
  })

  test('reaches what follows: costs of lines, the days they are due', () => {
    const { book } = cellBook()
    bulk(book, [{ do: 'percent', column: 'cost', by: '100', roundTo: '' }])
    expect(book.read((db) => db.raw('SELECT cost_base_minor FROM order_lines'))).toEqual([[400]])
    const orders = { list: 'orders', query: {} }
    bulk(book, [{ do: 'set', column: 'requiredOn', text: '2026-06-01' }], orders, 'orders')
    expect(book.read((db) => db.raw('SELECT due_on FROM order_lines'))).toEqual([['2026-06-01']])
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('reads no more of a record than the change needs', () => {
    const { book } = cellBook()
    const tables = (change: BulkChange) => {
      const input = bulkInput.parse({ list: 'products', target: everything, changes: [change], jobId: 'test' })
      const steps = queryPlans(book, (db) => planBulk(db, input, silentJob))
      return ['product_barcodes', 'parties', ' s '].filter((table) => steps.some((step) => `${step} `.includes(table)))
    }
    expect(tables({ do: 'percent', column: 'price', by: '5', roundTo: '' })).toEqual([])
    expect(tables({ do: 'set', column: 'supplier', text: 'KILN' })).toContain(' s ')
  })

  test('a stopped one leaves nothing behind', () => {
    const { book } = cellBook()
    const before = bookState(book)
    const input = bulkInput.parse({
      list: 'products',
      target: everything,
      changes: [{ do: 'set', column: 'note', text: 'x' }],
      jobId: 'test',
    })
    const job = {
      ...silentJob,
      progress: (phase: string) => {
        if (phase === 'bulk.settling') throw new Error('stopped')
      },
    }
    expect(() => book.write((tx) => changeInBulk(tx, input, job))).toThrow('stopped')
    expect(bookState(book)).toEqual(before)
  })
})

const productChange: fc.Arbitrary<BulkChange> = fc.oneof(
  fc.record({
    do: fc.constant('set' as const),
    column: fc.constantFrom('note', 'status', 'supplier', 'price', 'cost', 'moq', 'noSale', 'originCountry', 'nameZh'),
    text: fc.constantFrom('', '5', '7.25 EUR', 'discontinued', 'KILN', 'yes', 'DE', '橡木'),
  }),
  fc.record({
    do: fc.constantFrom('percent' as const, 'add' as const),
    column: fc.constantFrom('price', 'cost', 'moq', 'netWeightGrams'),
    by: fc.constantFrom('5', '-3', '12.5', '0'),
    roundTo: fc.constantFrom('', '0.05', '1'),
  }),
)
const orderChange: fc.Arbitrary<BulkChange> = fc.record({
  do: fc.constant('set' as const),
  column: fc.constantFrom('purpose', 'requiredOn', 'note', 'customer', 'freight'),
  text: fc.constantFrom('', 'sale', 'sample', '2026-06-01', 'ALP', '9'),
})
const some = (change: fc.Arbitrary<BulkChange>) =>
  fc.uniqueArray(change, { minLength: 1, maxLength: 3, selector: ({ column }) => column })
const anyBulk = fc.oneof(
  fc.record({
    list: fc.constant('products' as const),
    changes: some(productChange),
  }),
  fc.record({ list: fc.constant('orders' as const), changes: some(orderChange) }),
)

test('a change in bulk and its undo leave no trace but the log', () => {
  fc.assert(
    fc.property(anyBulk, ({ list, changes }) => {
      const { book, mug, customer } = cellBook()
      book.write((tx) =>
        makeOrder(tx, {
          customerId: customer,
          status: 'draft',
          lines: [{ productId: mug, quantity: 1, unitPrice: '3' }],
        }),
      )
      const before = bookState(book)
      const { operationId, report } = bulk(book, changes, { list, query: {} }, list)
      expect(operationId === null).toBe(report.changed === 0)
      if (operationId !== null) book.write((tx) => undoOperation(tx, operationId))
      expect(withoutTraces(bookState(book))).toEqual(withoutTraces(before))
      expect(book.read(checkBook).problems).toEqual([])
    }),
    { numRuns: rounds(25, 300) },
  )
})

/** What an order said at each moment is kept for good, and that something was taken back is, too. */
function withoutTraces({ document_versions, undoings, ...rest }: Record<string, unknown[]>) {
  return rest
}
