// What few files tell of an order line beside quantity and price: its tax, what of it was cancelled, the day it is promised for.
// What a file does not tell of a line that is there stays, and its money follows.
import type { Columns } from '#main/services/import/loading/apply-columns.ts'
import { moneyOf, type TypedRow, textOf } from '#main/services/import/loading/loader.ts'
import type { OpenOrder, StoredLine } from '#main/services/import/loading/open-orders.ts'
import { cancelledIn, moneyOfPart } from '#main/services/import/loading/order-line-money.ts'
import type { ToldLine } from '#main/services/import/loading/told-line.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import { minorFromDecimal } from '#shared/money.ts'
import { netMinor, taxMinor } from '#shared/order-money.ts'

export type Beside = { columns: Columns; netMinor: number }

const fields = ['taxPercent', 'lineTax', 'cancelledQuantity', 'promisedOn'] as const

type Line = { money: ToldLine; known: StoredLine | undefined }

/** Null where neither the row nor the line that it means tells any of it, as with most. */
export function besideMoney(order: OpenOrder, row: TypedRow, { money, known }: Line): Beside | null {
  if (fields.every((field) => row.values[field] === undefined) && !hasBeside(known)) return null
  const cancelled = cancelledOf(row, { money, known })
  const total = moneyOfPart(order, row, { line: money, qtyMilli: money.qty_milli - cancelled })
  const { ppm, minor } = taxOf(order, row, { total, known })
  return {
    columns: {
      tax_ppm: ppm,
      tax_minor: minor,
      total_minor: total,
      cancelled_milli: cancelled,
      promised_on: textOf(row, 'promisedOn'),
    },
    netMinor: netMinor({ totalMinor: total, taxMinor: minor }, order.taxIncluded),
  }
}

function hasBeside(known: StoredLine | undefined): boolean {
  return known !== undefined && (known.taxPpm !== 0 || known.taxMinor !== 0 || known.cancelledMilli !== 0)
}

/** What was cancelled before stays so while as much is ordered. */
function cancelledOf(row: TypedRow, { money, known }: Line): number {
  const qtyMilli = money.qty_milli
  if (qtyMilli < 0) return 0
  const before = known?.qtyMilli === qtyMilli ? known.cancelledMilli : 0
  return cancelledIn(row, qtyMilli) ?? before
}

type Taxed = { total: number; known: StoredLine | undefined }

/** As an amount, else as a rate; else as it was before: the rate, or an amount in proportion. */
function taxOf({ currency, taxIncluded }: OpenOrder, row: TypedRow, { total, known }: Taxed) {
  const amount = moneyOf(row, 'lineTax')
  if (amount) return { ppm: 0, minor: minorFromDecimal(amount.amount, currency) }
  const rate = textOf(row, 'taxPercent')
  const ppm = rate === undefined ? (known?.taxPpm ?? 0) : toUnits(rate, 6)
  if (rate !== undefined || ppm !== 0) return { ppm, minor: taxMinor(total, ppm, taxIncluded) }
  if (!known || known.totalMinor === 0 || known.totalMinor === total) return { ppm, minor: known?.taxMinor ?? 0 }
  return { ppm, minor: toUnits(new Decimal(known.taxMinor).times(total).div(known.totalMinor), 0) }
}
