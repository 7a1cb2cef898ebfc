// Tables and columns in the words of the screens.
import { columnLabels } from '#renderer/ui/record-history/column-labels.ts'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'

type ColumnKey = keyof typeof english.copies.columns
type TableKey = keyof typeof english.copies.tables

/** The name of a table; one that the texts do not know yet shows itself. */
export function tableWords(t: Translate, table: string): string {
  return table in english.copies.tables ? t(`copies.tables.${table as TableKey}`) : table
}

/** The names of columns, each word once: a street in three columns is one to the reader. */
export function columnWords(t: Translate, table: string, columns: readonly string[]): string[] {
  const words = columns.flatMap((column) => {
    const key = columnLabels[table]?.[column]
    if (key) return [t(key)]
    return column in english.copies.columns ? [t(`copies.columns.${column as ColumnKey}`)] : []
  })
  return [...new Set(words)]
}
