// Random stock documents on a copy of a book: what is received, sent, sent on, comes back, and is taken back again.
import type { WriteTx } from '#main/db/database.ts'
import { postAny } from '#main/services/stock/post-any.ts'
import { addDays, asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type StockPostingDraft, stockPosting } from '#shared/schemas/stock-postings.ts'
import type { Story } from '#tests/support/merge/random-work.ts'
import { makeProduct } from '#tests/support/records.ts'

const main: Id = 1
const firstDay = asDay('2026-03-01')

/** One posting; where the rules of stock refuse it, it is no operation. */
export function postSomeStock(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const pick = (sql: string) => d.pick(tx.raw(sql).map(([id]) => id as Id))
  const productId = pick("SELECT id FROM live_products WHERE kind = 'single' ORDER BY id")
  if (productId === undefined) return
  const yard = secondPlace(tx, story)
  const isTracked = tx.get("SELECT 1 FROM products WHERE id = ? AND tracking = 'batch'", productId) !== undefined
  const batchId = isTracked
    ? (pick(`SELECT id FROM batches WHERE product_id = ${productId} ORDER BY id`) ?? null)
    : null
  const places: [Id, Id] = d.chance(0.7) ? [main, yard] : [yard, main]
  const [warehouseId, toWarehouseId] = places
  const goods = { productId, quantity: 1 + d.below(9) }
  const head = { on: addDays(firstDay, d.below(40)), warehouseId }
  const cost = d.chance(0.7) ? { unitCost: { amount: `${d.below(90)}.5`, currency: 'USD' } } : {}
  // Few codes, so that two copies make the same batch.
  const batch = isTracked ? { code: `L${d.below(2)}` } : null
  const documentId = pick('SELECT id FROM live_stock_documents ORDER BY id') ?? 1
  const transfer = pick("SELECT id FROM live_stock_documents WHERE kind = 'transfer' ORDER BY id") ?? 1
  const postings: readonly StockPostingDraft[] = [
    { kind: 'receive', input: { ...head, lines: [{ ...goods, ...cost, batch }] } },
    { kind: 'issue', input: { ...head, lines: [{ ...goods, batchId }] } },
    { kind: 'transfer', input: { ...head, toWarehouseId, isDirect: d.chance(0.3), lines: [{ ...goods, batchId }] } },
    { kind: 'arrive', input: { documentId: transfer, on: head.on } },
    { kind: 'settleTransit', input: { documentId: transfer, on: head.on, reason: 'lost' } },
    { kind: 'adjust', input: { ...head, reason: 'correction', lines: [{ ...goods, batch }] } },
    { kind: 'reverse', input: { documentId } },
  ]
  const posting = d.chance(0.4) ? postings[0] : d.pick(postings)
  if (posting) postAny(tx, stockPosting.parse(posting))
}

export function addTrackedProduct(tx: WriteTx, story: Story): void {
  story.words += 1
  const id = makeProduct(tx, { sku: `TRACKED-${story.words}` })
  tx.update('products', id, { tracking: 'batch' })
}

/** The book's other place, which may only warn of shortages. */
function secondPlace(tx: WriteTx, { dice: d }: Story): Id {
  const row = tx.get<{ id: Id }>('SELECT id FROM live_warehouses WHERE id > 2 ORDER BY id LIMIT 1')
  return row?.id ?? tx.insert('warehouses', { name: 'Yard', shortage: d.chance(0.5) ? 'warn' : 'refuse' })
}
