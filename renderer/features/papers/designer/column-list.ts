// The columns of a template: which, in which order, how wide. Widths are parts of the table's whole width.
import type { PaperColumn } from '#shared/schemas/paper-templates.ts'

const usualWidth = 10

/** Shows a column as the last one, or takes it out. One always stays. */
export function withColumn(columns: readonly PaperColumn[], key: string, isShown: boolean): PaperColumn[] {
  if (isShown)
    return columns.some((column) => column.key === key) ? [...columns] : [...columns, { key, width: usualWidth }]
  return columns.length > 1 ? columns.filter((column) => column.key !== key) : [...columns]
}

export function movedColumn(columns: readonly PaperColumn[], key: string, by: -1 | 1): PaperColumn[] {
  const from = columns.findIndex((column) => column.key === key)
  const moved = columns[from]
  const other = columns[from + by]
  if (!moved || !other) return [...columns]
  const next = [...columns]
  next[from] = other
  next[from + by] = moved
  return next
}

export function withWidth(columns: readonly PaperColumn[], key: string, width: number): PaperColumn[] {
  const whole = Math.min(100, Math.max(1, Math.round(width)))
  return columns.map((column) => (column.key === key ? { ...column, width: whole } : column))
}

/** Of the table's width, in whole per cent. */
export function shareOf(columns: readonly PaperColumn[], key: string): number {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const width = columns.find((column) => column.key === key)?.width ?? 0
  return total === 0 ? 0 : Math.round((width / total) * 100)
}
