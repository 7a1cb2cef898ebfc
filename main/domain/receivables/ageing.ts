// What is open as of a day, by how long it is overdue (formulas 8), what of it may never come, and how long customers take.
import { addDays, type Day, daysBetween } from '#shared/dates.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { AgeBucket } from '#shared/schemas/receivables.ts'

/** By days overdue: 0 and less is not overdue; 1-30, 31-60, 61-90, more. */
export function bucketOf(daysOverdue: number): AgeBucket {
  if (daysOverdue <= 0) return 'current'
  if (daysOverdue <= 30) return 'd1to30'
  if (daysOverdue <= 60) return 'd31to60'
  return daysOverdue <= 90 ? 'd61to90' : 'over90'
}

export type AgedInvoice = {
  currency: string
  amountMinor: number
  invoicedOn: Day | null
  dueOn: Day | null
  termDays: number | null
  payments: readonly { on: Day; amountMinor: number }[]
}

export type Ageing = Record<AgeBucket, number> & {
  /** Below 0: credits and overpayments, in no bucket. */
  unappliedMinor: number
  /** The buckets alone. */
  openMinor: number
}

/** Due: as said, else so many days after the invoice, else with it. Null where nothing says when. */
function dueDayOf({ dueOn, invoicedOn, termDays }: Pick<AgedInvoice, 'dueOn' | 'invoicedOn' | 'termDays'>): Day | null {
  return dueOn ?? (invoicedOn === null ? null : addDays(invoicedOn, termDays ?? 0))
}

export const noAgeing = (): Ageing => ({
  ...{ current: 0, d1to30: 0, d31to60: 0, d61to90: 0, over90: 0 },
  ...{ unappliedMinor: 0, openMinor: 0 },
})

/** By currency, minor units. Invoices dated after the day are not there yet, nor are payments. */
export function ageInvoices(invoices: readonly AgedInvoice[], asOf: Day): Map<string, Ageing> {
  const byCurrency = new Map<string, Ageing>()
  for (const invoice of invoices) {
    const sums = byCurrency.get(invoice.currency) ?? noAgeing()
    byCurrency.set(invoice.currency, sums)
    if (invoice.invoicedOn !== null && invoice.invoicedOn > asOf) continue
    const paid = invoice.payments.reduce((sum, { on, amountMinor }) => (on <= asOf ? sum + amountMinor : sum), 0)
    const due = dueDayOf(invoice)
    addOpen(sums, invoice.amountMinor - paid, due === null ? 0 : daysBetween(due, asOf))
  }
  return byCurrency
}

/** An open amount finds its bucket; one below 0 is not applied to anything. */
function addOpen(sums: Ageing, openMinor: number, daysOverdue: number): void {
  if (openMinor < 0) sums.unappliedMinor += openMinor
  else {
    sums[bucketOf(daysOverdue)] += openMinor
    sums.openMinor += openMinor
  }
}

/** What is expected not to come: each bucket by its share, rounded, then added. */
export function allowanceParts(balancesMinor: readonly number[], shares: readonly string[]): number[] {
  return balancesMinor.map((balance, at) => toUnits(new Decimal(balance).times(shares[at] ?? 0), 0))
}

/** Days that sales stay unpaid; null where nothing was sold. */
export function daysSalesOutstanding(receivables: string, creditSales: string, days: number): string | null {
  const sales = new Decimal(creditSales)
  return sales.lte(0) ? null : new Decimal(receivables).div(sales).times(days).toFixed()
}
