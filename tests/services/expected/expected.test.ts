import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { getProduct } from '#main/services/catalog/product-queries.ts'
import {
  addExpected,
  cancelExpected,
  editExpected,
  reopenExpected,
  setExpectedArchived,
} from '#main/services/expected/expected-commands.ts'
import { listExpected } from '#main/services/expected/expected-list.ts'
import { receiveExpected } from '#main/services/expected/receive-expected.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { reverseMovements } from '#main/services/stock/reverse-movements.ts'
import { type ExpectedDraft, expectedInput, receiveExpectedInput } from '#shared/schemas/expected.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const add = (book: TestBook, draft: ExpectedDraft) => book.write((tx) => addExpected(tx, expectedInput.parse(draft)))
const rows = (book: TestBook) => book.read((db) => listExpected(db, listInput.parse({}))).rows

function orderedBook() {
  const book = testBook()
  const [mug, cup, kiln, pine] = book.write((tx) => [
    makeProduct(tx, { sku: 'MUG' }),
    makeProduct(tx, { sku: 'CUP', tracking: 'batch' }),
    makeCustomer(tx, 'Kiln', { roles: ['supplier'] }),
    makeCustomer(tx, 'Pine', { roles: ['supplier'] }),
  ]) as [number, number, number, number]
  return { book, mug, cup, kiln, pine }
}

describe('goods on order', () => {
  test('count as on order while they are open, what comes next first, what has no day last', () => {
    const { book, mug, cup } = orderedBook()
    const late = add(book, { productId: mug, quantity: 5, expectedOn: '2026-12-20' })
    add(book, { productId: mug, quantity: 2.5 })
    const soon = add(book, { productId: cup, quantity: 1, expectedOn: '2026-12-01', orderedOn: '2026-11-01' })
    expect(rows(book).map(({ id }) => id)).toEqual([soon, late, expect.any(Number)])
    const onOrder = () => book.read((db) => getProduct(db, mug)).onOrder
    expect(onOrder()).toBe(7.5)
    book.write((tx) => cancelExpected(tx, [late]))
    expect(onOrder()).toBe(2.5)
    expect(refusal(() => book.write((tx) => setExpectedArchived(tx, [soon], true)))).toMatchObject({
      code: 'expected/still-open',
    })
    book.write((tx) => setExpectedArchived(tx, [late], true))
    book.write((tx) => setExpectedArchived(tx, [late], false))
    book.write((tx) => reopenExpected(tx, [late]))
    expect(onOrder()).toBe(7.5)
  })

  test('are of products, places and suppliers that are there', () => {
    const { book, mug } = orderedBook()
    const family = book.write((tx) => makeProduct(tx, { sku: 'F', kind: 'family' }))
    const refused = (draft: ExpectedDraft) => refusal(() => add(book, draft))
    expect(refused({ productId: family, quantity: 1 })).toMatchObject({ code: 'expected/family' })
    expect(refused({ productId: 999_999_999_999, quantity: 1 })).toMatchObject({ code: 'catalog/product-not-found' })
    expect(refused({ productId: mug, quantity: 1, warehouseId: 2 })).toMatchObject({ code: 'warehouses/not-found' })
    expect(refused({ productId: mug, quantity: 1, supplierId: 999_999_999_999 })).toMatchObject({
      code: 'parties/not-found',
    })
    expect(() => expectedInput.parse({ productId: mug, quantity: 0 })).toThrow()
    expect(() =>
      expectedInput.parse({ productId: mug, quantity: 1, orderedOn: '2026-02-02', expectedOn: '2026-02-01' }),
    ).toThrow()
    expect(rows(book)).toEqual([])
  })
})

