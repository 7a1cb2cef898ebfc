// By which measure the charges of a shipment are shared by its orders: by what their goods in it weigh where that is known of
// all of them, else by what they are worth, else equally. Said with the shares, never mixed.
import type { ReadDb } from '#main/db/database.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'

export type OrderShares = {
  by: 'weight' | 'value' | 'equally'
  /** In the order of their ids; `measure` is decimal text, of which one at least is above 0. */
  orders: { id: Id; channel: string; measure: string }[]
}

type LineRow = {
  shipmentId: Id
  orderId: Id
  channel: string
  qtyMilli: number
  grams: number | null
  /** Of the order's line still wanted: what `baseMinor` is the money of. */
  lineMilli: number
  baseMinor: number | null
}

/** A shipment without lines of orders has no shares. */
export function orderShares(db: ReadDb, shipmentIds: readonly Id[]): Map<Id, OrderShares> {
  const rows = db.all<LineRow>(
    `SELECT x.shipment_id AS shipmentId, l.order_id AS orderId, o.channel, x.qty_milli AS qtyMilli,
       p.gross_weight_grams AS grams, l.qty_milli - l.cancelled_milli AS lineMilli, l.base_minor AS baseMinor
     FROM json_each(?) j CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_shipment ON x.shipment_id = j.value
     CROSS JOIN order_lines l ON l.id = x.order_line_id CROSS JOIN sales_orders o ON o.id = l.order_id
     LEFT JOIN products p ON p.id = l.product_id
     WHERE x.deleted = 0 AND l.deleted = 0 AND o.deleted = 0 ORDER BY x.shipment_id, l.order_id`,
    JSON.stringify(shipmentIds),
  )
  const byShipment = Map.groupBy(rows, ({ shipmentId }) => shipmentId)
  return new Map([...byShipment].map(([id, lines]) => [id, sharesOf(lines)]))
}

function sharesOf(lines: readonly LineRow[]): OrderShares {
  const orders = [...Map.groupBy(lines, ({ orderId }) => orderId)]
  const measured = (by: OrderShares['by'], of: (line: LineRow) => string | null): OrderShares | null => {
    const measures = orders.map(([id, own]) => ({ id, channel: own[0]?.channel ?? '', measure: sumOf(own.map(of)) }))
    if (measures.some(({ measure }) => measure === null)) return null
    const known = measures.map((one) => ({ ...one, measure: one.measure ?? '0' }))
    return known.some(({ measure }) => new Decimal(measure).gt(0)) ? { by, orders: known } : null
  }
  return (
    measured('weight', ({ grams, qtyMilli }) =>
      grams === null ? null : new Decimal(grams).times(qtyMilli).toFixed(),
    ) ??
    measured('value', ({ baseMinor, qtyMilli, lineMilli }) =>
      baseMinor === null || lineMilli === 0
        ? null
        : new Decimal(baseMinor).abs().times(qtyMilli).div(Math.abs(lineMilli)).toFixed(),
    ) ?? {
      by: 'equally',
      orders: orders.map(([id, own]) => ({ id, channel: own[0]?.channel ?? '', measure: '1' })),
    }
  )
}

function sumOf(measures: readonly (string | null)[]): string | null {
  return measures.reduce<string | null>(
    (sum, measure) => (sum === null || measure === null ? null : new Decimal(sum).plus(measure).toFixed()),
    '0',
  )
}
