// Whether something of a shipment `r` that has arrived is still not taken in: a purchase order's goods without a receipt by
// this shipment and still open (all or the rest), a transfer of which something lies in transit, or goods of an order that came back.
import { ownSource } from '#main/domain/tracking/event-key.ts'
import { cameByShipment } from '#main/services/shipments/moving/open-purchase-lines.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'

const openPurchase = `r.kind = 'purchase' AND EXISTS (SELECT 1 FROM shipment_lines s INDEXED BY shipment_lines_by_shipment
    CROSS JOIN purchase_lines l ON l.id = s.purchase_line_id
    WHERE s.shipment_id = r.id AND s.deleted = 0 AND l.open_milli > 0
    GROUP BY l.id HAVING sum(s.qty_milli) > ${cameByShipment})`

/** Counter-movements have the origin of what they take back, so that a sum tells what is left in transit. */
const openTransfer = `r.kind = 'transfer' AND EXISTS (SELECT 1 FROM stock_documents d INDEXED BY stock_documents_by_shipment
    CROSS JOIN stock_movements m INDEXED BY stock_movements_by_document ON m.document_id = d.id
    WHERE d.shipment_id = r.id AND d.deleted = 0 AND d.kind = 'transfer' AND m.warehouse_id = ${transitWarehouse}
      AND m.qty_milli > 0 AND m.reverses_id IS NULL AND m.qty_milli
        + coalesce((SELECT sum(b.qty_milli) FROM stock_movements b WHERE b.reverses_id = m.id), 0)
        + coalesce((SELECT sum(g.qty_milli) FROM stock_movements g INDEXED BY stock_movements_by_origin
          WHERE g.origin_id = m.id AND g.warehouse_id = ${transitWarehouse} AND g.kind IN ('transfer', 'adjustment')), 0) > 0)`

export const arrivedUnreceived = `(${openPurchase} OR ${openTransfer})`

/** Word for word what its index says. */
export const cameBack = "(r.state = 'returned' OR (r.kind = 'return' AND r.state = 'delivered'))"

/** Goods of orders that are back, and by our own steps are not; what another shipment sends anew or brings is asked for there. */
export const backUnreceived = `(r.kind = 'return' OR (r.kind = 'order' AND NOT EXISTS (SELECT 1 FROM shipments f
    INDEXED BY shipments_by_follows WHERE f.follows_id = r.id AND f.follows_id IS NOT NULL AND f.deleted = 0
      AND f.status <> 'cancelled')))
  AND NOT EXISTS (SELECT 1 FROM shipment_events e INDEXED BY shipment_events_by_shipment
    WHERE e.shipment_id = r.id AND e.deleted = 0 AND e.source = '${ownSource}'
      AND e.state = iif(r.kind = 'return', 'delivered', 'returned'))
  AND EXISTS (SELECT 1 FROM shipment_lines s INDEXED BY shipment_lines_by_shipment
    WHERE s.shipment_id = r.id AND s.deleted = 0 AND s.order_line_id IS NOT NULL)`
