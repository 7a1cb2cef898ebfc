// The changes of one operation as lines to read: the field's name and its value before and after, in units people use.

import type { Format } from '#renderer/lib/format.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { Decimal, fromUnits, trimZeros } from '#shared/decimal.ts'
import { english } from '#shared/i18n/english.ts'
import type { TextKey, Translate } from '#shared/i18n/translate.ts'
import { maskedNumber } from '#shared/masked-number.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { HistoryEntry } from '#shared/schemas/history.ts'
import { columnLabels, hiddenColumns, valueTexts } from './column-labels.ts'

export type ChangeLine = { key: string; label: string; text: string }

type Change = HistoryEntry['changes'][number]
type Value = Change['before']

type Entry = Pick<HistoryEntry, 'changes' | 'titles'>

export function changeLines(entry: Entry, t: Translate, format: Format): ChangeLine[] {
  return (
    entry.changes
      .filter((change) => !hiddenColumns.has(change.column) && change.before !== change.after)
      // What a new line points at, and nobody can name, says nothing; that the line was added does.
      .filter((change) => !(isReference(change) && isNewRow(change, entry) && !titleOf(change, change.after, entry)))
      .map((change) => {
        const label = labelOf(change, t)
        const key = `${change.table}-${change.rowId}-${change.column}`
        return { key, label, text: changeText(change, entry, { t, format }) }
      })
  )
}

/** An id of a row. What another channel calls the record is text to read, though its column ends alike. */
function isReference({ column, before, after }: Change): boolean {
  return column.endsWith('_id') && typeof before !== 'string' && typeof after !== 'string'
}

/** The name of the record that a reference points at. */
function titleOf({ table, column }: Change, id: Value, { titles }: Entry): Entry['titles'][number] | undefined {
  return titles.find((title) => title.id === id && title.table === table && title.column === column)
}

/** What the field of a change is called. Whose a contact or a barcode is changes only where two records are made one. */
export function labelOf({ table, column }: Pick<Change, 'table' | 'column'>, t: Translate): string {
  const key = columnLabels[table]?.[column]
  if (key) return t(key)
  return column.endsWith('_id') ? t('history.belongsTo') : column
}

/** A row that this operation made: a line, a contact, a barcode. Its values were nothing before. */
function isNewRow({ table, rowId }: Change, entry: Entry): boolean {
  return entry.changes.some(
    (other) => other.table === table && other.rowId === rowId && other.column === 'deleted' && other.before === null,
  )
}

type Words = { t: Translate; format: Format }

/** One side of a change alone, as it is read: what stood there before it, or what stands there after it. */
export function sideInWords(change: Change, context: ValueContext): string {
  const value = change[context.when]
  if (value === null || !isReference(change)) return valueText(change, value, context)
  return namedReference(change, value, context) ?? context.t('history.changed')
}

function changeText(change: Change, entry: Entry, words: Words): string {
  const { t } = words
  if (isReference(change)) return referenceText(change, entry, words)
  if (change.column === 'deleted') return t(change.after === 1 ? 'history.removed' : 'history.made')
  const before = valueText(change, change.before, { entry, when: 'before', ...words })
  const after = valueText(change, change.after, { entry, when: 'after', ...words })
  if (isNewRow(change, entry)) return after
  return t('history.from', { before, after })
}

/** An id says nothing to anyone; where it has no name, that the reference changed is all there is to say. */
function referenceText(change: Change, entry: Entry, { t, format }: Words): string {
  const named = (id: Value) => (id === null ? t('history.nothing') : namedReference(change, id, { entry, format }))
  const [before, after] = [named(change.before), named(change.after)]
  if (before === null || after === null) return t('history.changed')
  return isNewRow(change, entry) ? after : t('history.from', { before, after })
}

function namedReference(change: Change, id: Value, { entry, format }: { entry: Entry; format: Format }): string | null {
  const title = titleOf(change, id, entry)
  return title ? [title.code, nameIn(format.language, title)].filter(Boolean).join(' · ') : null
}

type ValueContext = Words & { entry: Entry; when: 'before' | 'after' }

function valueText(change: Change, value: Value, context: ValueContext): string {
  const { t, format } = context
  if (value === null || value === '') return t('history.nothing')
  const word = wordFor(change, value)
  if (word) return t(word)
  const { column } = change
  const units = Number(value)
  if (column.endsWith('_micros')) return format.money(trimZeros(fromUnits(units, 6)), currencyBeside(change, context))
  if (column.endsWith('_minor')) {
    const currency = currencyBeside(change, context)
    return format.money(minorToDecimal(units, currency), currency)
  }
  if (column.endsWith('_milli')) return format.number(trimZeros(fromUnits(units, 3)))
  if (column.endsWith('_ppm')) return format.percent(trimZeros(new Decimal(units).div(10_000).toFixed()))
  if (column.endsWith('_grams')) return format.kg(units)
  if (column.endsWith('_mm')) return format.cm(units)
  if (column === 'working_days') return [...String(value)].map((digit) => format.weekday(Number(digit))).join(' ')
  if (column.endsWith('_month')) return format.monthName(units)
  if (column.endsWith('country')) return format.country(String(value))
  if (column === 'account_number') return maskedNumber(String(value))
  if (column.endsWith('_at')) return format.instant(units)
  return String(value)
}

const yesOrNo = new Set([
  'vat_included',
  'supply_vat_included',
  'supply_vat_recoverable',
  'vat_recoverable',
  'has_receipt_days',
  'has_quantities',
  'has_rejects',
])

/** Columns that hold one of a few words, or yes and no. */
function wordFor({ table, column }: Change, value: Value): TextKey | null {
  if (column === 'archived' || column === 'no_sale' || column.startsWith('is_') || yesOrNo.has(column))
    return value === 1 ? 'common.yes' : 'common.no'
  const prefix = valueTexts[table]?.[column]
  if (!prefix) return null
  const found = prefix.split('.').reduce<unknown>((texts, part) => (texts as Record<string, unknown>)[part], english)
  return String(value) in (found as object) ? (`${prefix}.${value}` as TextKey) : null
}

/** The currency that the amount was logged with: both are one group. */
function currencyBeside(change: Change, { entry, when }: ValueContext): string {
  const names = [change.column.replace(/_(micros|minor)$/, '_currency'), 'currency']
  const beside = entry.changes.find(
    (other) => other.table === change.table && other.rowId === change.rowId && names.includes(other.column),
  )
  return String(beside?.[when] ?? '')
}
