import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { mendClashes } from '#main/services/clashes/clash-commands.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { reverseMovements } from '#main/services/stock/reverse-movements.ts'
import { mainWarehouse, postMovement } from '#main/services/stock/stock-ledger.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { mergeCopy } from '#tests/support/book-copies.ts'
import { makeProduct } from '#tests/support/records.ts'

const on = asDay('2026-11-01')

function onHand(book: ReturnType<typeof merged>, product: Id): unknown {
  return book.read((db) => db.raw('SELECT on_hand_milli FROM stock_balances WHERE product_id = ?', product))[0]?.[0]
}

test('both sold the same piece: a count brings the stock to nothing', () => {
  let product = 0 as Id
  const pair = pairOf((tx) => {
    product = makeProduct(tx, { sku: 'A' })
    setOpeningStock(tx, product, 1000, on)
  })
  const book = merged(pair, (tx) => {
    postMovement(tx, { productId: product, warehouseId: mainWarehouse, movedOn: on, kind: 'issue', qtyMilli: -1000 })
  })
  expect(rulesWithClashes(book)).toEqual(['stock/shortage'])
  expect(clashesOf(book, 'stock/shortage')[0]).toMatchObject({
    facts: { quantity: -1, unit: 'pcs' },
    records: [{ record: { code: 'A' } }],
  })
  mendAll(book, { rule: 'stock/shortage', mending: 'countZero' })
  expect(onHand(book, product)).toBe(0)
  expect(rulesWithClashes(book)).toEqual([])
})

test('both sold the same piece before more came: the day is told though there is enough today', () => {
  let product = 0 as Id
  const goods = () => ({ productId: product, warehouseId: mainWarehouse })
  const pair = pairOf((tx) => {
    product = makeProduct(tx, { sku: 'A' })
    setOpeningStock(tx, product, 1000, on)
    postMovement(tx, { ...goods(), movedOn: asDay('2026-11-05'), kind: 'receipt', qtyMilli: 7000 })
  })
  const book = merged(pair, (tx) => {
    postMovement(tx, { ...goods(), movedOn: asDay('2026-11-02'), kind: 'issue', qtyMilli: -1000 })
  })
  expect(onHand(book, product)).toBe(6000)
  expect(rulesWithClashes(book)).toEqual(['stock/short-day'])
  expect(clashesOf(book, 'stock/short-day')[0]).toMatchObject({
    facts: { quantity: -1, unit: 'pcs', day: '2026-11-02' },
    records: [{ record: { code: 'A' } }],
  })
  mendAll(book, { rule: 'stock/short-day', mending: 'countDays' })
  expect(onHand(book, product)).toBe(6000)
  const counted = "SELECT moved_on, qty_milli FROM stock_movements WHERE kind = 'count' ORDER BY id DESC LIMIT 2"
  expect(book.read((db) => db.raw(counted))).toEqual([
    ['2026-11-05', -1000],
    ['2026-11-02', 1000],
  ])
  expect(rulesWithClashes(book)).toEqual([])
})

test('a short day in a closed period is not counted there', () => {
  let product = 0 as Id
  const pair = pairOf((tx) => {
    product = makeProduct(tx, { sku: 'A' })
    setOpeningStock(tx, product, 1000, on)
  })
  const goods = () => ({ productId: product, warehouseId: mainWarehouse })
  const book = merged(pair, (tx) => {
    postMovement(tx, { ...goods(), movedOn: asDay('2026-11-02'), kind: 'issue', qtyMilli: -1000 })
    postMovement(tx, { ...goods(), movedOn: asDay('2026-11-05'), kind: 'receipt', qtyMilli: 7000 })
  })
  book.write((tx) => tx.insert('period_closings', { through_on: '2026-11-03', note: '' }))
  const report = mendAll(book, { rule: 'stock/short-day', mending: 'countDays' })
  expect(report).toMatchObject({ mended: 0, refused: [{ code: 'stock/period-closed' }] })
})

test('days of one copy and of a place that warns are no clash', () => {
  let product = 0 as Id
  const pair = pairOf((tx) => {
    product = makeProduct(tx, { sku: 'A' })
    setOpeningStock(tx, product, 1000, on)
  })
  const issue = { warehouseId: mainWarehouse, movedOn: asDay('2026-11-02'), kind: 'issue', qtyMilli: -1000 } as const
  const book = merged(pair, (tx) => {
    postMovement(tx, { productId: product, ...issue })
    postMovement(tx, { productId: product, ...issue, movedOn: asDay('2026-11-05'), kind: 'receipt', qtyMilli: 7000 })
  })
  book.write((tx) => tx.update('warehouses', mainWarehouse, { shortage: 'warn' }))
  expect(rulesWithClashes(book)).toEqual([])
})

