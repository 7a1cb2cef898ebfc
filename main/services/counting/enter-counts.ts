// What was counted, line by line. A line that nobody counted stays empty, which is not 0.
import type { WriteTx } from '#main/db/database.ts'
import { type CountKey, keyText } from '#main/services/counting/count-keys.ts'
import { differingLines, judged } from '#main/services/counting/count-lines.ts'
import { openCount, openCountOfLine } from '#main/services/counting/count-rows.ts'
import { type SheetLine, sheetLines, sheetLinesByIds } from '#main/services/counting/sheet-lines.ts'
import { chosenBatch } from '#main/services/stock/batch-choice.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { AddCountInput, AddCountLineInput, EnterCountInput, RecountInput } from '#shared/schemas/counting.ts'

/** Sets what was counted of a line, or that nobody counted it. */
export function enterCount(tx: WriteTx, { lineId, counted, note }: EnterCountInput): void {
  openCountOfLine(tx, lineId)
  const countedMilli = counted === null ? null : toMilli(counted)
  refuseImpossible(lineOf(tx, lineId), countedMilli)
  tx.update('stock_count_lines', lineId, { counted_milli: countedMilli, note })
}

/** More of the same: adds to what was counted before. */
export function addToCount(tx: WriteTx, { lineId, quantity }: AddCountInput): void {
  openCountOfLine(tx, lineId)
  const line = lineOf(tx, lineId)
  const countedMilli = (line.countedMilli ?? 0) + toMilli(quantity)
  refuseImpossible(line, countedMilli)
  tx.update('stock_count_lines', lineId, { counted_milli: countedMilli })
}

/** Something found that is not on the sheet; what is on it already gets the quantity added. Gives the line. */
export function addCountLine(tx: WriteTx, input: AddCountLineInput): { lineId: Id; isNew: boolean } {
  const count = openCount(tx, input.countId)
  const product = tx.get<{ sku: string; kind: string; tracking: string }>(
    'SELECT sku, kind, tracking FROM live_products WHERE id = ?',
    input.productId,
  )
  if (!product) throw new AppError('catalog/product-not-found', { field: 'productId' })
  if (product.kind === 'family') throw new AppError('stock/family', { product: product.sku })
  if (product.tracking === 'none' && input.batch !== null)
    throw new AppError('stock/no-batches', { product: product.sku })
  if (input.binId !== null) refuseOtherBin(tx, count.warehouseId, input.binId)
  const key = { productId: input.productId, batchId: chosenBatch(tx, input.productId, input.batch), binId: input.binId }
  const lines = sheetLines(tx, count.id, { show: 'all', search: '' })
  const same = lines.find((line) => keyText(line) === keyText(key))
  const lineId = same?.id ?? insertLine(tx, count.id, { ...key, position: (lines.at(-1)?.position ?? 0) + 1 })
  if (input.quantity !== null && input.quantity > 0) addToCount(tx, { lineId, quantity: input.quantity })
  if (input.quantity === 0) enterCount(tx, { lineId, counted: 0 })
  return { lineId, isNew: same === undefined }
}

function insertLine(
  tx: WriteTx,
  countId: Id,
  { productId, batchId, binId, position }: CountKey & { position: number },
): Id {
  return tx.insert('stock_count_lines', {
    count_id: countId,
    product_id: productId,
    batch_id: batchId,
    bin_id: binId,
    position,
  })
}

function refuseOtherBin(tx: WriteTx, warehouseId: Id, binId: Id): void {
  if (!tx.get('SELECT 1 FROM live_bins WHERE id = ? AND warehouse_id = ?', binId, warehouseId))
    throw new AppError('counting/bin-not-found', { field: 'binId' })
}

/** Takes a line off the sheet: nothing is said about it any more. */
export function removeCountLine(tx: WriteTx, lineId: Id): void {
  openCountOfLine(tx, lineId)
  tx.update('stock_count_lines', lineId, { deleted: 1 })
}

/** Lines are empty again, to be counted once more; what they said stands in the history. Gives how many. */
export function recount(tx: WriteTx, { id, lineIds }: RecountInput): number {
  const count = openCount(tx, id)
  const counted = sheetLines(tx, id, { show: 'counted', search: '' })
  const wanted = lineIds
    ? counted.filter((line) => lineIds.includes(line.id))
    : differingLines(judged(tx, count, counted))
  for (const line of wanted) tx.update('stock_count_lines', line.id, { counted_milli: null })
  return wanted.length
}

/** Someone looked everywhere: what is not counted yet is not there. Gives how many lines. */
export function zeroRest(tx: WriteTx, id: Id): number {
  openCount(tx, id)
  const open = sheetLines(tx, id, { show: 'open', search: '' })
  for (const line of open) tx.update('stock_count_lines', line.id, { counted_milli: 0 })
  return open.length
}

function lineOf(tx: WriteTx, lineId: Id): SheetLine {
  const [line] = sheetLinesByIds(tx, [lineId])
  if (!line) throw new AppError('counting/line-not-found')
  return line
}

function refuseImpossible({ sku, tracking, batchId, batch }: SheetLine, countedMilli: number | null): void {
  if (countedMilli === null || countedMilli === 0 || tracking === 'none') return
  if (batchId === null) throw new AppError(`counting/${tracking}-needed`, { product: sku, field: 'counted' })
  if (tracking === 'serial' && countedMilli !== 1000)
    throw new AppError('stock/serial-one', { product: sku, serial: batch, field: 'counted' })
}
