// Lines of orders, sold or bought, as rows of files: their amounts in the order's currency and in the base currency.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { microsToDecimal, minorText, minorToDecimal } from '#shared/money.ts'

type LineRead = Readonly<Record<string, string | number | null>> & {
  orderId: number
  currency: string
  priceMicros: number
  totalMinor: number
  baseMinor: number | null
}

/** `select` takes the ids of orders as JSON. Orders in the order of `orderIds`, lines as they stand in them. */
export function lineExportRows(db: ReadDb, select: string, orderIds: readonly number[]) {
  const base = baseCurrency(db)
  const lines = Map.groupBy(db.all<LineRead>(select, JSON.stringify(orderIds)), (line) => line.orderId)
  return orderIds
    .flatMap((id) => lines.get(id) ?? [])
    .map(({ priceMicros, totalMinor, baseMinor, ...row }) => ({
      ...row,
      unitPrice: microsToDecimal(priceMicros, row.currency),
      total: minorToDecimal(totalMinor, row.currency),
      baseTotal: minorText(baseMinor, base),
    }))
}
