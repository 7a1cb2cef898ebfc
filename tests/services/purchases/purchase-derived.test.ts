// Derived columns of purchase orders, whatever was done: what they must be is worked out here once more, in plain code.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadDb } from '#main/db/database.ts'
import type { PurchaseLinesTable, PurchaseOrdersTable } from '#main/db/tables.ts'
import { netOfVat } from '#main/domain/purchases/unit-cost.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { addExpected } from '#main/services/expected/expected-commands.ts'
import { onOrderSql, openGoodsSql } from '#main/services/expected/on-order.ts'
import { cancelPurchases, closePurchases, letGoOfLines } from '#main/services/purchases/purchase-commands.ts'
import {
  purchaseLinesOutOfStep,
  purchasesOutOfStep,
  settlePurchases,
} from '#main/services/purchases/purchase-derived.ts'
import { reverseReceipt } from '#main/services/receiving/reverse-receipt.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { expectedInput } from '#shared/schemas/expected.ts'
import { type PurchaseBook, purchaseBook } from '#tests/services/receiving/purchase-book.ts'

type Receipt = { line_id: Id; qty_milli: number; rejected_milli: number; remedy: string; received_on: string | null }

const open = ['sent', 'confirmed', 'part_received']

function wantedLine(db: ReadDb, line: PurchaseLinesTable) {
  const order = db.get<PurchaseOrdersTable>('SELECT * FROM purchase_orders WHERE id = ?', line.order_id)
  if (!order) throw new Error('a line of no order')
  const receipts = db
    .all<Receipt>(
      `SELECT c.*, t.received_on FROM purchase_receipt_lines c JOIN purchase_receipts t ON t.id = c.receipt_id
       WHERE t.status = 'posted' AND t.deleted = 0 AND c.deleted = 0`,
    )
    .filter(({ line_id }) => line_id === line.id)
  const sum = (of: (receipt: Receipt) => number) => receipts.reduce((total, receipt) => total + of(receipt), 0)
  const received = sum(({ qty_milli }) => qty_milli)
  const replaced = sum(({ rejected_milli, remedy }) => (remedy === 'replace' ? rejected_milli : 0))
  const isLiving = line.deleted === 0 && order.deleted === 0
  const counts = isLiving && (!['draft', 'cancelled'].includes(order.status) || received > 0)
  const isOpen = isLiving && open.includes(order.status) && order.is_history === 0
  const days = receipts.flatMap(({ received_on }) => received_on ?? []).sort()
  return {
    bought_on: counts ? order.ordered_on : null,
    due_on: line.promised_on ?? order.promised_on,
    received_milli: received,
    rejected_milli: sum(({ rejected_milli }) => rejected_milli),
    last_received_on: days.at(-1) ?? null,
    net_base_minor: line.base_minor === null ? null : netOfVat(line.base_minor, vatOf(order)),
    open_milli: isOpen ? Math.max(0, line.qty_milli - received + replaced - line.let_go_milli) : 0,
  }
}

const vatOf = (order: PurchaseOrdersTable) => ({
  vatPpm: order.vat_ppm,
  vatIncluded: order.vat_included === 1,
  vatRecoverable: order.vat_recoverable === 1,
})

function expectSettled(book: PurchaseBook): void {
  book.read((db) => {
    const lines = db.all<PurchaseLinesTable>('SELECT * FROM purchase_lines')
    for (const line of lines) expect(line).toMatchObject(wantedLine(db, line))
    for (const order of db.all<PurchaseOrdersTable>('SELECT * FROM purchase_orders')) {
      const own = lines.filter((line) => line.order_id === order.id && line.deleted === 0)
      const due = own.filter((line) => line.open_milli > 0).flatMap((line) => line.due_on ?? [])
      expect(order).toMatchObject({
        line_count: own.length,
        total_minor: own.reduce((sum, line) => sum + line.total_minor, 0),
        next_on: due.sort()[0] ?? null,
      })
    }
    expect(purchaseLinesOutOfStep(db)).toEqual([])
    expect(purchasesOutOfStep(db)).toEqual([])
    expectOnOrder(db, lines)
  })
}

/** What is on order of each product, against the open lines and the expected goods one by one. */
function expectOnOrder(db: ReadDb, lines: readonly PurchaseLinesTable[]): void {
  const expected = db.all<{ product_id: Id; qty_milli: number }>(
    "SELECT product_id, qty_milli FROM expected_goods WHERE status = 'open'",
  )
  const products = db.raw('SELECT id FROM products').map(([id]) => id as Id)
  const listed = db.all<{ product_id: Id; qty_milli: number }>(openGoodsSql)
  for (const id of products) {
    const wanted =
      lines.filter((line) => line.product_id === id).reduce((sum, line) => sum + line.open_milli, 0) +
      expected.filter((row) => row.product_id === id).reduce((sum, row) => sum + row.qty_milli, 0)
    const told = db.get<{ milli: number | null }>(`SELECT ${onOrderSql('?')} AS milli`.replaceAll('?', String(id)))
    expect(told?.milli ?? 0).toBe(wanted)
    expect(listed.filter((row) => row.product_id === id).reduce((sum, row) => sum + row.qty_milli, 0)).toBe(wanted)
  }
}

const move = fc.record({
  what: fc.constantFrom('order', 'receive', 'reject', 'reverse', 'letGo', 'cancel', 'close', 'expect') as fc.Arbitrary<
    'order' | 'receive' | 'reject' | 'reverse' | 'letGo' | 'cancel' | 'close' | 'expect'
  >,
  which: fc.nat(5),
  quantity: fc.integer({ min: 1, max: 120 }),
})
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never

