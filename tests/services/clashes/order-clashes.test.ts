import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { addNote } from '#main/services/notes/note-commands.ts'
import { cancelOrders } from '#main/services/orders/order-steps.ts'
import { keepPaperContent } from '#main/services/papers/paper-contents.ts'
import type { Id } from '#shared/ids.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'

/** An order as a marketplace's file brings it. */
function importOrder(tx: WriteTx, externalId: string, number = externalId): Id {
  const id = makeOrder(tx, { number })
  tx.update('sales_orders', id, { channel: 'etsy', external_id: externalId })
  return id
}

test('both imported the same file: the older of each order stays, the other goes, in one go', () => {
  const importFile = (tx: WriteTx) => {
    for (let order = 1; order <= 3; order += 1) importOrder(tx, `E-${order}`)
  }
  const book = merged(pairOf(), importFile)
  expect(rulesWithClashes(book)).toEqual(['orders/same-external'])
  const clashes = clashesOf(book, 'orders/same-external')
  expect(clashes.map(({ facts }) => facts.externalId)).toEqual(['E-1', 'E-2', 'E-3'])
  const oldest = clashes.map(({ records }) => records[0]?.rowId)
  expect(mendAll(book, { rule: 'orders/same-external', mending: 'keepOne' })).toEqual({ mended: 3, refused: [] })
  expect(rulesWithClashes(book)).toEqual([])
  const living = book.read((db) => db.raw('SELECT id FROM live_sales_orders ORDER BY number').map(([id]) => id))
  expect(living).toEqual(oldest)
})

test('one order can be kept by choice, and what hangs on the other goes with it', () => {
  const pair = pairOf()
  const book = merged(
    pair,
    (tx) => importOrder(tx, 'E-1'),
    (tx) => addNote(tx, { kind: 'order', id: importOrder(tx, 'E-1') }, 'Fragile'),
  )
  const [clash] = clashesOf(book, 'orders/same-external')
  const [first, second] = clash?.records ?? []
  mendAll(book, { rule: 'orders/same-external', mending: 'keepOne', keep: second?.rowId ?? 0 })
  expect(book.read((db) => db.raw('SELECT id FROM live_sales_orders'))).toEqual([[second?.rowId]])
  expect(book.read((db) => db.raw('SELECT record_id FROM live_notes'))).toEqual([[second?.rowId]])
  expect(first?.rowId).not.toBe(second?.rowId)
})

test('an order that a paper names stays, cancelled and put away', () => {
  const pair = pairOf()
  let first = 0 as Id
  const book = merged(
    pair,
    (tx) => {
      first = importOrder(tx, 'E-1')
    },
    (tx) => {
      const order = importOrder(tx, 'E-1')
      issueBare(tx, 'PI-2026-0001', order)
    },
  )
  // The one whose paper went out is the one to keep, though it is younger.
  mendAll(book, { rule: 'orders/same-external', mending: 'keepOne' })
  expect(book.read((db) => db.raw('SELECT deleted FROM sales_orders WHERE id = ?', first))).toEqual([[1]])
})

test('with papers on both, the other is cancelled, put away and no longer found by its key', () => {
  let count = 0
  const book = merged(pairOf(), (tx) => {
    count += 1
    issueBare(tx, `PI-${count}`, importOrder(tx, 'E-1'))
  })
  mendAll(book, { rule: 'orders/same-external', mending: 'keepOne' })
  expect(
    book.read((db) => db.raw('SELECT status, archived, external_id, deleted FROM sales_orders ORDER BY archived')),
  ).toEqual([
    ['confirmed', 0, 'E-1', 0],
    ['cancelled', 1, '', 0],
  ])
  expect(rulesWithClashes(book)).toEqual([])
})

/** A paper as far as the rules look at it. */
function issueBare(tx: WriteTx, number: string, order: Id): Id {
  const content = keepPaperContent(tx, { template: number, data: '{}', html: '' })
  return tx.insert('papers', {
    kind: 'proforma_invoice',
    number,
    record_kind: 'order',
    record_id: order,
    content_id: content,
    template_name: 't',
    template_version: '1',
    language: 'en',
    page_size: 'A4',
    issued_on: '2026-11-22',
  })
}

test('two orders of one number: the younger gets the next', () => {
  const book = merged(pairOf(), (tx) => makeOrder(tx, { number: 'A-7' }))
  expect(rulesWithClashes(book)).toEqual(['orders/same-number'])
  expect(mendAll(book, { rule: 'orders/same-number', mending: 'rename' })).toEqual({ mended: 1, refused: [] })
  const numbers = book.read((db) => db.raw('SELECT number FROM sales_orders').map(([number]) => String(number)))
  expect(new Set(numbers).size).toBe(2)
  expect(numbers).toContain('A-7')
  expect(rulesWithClashes(book)).toEqual([])
})

test.each([
  ['setShipped', { status: 'shipped', shipped_on: '2026-11-20' }],
  ['clearShipped', { status: 'cancelled', shipped_on: null }],
] as const)('cancelled in one copy and shipped in the other: %s', (mending, expected) => {
  let order = 0 as Id
  const pair = pairOf((tx) => {
    order = makeOrder(tx, { lines: [{ productId: makeProduct(tx, { sku: 'A' }), quantity: 1, unitPrice: '5' }] })
  })
  const book = merged(
    pair,
    (tx) => tx.update('sales_orders', order, { shipped_on: '2026-11-20' }),
    (tx) => cancelOrders(tx, [order]),
  )
  expect(rulesWithClashes(book)).toEqual(['orders/cancelled-shipped'])
  mendAll(book, { rule: 'orders/cancelled-shipped', mending })
  expect(book.read((db) => db.get('SELECT status, shipped_on FROM sales_orders WHERE id = ?', order))).toEqual(expected)
  expect(rulesWithClashes(book)).toEqual([])
})

test('cancelled and shipped in one copy is what somebody said, and no clash', () => {
  let order = 0 as Id
  const { mei } = pairOf((tx) => {
    order = makeOrder(tx)
  })
  mei.write((tx) => tx.update('sales_orders', order, { shipped_on: '2026-11-20', status: 'cancelled' }))
  expect(rulesWithClashes(mei)).toEqual([])
})

test('two papers of one number: one is made void, which cannot be taken back', () => {
  let order = 0 as Id
  const pair = pairOf((tx) => {
    order = makeOrder(tx)
  })
  const book = merged(pair, (tx) => issueBare(tx, 'PI-1', order))
  const [clash] = clashesOf(book, 'papers/same-number')
  expect(clash?.mendings).toEqual([{ id: 'makeVoid', takesKeep: true, isFinal: true }])
})
