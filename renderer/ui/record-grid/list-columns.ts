// Small shapes that many lists' columns share.
import type { Format } from '#renderer/lib/format.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { Language } from '#shared/i18n/translate.ts'
import type { GridColumn } from './grid-column.ts'

type Rest<Row> = Partial<Omit<GridColumn<Row>, 'key' | 'label' | 'text'>>

/** Text as it is. */
export function textColumn<Row>(key: keyof Row & string, label: string, rest: Rest<Row> = {}): GridColumn<Row> {
  return { key, label, kind: 'text', text: (row) => written(row[key]), width: 140, ...rest }
}

/** Who a party is, in the reader's language; it is edited and sorted by its first name. */
export function partyColumn<Row>(
  key: keyof Row & string,
  label: string,
  { language, nameZh, ...rest }: Rest<Row> & { language: Language; nameZh: keyof Row & string },
): GridColumn<Row> {
  const text = (row: Row) => nameIn(language, { name: written(row[key]), nameZh: written(row[nameZh]) })
  return { key, label, kind: 'text', text, width: 140, ...rest }
}

/** A day in ISO. */
export function dayColumn<Row>(key: keyof Row & string, label: string, rest: Rest<Row> = {}): GridColumn<Row> {
  return { key, label, kind: 'day', text: (row) => written(row[key]), width: 112, ...rest }
}

/** A plain number, grouped. */
export function numberColumn<Row>(
  key: keyof Row & string,
  label: string,
  format: Format,
  rest: Rest<Row> = {},
): GridColumn<Row> {
  return { key, label, kind: 'number', text: (row) => format.number(written(row[key])), width: 96, ...rest }
}

/** A country by its name. */
export function countryColumn<Row>(
  key: keyof Row & string,
  label: string,
  format: Format,
  rest: Rest<Row> = {},
): GridColumn<Row> {
  return { key, label, kind: 'choice', text: (row) => format.country(written(row[key])), width: 140, ...rest }
}

function written(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

/** An amount as it would be typed: `12.50 USD`; empty where there is none. */
export function amountText(amount: string | null, currency: string | null): string {
  return amount === null ? '' : `${amount} ${currency ?? ''}`.trim()
}
