// What was sold in a window of days by month, country, customer, channel, category or supplier, in base currency.
import type { ReadDb } from '#main/db/database.ts'
import { monthsBetween } from '#main/domain/sales/months-between.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type GroupKey, groupNames } from '#main/services/sales/sold-groups.ts'
import { emptySum, type SoldSum, type SoldSums, soldSums } from '#main/services/sales/sold-sums.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { SalesFigures, SalesInput, SalesRow, SalesSum } from '#shared/schemas/sales-figures.ts'

/** Drafts and cancelled orders are out; credits take money and units away. The total is the same for every way of grouping. */
export function salesFigures(db: ReadDb, { groupBy, from, to }: SalesInput): SalesFigures {
  const currency = baseCurrency(db)
  const sums = soldSums(db, { groupBy, from, to })
  const keys = groupBy === 'month' ? everyMonth(sums) : byNet(sums)
  const nameOf = groupNames(db, groupBy, keys)
  const rows = keys.map((key): SalesRow => {
    const named = nameOf(key)
    return { ...named, ...told(sums.groups.get(key) ?? emptySum(), currency) }
  })
  return { groupBy, currency, from: from ?? null, to: to ?? null, rows, total: told(sums.total, currency) }
}

/** A month without a sale earned nothing; left out, a chart would hide that. */
function everyMonth({ groups }: SoldSums): string[] {
  const known = [...groups.keys()].map(String).sort()
  return monthsBetween(known[0] ?? '', known.at(-1) ?? '')
}

function byNet({ groups }: SoldSums): GroupKey[] {
  return [...groups]
    .sort(([left, a], [right, b]) => b.net - a.net || (String(left) < String(right) ? -1 : 1))
    .map(([key]) => key)
}

function told({ orders, unitsMilli, net, discount, freight, ordersWithoutRate }: SoldSum, currency: string): SalesSum {
  return {
    orders,
    units: unitsMilli / 1000,
    net: minorToDecimal(net, currency),
    discount: minorToDecimal(discount, currency),
    freight: minorToDecimal(freight, currency),
    ordersWithoutRate,
  }
}
