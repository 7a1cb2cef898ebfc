// Shipments as rows of files.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { rowsInOrder } from '#main/services/lists/list-page.ts'
import { shipmentList } from '#main/services/shipments/shipment-list.ts'
import { minorText } from '#shared/money.ts'

const keys = [
  ...['number', 'externalId', 'channel', 'kind', 'status', 'state', 'stateOn', 'to', 'recipient', 'city', 'country'],
  ...[
    'fromCountry',
    'warehouse',
    'carrier',
    'service',
    'mode',
    'container',
    'blNumber',
    'bookedOn',
    'sentOn',
    'plannedOn',
  ],
  ...['dueOn', 'deliveredOn', 'pieceCount', 'weight', 'volume', 'value', 'estimate', 'cost', 'orderCount', 'incoterm'],
  ...['reference', 'note'],
]

/** All numbers of its parcels, and of the orders that its lines are of. */
const numbers = `(SELECT group_concat(x.tracking_number, ', ') FROM (SELECT p.tracking_number
  FROM parcels p INDEXED BY parcels_by_shipment WHERE p.shipment_id = r.id AND p.deleted = 0 AND p.tracking_number <> ''
  ORDER BY p.position, p.id) x)`
const orders = `(SELECT group_concat(DISTINCT coalesce(o.number, u.number)) FROM live_shipment_lines l
  LEFT JOIN order_lines ol ON ol.id = l.order_line_id LEFT JOIN sales_orders o ON o.id = ol.order_id
  LEFT JOIN purchase_lines pl ON pl.id = l.purchase_line_id LEFT JOIN purchase_orders u ON u.id = pl.order_id
  WHERE l.shipment_id = r.id)`
const toWarehouse = "coalesce(nullif(place.name, ''), place.code)"

const select = `SELECT r.id, ${keys.map((key) => `${shipmentList.columns[key]?.sql ?? 'NULL'} AS "${key}"`).join(', ')},
  ${numbers} AS trackingNumber, ${orders} AS orders, ${toWarehouse} AS toWarehouse
  FROM shipments r ${Object.values(shipmentList.joins ?? {}).join(' ')}`

type Row = Readonly<Record<string, string | number | null>> & {
  id: number
  value: number | null
  estimate: number | null
  cost: number | null
}

export function shipmentExportRows(
  db: ReadDb,
  ids: readonly number[],
): Readonly<Record<string, string | number | null>>[] {
  const currency = baseCurrency(db)
  return rowsInOrder<Row>(db, select, ids).map((row) => ({
    ...row,
    value: minorText(row.value, currency),
    estimate: minorText(row.estimate, currency),
    cost: minorText(row.cost, currency),
    currency,
  }))
}
