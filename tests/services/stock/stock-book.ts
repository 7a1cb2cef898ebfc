// A book with products and places, and short ways to post in it.
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { postAny } from '#main/services/stock/post-any.ts'
import { stockLevels } from '#main/services/stock/stock-queries.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type StockPostingDraft, stockPosting } from '#shared/schemas/stock-postings.ts'
import { makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

export type StockBook = TestBook & {
  mug: Id
  /** Another place whose stock is for sale, and one whose is not. */
  yard: Id
  seconds: Id
  post(posting: StockPostingDraft): ReturnType<typeof postAny>
  /** The same, with the operation's id. */
  operation<Result>(work: (tx: WriteTx) => Result): { id: Id; result: Result }
  onHand(productId: Id, warehouseId: Id, on?: string): number
  problems(): unknown[]
}

export const main: Id = 1

export function stockBook(options: Parameters<typeof testBook>[0] = {}): StockBook {
  const book = testBook(options)
  const mug = book.write((tx) => makeProduct(tx, { sku: 'MUG' }))
  const yard = book.write((tx) => tx.insert('warehouses', { name: 'Yard' }))
  const seconds = book.write((tx) => tx.insert('warehouses', { name: 'Seconds', is_sellable: 0 }))
  const post = (posting: StockPostingDraft) => book.write((tx) => postAny(tx, stockPosting.parse(posting)))
  const operation = <Result>(work: (tx: WriteTx) => Result) => {
    const { result, operationId } = book.writer.write('test.work', null, work)
    return { id: operationId ?? 0, result }
  }
  const onHand = (productId: Id, warehouseId: Id, on?: string) => {
    const levels = book.read((db) => stockLevels(db, productId, (on ?? null) as Day | null))
    return levels.warehouses.find(({ id }) => id === warehouseId)?.onHand ?? 0
  }
  return { ...book, mug, yard, seconds, post, operation, onHand, problems: () => book.read(checkBook).problems }
}

/** The failure of a posting: its code with its details. */
export function failureOf(work: () => unknown): { code: string; details: Record<string, unknown> } {
  try {
    work()
  } catch (error) {
    return error as { code: string; details: Record<string, unknown> }
  }
  throw new Error('nothing was refused')
}
