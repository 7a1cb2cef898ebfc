// A credit that was taken back brought nothing: the shipment that it came by is where it was, and so are the one that it followed
// and those that were to bring the same goods.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { dispatchesInside } from '#main/services/shipments/moving/lines-inside.ts'
import { takeBackOwnEvents } from '#main/services/shipments/moving/note-arrival.ts'
import { backAlready, returnableLines } from '#main/services/shipments/moving/returnable-lines.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import type { Id } from '#shared/ids.ts'

/** Called once the returns of the credit are marked as reversed. What others brought stays. */
export function unreturn(tx: WriteTx, shipmentId: Id): void {
  const row = tx.get<{ kind: string; followsId: Id | null }>(
    'SELECT kind, follows_id AS followsId FROM live_shipments WHERE id = ?',
    shipmentId,
  )
  if (!row) return
  const outbound = row.kind === 'return' ? row.followsId : shipmentId
  const ids = [shipmentId, ...(outbound === null ? [] : [outbound, ...returnsOf(tx, outbound)])]
  const back = [...new Set(ids)].filter((id) => (id === outbound ? isOut(tx, id) : isToCome(tx, id, shipmentId)))
  for (const id of back) takeBackOwnEvents(tx, id)
  settleShipments(tx, back)
  followShipments(tx, back)
}

function returnsOf(db: ReadDb, outbound: Id): Id[] {
  const sql = `SELECT id FROM shipments INDEXED BY shipments_by_follows
    WHERE follows_id = ? AND follows_id IS NOT NULL AND kind = 'return' AND deleted = 0 ORDER BY id`
  return db.raw(sql, outbound).map(([id]) => id as Id)
}

/** Nothing of it is back. One of which no dispatch stands is back as if it had never left. */
function isOut(db: ReadDb, id: Id): boolean {
  return backAlready(db, id).size === 0 && dispatchesInside(db, id).length > 0
}

/** Nothing came by it, and something still can. */
function isToCome(db: ReadDb, id: Id, credited: Id): boolean {
  const brought = `SELECT 1 FROM dispatches INDEXED BY dispatches_by_shipment
    WHERE shipment_id = ? AND shipment_id IS NOT NULL AND status = 'posted' AND deleted = 0 LIMIT 1`
  if (db.get(brought, id) !== undefined) return false
  return id === credited || returnableLines(db, id).some(({ openMilli }) => openMilli > 0)
}
