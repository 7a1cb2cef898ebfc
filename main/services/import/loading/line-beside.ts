// What few files tell of an order line beside quantity and price: its tax, what of it was cancelled, the day it is promised for.
import type { Columns } from '#main/services/import/loading/apply-columns.ts'
import { moneyOf, type TypedRow, textOf } from '#main/services/import/loading/loader.ts'
import type { OpenOrder } from '#main/services/import/loading/open-orders.ts'
import { toUnits } from '#shared/decimal.ts'
import { lineTotalMinor, minorFromDecimal } from '#shared/money.ts'
import { netMinor, taxMinor } from '#shared/order-money.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

type Priced = { qty_milli: number; price_micros: number; discount_ppm: number; total_minor: number }

export type Beside = { columns: Columns; netMinor: number }

const fields = ['taxPercent', 'lineTax', 'cancelledQuantity', 'promisedOn'] as const

/** Null where the row tells none of it, as most do. */
export function besideMoney(order: OpenOrder, row: TypedRow, money: Priced): Beside | null {
  if (fields.every((field) => row.values[field] === undefined)) return null
  const { currency, taxIncluded } = order
  const cancelled = Math.min(
    Math.abs(qtyFromDecimal(textOf(row, 'cancelledQuantity') ?? '0') ?? 0),
    Math.abs(money.qty_milli),
  )
  const pricing = { priceMicros: money.price_micros, discountPpm: money.discount_ppm, currency }
  const total =
    cancelled === 0 ? money.total_minor : lineTotalMinor({ ...pricing, qtyMilli: money.qty_milli - cancelled })
  const told = moneyOf(row, 'lineTax')
  const ppm = told ? 0 : toUnits(textOf(row, 'taxPercent') ?? '0', 6)
  const tax = told ? minorFromDecimal(told.amount, currency) : taxMinor(total, ppm, taxIncluded)
  return {
    columns: {
      tax_ppm: ppm,
      tax_minor: tax,
      total_minor: total,
      cancelled_milli: cancelled,
      promised_on: textOf(row, 'promisedOn'),
    },
    netMinor: netMinor({ totalMinor: total, taxMinor: tax }, taxIncluded),
  }
}
