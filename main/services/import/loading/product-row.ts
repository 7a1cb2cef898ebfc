// The plain columns that a row gives of a product.
import type { Columns } from '#main/services/import/loading/apply-columns.ts'
import {
  flagOf,
  type LoadContext,
  moneyOf,
  numberOf,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { unitWord } from '#main/services/import/loading/unit-words.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import { microsFromDecimal } from '#shared/money.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

const ppmPlaces = 6

/** Columns of the products table; what the row does not give is left out. */
export function productColumns(context: LoadContext, row: TypedRow): Columns {
  return {
    variant_label: textOf(row, 'variantLabel'),
    unit: unitOf(row),
    hs_code: textOf(row, 'hsCode'),
    origin_country: textOf(row, 'originCountry'),
    customs_name_en: textOf(row, 'customsNameEn'),
    customs_name_zh: textOf(row, 'customsNameZh'),
    declaration_en: textOf(row, 'declarationEn'),
    declaration_zh: textOf(row, 'declarationZh'),
    vat_rate_ppm: ppmOf(row, 'vatRate'),
    refund_rate_ppm: ppmOf(row, 'refundRate'),
    net_weight_grams: numberOf(row, 'netWeight'),
    gross_weight_grams: numberOf(row, 'grossWeight'),
    length_mm: numberOf(row, 'length'),
    width_mm: numberOf(row, 'width'),
    height_mm: numberOf(row, 'height'),
    pieces_per_carton: numberOf(row, 'piecesPerCarton'),
    carton_length_mm: numberOf(row, 'cartonLength'),
    carton_width_mm: numberOf(row, 'cartonWidth'),
    carton_height_mm: numberOf(row, 'cartonHeight'),
    carton_net_grams: numberOf(row, 'cartonNetWeight'),
    carton_gross_grams: numberOf(row, 'cartonGrossWeight'),
    packing: textOf(row, 'packing'),
    ...priceColumns(context, row, 'price'),
    ...priceColumns(context, row, 'cost'),
    moq_milli: milliOf(row, 'moq'),
    reorder_milli: milliOf(row, 'reorderPoint'),
    // Other programs write 0 where nothing was said.
    order_multiple_milli: milliOf(row, 'orderMultiple') || undefined,
    lead_time_days: numberOf(row, 'leadTime'),
    tracking: textOf(row, 'tracking'),
    status: statusOf(row),
    no_sale: noSaleOf(row),
    note: textOf(row, 'note'),
  }
}

/** The cell's own currency wins, then the currency column, then what was said of the whole file. */
function priceColumns(context: LoadContext, row: TypedRow, field: 'price' | 'cost'): Columns {
  const money = moneyOf(row, field)
  if (!money) return {}
  const currency = money.currency ?? textOf(row, `${field}Currency`) ?? textOf(row, 'currency') ?? context.currency
  return { [`${field}_micros`]: microsFromDecimal(money.amount), [`${field}_currency`]: currency }
}

function ppmOf(row: TypedRow, field: string): number | undefined {
  const fraction = textOf(row, field)
  return fraction === undefined ? undefined : toUnits(new Decimal(fraction), ppmPlaces)
}

function unitOf(row: TypedRow): string | undefined {
  const unit = textOf(row, 'unit')
  return unit === undefined ? undefined : unitWord(unit)
}

/** Thousandths of the product's unit. */
export function milliOf(row: TypedRow, field: string): number | undefined {
  const text = textOf(row, field)
  return text === undefined ? undefined : (qtyFromDecimal(text) ?? undefined)
}

function statusOf(row: TypedRow): string | undefined {
  const isDiscontinued = flagOf(row, 'discontinued')
  return (
    textOf(row, 'status') ?? (isDiscontinued === undefined ? undefined : isDiscontinued ? 'discontinued' : 'active')
  )
}

function noSaleOf(row: TypedRow): number | undefined {
  const flag = flagOf(row, 'noSale')
  return flag === undefined ? undefined : Number(flag)
}
