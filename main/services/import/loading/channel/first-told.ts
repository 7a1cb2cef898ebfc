// What the first row that says anything says: words of an order stand on each of its rows, or on the first alone.
import { flagOf, type TypedRow, textOf } from '#main/services/import/loading/loader.ts'

export function firstText(rows: readonly TypedRow[], field: string): string | undefined {
  for (const row of rows) {
    const text = textOf(row, field)
    if (text !== undefined) return text
  }
  return undefined
}

export function flagIn(rows: readonly TypedRow[], field: string): boolean | undefined {
  return rows.map((row) => flagOf(row, field)).find((flag) => flag !== undefined)
}
