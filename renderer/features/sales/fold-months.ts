// A report by month of a book with years between two sales: the months in which nothing was sold stand in one row.
import type { SalesRow } from '#shared/schemas/sales-figures.ts'

/** Fewer months in a row stay as they are. */
const fewest = 6

/** The key of a folded row names its first and its last month: `2011-02~2020-11`. */
export function foldMonths(rows: readonly SalesRow[]): SalesRow[] {
  const folded: SalesRow[] = []
  let at = 0
  while (at < rows.length) {
    const end = endOfQuiet(rows, at)
    const [first, last] = [rows[at], rows[end - 1]]
    if (first && last && end - at >= fewest) {
      folded.push({ ...first, key: `${first.key}~${last.key}`, name: `${first.key} – ${last.key}`, nameZh: '' })
    } else folded.push(...rows.slice(at, Math.max(end, at + 1)))
    at = Math.max(end, at + 1)
  }
  return folded
}

/** The first and the last month that a row is about. */
export function monthsOf(key: string): [first: string, last: string] {
  const [first = '', last = first] = key.split('~')
  return [first, last]
}

/** Behind the last row in which nothing was sold, from one on; the row itself where something was. */
function endOfQuiet(rows: readonly SalesRow[], from: number): number {
  const end = rows.findIndex((row, at) => at >= from && !isQuiet(row))
  return end === -1 ? rows.length : end
}

function isQuiet({ orders, units, net, discount, freight }: SalesRow): boolean {
  return orders === 0 && units === 0 && [net, discount, freight].every((amount) => Number(amount) === 0)
}
