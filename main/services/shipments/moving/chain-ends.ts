// What a shipment and those that bring its goods back are at the end by, as our own credits say it: noted with each credit, taken
// back with each that is cancelled.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { hasOwnEvent, noteOwnEvent, takeBackOwnEvents } from '#main/services/shipments/moving/note-arrival.ts'
import { returnableLines } from '#main/services/shipments/moving/returnable-lines.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { ShipmentKind } from '#shared/schemas/shipment-words.ts'

/** A shipment that was sent, and those on their way back with what it held. */
type Chain = { outbound: Linked | null; returns: Linked[] }
type Linked = { id: Id; kind: ShipmentKind; followsId: Id | null; deliveredOn: Day | null; isOpen: 0 | 1 }

/**
 * What a credit brought ends, `reopen`: what is back as if it had never left. Gives the shipments that came to their end. A
 * shipment that brings goods back does so once: what is back already it brings no more.
 */
export function noteEnds(tx: WriteTx, shipmentId: Id, { on, as }: { on: Day; as: 'credit' | 'reopen' }): Id[] {
  const isDue = (one: Linked) => {
    if (one.id !== shipmentId && one.kind === 'return' && one.isOpen === 0) return false
    return as === 'credit' ? isAtEnd(tx, one) : one.id === shipmentId || one.deliveredOn === null
  }
  const ended = allOf(chainOf(tx, shipmentId)).filter(isDue)
  for (const one of ended) noteOwnEvent(tx, one.id, { state: endState(one.kind), on })
  return ended.map(({ id }) => id)
}

/** Called once the returns of a cancelled credit are marked as reversed. Gives the shipments that are where they were before. */
export function takeBackEnds(tx: WriteTx, shipmentId: Id): Id[] {
  const again = allOf(chainOf(tx, shipmentId)).filter(
    (one) => hasOwnEvent(tx, one.id, endState(one.kind)) && !isAtEnd(tx, one),
  )
  for (const { id, kind } of again) takeBackOwnEvents(tx, id, endState(kind))
  return again.map(({ id }) => id)
}

export function endState(kind: string): 'delivered' | 'returned' {
  return kind === 'return' ? 'delivered' : 'returned'
}

/**
 * Of goods that were delivered a part may come back: the shipment is returned with the last of them. What never reached its
 * customer is returned as soon as any of it is here, by itself or by another shipment.
 */
function isAtEnd(db: ReadDb, { id, kind, deliveredOn }: Linked): boolean {
  const isBroughtHere = isCredited(db, id)
  if (kind === 'return') return isBroughtHere || isAllBack(db, id)
  if (deliveredOn !== null) return isBroughtHere && isAllBack(db, id)
  return isBroughtHere || returnsOf(db, id).some((one) => isCredited(db, one.id))
}

/** A credit that stands says that it came by this shipment. */
export function isCredited(db: ReadDb, shipmentId: Id): boolean {
  const sql = `SELECT 1 FROM dispatches t INDEXED BY dispatches_by_shipment CROSS JOIN sales_orders o ON o.id = t.order_id
    WHERE t.shipment_id = ? AND t.shipment_id IS NOT NULL AND t.status = 'posted' AND t.deleted = 0 AND o.document = 'credit'
    LIMIT 1`
  return db.get(sql, shipmentId) !== undefined
}

export function isAllBack(db: ReadDb, shipmentId: Id): boolean {
  return returnableLines(db, shipmentId).every(({ openMilli }) => openMilli === 0)
}

const columns = 'id, kind, follows_id AS followsId, delivered_on AS deliveredOn, is_open AS isOpen'

function chainOf(db: ReadDb, shipmentId: Id): Chain {
  const one = livingOne(db, shipmentId)
  if (one === undefined) return { outbound: null, returns: [] }
  const outbound = one.kind === 'return' ? livingOne(db, one.followsId) : one
  return outbound ? { outbound, returns: returnsOf(db, outbound.id) } : { outbound: null, returns: [one] }
}

function allOf({ outbound, returns }: Chain): Linked[] {
  return outbound ? [outbound, ...returns] : returns
}

function livingOne(db: ReadDb, id: Id | null): Linked | undefined {
  return db.get<Linked>(`SELECT ${columns} FROM shipments WHERE id = ? AND deleted = 0`, id)
}

function returnsOf(db: ReadDb, outboundId: Id): Linked[] {
  return db.all<Linked>(
    `SELECT ${columns} FROM shipments INDEXED BY shipments_by_follows
     WHERE follows_id = ? AND follows_id IS NOT NULL AND kind = 'return' AND status = 'sent' AND deleted = 0 ORDER BY id`,
    outboundId,
  )
}
