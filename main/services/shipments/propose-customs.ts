// What the lines of an entry at customs would be by the goods of a shipment: one for each HS code and origin, in one currency.
import type { ReadDb } from '#main/db/database.ts'
import { valueOfLine } from '#main/domain/shipments/derive-shipment.ts'
import { livingShipment } from '#main/services/shipments/shipment-rows.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import type { CustomsDirection, CustomsEntryInput, CustomsLineInput } from '#shared/schemas/shipment-customs.ts'

type GoodsRow = {
  hsCode: string
  origin: string
  name: string
  nameZh: string
  unit: string
  qtyMilli: number
  netGrams: number | null
  grossGrams: number | null
  currency: string | null
  sourceMinor: number | null
  sourceMilli: number
}

type Proposed = Pick<CustomsEntryInput, 'direction' | 'country' | 'currency' | 'lines'>

/** Weights and values are null where those of one of its products are not known; values also where currencies differ. */
export function proposeCustoms(db: ReadDb, id: Id, direction: CustomsDirection): Proposed {
  const { from_country, ship_to_country } = livingShipment(db, id)
  const goods = goodsOf(db, id)
  const currencies = new Set(goods.flatMap(({ currency }) => currency ?? []))
  const currency = currencies.size === 1 ? ([...currencies][0] ?? '') : ''
  const groups = Map.groupBy(goods, ({ hsCode, origin, unit }) => `${hsCode} ${origin} ${unit}`)
  return {
    direction,
    country: direction === 'export' ? from_country : ship_to_country,
    currency,
    lines: [...groups.values()].map((rows) => lineOf(rows, currency)),
  }
}

function goodsOf(db: ReadDb, id: Id): GoodsRow[] {
  return db.all<GoodsRow>(
    `SELECT coalesce(p.hs_code, '') AS hsCode, coalesce(p.origin_country, '') AS origin, coalesce(p.unit, '') AS unit,
       coalesce(nullif(p.customs_name_en, ''), nullif(p.name_en, ''), nullif(p.customs_name_zh, ''), p.name_zh, l.description) AS name,
       coalesce(nullif(p.customs_name_zh, ''), p.name_zh, '') AS nameZh, l.qty_milli AS qtyMilli,
       p.net_weight_grams AS netGrams, p.gross_weight_grams AS grossGrams,
       coalesce(o.currency, u.currency) AS currency, coalesce(ol.total_minor, pl.total_minor) AS sourceMinor,
       coalesce(ol.qty_milli - ol.cancelled_milli, pl.qty_milli, 0) AS sourceMilli
     FROM live_shipment_lines l LEFT JOIN products p ON p.id = l.product_id
     LEFT JOIN order_lines ol ON ol.id = l.order_line_id LEFT JOIN sales_orders o ON o.id = ol.order_id
     LEFT JOIN purchase_lines pl ON pl.id = l.purchase_line_id LEFT JOIN purchase_orders u ON u.id = pl.order_id
     WHERE l.shipment_id = ? ORDER BY l.position, l.id`,
    id,
  )
}

function lineOf(rows: readonly GoodsRow[], currency: string): CustomsLineInput {
  const [first] = rows
  const names = [...new Set(rows.map(({ name }) => name))]
  const values = rows.map((row) => (currency === '' ? null : valueOfLine({ ...row, order: null })))
  return {
    hsCode: first?.hsCode ?? '',
    description: names.join('; ').slice(0, 300),
    originCountry: first?.origin ?? '',
    quantity: rows.reduce((sum, { qtyMilli }) => sum + qtyMilli, 0) / 1000,
    unit: first?.unit ?? '',
    netGrams: weightOf(rows, 'netGrams'),
    grossGrams: weightOf(rows, 'grossGrams'),
    value: minorText(allKnown(values), currency || 'USD'),
  }
}

/** Whole grams of a quantity in thousandths, rounded once. */
function weightOf(rows: readonly GoodsRow[], key: 'netGrams' | 'grossGrams'): number | null {
  const milligrams = allKnown(rows.map((row) => (row[key] === null ? null : row[key] * row.qtyMilli)))
  return milligrams === null ? null : Math.round(milligrams / 1000)
}

function allKnown(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}
