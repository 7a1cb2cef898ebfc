// The amounts that the rows of an order tell, on its lines and on the order alone, put together to what they come to.
import { settleAmounts, toldAmount } from '#main/domain/import/channels/order-amounts.ts'
import type { ItemRow, OrderReading } from '#main/services/import/loading/channel/read-order.ts'
import { moneyOf, type TypedRow, textOf } from '#main/services/import/loading/loader.ts'
import { toUnits } from '#shared/decimal.ts'
import { minorFromDecimal } from '#shared/money.ts'

type AmountParts = { currency: string; reading: OrderReading }

export function amountsOf(heads: readonly TypedRow[], items: readonly ItemRow[], { currency, reading }: AmountParts) {
  const amount = (field: string) => amountIn(heads, items, field, currency)
  const ofLines = (...fields: string[]) => {
    const sum = fields.flatMap((field) => items.map(({ row }) => minorIn(row, field, currency) ?? 0))
    return sum.reduce((left, right) => left + right, 0)
  }
  const both = (told: ReturnType<typeof amount>, more: number) => ({ once: told.once + more, sum: told.sum + more })
  const rows = [...heads, ...items.map(({ row }) => row)]
  const firstMinor = (field: string) => rows.flatMap((row) => minorIn(row, field, currency) ?? [])[0] ?? null
  return settleAmounts(
    items.map((item) => itemAmounts(item, currency)),
    {
      freight: both(amount('freight'), ofLines('lineFreight')),
      freightDiscount: abs(both(amount('freightDiscount'), ofLines('lineFreightDiscount'))),
      freightTax: both(amount('freightTax'), ofLines('lineFreightTax')),
      tax: both(amount('orderTax'), ofLines('lineTax', 'lineOtherTax')),
      channelTax: amount('channelTax'),
      discount: abs(amount('orderDiscount')),
      other: both(amount('otherCharge'), ofLines('lineOther', 'channelDiscount')),
      subtotalMinor: firstMinor('subtotal'),
      totalMinor: firstMinor('orderTotal'),
      refundMinor: refundIn(heads, items, currency),
    },
    currency,
    reading,
  )
}

function itemAmounts({ row, qtyMilli, cancelledMilli }: ItemRow, currency: string) {
  const either = moneyOf(row, 'linePrice')
  const unit = moneyOf(row, 'unitPrice')
  const discount = textOf(row, 'discount')
  return {
    qtyMilli,
    cancelledMilli,
    unitMicros: unit ? toUnits(unit.amount, 6) : null,
    totalMinor: minorIn(row, 'lineTotal', currency),
    eitherMicros: either ? toUnits(either.amount, 6) : null,
    eitherMinor: either ? minorFromDecimal(either.amount, currency) : null,
    discountPpm: discount === undefined ? 0 : toUnits(discount, 6),
    discountMinor: Math.abs(minorIn(row, 'lineDiscount', currency) ?? 0),
  }
}

function amountIn(heads: readonly TypedRow[], items: readonly { row: TypedRow }[], field: string, currency: string) {
  return toldAmount(
    heads.map((row) => minorIn(row, field, currency)),
    items.map(({ row }) => minorIn(row, field, currency)),
  )
}

export function refundIn(heads: readonly TypedRow[], items: readonly { row: TypedRow }[], currency: string): number {
  return Math.abs(amountIn(heads, items, 'refund', currency).once)
}

function abs({ once, sum }: { once: number; sum: number }) {
  return { once: Math.abs(once), sum: Math.abs(sum) }
}

function minorIn(row: TypedRow, field: string, currency: string): number | null {
  const money = moneyOf(row, field)
  return money ? minorFromDecimal(money.amount, currency) : null
}
