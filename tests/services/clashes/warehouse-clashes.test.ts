// What two copies made together of places, batches, goods on order and closed periods.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { closePeriod } from '#main/services/costing/period-closings.ts'
import { addWarehouse } from '#main/services/places/warehouse-commands.ts'
import { postMovement } from '#main/services/stock/stock-ledger.ts'
import { asDay } from '#shared/dates.ts'
import { type WarehouseDraft, warehouseInput } from '#shared/schemas/warehouses.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { mergeCopy } from '#tests/support/book-copies.ts'
import { makeProduct } from '#tests/support/records.ts'

const place = (tx: WriteTx, draft: WarehouseDraft) => addWarehouse(tx, warehouseInput.parse(draft))
const move = (tx: WriteTx, productId: number, warehouseId: number, on = '2026-11-02', qtyMilli = 1000) =>
  postMovement(tx, { productId, warehouseId, movedOn: asDay(on), kind: 'receipt', qtyMilli })

test('one warehouse made in both copies is one again, as long as stock lies in one of them at most', () => {
  const pair = pairOf((tx) => makeProduct(tx, { sku: 'A' }))
  const product = pair.mei.read((db) => db.raw('SELECT id FROM products'))[0]?.[0] as number
  const book = merged(
    pair,
    (tx) => place(tx, { name: 'FBA', bins: [{ code: 'A1' }] }),
    (tx) => move(tx, product, place(tx, { name: 'fba', bins: [{ code: 'A1' }, { code: 'A2' }] })),
  )
  expect(rulesWithClashes(book)).toEqual(['warehouses/same-name'])
  expect(clashesOf(book, 'warehouses/same-name')[0]?.mendings.map(({ id }) => id)).toEqual(['combine', 'rename'])
  mendAll(book, { rule: 'warehouses/same-name', mending: 'combine' })
  // Where the stock lies is what stays.
  expect(book.read((db) => db.raw('SELECT name FROM live_warehouses WHERE id > 2'))).toEqual([['fba']])
  expect(book.read((db) => db.raw('SELECT code FROM live_bins ORDER BY code'))).toEqual([['A1'], ['A2']])
  expect(rulesWithClashes(book)).toEqual([])
})

test('two places of one name with stock in both can only be told apart', () => {
  const pair = pairOf((tx) => makeProduct(tx, { sku: 'A' }))
  const product = pair.mei.read((db) => db.raw('SELECT id FROM products'))[0]?.[0] as number
  const book = merged(pair, (tx) => move(tx, product, place(tx, { name: 'Shed', code: 'S' })))
  expect(clashesOf(book, 'warehouses/same-name').map(({ mendings }) => mendings.map(({ id }) => id))).toEqual([
    ['rename'],
  ])
  mendAll(book, { rule: 'warehouses/same-name', mending: 'rename' })
  expect(book.read((db) => db.raw('SELECT name, code FROM live_warehouses WHERE id > 2 ORDER BY name'))).toEqual([
    ['Shed', 'S'],
    ['Shed (2)', 'S-2'],
  ])
})

test('bins, batches, documents and counts of one name are told apart; an unused batch becomes part of the other', () => {
  const pair = pairOf((tx) => makeProduct(tx, { sku: 'A', tracking: 'batch' }))
  const product = pair.mei.read((db) => db.raw('SELECT id FROM products'))[0]?.[0] as number
  const book = merged(pair, (tx) => {
    tx.insert('bins', { warehouse_id: 1, code: 'A1' })
    tx.insert('batches', { product_id: product, code: 'L1' })
    tx.insert('stock_documents', { kind: 'receipt', number: 'X', moved_on: '2026-11-02', warehouse_id: 1 })
    tx.insert('stock_counts', { number: 'C', warehouse_id: 1, counted_on: '2026-11-02' })
    tx.insert('planning_settings', { key: 'window', value: String(tx.nextId()) })
    tx.insert('demand_overrides', { product_id: product, month_on: '2026-12-01', qty_milli: 5000 })
  })
  expect(rulesWithClashes(book)).toEqual([
    'bins/same-code',
    'batches/same-code',
    'documents/same-number',
    'counts/same-number',
    'planning/same-key',
    'demand/same-month',
  ])
  mendAll(book, { rule: 'bins/same-code', mending: 'rename' })
  mendAll(book, { rule: 'batches/same-code', mending: 'combine' })
  mendAll(book, { rule: 'documents/same-number', mending: 'rename' })
  mendAll(book, { rule: 'counts/same-number', mending: 'rename' })
  mendAll(book, { rule: 'planning/same-key', mending: 'keepNewest' })
  mendAll(book, { rule: 'demand/same-month', mending: 'keepOne' })
  expect(book.read((db) => db.raw('SELECT code FROM live_bins ORDER BY code'))).toEqual([['A1'], ['A1-2']])
  expect(book.read((db) => db.raw('SELECT code FROM live_batches'))).toEqual([['L1']])
  expect(book.read((db) => db.raw('SELECT number FROM live_stock_documents ORDER BY number'))).toEqual([['X'], ['X-2']])
  expect(rulesWithClashes(book)).toEqual([])
})

