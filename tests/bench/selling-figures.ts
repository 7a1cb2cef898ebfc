// Selling in a book with a long stock ledger: an order of three lines confirmed, sent and paid, each step durable and logged, and
// a thousand of them in one go; beside them the same rows by bare SQL.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { type OpenBook, openBook } from '#main/db/book.ts'
import type { Connection, WriteTx } from '#main/db/database.ts'
import { fileMemory } from '#main/db/machine-memory.ts'
import { dispatchMany } from '#main/services/dispatch/dispatch-many.ts'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { addOrder } from '#main/services/orders/order-commands.ts'
import { confirmOrders } from '#main/services/orders/order-steps.ts'
import { recordPayment } from '#main/services/payments/payment-commands.ts'
import { receiveAll } from '#main/services/payments/sale-payment-commands.ts'
import { dayOf, type Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { dispatchInput, dispatchManyInput } from '#shared/schemas/dispatch.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { paymentInput, receiveAllInput } from '#shared/schemas/payments.ts'
import { openBare, removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { bookSettings } from '#tests/bench/make-book.ts'
import { measure, type Spent, stopwatch, type Timing, timingOfSpent } from '#tests/bench/measure.ts'

const linesEach = 3
const singles = 40
const inBulk = 1000
const rounds = 3

/** From draft to posted: what a seller who marks a day's orders waits for. */
const bulkGoalMs = (inBulk / 500) * 1000

/** `ledger` is a book with a long ledger (make-ledger.ts); it is left as it was. */
export async function sellingFigures(folder: string, ledger: string): Promise<Figure[]> {
  const file = join(folder, 'selling.quay')
  removeBook(file)
  copyFileSync(ledger, file)
  const book = await openBook(file, { ...bookSettings, memory: fileMemory(join(folder, 'selling-memory')) })
  const bare = openBare(ledger, join(folder, 'selling-bare.quay'))
  try {
    const posting = barePosting(bare)
    return [...stepFigures(book, posting), ...bulkFigures(book, posting)]
  } finally {
    bare.close()
    book.close()
    for (const name of ['selling', 'selling-bare']) removeBook(join(folder, `${name}.quay`))
  }
}

const today = dayOf(Date.now() as Instant)

/** Draft orders over products of which enough lies in the main place. */
function draftOrders(book: OpenBook, count: number): Id[] {
  const products = book.connection
    .prepare(
      'SELECT product_id FROM stock_balances WHERE warehouse_id = 1 AND on_hand_milli > 50000 ORDER BY product_id',
    )
    .pluck()
    .all() as Id[]
  const customers = book.connection
    .prepare('SELECT id FROM parties WHERE is_customer = 1 LIMIT 200')
    .pluck()
    .all() as Id[]
  const draft = (tx: WriteTx, at: number) => {
    const lines = Array.from({ length: linesEach }, (_, line) => ({
      ...{ productId: products[(at * linesEach + line) % products.length] ?? 0, quantity: 1, unitPrice: '12.50' },
    }))
    const customerId = customers[at % customers.length] ?? null
    return addOrder(tx, orderInput.parse({ customerId, orderedOn: today, currency: 'USD', lines })).id
  }
  const made = book.writer.write('bench.orders', null, (tx) => Array.from({ length: count }, (_, at) => draft(tx, at)))
  return made.result
}

function stepFigures(book: OpenBook, bare: BarePosting): Figure[] {
  const orders = draftOrders(book, singles)
  const each = (name: string, work: (tx: WriteTx, id: Id) => unknown): Timing => {
    let at = -1
    const next = () => {
      at += 1
      return orders[at] ?? 0
    }
    return measure(next, (id) => book.writer.write(name, null, (tx) => work(tx, id)), {
      runs: singles - 1,
      limitMs: 20_000,
    })
  }
  const goal = { goal: { ms: 5 }, note: 'three lines, durable and logged' }
  const paid = (tx: WriteTx, saleId: Id) => {
    const amount = '37.50'
    const shares = [{ saleId, amount }]
    return recordPayment(tx, paymentInput.parse({ on: today, amount, currency: 'USD', shares }))
  }
  return [
    figure(
      'an order confirmed',
      each('orders.confirm', (tx, id) => confirmOrders(tx, [id])),
      goal,
    ),
    figure(
      'an order dispatched',
      each('orders.dispatch', (tx, orderId) => dispatchOrder(tx, dispatchInput.parse({ orderId, on: today }))),
      {
        ...goal,
        bare: measure(
          () => {},
          () => bare.post(1),
        ),
      },
    ),
    figure('an order paid', each('payments.record', paid), goal),
  ]
}

function bulkFigures(book: OpenBook, bare: BarePosting): Figure[] {
  const spent: Record<'confirmed' | 'sent' | 'posted' | 'paid', Spent[]> = {
    confirmed: [],
    sent: [],
    posted: [],
    paid: [],
  }
  for (let round = 0; round < rounds; round += 1) {
    const ids = draftOrders(book, inBulk)
    const whole = stopwatch()
    const confirming = stopwatch()
    book.writer.write('orders.confirm', null, (tx) => confirmOrders(tx, ids))
    spent.confirmed.push(confirming())
    const sending = stopwatch()
    const input = dispatchManyInput.parse({ orderIds: ids, on: today })
    const { result } = book.writer.write('orders.dispatchMany', null, (tx) => dispatchMany(tx, input))
    if (result.failed > 0) throw new Error(`not sent: ${JSON.stringify(result.orders.find(({ ok }) => !ok))}`)
    spent.sent.push(sending())
    spent.posted.push(whole())
    const paying = stopwatch()
    const payment = receiveAllInput.parse({ ids, on: today })
    book.writer.write('payments.receiveAll', null, (tx) => receiveAll(tx, payment))
    spent.paid.push(paying())
  }
  const count = inBulk.toLocaleString('en')
  const timed = (name: string, of: readonly Spent[], rest: Parameters<typeof figure>[2] = {}) =>
    figure(`${count} orders ${name}`, timingOfSpent(of), { note: 'three lines each, one operation', ...rest })
  const bareTiming = measure(
    () => {},
    () => bare.post(inBulk),
    { runs: rounds, limitMs: 20_000 },
  )
  return [
    timed('confirmed', spent.confirmed),
    timed('dispatched', spent.sent, { bare: bareTiming }),
    timed('from draft to posted', spent.posted, { goal: { ms: bulkGoalMs }, note: 'at least 500 a second' }),
    timed('paid', spent.paid),
  ]
}

type BarePosting = { post(orders: number): void }

/** The rows of a dispatch, its issue and the balances, by prepared statements in one transaction. */
function barePosting(bare: Connection): BarePosting {
  const orders = bare.prepare('SELECT id FROM sales_orders ORDER BY id LIMIT 5000').pluck().all() as Id[]
  const lines = bare.prepare('SELECT id, product_id FROM order_lines WHERE order_id = ? LIMIT 3').raw()
  const product = bare.prepare('SELECT product_id FROM stock_balances WHERE warehouse_id = 1').pluck().get() as Id
  const order = bare.prepare("UPDATE sales_orders SET status = 'shipped', shipped_on = ? WHERE id = ?")
  const document = bare.prepare(
    "INSERT INTO stock_documents (kind, number, moved_on, warehouse_id, order_id) VALUES ('issue', ?, ?, 1, ?)",
  )
  const movement = bare.prepare(
    "INSERT INTO stock_movements (product_id, warehouse_id, moved_on, kind, qty_milli, document_id) VALUES (?, 1, ?, 'issue', -1000, ?)",
  )
  const balance = bare.prepare(
    'UPDATE stock_balances SET on_hand_milli = on_hand_milli - 1000 WHERE product_id = ? AND warehouse_id = 1',
  )
  const dispatch = bare.prepare('INSERT INTO dispatches (order_id, document_id, dispatched_on) VALUES (?, ?, ?)')
  const sent = bare.prepare('INSERT INTO dispatch_lines (dispatch_id, line_id, qty_milli) VALUES (?, ?, 1000)')
  let at = 0
  const one = () => {
    at += 1
    const id = orders[at % orders.length] ?? 0
    order.run(today, id)
    const documentId = document.run(`GI-${at}`, today, id).lastInsertRowid
    const dispatchId = dispatch.run(id, documentId, today).lastInsertRowid
    for (const [lineId, productId] of lines.all(id) as [Id, Id | null][]) {
      movement.run(productId ?? product, today, documentId)
      balance.run(productId ?? product)
      sent.run(dispatchId, lineId)
    }
  }
  const post = bare.transaction((count: number) => {
    for (let done = 0; done < count; done += 1) one()
  })
  return { post: (count) => post(count) }
}
