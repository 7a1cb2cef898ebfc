// Posting a count: one stock document whose movements are the differences, on the count's day. Only an open count is posted,
// so that it is posted once.
import type { WriteTx } from '#main/db/database.ts'
import { type CountKey, keyText } from '#main/services/counting/count-keys.ts'
import type { JudgedLine } from '#main/services/counting/count-lines.ts'
import { countDifferences, markOf } from '#main/services/counting/count-review.ts'
import { type Count, openCount } from '#main/services/counting/count-rows.ts'
import { postDocument } from '#main/services/stock/post-document.ts'
import { refuseDay } from '#main/services/stock/posting-rules.ts'
import { isTakenStockNumber } from '#main/services/stock/stock-numbers.ts'
import { openPlace } from '#main/services/stock/stock-places.ts'
import { AppError } from '#shared/errors.ts'
import type { PostCountInput, PostedCount } from '#shared/schemas/counting.ts'
import type { PostedDocument } from '#shared/schemas/stock-documents.ts'

export function postCount(tx: WriteTx, { id, seen }: PostCountInput): PostedCount {
  const count = openCount(tx, id)
  openPlace(tx, count.warehouseId)
  refuseDay(tx, count.on)
  const { counted, differing, notCounted } = countDifferences(tx, count)
  if (counted.length === 0) throw new AppError('counting/nothing-counted', { number: count.number })
  refuseDoubledLines(counted)
  if (seen !== undefined && seen !== markOf(count, differing))
    throw new AppError('counting/changed-since', { number: count.number })
  const document = differing.length === 0 ? null : postDifferences(tx, count, differing)
  tx.update('stock_counts', id, { status: 'posted', document_id: document?.id ?? null })
  return {
    document: document && { id: document.id, number: document.number },
    differing: differing.length,
    agreeing: counted.length - differing.length,
    notCounted,
    warnings: document?.warnings ?? [],
  }
}

/** The movements alone, as a posting: what `stock.preview` tells of any other. */
export function postDifferencesOf(tx: WriteTx, id: Count['id']): PostedDocument {
  const count = openCount(tx, id)
  const { differing } = countDifferences(tx, count)
  return differing.length === 0 ? { id: 0, number: '', warnings: [] } : postDifferences(tx, count, differing)
}

function postDifferences(tx: WriteTx, count: Count, differing: readonly JudgedLine[]): PostedDocument {
  const { number, on, warehouseId, note } = count
  // A count that was posted, taken back and posted again leaves its number to the first document.
  const free = isTakenStockNumber(tx, number) ? '' : number
  return postDocument(tx, { kind: 'count', number: free, on, warehouseId, note }, (post) => {
    for (const { productId, batchId, binId, differenceMilli, note: said } of differing)
      post({ productId, warehouseId, batchId, binId, qtyMilli: differenceMilli ?? 0, note: said })
  })
}

/** Two copies may each have put the same thing on the sheet: nobody but who counted knows whether that is twice as much. */
function refuseDoubledLines(lines: readonly (CountKey & { sku: string; batch: string; bin: string })[]): void {
  const seen = new Set<string>()
  for (const line of lines) {
    const key = keyText(line)
    const product = [line.sku, line.batch, line.bin].filter((part) => part !== '').join(' · ')
    if (seen.has(key)) throw new AppError('counting/line-twice', { product })
    seen.add(key)
  }
}
