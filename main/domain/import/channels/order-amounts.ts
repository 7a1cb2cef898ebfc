// What a file's amounts of one order mean together. Amounts of the order stand once, on each of its lines, or parted among them;
// a price may be of one piece or of the line; tax may be in the prices or on top. The order's total, where it is told, decides:
// the first reading that comes to it is taken. All amounts are minor units of the order's currency.
import { Decimal, toUnits } from '#shared/decimal.ts'
import { lineTotalMinor } from '#shared/money.ts'

/** An amount of the order as its rows tell it: taken once, and added up. */
export type ToldAmount = { once: number; sum: number }

export type ItemAmounts = {
  qtyMilli: number
  cancelledMilli: number
  /** The price of one, in micros. */
  unitMicros: number | null
  /** The price of the whole line. */
  totalMinor: number | null
  /** A price that may be either: of one, in micros, and the same in minor units. */
  eitherMicros: number | null
  eitherMinor: number | null
  discountPpm: number
  /** What comes off the line, whether or not its total shows it. */
  discountMinor: number
}

export type OrderTold = {
  freight: ToldAmount
  freightDiscount: ToldAmount
  freightTax: ToldAmount
  tax: ToldAmount
  /** Tax that the channel takes on top and hands on. */
  channelTax: ToldAmount
  discount: ToldAmount
  other: ToldAmount
  subtotalMinor: number | null
  totalMinor: number | null
  /** What went back to the buyer since. */
  refundMinor?: number
}

export type Usual = { taxIncluded: boolean; eitherIs: 'unit' | 'line' }

export type SettledAmounts = {
  /** What each line comes to before the order's discount. */
  lines: number[]
  discountMinor: number
  freightMinor: number
  freightTaxMinor: number
  taxMinor: number
  /** Tax that the channel takes on top, and whether the total that is told holds it. */
  channelTaxMinor: number
  isChannelTaxInTotal: boolean
  otherMinor: number
  taxIncluded: boolean
  /** What went back is off the lines already: a file of what is left. */
  isRefundOff: boolean
  /** `rest`: the total is more than its parts, by so much that nobody named. `differs`: the parts do not come to the total. */
  doubt: { is: 'rest' | 'differs'; byMinor: number } | null
}

type Reading = Omit<SettledAmounts, 'doubt' | 'isRefundOff'>

export function settleAmounts(
  items: readonly ItemAmounts[],
  told: OrderTold,
  currency: string,
  usual: Usual,
): SettledAmounts {
  const readings = [...possibleReadings(items, told, currency, usual)]
  const [first] = readings
  if (!first) throw new RangeError('no reading of an order')
  const fits = { isRefundOff: false, doubt: null }
  if (told.totalMinor === null) return { ...fitting(readings, told.subtotalMinor), ...fits }
  for (const leeway of [0, items.length]) {
    const found = readings.find((reading) => Math.abs(totalOf(reading) - (told.totalMinor ?? 0)) <= leeway)
    if (found) return { ...found, ...fits }
  }
  const rest = leftAfterRefund(readings, told.totalMinor, told.refundMinor ?? 0)
  if (rest) return { ...rest, isRefundOff: true, doubt: null }
  const usualReading = fitting(readings, told.subtotalMinor)
  const byMinor = told.totalMinor - totalOf(usualReading)
  return { ...usualReading, isRefundOff: false, doubt: { is: byMinor > 0 ? 'rest' : 'differs', byMinor } }
}

/** The total is of all that was ordered, the lines of what was not paid back; so the tax is less than is told. */
function leftAfterRefund(readings: readonly Reading[], totalMinor: number, refundMinor: number): Reading | undefined {
  if (refundMinor <= 0) return undefined
  const left = totalMinor - refundMinor
  for (const reading of readings) {
    if (totalOf(reading) === left) return reading
    const taxMinor = left - totalOf({ ...reading, taxMinor: 0 })
    if (!reading.taxIncluded && taxMinor >= 0 && taxMinor < reading.taxMinor) return { ...reading, taxMinor }
  }
  return undefined
}

/** Without a total the sum of the goods decides, where it is told. */
function fitting(readings: readonly Reading[], subtotalMinor: number | null): Reading {
  const goods = (reading: Reading) => sumOf(reading.lines) - reading.discountMinor
  const found = subtotalMinor === null ? undefined : readings.find((reading) => goods(reading) === subtotalMinor)
  return found ?? (readings[0] as Reading)
}

