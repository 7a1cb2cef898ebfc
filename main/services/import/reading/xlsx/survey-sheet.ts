// A first look over a sheet: how many rows hold anything, and which cells are merged (that stands behind the rows).

import type { Workbook, WorkbookSheet } from './open-workbook.ts'
import { partText } from './read-part.ts'
import type { UnpackBudget } from './unpack-entry.ts'

/** Cells merged downwards, whose value counts for each of their rows. Rows from 1, columns from 0. */
export interface MergedColumn {
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
}

export interface SheetSurvey {
  readonly rows: number
  readonly merged: readonly MergedColumn[]
}

const marks =
  /<(?:[\w.-]+:)?(?:(row)|(v|is)|(mergeCell)\s[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")(?=[\s/>])/g
/** Longer than any tag that is looked for. */
const overlap = 256
const mostMerged = 100_000
/** No table for people is wider; it bounds what one crafted row can take in memory. */
export const mostColumns = 1000

export function surveySheet(workbook: Workbook, sheet: WorkbookSheet, budget: UnpackBudget): SheetSurvey {
  const merged: MergedColumn[] = []
  let rows = 0
  let isCounted = false
  let rest = ''
  for (const piece of partText(workbook.bytes, sheet.entry, { budget })) {
    const text = rest + piece
    // A tag cut in two by the border is seen whole with the next piece.
    const whole = text.lastIndexOf('<')
    const seen = whole === -1 || text.length - whole > overlap ? text.length : whole
    for (const match of text.slice(0, seen).matchAll(marks)) {
      if (match[1] !== undefined) isCounted = false
      else if (match[2] !== undefined && !isCounted) {
        isCounted = true
        rows += 1
      } else if (match[3] !== undefined) addMerged(merged, match)
    }
    rest = text.slice(seen)
  }
  return { rows, merged }
}

function addMerged(merged: MergedColumn[], match: RegExpExecArray): void {
  const [firstRow, lastRow] = [Number(match[5]), Number(match[7])]
  const column = columnIndex(match[4] ?? '')
  if (match[4] !== match[6] || lastRow <= firstRow || column >= mostColumns || merged.length >= mostMerged) return
  merged.push({ column, firstRow, lastRow })
}

/** `A` is 0, `Z` 25, `AA` 26. Signs behind the letters (`B12`) are not looked at. */
export function columnIndex(address: string): number {
  let index = 0
  for (let at = 0; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    index = index * 26 + letter - 64
  }
  return index - 1
}
