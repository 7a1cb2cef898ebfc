// The one mapping between a line of an order as it travels and its row.
import type { OrderLinesTable } from '#main/db/tables.ts'
import { atField } from '#shared/errors.ts'
import { microsToDecimal, minorText, minorToDecimal, typedMicros, typedMinor } from '#shared/money.ts'
import { type LineMoney, lineMoney } from '#shared/order-money.ts'
import { percentToPpm, ppmToPercent } from '#shared/percent.ts'
import { toMilli } from '#shared/quantity.ts'
import type { OrderLine, OrderLineInput, WrittenLine } from '#shared/schemas/orders.ts'

const milli = 1000

/** What makes a line's money, in the units it is kept in. */
export type PricedLine = Pick<
  OrderLinesTable,
  'qty_milli' | 'cancelled_milli' | 'price_micros' | 'discount_ppm' | 'discount_minor' | 'tax_ppm'
>

/** A line of the form without its money: position and sums are settled with its order. */
export type LineColumns = PricedLine &
  Pick<OrderLinesTable, 'product_id' | 'description' | 'promised_on' | 'external_sku' | 'credits_line_id'>

type Place = { before: OrderLinesTable | null; index: number }

export function lineColumns(line: OrderLineInput, currency: string, { before, index }: Place): LineColumns {
  const at = <Result>(name: string, work: () => Result) => atField(`lines.${index}.${name}`, work)
  return {
    product_id: line.productId,
    description: line.description,
    qty_milli: toMilli(line.quantity),
    cancelled_milli: toMilli(line.cancelled),
    price_micros: at('unitPrice', () => typedMicros(line.unitPrice)),
    discount_ppm: percentToPpm(line.discountPercent),
    discount_minor: at('discountAmount', () => typedMinor(line.discountAmount, currency)),
    tax_ppm: percentToPpm(line.taxPercent),
    promised_on: line.promisedOn,
    external_sku: line.externalSku ?? before?.external_sku ?? '',
    credits_line_id: line.creditsLineId,
  }
}

type Pricing = { currency: string; taxIncluded: boolean; toldTaxMinor: number | null }

/** The money that results from a line, in minor units of the order's currency. */
export function pricedMoney(line: PricedLine, { currency, taxIncluded, toldTaxMinor }: Pricing): LineMoney {
  return lineMoney({
    currency,
    taxIncluded,
    toldTaxMinor,
    priceMicros: line.price_micros,
    qtyMilli: line.qty_milli,
    cancelledMilli: line.cancelled_milli,
    discountPpm: line.discount_ppm,
    discountMinor: line.discount_minor,
    taxPpm: line.tax_ppm,
  })
}

export type LineRow = OrderLinesTable & {
  sku: string | null
  name: string | null
  nameZh: string | null
  unit: string | null
}

export function lineFromRow(row: LineRow, currency: string, baseCurrency: string): OrderLine {
  return {
    ...writtenLineFromRow(row, currency, baseCurrency),
    dueOn: row.due_on,
    shipped: row.shipped_milli / milli,
    returned: row.returned_milli / milli,
    open: row.open_milli / milli,
  }
}

/** The same without how far it has come. */
export function writtenLineFromRow(row: LineRow, currency: string, baseCurrency: string): WrittenLine {
  return {
    id: row.id,
    position: row.position,
    productId: row.product_id,
    sku: row.sku ?? '',
    name: row.name ?? '',
    nameZh: row.nameZh ?? '',
    unit: row.unit ?? '',
    description: row.description,
    quantity: row.qty_milli / milli,
    cancelled: row.cancelled_milli / milli,
    unitPrice: microsToDecimal(row.price_micros, currency),
    discountPercent: ppmToPercent(row.discount_ppm),
    discountAmount: minorToDecimal(row.discount_minor, currency),
    taxPercent: ppmToPercent(row.tax_ppm),
    tax: minorToDecimal(row.tax_minor, currency),
    total: minorToDecimal(row.total_minor, currency),
    baseTotal: minorText(row.base_minor, baseCurrency),
    externalId: row.external_id,
    externalSku: row.external_sku,
    creditsLineId: row.credits_line_id,
    promisedOn: row.promised_on,
  }
}
