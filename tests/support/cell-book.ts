// A small book whose cells tests change, and the whole of what a book holds, to hold two moments against each other.
import type { WriteTx } from '#main/db/database.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import { addParty } from '#main/services/parties/party-commands.ts'
import { partyInput } from '#shared/schemas/parties.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

export function cellBook() {
  const book = testBook()
  return { book, ...book.write(fill) }
}

function fill(tx: WriteTx) {
  const usd = (amount: string) => ({ amount, currency: 'USD' })
  const supplier = addParty(tx, partyInput.parse({ roles: ['supplier'], name: 'Kiln & Co', code: 'KILN' }))
  const customer = makeCustomer(tx, 'Alpine Home', { code: 'ALP' })
  const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Oak mug', price: usd('3'), cost: usd('1'), netWeightGrams: 480 })
  const bowl = makeProduct(tx, { sku: 'BOWL', nameEn: 'Bowl', price: usd('10') })
  const lines = [{ productId: mug, quantity: 2, unitPrice: '3' }]
  const order = makeOrder(tx, { customerId: customer, lines })
  const rate = makeRate(tx, 'USD', 'CNY', '2026-03-01', '7.1')
  return { supplier, customer, mug, bowl, order, rate }
}

/** Every row of every followed table, and what is derived from them; the log alone is left out. */
export function bookState(book: TestBook): Record<string, unknown[]> {
  const tables = [...followedTables, ...Object.keys(tableList).filter((table) => tableList[table]?.kind === 'derived')]
  return Object.fromEntries(
    tables.map((table) => [table, book.connection.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
  )
}
