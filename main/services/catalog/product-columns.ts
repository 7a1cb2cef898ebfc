// The one mapping between a product as it travels and its row.

import type { Param } from '#main/db/database.ts'
import type { ProductsTable } from '#main/db/tables.ts'
import { atField } from '#shared/errors.ts'
import { microsToDecimal, typedMicros } from '#shared/money.ts'
import { percentToPpm, ppmToPercent } from '#shared/percent.ts'
import { toMilli } from '#shared/quantity.ts'
import type { ProductInput } from '#shared/schemas/catalog.ts'

const milli = 1000

/** The plain columns of a product; children (barcodes, kit parts, pictures) have tables of their own. */
export function productColumns(product: ProductInput): Record<string, Param> {
  return {
    sku: product.sku,
    name_en: product.nameEn,
    name_zh: product.nameZh,
    kind: product.kind,
    parent_id: product.parentId,
    variant_label: product.variantLabel,
    category_id: product.categoryId,
    unit: product.unit,
    hs_code: product.hsCode,
    origin_country: product.originCountry,
    customs_name_en: product.customsNameEn,
    customs_name_zh: product.customsNameZh,
    declaration_en: product.declarationEn,
    declaration_zh: product.declarationZh,
    vat_rate_ppm: ppm(product.vatRatePercent),
    refund_rate_ppm: ppm(product.refundRatePercent),
    net_weight_grams: product.netWeightGrams,
    gross_weight_grams: product.grossWeightGrams,
    length_mm: product.lengthMm,
    width_mm: product.widthMm,
    height_mm: product.heightMm,
    pieces_per_carton: product.piecesPerCarton,
    carton_length_mm: product.cartonLengthMm,
    carton_width_mm: product.cartonWidthMm,
    carton_height_mm: product.cartonHeightMm,
    carton_net_grams: product.cartonNetGrams,
    carton_gross_grams: product.cartonGrossGrams,
    packing: product.packing,
    price_micros: micros(product.price, 'price.amount'),
    price_currency: product.price?.currency ?? null,
    cost_micros: micros(product.cost, 'cost.amount'),
    cost_currency: product.cost?.currency ?? null,
    moq_milli: milliOf(product.moq),
    reorder_milli: milliOf(product.reorderPoint),
    order_multiple_milli: milliOf(product.orderMultiple),
    lead_time_days: product.leadTimeDays,
    tracking: product.tracking,
    supplier_id: product.supplierId,
    status: product.status,
    no_sale: product.noSale ? 1 : 0,
    note: product.note,
  }
}

/** A product's own columns as they travel; the children are added by the query. */
export function productFromRow(
  row: ProductsTable,
): Omit<ProductInput, 'barcodes' | 'kitParts'> & { id: number; archived: boolean } {
  return {
    id: row.id,
    archived: row.archived === 1,
    sku: row.sku,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    kind: row.kind as ProductInput['kind'],
    parentId: row.parent_id,
    variantLabel: row.variant_label,
    categoryId: row.category_id,
    unit: row.unit,
    hsCode: row.hs_code,
    originCountry: row.origin_country,
    customsNameEn: row.customs_name_en,
    customsNameZh: row.customs_name_zh,
    declarationEn: row.declaration_en,
    declarationZh: row.declaration_zh,
    vatRatePercent: percent(row.vat_rate_ppm),
    refundRatePercent: percent(row.refund_rate_ppm),
    netWeightGrams: row.net_weight_grams,
    grossWeightGrams: row.gross_weight_grams,
    lengthMm: row.length_mm,
    widthMm: row.width_mm,
    heightMm: row.height_mm,
    piecesPerCarton: row.pieces_per_carton,
    cartonLengthMm: row.carton_length_mm,
    cartonWidthMm: row.carton_width_mm,
    cartonHeightMm: row.carton_height_mm,
    cartonNetGrams: row.carton_net_grams,
    cartonGrossGrams: row.carton_gross_grams,
    packing: row.packing,
    price: unitPrice(row.price_micros, row.price_currency),
    cost: unitPrice(row.cost_micros, row.cost_currency),
    moq: unitsOf(row.moq_milli),
    reorderPoint: unitsOf(row.reorder_milli),
    orderMultiple: unitsOf(row.order_multiple_milli),
    leadTimeDays: row.lead_time_days,
    tracking: row.tracking as ProductInput['tracking'],
    supplierId: row.supplier_id,
    status: row.status as ProductInput['status'],
    noSale: row.no_sale === 1,
    note: row.note,
  }
}

function micros(money: ProductInput['price'], field: string): number | null {
  return money === null ? null : atField(field, () => typedMicros(money.amount))
}

function milliOf(units: number | null): number | null {
  return units === null ? null : toMilli(units)
}

function unitsOf(thousandths: number | null): number | null {
  return thousandths === null ? null : thousandths / milli
}

function ppm(percentValue: number | null): number | null {
  return percentValue === null ? null : percentToPpm(percentValue)
}

function percent(ppmValue: number | null): number | null {
  return ppmValue === null ? null : ppmToPercent(ppmValue)
}

function unitPrice(micros: number | null, currency: string | null): ProductInput['price'] {
  return micros === null || currency === null ? null : { amount: microsToDecimal(micros, currency), currency }
}
