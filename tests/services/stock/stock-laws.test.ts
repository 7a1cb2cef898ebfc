// Whatever is posted, back-dated, taken back and undone, in whatever order: balances are the ledger's sums, nothing is below zero
// on any day where shortages are refused, and the book agrees with itself.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closePeriod } from '#main/services/costing/period-closings.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { postAny } from '#main/services/stock/post-any.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { type Id, idFrom } from '#shared/ids.ts'
import { type StockPostingDraft, stockPosting } from '#shared/schemas/stock-postings.ts'
import { makeProduct } from '#tests/support/records.ts'
import { main, type StockBook, stockBook } from './stock-book.ts'

type Move = { day: number; product: number; quantity: number; pick: number; what: (typeof kinds)[number] }

const kinds = [
  ...['receive', 'receive', 'issue', 'issue', 'transfer', 'arrive', 'settleTransit'],
  ...['adjust', 'returnFromCustomer', 'returnToSupplier', 'assemble', 'takeApart', 'reverse', 'undo', 'close'],
] as const

const move: fc.Arbitrary<Move> = fc.record({
  day: fc.nat({ max: 12 }),
  product: fc.nat({ max: 3 }),
  quantity: fc.integer({ min: 1, max: 7000 }).map((milli) => milli / 1000),
  pick: fc.nat(),
  what: fc.constantFrom(...kinds),
})

type Place = { book: StockBook; products: Id[]; kit: Id }

function place(): Place {
  const book = stockBook()
  const lid = book.write((tx) => makeProduct(tx, { sku: 'LID' }))
  const tea = book.write((tx) => makeProduct(tx, { sku: 'TEA' }))
  book.write((tx) => tx.update('products', tea, { tracking: 'batch' }))
  const kitParts = [
    { partId: book.mug, quantity: 1 },
    { partId: lid, quantity: 2 },
  ]
  const kit = book.write((tx) => makeProduct(tx, { sku: 'SET', kind: 'kit', kitParts }))
  const products = [book.mug, lid, tea, kit]
  // Something is there from the first day on, or nearly everything would be refused.
  const batchOf = (productId: Id, code: string) => (productId === tea ? { code } : null)
  for (const [warehouseId, code] of [
    [main, 'L0'],
    [book.yard, 'L1'],
  ] as const) {
    const lines = products.map((productId) => ({ productId, quantity: 15, batch: batchOf(productId, code) }))
    book.post({ kind: 'receive', input: { on: '2026-03-01', warehouseId, lines } })
  }
  return { book, products, kit }
}

const some = (ids: readonly Id[], pick: number): Id => ids[pick % Math.max(1, ids.length)] ?? 0
const idsOf = (book: StockBook, sql: string): Id[] => book.read((db) => db.raw(sql)).map(([id]) => id as Id)

