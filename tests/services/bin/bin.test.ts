import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binList } from '#main/services/bin/bin-list.ts'
import { restoreFromBin } from '#main/services/bin/restore.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { addNote, removeNote } from '#main/services/notes/note-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { removeRate } from '#main/services/rates/rate-commands.ts'
import { addTask, removeTasks } from '#main/services/tasks/task-commands.ts'
import type { Id } from '#shared/ids.ts'
import { type BinRef, binInput } from '#shared/schemas/bin.ts'
import { taskInput } from '#shared/schemas/tasks.ts'
import { historyMoves, playHistory } from '#tests/support/random-history.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'
import { rounds } from '#tests/torture/torture-size.ts'

const bin = (book: TestBook, wish: Record<string, unknown> = {}) => book.read((db) => binList(db, binInput.parse(wish)))
const restore = (book: TestBook, items: BinRef[], withOthers = false) =>
  book.write((tx) => restoreFromBin(tx, { items, withOthers }), 'bin.restore')

/** Makes something and undoes it: what it made lies in the bin then. */
function madeAndUndone<Made>(book: TestBook, make: Parameters<typeof book.write<Made>>[0]): Made {
  const { result, operationId } = book.writer.write('test.make', null, make)
  book.write((tx) => undoOperation(tx, operationId ?? 0), 'history.undo')
  return result
}

