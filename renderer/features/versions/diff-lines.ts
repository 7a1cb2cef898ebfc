// What differs between two versions, as lines to read: the field's name, and its value before and after in units people use.
import type { Format } from '#renderer/lib/format.ts'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { FieldChange, FieldValue, VersionDiff } from '#shared/schemas/versions.ts'

export type DiffLine = { key: string; label: string; text: string }

const amounts = new Set(['unitPrice', 'total', 'freight'])
const weights = new Set(['netWeight', 'grossWeight'])

type Words = { t: Translate; format: Format; currency: VersionDiff['currency'] }

/** Fields of a document or of a changed line: `Quantity: 1 → 5`. */
export function changedLines(changes: readonly FieldChange[], words: Words): DiffLine[] {
  const { t } = words
  return changes.map(({ field, before, after }) => ({
    key: field,
    label: fieldLabel(t, field),
    text: t('versions.from', {
      before: said(field, before, { ...words, side: 'before' }),
      after: said(field, after, { ...words, side: 'after' }),
    }),
  }))
}

/** A line that came or went: what it says, without arrows. */
export function wholeLines(changes: readonly FieldChange[], words: Words): DiffLine[] {
  return changes
    .filter(({ before, after }) => (before ?? after) !== 0)
    .map(({ field, before, after }) => ({
      key: field,
      label: fieldLabel(words.t, field),
      text: said(field, before ?? after, { ...words, side: before === null ? 'after' : 'before' }),
    }))
}

/** A field that came with a newer version is called by its key. */
function fieldLabel(t: Translate, field: string): string {
  const { fields } = english.versions
  return field in fields ? t(`versions.fields.${field as keyof typeof fields}`) : field
}

/** What is kept as a key, in words: sea, goods ready. */
function wordOf(t: Translate, field: keyof typeof english.versions.values, value: string): string {
  const words: Readonly<Record<string, string>> = english.versions.values[field]
  return value in words ? t(`versions.values.${field}.${value}` as 'versions.values.vatIncluded.yes') : value
}

function said(
  field: string,
  value: FieldValue,
  { t, format, currency, side }: Words & { side: 'before' | 'after' },
): string {
  if (value === null) return t('versions.nothing')
  if (amounts.has(field)) return format.money(value, currency[side])
  if (weights.has(field)) return format.kg(value)
  if (field === 'origin') return format.country(String(value))
  const { values } = english.versions
  if (field in values) return wordOf(t, field as keyof typeof values, String(value))
  if (field.endsWith('Percent')) return format.percent(value)
  return typeof value === 'number' ? format.number(value) : value
}