/** What the customer pays by a reading. */
export function totalOf(reading: Reading): number {
  const { lines, discountMinor, freightMinor, freightTaxMinor, taxMinor, otherMinor } = reading
  const tax = reading.taxIncluded ? 0 : taxMinor + freightTaxMinor
  return (
    sumOf(lines) -
    discountMinor +
    freightMinor +
    otherMinor +
    tax +
    (reading.isChannelTaxInTotal ? reading.channelTaxMinor : 0)
  )
}

/** The likeliest first. */
function* possibleReadings(
  items: readonly ItemAmounts[],
  told: OrderTold,
  currency: string,
  usual: Usual,
): Generator<Reading> {
  for (const eitherIs of eitherWays(items, usual)) {
    const lines = items.map((item) => lineMinor(item, currency, eitherIs))
    const otherMinor = told.other.once
    for (const discountMinor of discountWays(told, sumOf(lines))) {
      for (const freight of ways(told.freight)) {
        for (const taxMinor of ways(told.tax)) {
          for (const taxIncluded of [usual.taxIncluded, !usual.taxIncluded]) {
            for (const { channelTaxMinor, isChannelTaxInTotal } of channelTaxWays(told)) {
              const freightMinor = freight - told.freightDiscount.once
              const freightTaxMinor = told.freightTax.once
              yield {
                ...{
                  lines,
                  discountMinor,
                  freightMinor,
                  freightTaxMinor,
                  taxMinor,
                  channelTaxMinor,
                  isChannelTaxInTotal,
                },
                ...{ otherMinor, taxIncluded },
              }
            }
          }
        }
      }
    }
  }
}

function eitherWays(items: readonly ItemAmounts[], { eitherIs }: Usual): ('unit' | 'line')[] {
  const isOpen = items.some((item) => item.eitherMinor !== null && item.qtyMilli !== 1000)
  if (!isOpen) return [eitherIs]
  return eitherIs === 'unit' ? ['unit', 'line'] : ['line', 'unit']
}

function ways({ once, sum }: ToldAmount): number[] {
  return once === sum ? [once] : [once, sum]
}

/** A discount may be in the lines already; more than the goods come to is none. */
function discountWays({ discount }: OrderTold, goods: number): number[] {
  const possible = [...new Set([...ways(discount), 0])]
  return goods < 0 ? possible : possible.filter((amount) => amount <= goods)
}

/** Tax that a channel takes may be in the total that is told, or not. */
function channelTaxWays({ channelTax }: OrderTold): Pick<Reading, 'channelTaxMinor' | 'isChannelTaxInTotal'>[] {
  return [true, false].flatMap((isChannelTaxInTotal) =>
    ways(channelTax).map((channelTaxMinor) => ({ channelTaxMinor, isChannelTaxInTotal })),
  )
}

/** What a line comes to: cancelled pieces and what comes off it left out. */
function lineMinor(item: ItemAmounts, currency: string, eitherIs: 'unit' | 'line'): number {
  const { qtyMilli, cancelledMilli, discountMinor } = item
  const wanted = qtyMilli - cancelledMilli
  if (wanted === 0) return 0
  const unit = item.unitMicros ?? (eitherIs === 'unit' ? item.eitherMicros : null)
  const whole = item.totalMinor ?? (eitherIs === 'line' ? item.eitherMinor : null)
  if (unit === null) return kept(whole ?? 0, item) - discountMinor
  const priced = (discountPpm: number) => lineTotalMinor({ priceMicros: unit, currency, qtyMilli: wanted, discountPpm })
  if (whole === null) return priced(item.discountPpm) - discountMinor
  // A total that is price times quantity has nothing off yet; any other has.
  return whole === priced(0) && item.discountPpm === 0 ? whole - discountMinor : kept(whole, item)
}

/** A total of the whole line where some of it was cancelled: files tell the total of what was ordered. */
function kept(totalMinor: number, { qtyMilli, cancelledMilli }: ItemAmounts): number {
  if (cancelledMilli === 0 || qtyMilli === 0) return totalMinor
  return toUnits(new Decimal(totalMinor).times(qtyMilli - cancelledMilli).div(qtyMilli), 0)
}

export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}

/**
 * An amount of the order from what its rows say: on a row of its own that alone counts; the same on each row, it is one amount;
 * parted among the rows, it is their sum.
 */
export function toldAmount(ofHead: readonly (number | null)[], ofRows: readonly (number | null)[]): ToldAmount {
  const head = ofHead.find((amount) => amount !== null && amount !== 0)
  if (head != null) return { once: head, sum: head }
  const amounts = ofRows.filter((amount) => amount !== null && amount !== 0) as number[]
  const [first = 0] = amounts
  const sum = sumOf(amounts)
  return amounts.every((amount) => amount === first) ? { once: first, sum } : { once: sum, sum }
}