describe('what has come in', () => {
  const receive = (book: TestBook, draft: object) =>
    book.writer.write('expected.receive', null, (tx) => receiveExpected(tx, receiveExpectedInput.parse(draft)))

  test('is not on order again unless its receipt was taken back', () => {
    const { book, mug } = orderedBook()
    const id = add(book, { productId: mug, quantity: 10 })
    const { result } = receive(book, { on: '2026-11-20', lines: [{ id, quantity: 10 }] })
    const reopen = () => book.write((tx) => reopenExpected(tx, [id]))
    expect(refusal(reopen)).toMatchObject({ code: 'expected/received' })
    expect(rows(book)).toMatchObject([{ status: 'received', receivedOn: '2026-11-20' }])
    const moved = book.read((db) => db.raw('SELECT id FROM stock_movements WHERE document_id = ?', result[0]?.id ?? 0))
    const movement = moved[0]?.[0] as number
    book.write((tx) => reverseMovements(tx, { firstId: movement, lastId: movement }))
    reopen()
    expect(rows(book)).toMatchObject([{ status: 'open', receivedOn: null }])
  })

  test('is a receipt for each supplier, with its cost and batch; what is missing stays on order, and undo brings all back', () => {
    const { book, mug, cup, kiln, pine } = orderedBook()
    const mugs = add(book, { productId: mug, quantity: 10, supplierId: kiln, orderedOn: '2026-10-01' })
    const cups = add(book, { productId: cup, quantity: 4, supplierId: pine })
    const { result, operationId } = receive(book, {
      on: '2026-11-20',
      lines: [
        { id: mugs, quantity: 7, unitCost: { amount: '2.50', currency: 'USD' } },
        { id: cups, quantity: 4, batch: { code: 'L1', expiresOn: '2027-11-20' } },
      ],
    })
    expect(result).toHaveLength(2)
    expect(
      book.read((db) =>
        db.raw(
          `SELECT d.party_id, p.sku, m.qty_milli, m.value_minor, b.code FROM stock_movements m JOIN stock_documents d ON d.id = m.document_id
           JOIN products p ON p.id = m.product_id LEFT JOIN batches b ON b.id = m.batch_id ORDER BY m.id`,
        ),
      ),
    ).toEqual([
      [kiln, 'MUG', 7000, 1750, null],
      [pine, 'CUP', 4000, null, 'L1'],
    ])
    expect(rows(book).map((row) => [row.sku, row.quantity, row.status, row.receivedOn, row.orderedOn])).toEqual([
      ['MUG', 3, 'open', null, '2026-10-01'],
      ['CUP', 4, 'received', '2026-11-20', null],
      ['MUG', 7, 'received', '2026-11-20', '2026-10-01'],
    ])
    expect(book.read(checkBook).problems).toEqual([])
    expect(refusal(() => receive(book, { on: '2026-11-20', lines: [{ id: cups, quantity: 1 }] }))).toMatchObject({
      code: 'expected/not-open',
    })
    expect(
      refusal(() => book.write((tx) => editExpected(tx, cups, expectedInput.parse({ productId: cup, quantity: 1 })))),
    ).toMatchObject({
      code: 'expected/received',
    })
    book.write((tx) => undoOperation(tx, operationId ?? 0))
    expect(
      rows(book)
        .map((row) => [row.sku, row.quantity, row.status])
        .sort(),
    ).toEqual([
      ['CUP', 4, 'open'],
      ['MUG', 10, 'open'],
    ])
    expect(book.read((db) => db.raw('SELECT sum(on_hand_milli) FROM stock_balances'))).toEqual([[0]])
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('may be less than ordered, and the rest let go', () => {
    const { book, mug } = orderedBook()
    const id = add(book, { productId: mug, quantity: 10 })
    receive(book, { on: '2026-11-20', keepsRest: false, lines: [{ id, quantity: 12 }] })
    expect(rows(book).map((row) => [row.quantity, row.status])).toEqual([[10, 'received']])
    expect(book.read((db) => getProduct(db, mug)).onHand).toBe(12)
  })

  test('in two batches are together what came of one order', () => {
    const { book, cup } = orderedBook()
    const id = add(book, { productId: cup, quantity: 10 })
    const lines = [
      { id, quantity: 5, batch: { code: 'A' } },
      { id, quantity: 3, batch: { code: 'B' } },
    ]
    receive(book, { on: '2026-11-20', lines })
    const kept = rows(book).map((row) => [row.quantity, row.status])
    expect(kept.sort()).toEqual([
      [2, 'open'],
      [8, 'received'],
    ])
    receive(book, { on: '2026-11-21', lines: lines.map((line) => ({ ...line, quantity: 1 })) })
    expect(book.read((db) => getProduct(db, cup)).onOrder).toBeNull()
    expect(book.read(checkBook).problems).toEqual([])
  })
})
