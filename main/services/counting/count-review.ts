// What a count would post: the lines that differ, what they are worth together, and what was not counted.
import { createHash } from 'node:crypto'
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { differingLines, type JudgedLine, judged, shownLine } from '#main/services/counting/count-lines.ts'
import { type Count, openCount } from '#main/services/counting/count-rows.ts'
import { countSheetLines, sheetLines } from '#main/services/counting/sheet-lines.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { CountReview } from '#shared/schemas/counting.ts'

const shown = 200

/** Of an open count, blind or not: who posts sees what is posted. */
export function countReview(db: ReadDb, id: Id): CountReview {
  const count = openCount(db, id)
  const { counted, differing, notCounted } = countDifferences(db, count)
  const base = baseCurrency(db)
  const sumOf = (some: readonly JudgedLine[]) => some.reduce((sum, { valueMinor }) => sum + (valueMinor ?? 0), 0)
  const more = sumOf(differing.filter(({ differenceMilli }) => (differenceMilli ?? 0) > 0))
  const less = sumOf(differing.filter(({ differenceMilli }) => (differenceMilli ?? 0) < 0))
  return {
    lines: dearestFirst(differing)
      .slice(0, shown)
      .map((line) => shownLine(line, { base, isBlind: false })),
    differing: differing.length,
    agreeing: counted.length - differing.length,
    notCounted,
    surplus: minorToDecimal(more, base),
    shortfall: minorToDecimal(less, base),
    net: minorToDecimal(more + less, base),
    unknown: differing.filter(({ valueMinor }) => valueMinor === null).length,
    moved: counted.filter(({ movedMilli }) => movedMilli !== 0).length,
    mark: markOf(count, differing),
    baseCurrency: base,
  }
}

export type Differences = { counted: JudgedLine[]; differing: JudgedLine[]; notCounted: number }

/** Lines that nobody counted are not looked at: they are not 0. */
export function countDifferences(db: ReadDb, count: Count): Differences {
  const counted = judged(db, count, sheetLines(db, count.id, { show: 'counted', search: '' }))
  const notCounted = countSheetLines(db, count.id, { show: 'open', search: '' })
  return { counted, differing: differingLines(counted), notCounted }
}

/** Those without a known cost come first: nobody can say how dear they are. */
function dearestFirst(lines: readonly JudgedLine[]): JudgedLine[] {
  const size = ({ valueMinor }: JudgedLine) => (valueMinor === null ? Number.POSITIVE_INFINITY : Math.abs(valueMinor))
  return lines.toSorted((one, other) => {
    const [left, right] = [size(one), size(other)]
    return left === right ? one.position - other.position : right > left ? 1 : -1
  })
}

/** Stands for exactly these differences on this day. */
export function markOf({ on }: Count, differing: readonly JudgedLine[]): string {
  const text = differing.map(({ id, differenceMilli }) => `${id}:${differenceMilli}`).join(' ')
  return createHash('sha256').update(`${on} ${text}`).digest('hex').slice(0, 32)
}
