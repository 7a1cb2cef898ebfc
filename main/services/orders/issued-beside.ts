// Goods that were issued for an order without a dispatch naming its lines, as stock documents of older books are: given to the
// lines of their products. Parts of kits are given to no line: what a kit is made of may change (stock/reserved.ts counts them).
import type { ReadDb } from '#main/db/database.ts'
import { giveIssued } from '#main/domain/orders/give-issued.ts'
import type { Id } from '#shared/ids.ts'

/** Line and thousandths of every line that something of it was issued for. */
export function issuedBeside(db: ReadDb, orderIds: readonly Id[] | 'all'): [lineId: Id, milli: number][] {
  const issued = issuedWithoutDispatch(db, orderIds)
  if (issued.length === 0) return []
  const byOrder = Map.groupBy(issued, ([orderId]) => orderId)
  const lines = wantingLines(db, [...byOrder.keys()])
  return [...byOrder].flatMap(([orderId, products]) => {
    const own = (lines.get(orderId) ?? []).map(([, lineId, productId, wantedMilli]) => ({
      ...{ lineId, productId, wantedMilli },
    }))
    return [...giveIssued(own, new Map(products.map(([, product, milli]) => [product, milli])))]
  })
}

const orderIssues = `d.order_id, m.product_id, -sum(m.qty_milli) AS milli FROM`

const ofIssues = `CROSS JOIN stock_movements m INDEXED BY stock_movements_by_document ON m.document_id = d.id
  WHERE m.kind = 'issue' AND NOT EXISTS (
    SELECT 1 FROM dispatches x INDEXED BY dispatches_by_document WHERE x.document_id = d.id AND x.deleted = 0)
  GROUP BY d.order_id, m.product_id HAVING milli > 0`

function issuedWithoutDispatch(db: ReadDb, orderIds: readonly Id[] | 'all'): [Id, Id, number][] {
  if (orderIds === 'all') {
    const documents = 'stock_documents d INDEXED BY stock_documents_by_order'
    return db.raw(
      `SELECT ${orderIssues} ${documents} ${ofIssues.replace('WHERE', 'WHERE d.order_id IS NOT NULL AND')}`,
    ) as [Id, Id, number][]
  }
  return db.raw(
    `SELECT ${orderIssues} json_each(?) j
     CROSS JOIN stock_documents d INDEXED BY stock_documents_by_order ON d.order_id = j.value ${ofIssues}`,
    JSON.stringify(orderIds),
  ) as [Id, Id, number][]
}

type Wanting = [orderId: Id, lineId: Id, productId: Id, wantedMilli: number]

/** What lines want that no dispatch sent, in their order. */
function wantingLines(db: ReadDb, orderIds: readonly Id[]): Map<Id, Wanting[]> {
  const rows = db.raw(
    `SELECT l.order_id, l.id, l.product_id, l.qty_milli - l.cancelled_milli - coalesce((
         SELECT sum(g.qty_milli) FROM dispatch_lines g INDEXED BY dispatch_lines_by_line
         CROSS JOIN dispatches d ON d.id = g.dispatch_id
         WHERE g.line_id = l.id AND g.deleted = 0 AND d.deleted = 0 AND d.status = 'posted'), 0)
     FROM json_each(?) j CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = j.value
     WHERE l.deleted = 0 AND l.product_id IS NOT NULL AND l.qty_milli > 0 ORDER BY l.order_id, l.position, l.id`,
    JSON.stringify(orderIds),
  ) as Wanting[]
  return Map.groupBy(rows, ([orderId]) => orderId)
}
