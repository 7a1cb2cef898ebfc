import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { addCategory } from '#main/services/catalog/category-commands.ts'
import { editProduct, setProductsArchived } from '#main/services/catalog/product-commands.ts'
import { type PastOperation, undoOperation, undoRefusal } from '#main/services/history/undo-operation.ts'
import { refuseLaterWork } from '#main/services/history/undo-refusals.ts'
import { editOrder } from '#main/services/orders/order-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { confirmOrders } from '#main/services/orders/order-steps.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { editRate } from '#main/services/rates/rate-commands.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { stockLevels } from '#main/services/stock/stock-queries.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { rateInput } from '#shared/schemas/rates.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'
import { rounds } from '#tests/torture/torture-size.ts'

const day = '2026-03-02' as Day

/** Runs work as one operation and gives its id. */
function operation<Result>(book: TestBook, work: (tx: WriteTx) => Result): { id: Id; result: Result } {
  const { result, operationId } = book.writer.write('test.work', null, work)
  return { id: operationId ?? 0, result }
}

/** One row of each table of buying. */
function makeBuying(tx: WriteTx): void {
  const product_id = makeProduct(tx, { sku: 'BOWL' })
  const party_id = makeCustomer(tx, 'Potter')
  const supplier_id = party_id
  tx.insert('offers', { supplier_id, product_id, currency: 'CNY', valid_from: day })
  const request_id = tx.insert('quote_requests', { number: 'RQ-1', requested_on: day })
  const asked = tx.insert('quote_request_lines', { request_id, position: 1, product_id, qty_milli: 1000 })
  const answer_id = tx.insert('quote_answers', { request_id, supplier_id })
  tx.insert('quote_answer_lines', { answer_id, line_id: asked })
  const order_id = tx.insert('purchase_orders', { number: 'PO-1', supplier_id, ordered_on: day, currency: 'CNY' })
  const amounts = { qty_milli: 1000, price_micros: 1_000_000, total_minor: 100 }
  const line_id = tx.insert('purchase_lines', { order_id, position: 1, product_id, ...amounts })
  const receipt_id = tx.insert('purchase_receipts', { order_id, received_on: day })
  tx.insert('purchase_receipt_lines', { receipt_id, line_id, qty_milli: 1000 })
  tx.insert('milestones', { order_id, position: 1, kind: 'ready' })
  const inspection_id = tx.insert('inspections', { order_id, kind: 'final', inspected_on: day })
  tx.insert('inspection_findings', { inspection_id, position: 1, defect: 'crack', severity: 'minor', pieces: 1 })
  tx.insert('claims', { number: 'CL-1', party_id, kind: 'late', opened_on: day })
  tx.insert('certificates', { party_id, title: 'Licence' })
}

const undo = (book: TestBook, id: Id) => operation(book, (tx) => undoOperation(tx, id))

/** Every living row of every record table, and what is derived. Ledgers and the log only grow. */
function state(book: TestBook): Record<string, unknown[]> {
  const records = followedTables.filter((table) => tableList[table]?.kind === 'record')
  const living = records.map((table) => [table, table === 'books' ? table : `live_${table}`] as const)
  const rows = living.map(([table, source]) => [table, book.connection.prepare(`SELECT * FROM ${source}`).all()])
  // Without the day of the last movement: taken back, it is followed by the one that takes it back.
  const balances = book.connection
    .prepare('SELECT product_id, warehouse_id, on_hand_milli, value_minor FROM stock_balances WHERE on_hand_milli <> 0')
    .all()
  return { ...Object.fromEntries(rows), balances }
}

