// Goods that are back: as if they had never left, so that their orders wait for them again, or taken back by a credit with goods.
// Either way they come back into stock once.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { ShipmentsTable } from '#main/db/tables.ts'
import { createCredit } from '#main/services/dispatch/create-credit.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { refuseBeforeSent } from '#main/services/shipments/moving/arrive-shipment.ts'
import { endState, isAllBack, isCredited, noteEnds } from '#main/services/shipments/moving/chain-ends.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { dispatchesInside, type InsideLine, linesInside } from '#main/services/shipments/moving/lines-inside.ts'
import { hasOwnEvent } from '#main/services/shipments/moving/note-arrival.ts'
import { type ReturnableLine, returnableLines } from '#main/services/shipments/moving/returnable-lines.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { livingShipment, shipmentFor } from '#main/services/shipments/shipment-rows.ts'
import { refuseDay } from '#main/services/stock/posting-rules.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import { creditInput } from '#shared/schemas/credits.ts'
import type { MovedShipment, TakeReturnInput } from '#shared/schemas/shipment-moves.ts'

/**
 * By credits as often as something is left to come back; as if never sent once. `shipments/already-returned` where its goods are
 * back; `shipments/return-part` where only some of a dispatch came back, which is for a credit; what `orders.reverseDispatch` and
 * `orders.credit` refuse.
 */
export function takeReturn(tx: WriteTx, input: TakeReturnInput): MovedShipment & { creditIds: Id[] } {
  const shipment = shipmentFor(tx, 'return', input.id)
  refuseDay(tx, input.on)
  refuseBeforeSent(shipment, input)
  const outbound = shipment.kind === 'return' ? outboundOf(tx, shipment) : shipment
  const { number } = shipment
  if (isBack(tx, shipment)) throw new AppError('shipments/already-returned', { number })
  const work: Work = { tx, input, shipment, outbound }
  const moved = input.as === 'reopen' ? reopen(work) : takeByCredit(work)
  const ids = [...new Set([shipment.id, ...noteEnds(tx, shipment.id, input)])]
  settleShipments(tx, ids)
  followShipments(tx, ids)
  return { id: shipment.id, number, ...moved }
}

type Work = { tx: WriteTx; input: TakeReturnInput; shipment: ShipmentsTable; outbound: ShipmentsTable | null }
type Moved = Pick<MovedShipment, 'documents' | 'warnings'> & { creditIds: Id[] }

/** The shipment that this one brings back. */
function outboundOf(db: ReadDb, { follows_id }: ShipmentsTable): ShipmentsTable | null {
  return follows_id === null ? null : livingShipment(db, follows_id)
}

type Shipment = Pick<ShipmentsTable, 'id' | 'kind'>

/** Its goods, or a part of them, are back by our own steps: they did travel. */
export function hasComeBack(db: ReadDb, shipment: Shipment): boolean {
  return hasOwnEvent(db, shipment.id, endState(shipment.kind)) || isCredited(db, shipment.id)
}

/** Nothing of it is still to be taken back: all of it is, or it never left, as its orders say now. */
export function isBack(db: ReadDb, shipment: Shipment): boolean {
  if (!hasOwnEvent(db, shipment.id, endState(shipment.kind))) return false
  return !isCredited(db, shipment.id) || isAllBack(db, shipment.id)
}

function reopen({ tx, input, shipment, outbound }: Work): Moved {
  const { number } = shipment
  const dispatches = outbound === null ? [] : dispatchesInside(tx, outbound.id)
  if (dispatches.length === 0) throw new AppError('shipments/nothing-to-reopen', { number })
  if (isCredited(tx, shipment.id) || !isWhole(tx, dispatches, shipment.id))
    throw new AppError('shipments/return-part', { number })
  const moved: Moved = { documents: [], warnings: [], creditIds: [] }
  for (const { id: dispatchId, documentId } of dispatches) {
    const { warnings } = reverseDispatch(tx, { dispatchId, note: input.note || number, keepsShipment: true })
    moved.warnings.push(...warnings)
    if (documentId !== null) moved.documents.push({ id: documentId, number: documentNumber(tx, documentId) })
  }
  return moved
}

