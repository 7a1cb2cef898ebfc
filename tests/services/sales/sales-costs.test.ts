// Costs of selling: of orders, and dated charges; from the form, and from files.
import { expect, test } from 'vitest'
import {
  addSalesCost,
  editSalesCost,
  removeSalesCosts,
  setSalesCostsArchived,
} from '#main/services/sales/sales-cost-commands.ts'
import { listSalesCosts } from '#main/services/sales/sales-cost-list.ts'
import { costsOfOrder, getSalesCost } from '#main/services/sales/sales-cost-queries.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { type SalesCostDraft, salesCostInput } from '#shared/schemas/sales-costs.ts'
import { failureOf } from '#tests/services/stock/stock-book.ts'
import { counts, fileOf, importOne } from '#tests/support/import-files.ts'
import { makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const draft = (more: Partial<SalesCostDraft>) =>
  salesCostInput.parse({ on: '2026-02-01', kind: 'freight', amount: '10', currency: 'USD', ...more })

test('fixed at the rate of its day; one without a rate is kept, told, and gets its rate when it is known', () => {
  const book = testBook()
  const { euros, dongs } = book.write((tx) => {
    makeRate(tx, 'EUR', 'USD', '2026-02-01', '1.2')
    return {
      euros: addSalesCost(tx, draft({ channel: 'Shop', currency: 'EUR' })),
      dongs: addSalesCost(tx, draft({ channel: 'Shop', currency: 'VND', amount: '25000' })),
    }
  })
  const cost = (id: number) => book.read((db) => getSalesCost(db, id))
  expect(cost(euros)).toMatchObject({ rate: '1.2', rateOn: '2026-02-01', baseAmount: '12.00' })
  expect(cost(dongs)).toMatchObject({ rate: null, baseAmount: null })
  book.write((tx) => {
    makeRate(tx, 'EUR', 'USD', '2026-02-02', '1.9')
    makeRate(tx, 'VND', 'USD', '2026-01-31', '0.00004')
  })
  expect([cost(euros).baseAmount, cost(dongs).baseAmount]).toEqual(['12.00', '1.00'])
  book.write((tx) => editSalesCost(tx, euros, draft({ channel: 'Shop', currency: 'EUR', amount: '20' })))
  expect(cost(euros)).toMatchObject({ rate: '1.2', baseAmount: '24.00' })
  book.write((tx) => editSalesCost(tx, euros, draft({ channel: 'Shop', currency: 'EUR', on: '2026-02-02' })))
  expect(cost(euros)).toMatchObject({ rate: '1.9', baseAmount: '19.00' })
})

test('a cost of an order has the order’s channel; those of no order stand in the list alone', () => {
  const book = testBook()
  const orderId = book.write((tx) => makeOrder(tx, { channel: 'Shop', lines: [] }))
  const [first, second] = book.write((tx) => [
    addSalesCost(tx, draft({ orderId, channel: 'Other' })),
    addSalesCost(tx, draft({ channel: 'Fair', kind: 'fair', amount: '-3' })),
  ])
  expect(book.read((db) => costsOfOrder(db, orderId))).toMatchObject([{ id: first, channel: 'Shop', amount: '10.00' }])
  const list = (query: object) => book.read((db) => listSalesCosts(db, listInput.parse(query))).rows.map(({ id }) => id)
  expect(list({ sort: [{ column: 'baseAmount', direction: 'asc' }] })).toEqual([second, first])
  expect(list({ filters: [{ column: 'isCharge', op: 'is', values: [true] }] })).toEqual([second])
  book.write((tx) => setSalesCostsArchived(tx, [first ?? 0], true))
  expect(book.read((db) => costsOfOrder(db, orderId))).toEqual([])
  book.write((tx) => removeSalesCosts(tx, [second ?? 0]))
  expect(list({})).toEqual([])
})

test('what is nothing, belongs to nothing or points nowhere is refused', () => {
  const book = testBook()
  expect(salesCostInput.safeParse({ on: '2026-02-01', kind: 'freight', amount: '1', currency: 'USD' }).success).toBe(
    false,
  )
  expect(salesCostInput.safeParse({ ...draft({ channel: 'S' }), amount: '0.00' }).success).toBe(false)
  const add = (more: Partial<SalesCostDraft>) => failureOf(() => book.write((tx) => addSalesCost(tx, draft(more)))).code
  expect(add({ channel: 'S', currency: 'JPY', amount: '0.2' })).toBe('input/too-many-decimals')
  const zero = { ...draft({ channel: 'S' }), amount: '0.00' }
  expect(failureOf(() => book.write((tx) => addSalesCost(tx, zero))).code).toBe('sales/no-amount')
  expect(add({ orderId: 77 })).toBe('orders/not-found')
  expect(add({ productId: 77 })).toBe('catalog/product-not-found')
  expect(failureOf(() => book.read((db) => getSalesCost(db, 5))).code).toBe('sales/cost-not-found')
})

test('from a file: by order number or the channel’s number, by product or channel; read again it adds nothing', () => {
  const book = testBook()
  const { number } = book.write((tx) => {
    makeProduct(tx, { sku: 'MUG', nameEn: 'Mug' })
    const id = makeOrder(tx, { channel: 'Shop', externalId: 'X-1', lines: [] })
    tx.insert('channels', { code: 'Shop' })
    return tx.get<{ number: string }>('SELECT number FROM sales_orders WHERE id = ?', id) ?? { number: '' }
  })
  const rows = [
    'cost date,cost type,cost amount,currency,order,channel,sku,reference',
    `2026-02-01,postage,4.50,USD,${number},,,A1`,
    '2026-02-02,referral fee,3.00,USD,X-1,,,A2',
    '2026-02-03,ads,20.00,USD,,Shop,,',
    '2026-02-04,advertising,5.00,USD,,,MUG,',
    '2026-02-05,freight,1.00,USD,NOPE,,,',
    '2026-02-05,nonsense,1.00,USD,,Shop,,',
    '2026-02-05,freight,1.00,USD,,,,',
  ]
  const file = fileOf('costs.csv', rows)
  const report = importOne(book, file)
  expect(report.kind).toBe('sales-costs')
  expect(counts(report)).toEqual([4, 0, 0, 3])
  expect(report.refused.map(({ expected }) => expected)).toEqual(['known-order', 'sales-cost-kind', 'required'])
  expect(counts(importOne(book, file))).toEqual([0, 0, 4, 3])
  const changed = fileOf('costs.csv', [rows[0] ?? '', `2026-02-01,postage,4.75,USD,${number},,,A1`])
  expect(counts(importOne(book, changed))).toEqual([0, 1, 0, 0])
  const sums = book.read((db) => db.raw('SELECT kind, channel, base_minor FROM live_sales_costs ORDER BY incurred_on'))
  expect(sums).toEqual([
    ['freight', 'Shop', 475],
    ['platform_fee', 'Shop', 300],
    ['advertising', 'Shop', 2000],
    ['advertising', '', 500],
  ])
})
