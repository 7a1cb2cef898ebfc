// Bringing in another copy that wrote 10,000 operations since the two parted: its private copy, the checks, the merge, what is
// derived, and the proof of all that came, as the program does it.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { type OpenBook, openBook } from '#main/db/book.ts'
import type { WriteTx } from '#main/db/database.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { mergeForeign, openForeign } from '#main/services/merge/merge-books.ts'
import { recostProduct } from '#main/services/orders/line-costs.ts'
import { addOrder } from '#main/services/orders/order-commands.ts'
import { keepRate } from '#main/services/rates/rate-commands.ts'
import { postMovement } from '#main/services/stock/stock-ledger.ts'
import { addDays, type Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { rateInput } from '#shared/schemas/rates.ts'
import { removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { lastDay } from '#tests/bench/make-book.ts'
import { type Spent, stopwatch, timingOfSpent } from '#tests/bench/measure.ts'

const operations = 10_000
const runs = 3

export async function mergeFigures(folder: string, full: string, products: readonly Id[]): Promise<Figure[]> {
  const [ours, theirs] = [join(folder, 'merge-ours.quay'), join(folder, 'merge-theirs.quay')]
  await writeCopy(theirs, full, (book) => {
    // Now and then one changes nothing, and leaves none.
    for (let count = 0, done = 0; done < operations; count += 1) done += oneOperation(book, count, products)
  })
  const spent: Spent[] = []
  for (let run = 0; run < runs; run += 1) {
    await writeCopy(ours, full, (book) => {
      for (let count = 0; count < 100; count += 1) oneOperation(book, count * 7, products)
    })
    spent.push(await mergeOnce(ours, theirs))
  }
  for (const file of [ours, theirs]) removeBook(file)
  const timing = timingOfSpent(spent)
  const note = 'edits, orders with lines, stock, rates; copied, checked, merged and verified'
  return [figure('merging 10,000 operations of another copy', timing, { goal: { ms: 5000 }, note })]
}

async function mergeOnce(ours: string, theirs: string): Promise<Spent> {
  const book = await open(ours)
  const watch = stopwatch()
  const foreign = await openForeign(book.connection, { file: theirs })
  const outcome = mergeForeign(book.connection, foreign, { fileName: 'theirs', now: Date.now() as Instant })
  foreign.close()
  const spent = watch()
  book.close()
  if (outcome.operations !== operations) throw new Error(`${outcome.operations} operations came in`)
  return spent
}

function open(file: string): Promise<OpenBook> {
  return openBook(file, { memory: transientMemory(), clock: () => Date.now() as Instant })
}

/** A copy that goes on by itself; how long that takes is not measured, so nobody waits for the disk. */
async function writeCopy(file: string, full: string, work: (book: OpenBook) => void): Promise<void> {
  removeBook(file)
  copyFileSync(full, file)
  const book = await open(file)
  book.connection.pragma('synchronous = OFF')
  work(book)
  book.close()
}

/** Of ten: six edits of a product, two orders, a movement, and now and then a rate or another cost. */
function oneOperation(book: OpenBook, count: number, products: readonly Id[]): 0 | 1 {
  const productId = products[(count * 7919) % products.length] ?? 0
  const { operationId } = book.writer.write('bench.merge', null, (tx) => work(tx, count, productId))
  return operationId === null ? 0 : 1
}

function work(tx: WriteTx, count: number, productId: Id): void {
  const kind = count % 10
  if (count % 500 === 9)
    keepRate(
      tx,
      rateInput.parse({ from: 'EUR', to: 'USD', on: addDays(lastDay, -(count % 300)), rate: `1.${1 + count}` }),
    )
  else if (kind === 9) {
    tx.update('products', productId, { cost_micros: (count + 1) * 10_000, cost_currency: 'EUR' })
    recostProduct(tx, productId)
  } else if (kind < 6) tx.update('products', productId, { note: `edit ${count}`, moq_milli: count * 1000 })
  else if (kind < 8) addOrder(tx, orderInput.parse(newOrder(count, productId)))
  else postMovement(tx, { productId, warehouseId: 1, movedOn: lastDay, kind: 'receipt', qtyMilli: 1000 + count })
}

function newOrder(count: number, productId: Id) {
  const line = { productId, quantity: 1 + (count % 9), unitPrice: '12.5' }
  return { orderedOn: lastDay, currency: 'USD', status: 'confirmed' as const, lines: [line, line] }
}