/** The posting that a move stands for in the book as it is; null where there is nothing to do it to. */
function postingOf(
  { book, products, kit }: Place,
  { day, product, quantity, pick, what }: Move,
): StockPostingDraft | null {
  const on = addDays(asDay('2026-03-01'), day)
  const productId = some(products, product)
  const isTracked = product % 4 === 2
  const warehouseId = pick % 3 === 0 ? book.yard : main
  const code = `L${pick % 2}`
  const batches = idsOf(book, `SELECT id FROM batches WHERE product_id = ${productId}`)
  const batchId = isTracked ? some(batches, pick) || null : null
  const head = { on, warehouseId }
  const documentId = some(idsOf(book, 'SELECT id FROM stock_documents ORDER BY id'), pick) || 1
  const transferId = some(idsOf(book, "SELECT id FROM stock_documents WHERE kind = 'transfer' ORDER BY id"), pick) || 1
  const cost = pick % 4 === 0 ? {} : { unitCost: { amount: String((pick % 900) / 100), currency: 'USD' } }
  const batch = isTracked ? { code } : null
  const goods = { productId, quantity }
  switch (what) {
    case 'receive':
      return { kind: what, input: { ...head, lines: [{ ...goods, ...cost, batch }] } }
    case 'issue':
      return { kind: what, input: { ...head, lines: [{ ...goods, batchId }] } }
    case 'transfer': {
      const toWarehouseId = warehouseId === main ? book.yard : main
      return { kind: what, input: { ...head, toWarehouseId, isDirect: pick % 2 === 0, lines: [{ ...goods, batchId }] } }
    }
    case 'arrive':
      return { kind: what, input: { documentId: transferId, on } }
    case 'settleTransit':
      return { kind: what, input: { documentId: transferId, on, reason: 'lost' } }
    case 'adjust': {
      const signed = { productId, quantity: pick % 2 === 0 ? quantity : -quantity, batch }
      return { kind: what, input: { ...head, reason: 'correction', lines: [signed] } }
    }
    case 'returnFromCustomer': {
      const origins = idsOf(book, `SELECT id FROM stock_movements WHERE kind = 'issue' AND product_id = ${productId}`)
      const condition = (['stock', 'second', 'scrap'] as const)[pick % 3] ?? 'stock'
      const line = { ...goods, originId: some(origins, pick) || null, condition, batch }
      return { kind: what, input: { ...head, secondWarehouseId: book.seconds, lines: [line] } }
    }
    case 'returnToSupplier': {
      const origins = idsOf(book, `SELECT id FROM stock_movements WHERE kind = 'receipt' AND product_id = ${productId}`)
      return { kind: what, input: { ...head, lines: [{ ...goods, originId: some(origins, pick) || null, batchId }] } }
    }
    case 'assemble':
    case 'takeApart':
      return {
        kind: 'assemble',
        input: { ...head, kitId: kit, quantity: Math.ceil(quantity / 3), isTakingApart: what === 'takeApart' },
      }
    case 'reverse':
      return { kind: what, input: { documentId } }
    default:
      return null
  }
}

/** Expected failures leave the book as it was; any other fails the test. Gives whether something was done. */
function attempt(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

function run(stage: Place, one: Move): boolean {
  const { book } = stage
  if (one.what === 'close') {
    // Rarely, and early: most of the days stay open.
    const through = addDays(asDay('2026-02-27'), one.day % 4)
    return one.pick % 4 === 0 && attempt(() => book.write((tx) => closePeriod(tx, { through, note: '' })))
  }
  if (one.what === 'undo') {
    const operations = idsOf(
      book,
      `SELECT id FROM operations WHERE name = 'test.work' AND id > ${idFrom(1, 0)} ORDER BY id DESC`,
    )
    const id = some(operations, one.pick % 3)
    return attempt(() => book.operation((tx) => undoOperation(tx, id)))
  }
  const posting = postingOf(stage, one)
  return posting !== null && attempt(() => book.operation((tx) => postAny(tx, stockPosting.parse(posting))))
}

const daysBelowZero = `SELECT product_id, warehouse_id, moved_on, milli FROM (
  SELECT product_id, warehouse_id, moved_on,
    sum(sum(qty_milli)) OVER (PARTITION BY product_id, warehouse_id ORDER BY moved_on) AS milli
  FROM stock_movements GROUP BY product_id, warehouse_id, moved_on) WHERE milli < 0`

const batchDaysBelowZero = daysBelowZero
  .replaceAll('product_id', 'batch_id')
  .replace('FROM stock_movements', 'FROM stock_movements WHERE batch_id IS NOT NULL')

test('balances are the ledger, and no day is below zero', () => {
  let done = 0
  fc.assert(
    fc.property(fc.array(move, { minLength: 20, maxLength: 40 }), (moves) => {
      const stage = place()
      for (const one of moves) if (run(stage, one)) done += 1
      expect(stage.book.problems()).toEqual([])
      expect(stage.book.read((db) => db.raw(daysBelowZero))).toEqual([])
      expect(stage.book.read((db) => db.raw(batchDaysBelowZero))).toEqual([])
    }),
    { numRuns: 15 },
  )
  // Most moves must have been possible, or the test says little.
  expect(done).toBeGreaterThan(100)
})
