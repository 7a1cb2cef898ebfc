// Lines of a count against the books: what is expected, what differs, and what that is worth. While the count is open the books
// are asked, so that nothing posted meanwhile is overlooked; once it is posted, its movements say it.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { averageCost } from '#main/services/costing/shown-values.ts'
import { balancesByKey, keyText, movedSince } from '#main/services/counting/count-keys.ts'
import { type Count, countOf } from '#main/services/counting/count-rows.ts'
import { countSheetLines, type SheetLine, sheetLines } from '#main/services/counting/sheet-lines.ts'
import { minorOf, type UnitWorth, unitWorths } from '#main/services/counting/unit-worth.ts'
import { movementValue } from '#main/services/stock/movement-list.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { CountLine, CountLines, CountLinesInput } from '#shared/schemas/counting.ts'

/** A line with what the books say, in thousandths and minor units; null: not known, or not to be told. */
export type JudgedLine = SheetLine & {
  expectedMilli: number | null
  differenceMilli: number | null
  valueMinor: number | null
  worth: UnitWorth | null
  movedMilli: number
}

/** A page of the sheet, or of the lines that differ. */
export function countLines(db: ReadDb, { id, show, search, offset, limit }: CountLinesInput): CountLines {
  const count = countOf(db, id)
  const base = baseCurrency(db)
  const isBlind = count.isBlind && count.status === 'open'
  if (show !== 'differing') {
    const lines = judged(db, count, sheetLines(db, id, { show, search, offset, limit }))
    const total = countSheetLines(db, id, { show, search })
    return { rows: lines.map((line) => shownLine(line, { base, isBlind })), total, baseCurrency: base }
  }
  const differing = isBlind ? [] : differingLines(judged(db, count, sheetLines(db, id, { show: 'counted', search })))
  const rows = differing.slice(offset, offset + limit).map((line) => shownLine(line, { base, isBlind }))
  return { rows, total: differing.length, baseCurrency: base }
}

export function differingLines(lines: readonly JudgedLine[]): JudgedLine[] {
  return lines.filter(({ differenceMilli }) => differenceMilli !== null && differenceMilli !== 0)
}

/** The lines of one count with what the books say of them. */
export function judged(db: ReadDb, count: Count, lines: readonly SheetLine[]): JudgedLine[] {
  if (count.status === 'posted') return judgedByMovements(db, count, lines)
  if (count.status === 'cancelled') return lines.map(unjudged)
  const productIds = new Set(lines.map(({ productId }) => productId))
  const asked = { warehouseId: count.warehouseId, on: count.on, productIds }
  const expected = new Map(balancesByKey(db, asked).map((balance) => [keyText(balance), balance.milli]))
  const worths = unitWorths(db, asked)
  const moved = movedSince(db, count)
  return lines.map((line) => {
    const expectedMilli = expected.get(keyText(line)) ?? 0
    const differenceMilli = line.countedMilli === null ? null : line.countedMilli - expectedMilli
    const worth = worths.get(line.productId) ?? null
    const valueMinor = worth && differenceMilli ? minorOf(differenceMilli, worth) : null
    const movedMilli = moved.get(keyText(line))?.milli ?? 0
    return { ...line, expectedMilli, differenceMilli, valueMinor, worth, movedMilli }
  })
}

function unjudged(line: SheetLine): JudgedLine {
  return { ...line, expectedMilli: null, differenceMilli: null, valueMinor: null, worth: null, movedMilli: 0 }
}

type Posted = { productId: Id; batchId: Id | null; binId: Id | null; milli: number; valueMinor: number | null }

/** As it was posted: whatever was posted later on the same day changes nothing of it. */
function judgedByMovements(db: ReadDb, count: Count, lines: readonly SheetLine[]): JudgedLine[] {
  const posted = db.all<Posted>(
    `SELECT m.product_id AS productId, m.batch_id AS batchId, m.bin_id AS binId, m.qty_milli AS milli,
       ${movementValue} AS valueMinor
     FROM stock_movements m INDEXED BY stock_movements_by_document WHERE m.document_id = ? AND m.reverses_id IS NULL`,
    count.documentId ?? 0,
  )
  const byKey = new Map(posted.map((movement) => [keyText(movement), movement]))
  return lines.map((line) => {
    if (line.countedMilli === null) return unjudged(line)
    const { milli = 0, valueMinor = null } = byKey.get(keyText(line)) ?? {}
    const worth =
      milli === 0 || valueMinor === null ? null : { valueMinor: Math.abs(valueMinor), qtyMilli: Math.abs(milli) }
    return {
      ...line,
      expectedMilli: line.countedMilli - milli,
      differenceMilli: milli,
      valueMinor,
      worth,
      movedMilli: 0,
    }
  })
}

type Showing = { base: string; isBlind: boolean }

/** As it travels; a blind count tells nothing of what the books say. */
export function shownLine(line: JudgedLine, { base, isBlind }: Showing): CountLine {
  const { countedMilli, expectedMilli, differenceMilli, valueMinor, worth, movedMilli, ...rest } = line
  const told = (milli: number | null) => (milli === null || isBlind ? null : milli / 1000)
  return {
    ...rest,
    counted: countedMilli === null ? null : countedMilli / 1000,
    expected: told(expectedMilli),
    difference: told(differenceMilli),
    value: valueMinor === null || isBlind ? null : minorToDecimal(valueMinor, base),
    unitCost: worth === null || isBlind ? null : averageCost({ ...worth, uncostedMilli: 0 }, base),
    movedSince: isBlind ? 0 : movedMilli / 1000,
  }
}
