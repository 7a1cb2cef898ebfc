// Two figures of what is owed: how many days of sales it is, and what of it is expected never to come.
import type { ReadDb } from '#main/db/database.ts'
import { allowanceParts, daysSalesOutstanding } from '#main/domain/receivables/ageing.ts'
import { sumInBase } from '#main/domain/receivables/foreign-amounts.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import { added, bucketsInBase, type OpenSums, openSums, totalOf } from '#main/services/receivables/ageing.ts'
import { worthOn } from '#main/services/receivables/base-worth.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { Decimal, roundDecimal } from '#shared/decimal.ts'
import { minorFromDecimal, minorToDecimal } from '#shared/money.ts'
import { ageBuckets, type ReceivableFigures } from '#shared/schemas/receivables.ts'

export function receivableFigures(db: ReadDb, input: { asOf: Day | null }): ReceivableFigures {
  const asOf = input.asOf ?? bookToday(db, db.now)
  const base = baseCurrency(db)
  const inBase = worthOn(db, asOf)
  const sums = openSums(db, { asOf, customerId: null, channel: '', currency: '' })
  const byCurrency = [...Map.groupBy(sums, ({ currency }) => currency).values()].map(added)
  const open = byCurrency.map((one) => ({ currency: one.currency, minor: totalOf(one) }))
  const { baseMinor, unconverted } = sumInBase(open, inBase)
  // Nothing of what is open has a rate: then nobody knows how much it is.
  const isUnknown = baseMinor === 0 && unconverted.length > 0
  return {
    asOf,
    baseCurrency: base,
    dso: outstanding(db, { asOf, base, openMinor: isUnknown ? null : baseMinor }),
    allowance: allowanceOf(db, bucketsInBase(byCurrency, inBase), base),
    unconverted: unconverted.map(({ currency, minor }) => ({ currency, amount: minorToDecimal(minor, currency) })),
  }
}

type Asked = { asOf: Day; base: string; openMinor: number | null }

/** Sales of the days up to and with this one, credits taken off, as they were invoiced: with tax and freight. */
function outstanding(db: ReadDb, { asOf, base, openMinor }: Asked): ReceivableFigures['dso'] {
  const { dsoDays: days } = salesSetting(db, 'allowance')
  const from = addDays(asOf, 1 - days)
  const sold = db.get<{ minor: number; withoutRate: number }>(
    `SELECT coalesce(sum(gross_base_minor), 0) AS minor, coalesce(sum(gross_base_minor IS NULL), 0) AS withoutRate
     FROM live_sales_orders WHERE ordered_on BETWEEN ? AND ? AND status NOT IN ('draft', 'cancelled') AND is_history = 0`,
    ...[from, asOf],
  )
  const receivables = minorToDecimal(openMinor ?? 0, base)
  const creditSales = minorToDecimal(sold?.minor ?? 0, base)
  const dso = openMinor === null ? null : daysSalesOutstanding(receivables, creditSales, days)
  return {
    ...{ days, from, receivables, creditSales, withoutRate: sold?.withoutRate ?? 0 },
    dso: dso === null ? null : roundDecimal(dso, 1),
  }
}

function allowanceOf(
  db: ReadDb,
  buckets: Pick<OpenSums, (typeof ageBuckets)[number]>,
  base: string,
): ReceivableFigures['allowance'] {
  const { percents, existing } = salesSetting(db, 'allowance')
  const balances = ageBuckets.map((bucket) => buckets[bucket])
  const parts = allowanceParts(
    balances,
    percents.map((percent) => new Decimal(percent).div(100).toFixed()),
  )
  const requiredMinor = parts.reduce((sum, part) => sum + part, 0)
  const existingMinor = minorFromDecimal(existing, base)
  return {
    parts: ageBuckets.map((bucket, at) => ({
      ...{ bucket, balance: minorToDecimal(balances[at] ?? 0, base), ratePercent: percents[at] ?? 0 },
      amount: minorToDecimal(parts[at] ?? 0, base),
    })),
    required: minorToDecimal(requiredMinor, base),
    existing: minorToDecimal(existingMinor, base),
    adjustment: minorToDecimal(requiredMinor - existingMinor, base),
  }
}
