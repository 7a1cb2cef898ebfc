// The stock ledger at length: what is on hand now and as of a day against the best bare SQL, and a posting into a long ledger
// against the same into an empty one.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { createBook, type OpenBook, openBook } from '#main/db/book.ts'
import type { Connection, WriteTx } from '#main/db/database.ts'
import { fileMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { issueGoods } from '#main/services/stock/issue-goods.ts'
import { movementReport } from '#main/services/stock/movement-report.ts'
import { receiveGoods } from '#main/services/stock/receive-goods.ts'
import { listStock, stockOn } from '#main/services/stock/stock-list.ts'
import { addDays, type Day, dayOf, type Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { movementReportInput, stockListInput } from '#shared/schemas/stock.ts'
import { issueInput, receiveInput } from '#shared/schemas/stock-postings.ts'
import { openBare, removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { bookSettings, firstDay } from '#tests/bench/make-book.ts'
import { measure, type Timing } from '#tests/bench/measure.ts'

const nothing = () => {}

/** `ledger` is a book with a long ledger (make-ledger.ts); it is left as it was. */
export async function stockFigures(folder: string, ledger: string): Promise<Figure[]> {
  const long = join(folder, 'stock-long.quay')
  removeBook(long)
  copyFileSync(ledger, long)
  const book = await openBook(long, { ...bookSettings, memory: fileMemory(join(folder, 'stock-memory')) })
  const bare = openBare(ledger, join(folder, 'stock-bare.quay'))
  const empty = emptyLedger(folder)
  try {
    return [...onHandFigures(book.connection, bare), ...postingFigures(book, empty)]
  } finally {
    bare.close()
    for (const one of [book, empty]) one.close()
    for (const name of ['stock-bare', 'stock-long', 'stock-empty']) removeBook(join(folder, `${name}.quay`))
  }
}

function onHandFigures(connection: Connection, bare: Connection): Figure[] {
  const day = addDays(firstDay, 700)
  const now = bare.prepare('SELECT product_id, sum(on_hand_milli) FROM stock_balances GROUP BY product_id').raw()
  const then = bare
    .prepare('SELECT product_id, sum(qty_milli) FROM stock_movements WHERE moved_on <= ? GROUP BY product_id')
    .raw()
  const lying = (on: Day | null) => () => read(connection, (db) => stockOn(db, { warehouseId: null, on }))
  refuseOther(lying(null)(), now.all())
  refuseOther(lying(day)(), then.all(day))
  const page = (asked: object) => () => read(connection, (db) => listStock(db, stockListInput.parse(asked)))
  const byOnHand = { sort: [{ column: 'onHand', direction: 'desc' }] }
  const report = movementReportInput.parse({ from: addDays(firstDay, 670), to: day })
  return [
    figure('stock on hand of all products', measure(nothing, lying(null)), {
      bare: measure(nothing, () => now.all()),
      goal: { ratio: 1.5 },
    }),
    figure('stock of all products as of a day', measure(nothing, lying(day)), {
      bare: measure(nothing, () => then.all(day)),
      goal: { ratio: 2 },
    }),
    figure('stock list, first page', measure(nothing, page({})), { goal: { ms: 100 } }),
    figure('stock list as of a day, first page', measure(nothing, page({ on: day })), { goal: { ms: 100 } }),
    figure('stock list as of a day, most on hand first', measure(nothing, page({ on: day, ...byOnHand }))),
    figure(
      'movement report of a month',
      measure(nothing, () => read(connection, (db) => movementReport(db, report))),
    ),
  ]
}

/** What is compared must be the same answer. */
function refuseOther(one: unknown, other: unknown): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error('the bare statement tells other stock')
}

/** The same program, the same settings, nothing in the ledger. */
function emptyLedger(folder: string): OpenBook {
  const file = join(folder, 'stock-empty.quay')
  removeBook(file)
  const start = { companyName: 'Bench', country: 'CN', baseCurrency: 'USD' }
  const book = createBook(file, start, { ...bookSettings, memory: fileMemory(join(folder, 'stock-memory')) })
  book.writer.write('bench.products', null, (tx) => {
    for (let at = 0; at < 200; at += 1) tx.insert('products', { sku: `E${at}`, unit: 'pcs' })
  })
  return book
}

function postingFigures(long: OpenBook, empty: OpenBook): Figure[] {
  const today = dayOf(Date.now() as Instant)
  const lines = (productId: Id, more: object) => [{ productId, quantity: 1, ...more }]
  const head = { on: today, warehouseId: 1 }
  const cost = { unitCost: { amount: '1.25', currency: 'USD' } }
  const receipt = (productId: Id) => receiveInput.parse({ ...head, lines: lines(productId, cost) })
  const issue = (productId: Id) => issueInput.parse({ ...head, lines: lines(productId, {}) })
  const posts: readonly [string, (tx: WriteTx, productId: Id) => unknown][] = [
    ['a receipt', (tx, productId) => receiveGoods(tx, receipt(productId))],
    ['an issue', (tx, productId) => issueGoods(tx, issue(productId))],
  ]
  return posts.map(([name, post]) =>
    figure(`${name} posted into a long ledger`, postingTo(long, post), {
      bare: postingTo(empty, post),
      goal: { ratio: 2 },
      note: 'beside it the same into an empty one, durable and logged both',
    }),
  )
}

/** Another product each time, so that nothing of it is at hand already. */
function postingTo(book: OpenBook, post: (tx: WriteTx, productId: Id) => unknown): Timing {
  const products = book.connection.prepare('SELECT id FROM products ORDER BY sku LIMIT 200').pluck().all() as Id[]
  let at = 0
  return measure(nothing, () => {
    at += 1
    const productId = products[at % products.length] ?? 0
    book.writer.write('bench.post', null, (tx) => post(tx, productId))
  })
}