test('a piece that two copies named in another letter case is one piece', () => {
  const pair = pairOf((tx) => makeProduct(tx, { sku: 'A', tracking: 'serial' }))
  const product = pair.mei.read((db) => db.raw('SELECT id FROM products'))[0]?.[0] as number
  const named = (code: string) => (tx: WriteTx) => void tx.insert('batches', { product_id: product, code })
  const book = merged(pair, named('s1'), named('S1'))
  expect(rulesWithClashes(book)).toEqual(['batches/same-code'])
  mendAll(book, { rule: 'batches/same-code', mending: 'rename' })
  expect(book.read((db) => db.raw('SELECT code FROM live_batches ORDER BY id'))).toContainEqual(['s1'])
  expect(rulesWithClashes(book)).toEqual([])
})

test('what one file says is on order, read in both copies, counts once', () => {
  const pair = pairOf((tx) => makeProduct(tx, { sku: 'A' }))
  const product = pair.mei.read((db) => db.raw('SELECT id FROM products'))[0]?.[0] as number
  const told = (tx: WriteTx) =>
    tx.insert('expected_goods', { product_id: product, warehouse_id: 1, qty_milli: 40_000, source: 'file' })
  const book = merged(pair, told)
  expect(rulesWithClashes(book)).toEqual(['expected/same-source'])
  mendAll(book, { rule: 'expected/same-source', mending: 'keepOne' })
  expect(book.read((db) => db.raw('SELECT sum(qty_milli) FROM live_expected_goods'))).toEqual([[40_000]])
})

test('entries in a period that the other copy closed meanwhile go to the first open day, and the period is as it was', () => {
  const pair = pairOf((tx) => move(tx, makeProduct(tx, { sku: 'A' }), 1, '2026-10-05'))
  const product = pair.mei.read((db) => db.raw('SELECT id FROM products'))[0]?.[0] as number
  const asOf = (day: string) =>
    book.read((db) => db.raw('SELECT sum(qty_milli) FROM stock_movements WHERE moved_on <= ?', day))[0]?.[0]
  const book = merged(
    pair,
    (tx) => closePeriod(tx, { through: asDay('2026-10-31'), note: '' }),
    (tx) => {
      move(tx, product, 1, '2026-10-20', 3000)
      // Taken back again: the period is as it was.
      const slip = move(tx, product, 1, '2026-10-21', 7000)
      postMovement(tx, {
        productId: product,
        warehouseId: 1,
        movedOn: asDay('2026-10-21'),
        kind: 'receipt',
        qtyMilli: -7000,
        reversesId: slip,
      })
      move(tx, product, 1, '2026-11-10', 500)
    },
  )
  const [clash] = clashesOf(book, 'stock/closed-period')
  expect(clashesOf(book, 'stock/closed-period')).toHaveLength(1)
  expect(clash?.facts).toMatchObject({ through: '2026-10-31', day: '2026-10-20' })
  expect(clash?.mendings.map(({ id }) => id)).toEqual(['moveToOpenDay', 'reopen'])
  mendAll(book, { rule: 'stock/closed-period', mending: 'moveToOpenDay', isTried: false })
  expect(asOf('2026-10-31')).toBe(1000)
  expect(asOf('2026-11-01')).toBe(4000)
  expect(rulesWithClashes(book)).toEqual([])
})

test('the same by opening the period again; what the closing knew, or came after it, is no clash', () => {
  const pair = pairOf((tx) => move(tx, makeProduct(tx, { sku: 'A' }), 1, '2026-10-05'))
  const product = pair.mei.read((db) => db.raw('SELECT id FROM products'))[0]?.[0] as number
  pair.li.write((tx) => move(tx, product, 1, '2026-10-06'))
  mergeCopy(pair.mei, pair.li)
  // Mei knows of Li's entry by now.
  const book = merged(
    pair,
    (tx) => closePeriod(tx, { through: asDay('2026-10-31'), note: '' }),
    (tx) => move(tx, product, 1, '2026-10-07'),
  )
  expect(clashesOf(book, 'stock/closed-period').map(({ facts }) => facts.day)).toEqual(['2026-10-07'])
  mendAll(book, { rule: 'stock/closed-period', mending: 'reopen' })
  expect(book.read((db) => db.raw('SELECT * FROM live_period_closings'))).toEqual([])
})

test('a period that both copies closed is closed once', () => {
  const pair = pairOf((tx) => move(tx, makeProduct(tx, { sku: 'A' }), 1, '2026-10-05'))
  const book = merged(pair, (tx) => closePeriod(tx, { through: asDay('2026-10-31'), note: '' }))
  expect(rulesWithClashes(book)).toEqual(['closings/same-day'])
  mendAll(book, { rule: 'closings/same-day', mending: 'keepOne' })
  expect(book.read((db) => db.raw('SELECT count(*) FROM live_period_closings'))).toEqual([[1]])
})