function documentNumber(db: ReadDb, id: Id): string {
  return db.get<{ number: string }>('SELECT number FROM stock_documents WHERE id = ?', id)?.number ?? ''
}

/** Whether the shipment holds all that these dispatches sent. */
export function isWhole(db: ReadDb, dispatches: readonly { id: Id }[], shipmentId: Id): boolean {
  const row = db.get(
    `SELECT 1 FROM json_each(?) j CROSS JOIN dispatch_lines g INDEXED BY dispatch_lines_by_dispatch
       ON g.dispatch_id = j.value AND g.deleted = 0
     GROUP BY g.line_id HAVING sum(g.qty_milli) <> coalesce((
       SELECT sum(s.qty_milli) FROM shipment_lines s INDEXED BY shipment_lines_by_order_line
       WHERE s.order_line_id = g.line_id AND s.shipment_id = ? AND s.deleted = 0), 0) LIMIT 1`,
    ...[JSON.stringify(dispatches.map(({ id }) => id)), shipmentId],
  )
  return row === undefined
}

type Back = TakeReturnInput['lines'][number] & { orderId: Id }

/** One credit for each order that goods came back of. */
function takeByCredit({ tx, input, shipment }: Work): Moved {
  const returnable = returnableLines(tx, shipment.id)
  const back = input.lines.length > 0 ? toldBack(input, returnable, linesInside(tx, shipment.id)) : allBack(returnable)
  if (back.length === 0) throw new AppError('shipments/nothing-to-return', { number: shipment.number })
  const moved: Moved = { documents: [], warnings: [], creditIds: [] }
  for (const [orderId, lines] of Map.groupBy(back, (line) => line.orderId)) {
    const credit = createCredit(
      tx,
      creditInput.parse({
        ...{ orderId, on: input.on, reason: input.reason, note: input.note },
        warehouseId: shipment.kind === 'return' ? shipment.warehouse_id : null,
        secondWarehouseId: input.secondWarehouseId,
        lines: lines.map(({ orderLineId, quantity, condition, batchId, binId }) => {
          return { lineId: orderLineId, quantity, goods: condition, batchId, binId }
        }),
      }),
    )
    linkCredit(tx, credit.creditId, shipment.id)
    moved.creditIds.push(credit.creditId)
    moved.warnings.push(...credit.warnings)
    if (credit.documentId !== null) moved.documents.push({ id: credit.documentId, number: credit.documentNumber })
  }
  return moved
}

/** What came back by the credit says which shipment brought it. */
function linkCredit(tx: WriteTx, creditId: Id, shipmentId: Id): void {
  const rows = tx.raw('SELECT id FROM live_dispatches WHERE order_id = ?', creditId) as [Id][]
  for (const [id] of rows) tx.update('dispatches', id, { shipment_id: shipmentId })
}

function allBack(returnable: readonly ReturnableLine[]): Back[] {
  return returnable.flatMap(({ orderLineId, orderId, openMilli }) => {
    const line = { orderLineId, orderId, condition: 'stock' as const, batchId: null, binId: null }
    return openMilli > 0 ? [{ ...line, quantity: openMilli / 1000 }] : []
  })
}

/** `shipments/not-inside` for a line that the shipment does not hold; `shipments/more-than-line` for more than can come back of it. */
function toldBack(
  { lines }: TakeReturnInput,
  returnable: readonly ReturnableLine[],
  inside: readonly InsideLine[],
): Back[] {
  for (const [orderLineId, told] of Map.groupBy(lines, (line) => line.orderLineId)) {
    const open = returnable.find((line) => line.orderLineId === orderLineId)?.openMilli ?? 0
    const line = inside.find((one) => one.orderLineId === orderLineId)
    const asked = told.reduce((sum, { quantity }) => sum + toMilli(quantity), 0)
    if (!line || asked <= open) continue
    const details = {
      line: line.position,
      product: line.sku || line.description,
      asked: asked / 1000,
      open: open / 1000,
    }
    throw new AppError('shipments/more-than-line', { field: 'lines', ...details })
  }
  return lines.map((line, index) => {
    const known = returnable.find(({ orderLineId }) => orderLineId === line.orderLineId)
    if (!known) throw new AppError('shipments/not-inside', { field: `lines.${index}` })
    return { ...line, orderId: known.orderId }
  })
}
