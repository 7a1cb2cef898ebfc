// The currency of amounts: told by a column of its own, by the header, by the cells, or asked.

import type { ImportKind } from '#shared/schemas/imports.ts'
import type { ColumnProfile } from './column-profile.ts'
import { headerWords } from './header-words.ts'
import type { ReadingOptions } from './mapping.ts'
import type { Settled, UsedColumn } from './questions.ts'

/** The field that gives the currency of an amount in the same row. */
const currencyFieldOf: Readonly<Record<string, string>> = { price: 'priceCurrency', cost: 'costCurrency' }
/** Lines have the currency of their order; an order needs one even where no amount stands in the file. */
const ordersOwn: readonly ImportKind[] = ['orders', 'order-rows', 'purchase-orders', 'purchase-rows']
const linesOnly: readonly ImportKind[] = ['order-lines', 'purchase-lines']

export function currencyGuess(kind: ImportKind, used: readonly UsedColumn[]): Settled {
  if (linesOnly.includes(kind)) return {}
  const mapped = new Set(used.map(({ field }) => field.key))
  const byColumn: Record<string, ReadingOptions> = {}
  const open: ColumnProfile[] = []
  for (const { field, profile } of used.filter((column) => isAmount(column))) {
    const inHeader = headerWords(profile.header).currency
    if (inHeader !== null) byColumn[profile.header] = { currency: inHeader }
    else if (!mapped.has(currencyFieldOf[field.key] ?? 'currency') && !namesCurrency(profile)) open.push(profile)
  }
  const isOrderWithout = ordersOwn.includes(kind) && !mapped.has('currency') && !hasAmounts(used)
  if (open.length === 0 && !isOrderWithout) return { byColumn }
  const options = sharedBySigns(open)
  const guess = onlyCurrency(used, byColumn, options)
  return { byColumn, question: { key: 'currency', columns: open.map((column) => column.header), options, guess } }
}

function isAmount({ field }: UsedColumn): boolean {
  return field.type === 'money' || field.type === 'told-money'
}

function hasAmounts(used: readonly UsedColumn[]): boolean {
  return used.some((column) => isAmount(column) && column.profile.filled > 0)
}

/** Whether every amount of the column comes with its currency. */
function namesCurrency(profile: ColumnProfile): boolean {
  const named = [...profile.currencies.values()].reduce((sum, times) => sum + times, 0)
  return profile.numbers > 0 && named === profile.numbers
}

/** The currencies that all the ambiguous signs may mean; none when there are no such signs. */
function sharedBySigns(columns: readonly ColumnProfile[]): string[] {
  const meanings = columns.flatMap((column) => [...column.sharedSigns.values()])
  const [first = [], ...rest] = meanings
  return first.filter((code) => rest.every((codes) => codes.includes(code)))
}

/** The one currency that other amounts of the file name, where it is among the possible ones. */
function onlyCurrency(
  used: readonly UsedColumn[],
  byColumn: Readonly<Record<string, ReadingOptions>>,
  options: readonly string[],
): string | null {
  const named = new Set(used.flatMap(({ profile }) => [...profile.currencies.keys()]))
  for (const { currency } of Object.values(byColumn)) if (currency !== undefined) named.add(currency)
  const [only] = named
  return named.size === 1 && only !== undefined && (options.length === 0 || options.includes(only)) ? only : null
}
