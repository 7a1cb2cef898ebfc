// What only files of customers say: what they are, where they came from, and on what terms they buy.
import type { Columns } from '#main/services/import/loading/apply-columns.ts'
import {
  moneyOf,
  numberOf,
  problem,
  type Refused,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { ppmIn } from '#main/services/import/loading/supplier-terms.ts'
import { minorFromDecimal } from '#shared/money.ts'

/** Columns of the parties table. */
export function saleColumns(row: TypedRow): Columns {
  const limit = limitOf(row)
  return {
    customer_kind: textOf(row, 'customerKind'),
    eori: textOf(row, 'eori'),
    source: textOf(row, 'source'),
    channel: textOf(row, 'salesChannel'),
    tier: textOf(row, 'tier'),
    born_on: textOf(row, 'bornOn'),
    sale_deposit_ppm: ppmIn(row, 'deposit'),
    sale_due_from: textOf(row, 'saleDueFrom'),
    sale_due_days: numberOf(row, 'dueDays'),
    credit_limit_minor: limit && minorFromDecimal(limit.amount, limit.currency),
    credit_currency: limit?.currency,
  }
}

/** A limit is of a currency: the cell's, the column's beside it, or the one that the customer trades in. */
function limitOf(row: TypedRow): { amount: string; currency: string } | undefined {
  const limit = moneyOf(row, 'creditLimit')
  const currency = limit?.currency ?? textOf(row, 'creditCurrency') ?? textOf(row, 'currency')
  return limit && currency ? { amount: limit.amount, currency } : undefined
}

export function badSaleTerms(row: TypedRow): Refused | null {
  const days = numberOf(row, 'dueDays')
  if (days !== undefined && (days < 0 || days > 3650)) return problem('dueDays', String(days), 'days-of-lead-time')
  const limit = moneyOf(row, 'creditLimit')
  if (!limit) return null
  if (limit.amount.startsWith('-')) return problem('creditLimit', limit.amount, 'not-negative')
  return limitOf(row) ? null : problem('creditLimit', limit.amount, 'currency')
}
