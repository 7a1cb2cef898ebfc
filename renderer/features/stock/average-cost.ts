// What one piece cost on average, worked out from the value of what lies there.
import { Decimal } from '#shared/decimal.ts'
import type { StockLevels } from '#shared/schemas/stock.ts'

/** Of the pieces whose cost is known, with four decimals; null where there are none. */
export function averageOf({ value, onHand, uncosted }: StockLevels['warehouses'][number]): string | null {
  const known = Math.round(onHand * 1000) - Math.round(uncosted * 1000)
  return value === null || known <= 0 ? null : new Decimal(value).times(1000).div(known).round(4, 1).toFixed()
}
