// Purchase orders and their lines as rows of files that an import reads again.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { rowsInOrder } from '#main/services/lists/list-page.ts'
import { lineExportRows } from '#main/services/orders/line-export.ts'
import { partyReference } from '#main/services/parties/party-reference.ts'
import { minorText, minorToDecimal } from '#shared/money.ts'

const supplier = partyReference('supplier', 'supplier')
const warehouse = "coalesce(nullif(warehouse.name, ''), warehouse.code)"

const selectOrders = `SELECT r.id, r.number, r.external_id AS externalId, r.channel, ${supplier} AS supplier,
  ${warehouse} AS warehouse, r.ordered_on AS orderedOn, r.promised_on AS promisedOn, r.next_on AS nextOn, r.status,
  r.sent_on AS sentOn, r.confirmed_on AS confirmedOn, r.closed_on AS closedOn, r.line_count AS lineCount, r.currency,
  r.total_minor AS totalMinor, r.base_total_minor AS baseMinor, r.rate, r.rate_on AS rateOn, r.vat_included AS vatIncluded,
  r.vat_ppm / 10000.0 AS vatPercent, r.freight_minor AS freightMinor, r.tax_minor AS taxMinor, r.incoterm, r.place, r.mode,
  r.country, r.deposit_ppm / 10000.0 AS depositPercent, r.due_from AS dueFrom, r.due_days AS dueDays, r.reference, r.note
  FROM purchase_orders r LEFT JOIN parties supplier ON supplier.id = r.supplier_id
  LEFT JOIN warehouses warehouse ON warehouse.id = r.warehouse_id`

type OrderRead = Readonly<Record<string, string | number | null>> & {
  id: number
  currency: string
  vatIncluded: number
  totalMinor: number
  baseMinor: number | null
  freightMinor: number | null
  taxMinor: number | null
}

/** Orders in the order of `ids`. */
export function purchaseExportRows(db: ReadDb, ids: readonly number[]) {
  const base = baseCurrency(db)
  return rowsInOrder<OrderRead>(db, selectOrders, ids).map(
    ({ totalMinor, baseMinor, freightMinor, taxMinor, vatIncluded, ...row }) => ({
      ...row,
      vatIncluded: vatIncluded === 1,
      total: minorToDecimal(totalMinor, row.currency),
      baseTotal: minorText(baseMinor, base),
      freight: minorText(freightMinor, row.currency),
      tax: minorText(taxMinor, row.currency),
    }),
  )
}

const selectLines = `SELECT l.order_id AS orderId, o.number, l.external_id AS lineId, ${supplier} AS supplier, o.ordered_on AS orderedOn,
  p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS productName, l.supplier_code AS supplierCode, l.description,
  l.qty_milli / 1000.0 AS quantity, p.unit, l.price_micros AS priceMicros, l.discount_ppm / 10000.0 AS discountPercent,
  l.total_minor AS totalMinor, o.currency, l.base_minor AS baseMinor, l.due_on AS promisedOn,
  l.received_milli / 1000.0 AS received, l.rejected_milli / 1000.0 AS rejected, l.let_go_milli / 1000.0 AS letGo,
  l.open_milli / 1000.0 AS "open", l.last_received_on AS receivedOn,
  (SELECT s.number FROM order_lines w JOIN sales_orders s ON s.id = w.order_id WHERE w.id = l.sales_line_id) AS salesOrder, l.note
  FROM live_purchase_lines l JOIN purchase_orders o ON o.id = l.order_id LEFT JOIN products p ON p.id = l.product_id
  LEFT JOIN parties supplier ON supplier.id = o.supplier_id
  WHERE l.order_id IN (SELECT value FROM json_each(?)) ORDER BY l.position, l.id`

/** The lines of some orders, order by order. */
export function purchaseLineExportRows(db: ReadDb, orderIds: readonly number[]) {
  return lineExportRows(db, selectLines, orderIds)
}
