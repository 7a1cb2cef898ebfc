// Products as rows of a file: everything that an import reads again, and what is shown beside it.

import type { ReadDb } from '#main/db/database.ts'
import { onOrderSql } from '#main/services/expected/on-order.ts'
import { rowsInOrder } from '#main/services/lists/list-page.ts'
import { partyReference } from '#main/services/parties/party-reference.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { microsToDecimal } from '#shared/money.ts'

const select = `SELECT r.id, r.sku, r.name_en AS nameEn, r.name_zh AS nameZh, r.kind, parent.sku AS parentSku,
  r.variant_label AS variantLabel, coalesce(nullif(c.name_en, ''), c.name_zh) AS category, r.unit,
  (SELECT group_concat(code, ', ') FROM (SELECT b.code FROM live_product_barcodes b WHERE b.product_id = r.id
    ORDER BY b.position, b.id)) AS barcodes,
  r.hs_code AS hsCode, r.origin_country AS originCountry, r.customs_name_en AS customsNameEn,
  r.customs_name_zh AS customsNameZh, r.declaration_en AS declarationEn, r.declaration_zh AS declarationZh,
  r.vat_rate_ppm / 10000.0 AS vatRatePercent, r.refund_rate_ppm / 10000.0 AS refundRatePercent,
  r.net_weight_grams AS netWeightGrams, r.gross_weight_grams AS grossWeightGrams,
  r.length_mm AS lengthMm, r.width_mm AS widthMm, r.height_mm AS heightMm, r.pieces_per_carton AS piecesPerCarton,
  r.carton_length_mm AS cartonLengthMm, r.carton_width_mm AS cartonWidthMm, r.carton_height_mm AS cartonHeightMm,
  r.carton_net_grams AS cartonNetGrams, r.carton_gross_grams AS cartonGrossGrams, r.packing,
  r.price_micros AS priceMicros, r.price_currency AS priceCurrency, r.cost_micros AS costMicros,
  r.cost_currency AS costCurrency, r.moq_milli / 1000.0 AS moq, r.reorder_milli / 1000.0 AS reorderPoint,
  r.order_multiple_milli / 1000.0 AS orderMultiple, r.lead_time_days AS leadTimeDays, r.tracking,
  (SELECT sum(s.on_hand_milli) / 1000.0 FROM stock_balances s
    WHERE s.product_id = r.id AND s.warehouse_id <> ${transitWarehouse}) AS onHand,
  ${onOrderSql('r.id')} / 1000.0 AS onOrder,
  ${partyReference('p', 'supplier')} AS supplier, r.status, r.no_sale AS noSale, r.note
  FROM products r LEFT JOIN products parent ON parent.id = r.parent_id LEFT JOIN categories c ON c.id = r.category_id
  LEFT JOIN parties p ON p.id = r.supplier_id`

type ReadRow = Readonly<Record<string, string | number | null>> & {
  id: number
  priceMicros: number | null
  priceCurrency: string | null
  costMicros: number | null
  costCurrency: string | null
  noSale: number
}

/** Products in the order of `ids`. */
export function productExportRows(db: ReadDb, ids: readonly number[]) {
  return rowsInOrder<ReadRow>(db, select, ids).map(({ priceMicros, costMicros, noSale, ...row }) => ({
    ...row,
    price: decimal(priceMicros, row.priceCurrency),
    cost: decimal(costMicros, row.costCurrency),
    noSale: noSale === 1,
  }))
}

function decimal(micros: number | null, currency: string | null): string | null {
  return micros === null ? null : microsToDecimal(micros, currency ?? '')
}
