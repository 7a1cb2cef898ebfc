// A book with a long stock ledger: two movements for each order line of its size, receipts with costs and issues, over three years.
// Written by statements; what follows from them is settled by the program.
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { type OpenBook, openBook } from '#main/db/book.ts'
import type { WriteTx } from '#main/db/database.ts'
import { seededRandom } from '#main/domain/stats/random.ts'
import { settleStock } from '#main/services/stock/settle-balances.ts'
import { addDays } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { bookSettings, firstDay } from '#tests/bench/make-book.ts'
import type { Size } from '#tests/bench/sizes.ts'

const days = 1095

/** Made once per folder, from a book with products; gives the closed file. */
export async function makeLedger(folder: string, from: string, size: Size): Promise<string> {
  const file = join(folder, 'ledger.quay')
  if (existsSync(file)) return file
  copyFileSync(from, file)
  const book = await openBook(file, bookSettings)
  fillLedger(book, size.lines * 2)
  book.close()
  return file
}

function fillLedger(book: OpenBook, count: number): void {
  const random = seededRandom(2, 'bench ledger')
  book.writer.write('bench.ledger', null, (tx) => {
    const products = tx.raw('SELECT id FROM products ORDER BY id').map(([id]) => id as Id)
    const places = [1, 1, tx.insert('warehouses', { name: 'B' }), tx.insert('warehouses', { name: 'C' })]
    for (let at = 0; at < count; at += 1) {
      const productId = products[at % products.length] ?? 0
      const warehouseId = places[Math.floor(at / products.length) % places.length] ?? 1
      // In the order of days, as a ledger grows; what came in is enough for what goes out.
      const isReceipt = Math.floor(at / products.length / places.length) % 4 === 0
      const qty = isReceipt ? random.between(300, 400) : -random.between(1, 90)
      addMovement(tx, { productId, warehouseId, qtyMilli: qty * 1000, day: Math.floor((at * days) / count) })
    }
    settleStock(tx)
  })
}

type Line = { productId: Id; warehouseId: Id; qtyMilli: number; day: number }

function addMovement(tx: WriteTx, { productId, warehouseId, qtyMilli, day }: Line): void {
  tx.insert('stock_movements', {
    product_id: productId,
    warehouse_id: warehouseId,
    moved_on: addDays(firstDay, day),
    kind: qtyMilli > 0 ? 'receipt' : 'issue',
    qty_milli: qtyMilli,
    value_minor: qtyMilli > 0 ? Math.round(qtyMilli / 3) + (productId % 97) : null,
  })
}