/** Does the move if the book allows it. */
function play(book: PurchaseBook, { what, which, quantity }: Move): void {
  const orders = book.read((db) => db.raw('SELECT id FROM purchase_orders ORDER BY id').map(([id]) => id as Id))
  const id = orders[which % Math.max(1, orders.length)]
  const line = () =>
    book.read((db) => db.raw('SELECT id FROM live_purchase_lines WHERE order_id = ?', id ?? 0)[0]?.[0] as Id)
  const receive = (rejected: number) =>
    book.receive({
      ...{ orderId: id ?? 0, on: '2026-11-20', acceptOver: true },
      lines: [
        {
          ...{ lineId: line(), quantity, rejected },
          ...(rejected > 0 ? { defect: 'broken', remedy: which % 2 === 0 ? 'replace' : 'credit' } : {}),
        },
      ],
    })
  const moves = {
    order: () =>
      void book.order({ promisedOn: which % 2 === 0 ? '2026-11-01' : null }, [
        { quantity },
        { quantity: 10, productId: book.cup, promisedOn: '2026-12-01' },
      ]),
    expect: () => {
      const goods = { productId: book.cup, quantity, expectedOn: '2026-12-01' }
      book.write((tx) => addExpected(tx, expectedInput.parse(goods)))
    },
    receive: () => void receive(0),
    reject: () => void receive(Math.ceil(quantity / 3)),
    reverse: () => {
      const receipts = book.read((db) => db.raw("SELECT id FROM purchase_receipts WHERE status = 'posted'"))
      const receipt = receipts[which % Math.max(1, receipts.length)]?.[0] as Id | undefined
      if (receipt !== undefined) book.write((tx) => reverseReceipt(tx, { receiptId: receipt, note: '' }))
    },
    letGo: () => book.write((tx) => letGoOfLines(tx, id ?? 0, [{ lineId: line(), quantity: null }])),
    cancel: () => book.write((tx) => cancelPurchases(tx, [id ?? 0], '')),
    close: () => book.write((tx) => closePurchases(tx, [id ?? 0])),
  }
  try {
    moves[what]()
  } catch (error) {
    // A refusal is an answer; anything else is not.
    if (!(error instanceof AppError)) throw error
  }
}

test('follow everything that is done', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 5, maxLength: 14 }), (moves) => {
      const book = purchaseBook()
      book.order()
      for (const one of moves) play(book, one)
      expectSettled(book)
    }),
    { numRuns: 12 },
  )
})

test('settled from scratch they are the same, and what is out of step is found', () => {
  const book = purchaseBook()
  const { id, lines } = book.order({}, [{}, { productId: book.cup, quantity: 5 }])
  book.receive({ orderId: id, on: '2026-11-20', lines: [{ lineId: lines[0]?.id ?? 0, quantity: 30 }] })
  const rows = () =>
    book.read((db) => [db.raw('SELECT * FROM purchase_lines'), db.raw('SELECT * FROM purchase_orders')])
  const before = rows()
  book.connection.exec(
    `UPDATE purchase_lines SET bought_on = NULL, due_on = '2020-01-01', received_milli = 1, rejected_milli = 2,
       last_received_on = NULL, open_milli = 3;
     UPDATE purchase_orders SET line_count = 9, total_minor = 1, base_total_minor = NULL, next_on = NULL`,
  )
  const problems = book.read((db) => checkBook(db).problems.map(({ code }) => code))
  expect(problems).toEqual(['purchase-line', 'purchase-line', 'purchase-totals'])
  book.write((tx) => settlePurchases(tx, 'all'))
  expect(rows()).toEqual(before)
  expect(book.read((db) => checkBook(db).problems)).toEqual([])
})

test('what a line cost without VAT is worked out in the book as in the domain, however much it is', () => {
  const book = purchaseBook()
  const amount = fc.oneof(
    fc.integer({ min: -200_000, max: 200_000 }),
    fc.maxSafeInteger().map((n) => Math.trunc(n / 100)),
  )
  fc.assert(
    fc.property(
      ...([fc.array(amount, { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 1_000_000 })] as const),
      ...([fc.boolean(), fc.boolean()] as const),
      (amounts, vatPpm, vatIncluded, vatRecoverable) => {
        const vat = { vat_ppm: vatPpm, vat_included: vatIncluded ? 1 : 0, vat_recoverable: vatRecoverable ? 1 : 0 }
        const found = book.write((tx) => {
          const orderId = tx.insert('purchase_orders', {
            number: 'V',
            ordered_on: '2026-01-01',
            currency: 'USD',
            ...vat,
          })
          for (const [position, minor] of amounts.entries())
            tx.insert('purchase_lines', {
              ...{ order_id: orderId, position, qty_milli: 1000, price_micros: 0 },
              ...{ total_minor: 0, base_minor: minor },
            })
          settlePurchases(tx, [orderId])
          return tx.all<{ net: number }>(
            'SELECT net_base_minor AS net FROM purchase_lines WHERE order_id = ? ORDER BY position',
            orderId,
          )
        })
        const wanted = amounts.map((minor) => netOfVat(minor, { vatPpm, vatIncluded, vatRecoverable }))
        expect(found.map(({ net }) => net)).toEqual(wanted.map((minor) => minor + 0))
      },
    ),
    { numRuns: 60 },
  )
})
