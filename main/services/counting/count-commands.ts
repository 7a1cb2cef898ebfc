// What becomes of a count: begun with its sheet, changed in its head, cancelled, archived. What is counted: enter-counts.ts.
import type { WriteTx } from '#main/db/database.ts'
import { nextCountNumber, refuseTakenCountNumber } from '#main/services/counting/count-numbers.ts'
import { countOf, openCount } from '#main/services/counting/count-rows.ts'
import { sheetKeys } from '#main/services/counting/count-scope.ts'
import { refuseBeforeStart, refuseDay } from '#main/services/stock/posting-rules.ts'
import { openPlace } from '#main/services/stock/stock-places.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { CountScopeInput, CreateCountInput, EditCountInput } from '#shared/schemas/counting.ts'

/** Makes the sheet. Refused on a day on which its differences could not be posted. */
export function createCount(tx: WriteTx, input: CreateCountInput): { id: Id; number: string; lines: number } {
  refuseUncountable(tx, input)
  if (input.number !== '') refuseTakenCountNumber(tx, input.number)
  const number = input.number || nextCountNumber(tx, input.on)
  const keys = sheetKeys(tx, input)
  const id = tx.insert('stock_counts', {
    number,
    warehouse_id: input.warehouseId,
    counted_on: input.on,
    scope: input.of.scope,
    scope_value: scopeValue(input.of),
    is_blind: input.isBlind ? 1 : 0,
    note: input.note,
  })
  keys.forEach(({ productId, batchId, binId }, index) => {
    const what = { product_id: productId, batch_id: batchId, bin_id: binId }
    tx.insert('stock_count_lines', { count_id: id, ...what, position: index + 1 })
  })
  return { id, number, lines: keys.length }
}

/** Who counts writes down what is there: the day and whether the books are shown may change until it is posted. */
export function editCount(tx: WriteTx, { id, on, isBlind, note }: EditCountInput): void {
  const { warehouseId, on: before } = openCount(tx, id)
  if (on !== before) refuseUncountable(tx, { warehouseId, on })
  tx.update('stock_counts', id, { counted_on: on, is_blind: isBlind ? 1 : 0, note })
}

/** Nothing is posted of it, and it can be counted no more; what was entered stays to be read. */
export function cancelCount(tx: WriteTx, id: Id): void {
  openCount(tx, id)
  tx.update('stock_counts', id, { status: 'cancelled' })
}

/** All of the counts or none. An open one is not put away. */
export function setCountsArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    const { status, number } = countOf(tx, id)
    if (archived && status === 'open') throw new AppError('counting/still-open', { number })
    tx.update('stock_counts', id, { archived: archived ? 1 : 0 })
  }
}

function refuseUncountable(tx: WriteTx, { warehouseId, on }: { warehouseId: Id; on: Day }): void {
  const place = openPlace(tx, warehouseId)
  refuseDay(tx, on)
  refuseBeforeStart(place, on)
}

function scopeValue(of: CountScopeInput): string {
  switch (of.scope) {
    case 'bin':
      return String(of.binId)
    case 'category':
      return String(of.categoryId)
    case 'class':
      return of.class
    default:
      return ''
  }
}