test.each([
  ['keepOne', 5000, undefined],
  ['keepNewest', 8000, false],
] as const)('opening stock counted in both copies: %s', (mending, expected, isTried) => {
  let product = 0 as Id
  const pair = pairOf((tx) => {
    product = makeProduct(tx, { sku: 'A' })
  })
  const book = merged(
    pair,
    (tx) => setOpeningStock(tx, product, 5000, on),
    (tx) => setOpeningStock(tx, product, 8000, on),
  )
  expect(rulesWithClashes(book)).toEqual(['stock/opening-twice'])
  mendAll(book, { rule: 'stock/opening-twice', mending, ...(isTried === false ? { isTried } : {}) })
  expect(onHand(book, product)).toBe(expected)
  expect(rulesWithClashes(book)).toEqual([])
})

test.each([
  ['keepOne', 7000],
  ['keepNewest', 6000],
] as const)('one shelf counted in both copies: %s', (mending, expected) => {
  let product = 0 as Id
  const pair = pairOf((tx) => {
    product = makeProduct(tx, { sku: 'A' })
    setOpeningStock(tx, product, 10_000, on)
  })
  const counted = (tx: WriteTx, qtyMilli: number) =>
    postMovement(tx, { productId: product, warehouseId: mainWarehouse, movedOn: on, kind: 'count', qtyMilli })
  const book = merged(
    pair,
    (tx) => counted(tx, -3000),
    (tx) => counted(tx, -4000),
  )
  expect(onHand(book, product)).toBe(3000)
  expect(rulesWithClashes(book)).toEqual(['stock/counted-twice'])
  // Taking the mending back posts the count again as one of this copy, which then has spoken last.
  mendAll(book, { rule: 'stock/counted-twice', mending, isTried: false })
  expect(onHand(book, product)).toBe(expected)
  expect(rulesWithClashes(book)).toEqual([])
})

test('two counts of one day in one copy are no clash', () => {
  let product = 0 as Id
  const pair = pairOf((tx) => {
    product = makeProduct(tx, { sku: 'A' })
    setOpeningStock(tx, product, 10_000, on)
  })
  const counted = (tx: WriteTx, qtyMilli: number) =>
    postMovement(tx, { productId: product, warehouseId: mainWarehouse, movedOn: on, kind: 'count', qtyMilli })
  const book = merged(
    pair,
    (tx) => {
      counted(tx, -3000)
      counted(tx, 1000)
    },
    () => {},
  )
  expect(rulesWithClashes(book)).toEqual([])
})

test('a movement taken back in both copies counts once', () => {
  let product = 0 as Id
  let movement = 0 as Id
  const pair = pairOf((tx) => {
    product = makeProduct(tx, { sku: 'A' })
    setOpeningStock(tx, product, 9000, on)
    const issue = {
      productId: product,
      warehouseId: mainWarehouse,
      movedOn: on,
      kind: 'issue',
      qtyMilli: -2000,
    } as const
    movement = postMovement(tx, issue)
  })
  const book = merged(pair, (tx) => reverseMovements(tx, { firstId: movement, lastId: movement }))
  expect(onHand(book, product)).toBe(11_000)
  expect(rulesWithClashes(book)).toEqual(['movements/reversed-twice'])
  mendAll(book, { rule: 'movements/reversed-twice', mending: 'reverse' })
  expect(onHand(book, product)).toBe(9000)
  expect(rulesWithClashes(book)).toEqual([])
})

test('twins that both copies made one: their stock went over once', () => {
  const pair = pairOf()
  const make = (tx: WriteTx) => {
    const productId = makeProduct(tx, { sku: 'A', nameEn: 'Chair' })
    postMovement(tx, { productId, warehouseId: mainWarehouse, movedOn: on, kind: 'receipt', qtyMilli: 3000 })
  }
  const book = merged(pair, make)
  mergeCopy(pair.li, book)
  const combine = (tx: WriteTx) =>
    void mendClashes(tx, { rule: 'products/same-sku', mending: 'combine', targets: { all: true } })
  merged(pair, combine)
  const stock = () => book.read((db) => db.raw('SELECT on_hand_milli FROM stock_balances ORDER BY 1'))
  expect(stock()).toEqual([[-3000], [9000]])
  expect(rulesWithClashes(book)).toEqual(['stock/shortage', 'movements/reversed-twice'])
  const mend = (tx: WriteTx) =>
    mendClashes(tx, { rule: 'movements/reversed-twice', mending: 'reverse', targets: { all: true } })
  book.write(mend)
  expect(stock()).toEqual([[0], [6000]])
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read(checkBook).problems).toEqual([])
})
