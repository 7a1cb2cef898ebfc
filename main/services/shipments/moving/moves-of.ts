// What moved by a shipment, oldest first: dispatches, transfers, issues, receipts, credits; those taken back among them.
import type { ReadDb } from '#main/db/database.ts'
import { isAskedNoMore } from '#main/services/shipments/moving/follow-shipments.ts'
import { documentsInside } from '#main/services/shipments/moving/lines-inside.ts'
import { hasOpenRest } from '#main/services/shipments/moving/open-purchase-lines.ts'
import { transitOf } from '#main/services/stock/transit.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { ShipmentMove, ShipmentMoves } from '#shared/schemas/shipment-moves.ts'

const movesSql = `SELECT * FROM (SELECT iif(o.document = 'credit', 'credit', 'dispatch') AS what, t.dispatched_on AS "on", t.status = 'reversed' AS gone,
    o.id AS orderId, o.number AS orderNumber, d.id AS documentId, coalesce(d.number, '') AS documentNumber, t.id AS rank
  FROM dispatches t INDEXED BY dispatches_by_shipment CROSS JOIN sales_orders o ON o.id = t.order_id
  LEFT JOIN stock_documents d ON d.id = t.document_id
  WHERE t.shipment_id = ? AND t.shipment_id IS NOT NULL AND t.deleted = 0
  UNION ALL SELECT 'receipt', t.received_on, t.status = 'reversed', o.id, o.number, d.id, coalesce(d.number, ''), t.id
  FROM purchase_receipts t INDEXED BY purchase_receipts_by_shipment CROSS JOIN purchase_orders o ON o.id = t.order_id
  LEFT JOIN stock_documents d ON d.id = t.document_id
  WHERE t.shipment_id = ? AND t.shipment_id IS NOT NULL AND t.deleted = 0
  UNION ALL SELECT d.kind, d.moved_on, 0, NULL, '', d.id, d.number, d.id
  FROM stock_documents d INDEXED BY stock_documents_by_shipment
  WHERE d.shipment_id = ? AND d.shipment_id IS NOT NULL AND d.deleted = 0)
  ORDER BY "on" IS NULL, "on", rank`

type Row = Omit<ShipmentMove, 'isTakenBack'> & { gone: number; rank: Id }

export function movesOf(db: ReadDb, id: Id): ShipmentMoves {
  const standing = documentsInside(db, id)
  const moves = db.all<Row>(movesSql, id, id, id).map(({ gone, rank: _, ...move }) => ({
    ...move,
    isTakenBack: gone === 1 || (move.orderId === null && !standing.some((one) => one.id === move.documentId)),
  }))
  const transfers = standing.filter(({ kind }) => kind === 'transfer')
  const isWaiting = transfers.some((one) => transitOf(db, one.id).some(({ openMilli }) => openMilli > 0))
  const row = db.get<{ decideBy: Day | null; decision: string }>(
    'SELECT decide_by AS decideBy, decision FROM live_shipments WHERE id = ?',
    id,
  )
  const decideBy = row?.decideBy ?? null
  const isDecided = (row?.decision ?? '') !== ''
  return {
    moves,
    isOnItsWay: isWaiting,
    hasRest: hasOpenRest(db, id),
    decideBy,
    isDecided,
    isAskedNoMore: !isDecided && isAskedNoMore(db, { id, decideBy }),
  }
}