describe('undo', () => {
  test('is refused for how pieces are told apart once stock has moved', () => {
    const book = testBook()
    const id = book.write((tx) => makeProduct(tx, { sku: 'MUG', tracking: 'batch' }))
    const change = operation(book, (tx) => editProduct(tx, id, productInput.parse({ sku: 'MUG' })))
    book.write((tx) => setOpeningStock(tx, id, 1000, day))
    expect(refusal(() => undo(book, change.id))).toEqual({ code: 'catalog/tracking-fixed', details: { sku: 'MUG' } })
    expect(book.read((db) => undoRefusal(db, change.id))).toMatchObject({ code: 'catalog/tracking-fixed' })
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('puts fields back, with what is derived from them', () => {
    const book = testBook()
    const { id, productId } = book.write((tx) => {
      const productId = makeProduct(tx, { sku: 'MUG', cost: { amount: '1', currency: 'USD' } })
      return { productId, id: makeOrder(tx, { lines: [{ productId, quantity: 2, unitPrice: '3' }] }) }
    })
    const before = state(book)
    const edit = operation(book, (tx) => {
      editProduct(tx, productId, productInput.parse({ sku: 'CUP', cost: { amount: '2', currency: 'USD' } }))
      editOrder(tx, id, orderInput.parse({ ...book.read((db) => getOrder(db, id)), rate: '', lines: [], note: 'x' }))
    })
    expect(state(book)).not.toEqual(before)
    expect(undo(book, edit.id).result.name).toBe('test.work')
    expect(state(book)).toEqual(before)
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('deletes what the operation made, and an undo can be undone', () => {
    const book = testBook()
    const before = state(book)
    const made = operation(book, (tx) => makeOrder(tx, { customerId: makeCustomer(tx, 'A'), lines: [] }))
    const after = state(book)
    const undone = undo(book, made.id)
    expect(state(book)).toEqual(before)
    undo(book, undone.id)
    expect(state(book)).toEqual(after)
  })

  test('reverses what was posted to the ledger; an entry it had taken back stands again', () => {
    const book = testBook()
    const product = book.write((tx) => makeProduct(tx, { sku: 'MUG' }))
    const first = operation(book, (tx) => setOpeningStock(tx, product, 3000, day))
    const second = operation(book, (tx) => setOpeningStock(tx, product, 5000, day))
    undo(book, second.id)
    expect(book.read((db) => stockLevels(db, product)).onHand).toBe(3)
    expect(book.write((tx) => setOpeningStock(tx, product, 3000, day))).toBe('same')
    // The first entry was taken back by the second and stands again as a new one.
    expect(() => undo(book, first.id)).toThrow('history/undo-in-use')
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('is refused where the same field was changed again, whoever did it', () => {
    const book = testBook()
    const id = book.write((tx) => makeProduct(tx, { sku: 'MUG', nameEn: 'Mug' }))
    const rename = (nameEn: string, sku = 'MUG') =>
      operation(book, (tx) => editProduct(tx, id, productInput.parse({ sku, nameEn })))
    const first = rename('Cup')
    const second = rename('Bowl')
    expect(() => undo(book, first.id)).toThrow('history/undo-later-change')
    undo(book, second.id)
    undo(book, first.id)
    expect(state(book).products).toMatchObject([{ name_en: 'Mug' }])
  })

  test('another field changed since is none of its business', () => {
    const book = testBook()
    const id = book.write((tx) => makeProduct(tx, { sku: 'MUG', nameEn: 'Mug' }))
    const renamed = operation(book, (tx) => tx.update('products', id, { name_en: 'Cup' }))
    operation(book, (tx) => setProductsArchived(tx, [id], true))
    undo(book, renamed.id)
    expect(state(book).products).toMatchObject([{ name_en: 'Mug', archived: 1 }])
  })

  test('is refused where later records lean on what was made', () => {
    const book = testBook()
    const made = operation(book, (tx) => makeProduct(tx, { sku: 'MUG' }))
    const order = operation(book, (tx) =>
      makeOrder(tx, { lines: [{ productId: made.result, quantity: 1, unitPrice: '1' }] }),
    )
    expect(() => undo(book, made.id)).toThrow('history/undo-in-use')
    undo(book, order.id)
    undo(book, made.id)
    expect(state(book).products).toEqual([])
  })

  test('is refused where a note hangs on what was made', () => {
    const book = testBook()
    const made = operation(book, (tx) => makeCustomer(tx, 'A'))
    book.write((tx) => tx.insert('notes', { record_kind: 'party', record_id: made.result, text: 'Met at the fair' }))
    expect(() => undo(book, made.id)).toThrow('history/undo-in-use')
  })

  test('never deletes what stock refers to', () => {
    const book = testBook()
    const made = operation(book, (tx) => setOpeningStock(tx, makeProduct(tx, { sku: 'MUG' }), 1000, day))
    expect(() => undo(book, made.id)).toThrow('history/undo-in-use')
  })

  test('is refused where somebody else has the key by now', () => {
    const book = testBook()
    const id = book.write((tx) => makeProduct(tx, { sku: 'MUG' }))
    const edit = operation(book, (tx) => editProduct(tx, id, productInput.parse({ sku: 'CUP' })))
    book.write((tx) => makeProduct(tx, { sku: 'MUG' }))
    expect(() => undo(book, edit.id)).toThrow('history/undo-key-taken')
  })

  test('is refused where a key of any kind has been taken since', () => {
    const book = testBook()
    const taken = <Result>(change: (tx: WriteTx) => Result, take: (tx: WriteTx) => unknown) => {
      const edit = operation(book, change)
      const other = operation(book, take)
      expect(() => undo(book, edit.id)).toThrow('history/undo-key-taken')
      undo(book, other.id)
      undo(book, edit.id)
    }
    const on = '2026-05-01' as Day
    const { customer, barcode, rate, special, mei, bo, category } = book.write((tx) => ({
      customer: makeCustomer(tx, 'A', { code: 'ALP' }),
      barcode: tx.insert('product_barcodes', { product_id: makeProduct(tx, { sku: 'A' }), code: '96385074' }),
      rate: makeRate(tx, 'USD', 'CNY', '2026-03-01', '7.1'),
      special: tx.insert('special_days', { day_on: on, is_working: 0, name: 'Labour Day' }),
      mei: addPerson(tx, { name: 'Mei' }),
      bo: addPerson(tx, { name: 'Bo' }),
      category: addCategory(tx, { nameEn: 'Mugs', nameZh: '', description: '' }),
    }))
    taken(
      (tx) => tx.update('parties', customer, { code: 'ALPINE' }),
      (tx) => makeCustomer(tx, 'B', { code: 'alp' }),
    )
    taken(
      (tx) => tx.update('product_barcodes', barcode, { deleted: 1 }),
      (tx) => makeProduct(tx, { sku: 'B', barcodes: ['96385074'] }),
    )
    taken(
      (tx) => tx.update('rates', rate, { rate_on: '2026-03-02' }),
      (tx) => makeRate(tx, 'USD', 'CNY', '2026-03-01', '7.2'),
    )
    taken(
      (tx) => tx.update('special_days', special, { deleted: 1 }),
      (tx) => tx.insert('special_days', { day_on: on, is_working: 1, name: 'Stocktaking' }),
    )
    taken(
      (tx) => tx.update('people', mei, { name: 'Mei Lin' }),
      (tx) => tx.update('people', bo, { name: 'MEI' }),
    )
    taken(
      (tx) => tx.update('categories', category, { name_en: 'Cups' }),
      (tx) => addCategory(tx, { nameEn: 'mugs', nameZh: '', description: '' }),
    )
  })

  test('an undone making is not brought back onto a key taken since; keys may be swapped back', () => {
    const book = testBook()
    const made = operation(book, (tx) => makeProduct(tx, { sku: 'MUG' }))
    const undone = undo(book, made.id)
    const other = operation(book, (tx) => makeProduct(tx, { sku: 'MUG' }))
    expect(() => undo(book, undone.id)).toThrow('history/undo-key-taken')
    undo(book, other.id)
    undo(book, undone.id)
    const bowl = book.write((tx) => makeProduct(tx, { sku: 'BOWL' }))
    const before = state(book)
    const swap = operation(book, (tx) => {
      tx.update('products', bowl, { sku: 'MUG' })
      tx.update('products', made.result, { sku: 'BOWL' })
    })
    undo(book, swap.id)
    expect(state(book)).toEqual(before)
  })

  test('never deletes a person whose work the log names', () => {
    const book = testBook()
    const idle = operation(book, (tx) => addPerson(tx, { name: 'Mei' }))
    const bo = book.writer.write('people.add', idle.result, (tx) => addPerson(tx, { name: 'Bo' }))
    expect(() => undo(book, idle.id)).toThrow('history/undo-person')
    undo(book, bo.operationId ?? 0)
    expect(state(book).people).toMatchObject([{ name: 'Mei' }])
  })

  test('looks up the later changes of what was made by row, not through the whole log', () => {
    const book = testBook()
    const made = operation(book, (tx) => makeProduct(tx, { sku: 'MUG' }))
    const span = { id: made.id, name: 'test.work', replica: 0, firstId: made.result, lastId: made.result }
    const steps = queryPlans(book, (db) => refuseLaterWork(db, span, []))
    expect(steps.some((step) => step.includes('changes_by_row (table_name=? AND row_id>? AND row_id<?)'))).toBe(true)
    expect(steps.filter((step) => /^SCAN (c|changes)\b/.test(step))).toEqual([])
  })

  test('asks only what can point at what was made, and by an index each', () => {
    const book = testBook()
    const plansOf = (work: (tx: WriteTx) => unknown) => {
      const made = operation(book, work)
      const span = 'SELECT id, name, replica, first_id AS firstId, last_id AS lastId FROM operations WHERE id = ?'
      const past = book.connection.prepare(span).get(made.id) as PastOperation
      return queryPlans(book, (db) => refuseLaterWork(db, past, []))
    }
    // Few rows each, made by hand, or one row; a subquery is read as it comes.
    const small = /^SCAN (books|alert_marks|erasures|landed_costs|saved_views|tasks|\(subquery|p USING COVERING INDEX)/
    const scans = (steps: string[]) => steps.filter((step) => /^SCAN |\(deleted=\?\)/.test(step) && !small.test(step))
    const note = plansOf((tx) => tx.insert('notes', { record_kind: 'party', record_id: 5, text: 'Met at the fair' }))
    expect(scans(note)).toEqual([])
    expect(
      note.filter((step) => / (order_lines|stock_movements|operations) .*(product|warehouse|person)/.test(step)),
    ).toEqual([])
    const works: ((tx: WriteTx) => unknown)[] = [
      (tx) => makeProduct(tx, { sku: 'MUG' }),
      (tx) => makeCustomer(tx, 'A'),
      (tx) => tx.insert('people', { name: 'Mei' }),
      (tx) => tx.insert('warehouses', { name: 'Yard' }),
      (tx) => makeOrder(tx, { lines: [] }),
      (tx) => addCategory(tx, { nameEn: 'Mugs', nameZh: '', description: '' }),
      (tx) => tx.insert('tasks', { title: 'Call' }),
      makeBuying,
    ]
    for (const work of works) expect(scans(plansOf(work))).toEqual([])
  })

  test('is refused where a line that is not sold yet, or a movement in the new warehouse, leans on it', () => {
    const book = testBook()
    const made = operation(book, (tx) => makeProduct(tx, { sku: 'MUG' }))
    const line = { productId: made.result, quantity: 1, unitPrice: '1' }
    const draft = operation(book, (tx) => makeOrder(tx, { status: 'draft', lines: [line] }))
    expect(() => undo(book, made.id)).toThrow('history/undo-in-use')
    undo(book, draft.id)
    const yard = operation(book, (tx) => tx.insert('warehouses', { name: 'Yard' }))
    const move = { product_id: made.result, warehouse_id: yard.result, kind: 'opening', qty_milli: 1, moved_on: day }
    book.write((tx) => tx.insert('stock_movements', move))
    expect(() => undo(book, yard.id)).toThrow('history/undo-in-use')
  })

  test('is for this copy’s own operations', () => {
    const book = testBook()
    const made = operation(book, (tx) => makeProduct(tx, { sku: 'MUG' }))
    book.connection.prepare("UPDATE this_copy SET replica = 7000000, counter = 0, sequence = 0, head = ''").run()
    expect(() => undo(book, made.id)).toThrow('history/undo-other-copy')
    expect(() => undo(book, 99)).toThrow('history/undo-unknown')
  })

  test('a change of a confirmed order leaves its versions: they are its log', () => {
    const book = testBook()
    const lines = [{ productId: null, quantity: 1, unitPrice: '1' }]
    const id = book.write((tx) => makeOrder(tx, { status: 'draft', lines }))
    const confirmed = operation(book, (tx) => confirmOrders(tx, [id]))
    undo(book, confirmed.id)
    expect(book.read((db) => getOrder(db, id)).status).toBe('draft')
    expect(book.connection.prepare('SELECT cause FROM document_versions').all()).toEqual([{ cause: 'confirmed' }])
  })
})

describe('in any history', () => {
  const pick = fc.nat({ max: 3 })
  const amount = fc.constantFrom('0.5', '1', '7.25')
  const rate = fc.constantFrom('0.9', '1.1')
  const on = fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-05')
  type Known = { products: Id[]; orders: Id[]; rates: Id[] }
  type Step = (tx: WriteTx, known: Known) => void
  const at = (ids: readonly Id[], index: number) => ids[index % Math.max(1, ids.length)]
  const step = <Value>(arbitrary: fc.Arbitrary<Value>, run: (value: Value, tx: WriteTx, known: Known) => void) =>
    arbitrary.map(
      (value): Step =>
        (tx, known) =>
          run(value, tx, known),
    )
  let next = 0
  const steps = fc.oneof(
    step(fc.tuple(amount, fc.constantFrom('USD', 'EUR')), ([cost, currency], tx, { products }) => {
      next += 1
      products.push(makeProduct(tx, { sku: `P${next}`, cost: { amount: cost, currency } }))
    }),
    step(fc.tuple(pick, amount, fc.constantFrom('USD', 'EUR')), ([index, unitPrice, currency], tx, known) => {
      const productId = at(known.products, index) ?? null
      known.orders.push(makeOrder(tx, { currency, lines: [{ productId, quantity: 2, unitPrice }] }))
    }),
    step(fc.tuple(pick, amount), ([index, cost], tx, { products }) => {
      const id = at(products, index)
      if (id === undefined) return
      const sku = tx.get<{ sku: string }>('SELECT sku FROM products WHERE id = ?', id)?.sku ?? ''
      editProduct(tx, id, productInput.parse({ sku, cost: { amount: cost, currency: 'EUR' } }))
    }),
    step(fc.tuple(pick, fc.array(amount, { maxLength: 3 })), ([index, prices], tx, { orders }) => {
      const id = at(orders, index)
      if (id === undefined) return
      const lines = prices.map((unitPrice) => ({ productId: null, quantity: 1, unitPrice }))
      editOrder(tx, id, orderInput.parse({ ...getOrder(tx, id), rate: '', lines }))
    }),
    step(fc.tuple(rate, on), ([value, day], tx, { rates }) => {
      if (!tx.get('SELECT 1 FROM live_rates WHERE rate_on = ?', day)) rates.push(makeRate(tx, 'EUR', 'USD', day, value))
    }),
    step(fc.tuple(pick, rate, on), ([index, value, day], tx, { rates }) => {
      const id = at(rates, index)
      if (id === undefined || tx.get('SELECT 1 FROM live_rates WHERE rate_on = ? AND id <> ?', day, id)) return
      editRate(tx, id, rateInput.parse({ from: 'EUR', to: 'USD', on: day, rate: value }))
    }),
    step(fc.tuple(pick, fc.nat({ max: 3 })), ([index, many], tx, { products }) => {
      const id = at(products, index)
      if (id !== undefined) setOpeningStock(tx, id, many * 1000, day)
    }),
  )

  test('undoing the last operation leaves no trace but the log', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 6 }), fc.array(steps, { minLength: 1, maxLength: 3 }), (first, last) => {
        const book = testBook()
        const known: Known = { products: [], orders: [], rates: [] }
        for (const run of first) book.write((tx) => run(tx, known))
        const before = state(book)
        const done = operation(book, (tx) => {
          for (const run of last) run(tx, known)
        })
        if (done.id !== 0) {
          try {
            undo(book, done.id)
            expect(state(book)).toEqual(before)
          } catch (error) {
            // A product made together with its stock stays; everything else must go.
            expect(String(error)).toContain('history/undo-in-use')
          }
        }
        expect(book.read(checkBook).problems).toEqual([])
        book.close()
      }),
      { numRuns: rounds(20, 300) },
    )
  })
})
