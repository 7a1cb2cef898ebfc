// What of a record goes together when several are made one, and whose value stays unless someone says otherwise.
import type { PartiesTable } from '#main/db/tables.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { MergedField } from '#shared/schemas/customers.ts'

type Columns = readonly (keyof PartiesTable)[]

/** Columns of each field. What means something only together is taken together. */
export const fieldColumns: Readonly<Record<MergedField, Columns>> = {
  code: ['code'],
  name: ['name'],
  nameZh: ['name_zh'],
  country: ['country'],
  language: ['language'],
  currency: ['currency'],
  email: ['email'],
  phone: ['phone'],
  fax: ['fax'],
  website: ['website'],
  taxNumber: ['tax_number'],
  eori: ['eori'],
  status: ['status'],
  kind: ['customer_kind'],
  source: ['source'],
  channel: ['channel'],
  tier: ['tier'],
  owner: ['owner_id'],
  bornOn: ['born_on'],
  terms: ['sale_deposit_ppm', 'sale_due_from', 'sale_due_days'],
  credit: ['credit_limit_minor', 'credit_currency'],
  creditAction: ['credit_action'],
}

/** As it is shown beside the others; empty where the record says nothing. */
export function fieldText(row: PartiesTable, field: MergedField): string {
  if (field === 'terms') return termsText(row)
  if (field === 'credit') {
    const { credit_limit_minor: minor, credit_currency: currency } = row
    return minor === null || currency === '' ? '' : `${minorToDecimal(minor, currency)} ${currency}`
  }
  const [column] = fieldColumns[field]
  const value = column === undefined ? null : row[column]
  return value === null ? '' : String(value)
}

/** Deposit in percent, days, and what they are counted from, as they are kept; empty for the usual ones. */
function termsText({ sale_deposit_ppm, sale_due_from, sale_due_days }: PartiesTable): string {
  if (sale_deposit_ppm === 0 && sale_due_days === 0 && sale_due_from === 'order') return ''
  return `${sale_deposit_ppm / 10_000} % · ${sale_due_days} · ${sale_due_from}`
}

/** The kept one's, or the first that says anything. Rows in their order, the kept one first. */
export function usualSource(rows: readonly PartiesTable[], field: MergedField): PartiesTable {
  const [kept] = rows
  if (!kept) throw new RangeError('Nothing to take a value from')
  return rows.find((row) => fieldText(row, field) !== '') ?? kept
}