describe('the bin', () => {
  test('holds what was deleted, with who, when and what it hung on, newest first', () => {
    const book = testBook()
    const mei = book.write((tx) => addPerson(tx, { name: 'Mei' }))
    const { product, note, task, rate } = book.write((tx) => {
      const product = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug' })
      const note = addNote(tx, { kind: 'product', id: product }, 'Chips easily')
      const task = addTask(tx, taskInput.parse({ title: 'Count the mugs', items: [{ text: 'shelf A' }] }))
      return { product, note, task, rate: makeRate(tx, 'USD', 'CNY', '2026-03-01', '7.1') }
    })
    expect(bin(book)).toEqual({ items: [], next: null })
    book.writer.write('rates.remove', mei, (tx) => removeRate(tx, rate))
    book.writer.write('notes.remove', mei, (tx) => removeNote(tx, note))
    book.writer.write('tasks.remove', null, (tx) => removeTasks(tx, [task]))
    const { items } = bin(book)
    expect(items.map(({ kind, name }) => [kind, name])).toEqual([
      ['task', 'Count the mugs'],
      ['note', 'Chips easily'],
      ['rate', 'USD/CNY'],
    ])
    expect(items[1]).toMatchObject({ operation: 'notes.remove', person: { name: 'Mei' }, owner: { id: product } })
    expect(bin(book, { kind: 'note' }).items).toHaveLength(1)
    expect(bin(book, { search: 'chips' }).items).toHaveLength(1)
    expect(bin(book, { search: '%' }).items).toEqual([])
  })

  test('gives back what was deleted, with its parts, and what follows from it', () => {
    const book = testBook()
    const product = book.write((tx) => makeProduct(tx, { sku: 'MUG', cost: { amount: '1', currency: 'USD' } }))
    const order = madeAndUndone(book, (tx) =>
      makeOrder(tx, { lines: [{ productId: product, quantity: 2, unitPrice: '3' }] }),
    )
    // The lines went with the order and come with it: they are nothing of their own.
    expect(bin(book).items.map(({ kind, id }) => [kind, id])).toEqual([['order', order]])
    expect(restore(book, [{ kind: 'order', id: order }])).toEqual({ restored: 1, others: 0, refused: [] })
    expect(book.read((db) => getOrder(db, order)).lines).toHaveLength(1)
    expect(bin(book).items).toEqual([])
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('a line taken out of an order before the order went stays out', () => {
    const book = testBook()
    const { operationId, result: order } = book.writer.write('orders.add', null, (tx) =>
      makeOrder(tx, {
        lines: [
          { productId: null, description: 'a', quantity: 1, unitPrice: '3' },
          { productId: null, description: 'b', quantity: 1, unitPrice: '3' },
        ],
      }),
    )
    const [first] = book.connection.prepare('SELECT id FROM order_lines ORDER BY id').all() as { id: Id }[]
    book.write((tx) => tx.update('order_lines', first?.id ?? 0, { deleted: 1 }))
    book.write((tx) => tx.update('sales_orders', order, { deleted: 1 }), `after ${operationId}`)
    restore(book, [{ kind: 'order', id: order }])
    expect(book.read((db) => getOrder(db, order)).lines.map((line) => line.description)).toEqual(['b'])
  })

  test('refuses what leans on something deleted, and takes both out when told to', () => {
    const book = testBook()
    const customer = book.write((tx) => makeCustomer(tx, 'Alpine Home'))
    const order = book.write((tx) => makeOrder(tx, { customerId: customer, lines: [] }))
    book.write((tx) => tx.update('sales_orders', order, { deleted: 1 }))
    book.write((tx) => tx.update('parties', customer, { deleted: 1 }))
    expect(() => restore(book, [{ kind: 'order', id: order }])).toThrow(/bin\/leans-on.*Alpine Home/)
    expect(bin(book).items).toHaveLength(2)
    expect(restore(book, [{ kind: 'order', id: order }], true)).toEqual({ restored: 1, others: 1, refused: [] })
    expect(bin(book).items).toEqual([])
  })

  test('takes many out at once, whatever their order, and tells which could not come', () => {
    const book = testBook()
    const { customer, order, mug } = book.write((tx) => {
      const customer = makeCustomer(tx, 'Alpine Home')
      const mug = makeProduct(tx, { sku: 'MUG' })
      return { customer, mug, order: makeOrder(tx, { customerId: customer, lines: [] }) }
    })
    book.write((tx) => {
      for (const [table, id] of [
        ['sales_orders', order],
        ['parties', customer],
        ['products', mug],
      ] as const)
        tx.update(table, id, { deleted: 1 })
    })
    book.write((tx) => makeProduct(tx, { sku: 'MUG' }))
    const outcome = restore(book, [
      { kind: 'order', id: order },
      { kind: 'product', id: mug },
      { kind: 'party', id: customer },
    ])
    expect(outcome).toEqual({
      restored: 2,
      others: 0,
      refused: [{ kind: 'product', id: mug, code: 'bin/key-taken', details: { key: 'MUG' } }],
    })
    expect(() => restore(book, [{ kind: 'product', id: mug }])).toThrow('bin/key-taken')
    expect(() => restore(book, [{ kind: 'product', id: 77 }])).toThrow('bin/gone')
  })

  test('taking out is an operation: it can be undone', () => {
    const book = testBook()
    const rate = book.write((tx) => makeRate(tx, 'USD', 'CNY', '2026-03-01', '7.1'))
    book.write((tx) => removeRate(tx, rate))
    const { operationId } = book.writer.write('bin.restore', null, (tx) =>
      restoreFromBin(tx, { items: [{ kind: 'rate', id: rate }], withOthers: false }),
    )
    expect(bin(book).items).toEqual([])
    book.write((tx) => undoOperation(tx, operationId ?? 0))
    expect(bin(book).items).toMatchObject([{ kind: 'rate', id: rate }])
  })

  test('over random histories: the whole bin comes back, or says why not, and the book agrees with itself', () => {
    fc.assert(
      fc.property(historyMoves({ maxLength: 40 }), (moves) => {
        const { book } = playHistory(moves)
        const { items } = bin(book)
        if (items.length > 0) {
          try {
            const { refused } = restore(
              book,
              items.map(({ kind, id }) => ({ kind, id })),
              true,
            )
            for (const { code } of refused) expect(code).toBe('bin/key-taken')
            expect(bin(book).items.length).toBe(refused.length)
          } catch (error) {
            expect(String(error)).toContain('bin/key-taken')
          }
        }
        expect(book.read(checkBook).problems).toEqual([])
        book.close()
      }),
      { numRuns: rounds(15, 200) },
    )
  })

  test('pages by place', () => {
    const book = testBook()
    const ids = book.write((tx) => Array.from({ length: 5 }, (_, at) => makeCustomer(tx, `Customer ${at}`)))
    for (const id of ids) book.write((tx) => tx.update('parties', id, { deleted: 1 }))
    const seen: Id[] = []
    let after: unknown = null
    do {
      const page = bin(book, { limit: 2, cursor: after })
      seen.push(...page.items.map((item) => item.id))
      after = page.next
    } while (after !== null)
    expect(seen).toEqual(ids.toReversed())
  })
})
