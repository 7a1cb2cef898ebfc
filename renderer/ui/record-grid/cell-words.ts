// A cell's text from the book as the reader sees it: choices by their word, numbers grouped.
import type { Spoken } from '#renderer/lib/language.ts'
import { isDecimal } from '#shared/decimal.ts'
import type { AnyColumn } from './grid-scope.ts'

export function cellWords({ t, format }: Spoken, column: AnyColumn | undefined, text: string): string {
  if (text === '') return t('lists.nothing')
  if (column?.kind === 'flag') return t(text === 'true' ? 'common.yes' : 'common.no')
  const choice = column?.choices?.find(({ value }) => value === text)
  if (choice) return choice.label
  const [amount = '', currency] = text.split(' ')
  const isAmount = (column?.kind === 'money' || column?.kind === 'number') && isDecimal(amount)
  return isAmount ? [format.number(amount), currency].filter(Boolean).join(' ') : text
}

/** The grid's column that shows the book's column. */
export function columnOf(columns: readonly AnyColumn[], key: string | null): AnyColumn | undefined {
  return columns.find((one) => one.key === key) ?? columns.find((one) => one.edit?.column === key)
}
