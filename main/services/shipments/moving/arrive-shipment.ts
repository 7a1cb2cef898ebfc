// A shipment has come in: a transfer into its place, a supplier's goods as the receipts of their purchase orders. What came by it
// never comes a second time.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { ShipmentsTable } from '#main/db/tables.ts'
import { receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { documentsInside, linesInside } from '#main/services/shipments/moving/lines-inside.ts'
import { noteOwnEvent } from '#main/services/shipments/moving/note-arrival.ts'
import {
  currenciesWithoutRate,
  type OpenPurchaseLine,
  openPurchaseLines,
} from '#main/services/shipments/moving/open-purchase-lines.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { shipmentFor } from '#main/services/shipments/shipment-rows.ts'
import { refuseDay } from '#main/services/stock/posting-rules.ts'
import { previewOf } from '#main/services/stock/preview-posting.ts'
import { arriveGoods, settleTransit } from '#main/services/stock/transfer-goods.ts'
import { transitOf } from '#main/services/stock/transit.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type ReceivedPart, receivePurchaseInput } from '#shared/schemas/receiving.ts'
import type {
  ArriveShipmentInput,
  MovedShipment,
  SettleMissingInput,
  ShipmentMovePreview,
} from '#shared/schemas/shipment-moves.ts'
import { arriveInput, settleTransitInput } from '#shared/schemas/stock-postings.ts'

type Moved = Pick<MovedShipment, 'documents' | 'warnings'>

/**
 * `shipments/already-received` where all of it is here; `shipments/arrived-before-sent` for a day before it left;
 * `shipments/rate-of-several` where the rate told could be of several currencies; what `stock.arrive` and
 * `receiving.receive` refuse.
 */
export function arriveShipment(tx: WriteTx, input: ArriveShipmentInput): MovedShipment {
  const shipment = shipmentFor(tx, 'arrive', input.id)
  refuseDay(tx, input.on)
  refuseBeforeSent(shipment, input)
  const moved = shipment.kind === 'transfer' ? arriveTransfer(tx, shipment, input) : arrivePurchase(tx, shipment, input)
  noteOwnEvent(tx, shipment.id, { state: 'delivered', on: input.on })
  settleShipments(tx, [shipment.id])
  followShipments(tx, [shipment.id])
  return { id: shipment.id, number: shipment.number, ...moved }
}

/** What it would do to stock; throws what the arrival itself would. */
export function previewArrival(tx: WriteTx, input: ArriveShipmentInput): ShipmentMovePreview {
  let documents = 0
  const preview = previewOf(tx, () => {
    const moved = arriveShipment(tx, input)
    documents = moved.documents.length
    return moved
  })
  return { ...preview, documents }
}

export function refuseBeforeSent(shipment: ShipmentsTable, { on }: { on: string }): void {
  const { number, sent_on: sentOn } = shipment
  if (sentOn !== null && on < sentOn)
    throw new AppError('shipments/arrived-before-sent', { number, day: on, sentOn, field: 'on' })
}

function arriveTransfer(tx: WriteTx, shipment: ShipmentsTable, input: ArriveShipmentInput): Moved {
  const documents = transfersInside(tx, shipment)
  const moved: Moved = { documents: [], warnings: [] }
  for (const { id: documentId, number, open } of documents) {
    if (open.length === 0) continue
    const told = input.transit.filter(({ movementId }) => open.includes(movementId))
    const isTold = input.transit.length > 0
    if (!isTold || told.length > 0) {
      const lines = arriveInput.parse({ documentId, on: input.on, lines: told })
      moved.warnings.push(...arriveGoods(tx, lines).warnings)
      moved.documents.push({ id: documentId, number })
    }
    if (input.missing !== null && stillOpen(tx, documentId)) {
      const { on, missing: reason, note } = input
      settleTransit(tx, settleTransitInput.parse({ documentId, on, reason, note: note.slice(0, 300), lines: [] }))
    }
  }
  if (documents.every(({ open }) => open.length === 0))
    throw new AppError('shipments/already-received', { number: shipment.number })
  return moved
}

function stillOpen(db: ReadDb, documentId: Id): boolean {
  return transitOf(db, documentId).some(({ openMilli }) => openMilli > 0)
}

type Transfer = { id: Id; number: string; open: Id[] }

/** Its transfers with the movements into transit of which something is still on its way. */
function transfersInside(db: ReadDb, { id, number }: ShipmentsTable): Transfer[] {
  const transfers = documentsInside(db, id).filter(({ kind }) => kind === 'transfer')
  if (transfers.length === 0) throw new AppError('shipments/nothing-on-its-way', { number })
  return transfers.map((document) => {
    const open = transitOf(db, document.id).filter(({ openMilli }) => openMilli > 0)
    return { id: document.id, number: document.number, open: open.map(({ movementId }) => movementId) }
  })
}

/** What will never arrive of a transfer, with the reason. */
export function settleMissing(tx: WriteTx, { id, lines, ...input }: SettleMissingInput): MovedShipment {
  const shipment = shipmentFor(tx, 'arrive', id)
  const open = transfersInside(tx, shipment).filter((one) => one.open.length > 0)
  if (open.length === 0) throw new AppError('shipments/already-received', { number: shipment.number })
  const settled = open.flatMap((document) => {
    const told = lines.filter(({ movementId }) => document.open.includes(movementId))
    if (lines.length > 0 && told.length === 0) return []
    return settleTransit(tx, settleTransitInput.parse({ ...input, documentId: document.id, lines: told }))
  })
  settleShipments(tx, [id])
  return {
    id,
    number: shipment.number,
    documents: settled.map(({ warnings: _, ...document }) => document),
    warnings: settled.flatMap(({ warnings }) => warnings),
  }
}

function arrivePurchase(tx: WriteTx, shipment: ShipmentsTable, input: ArriveShipmentInput): Moved {
  const open = openPurchaseLines(tx, shipment.id)
  if (linesInside(tx, shipment.id).every(({ purchaseId }) => purchaseId === null)) {
    throw new AppError('shipments/nothing-inside', { number: shipment.number })
  }
  if (open.every(({ openMilli }) => openMilli <= 0)) {
    throw new AppError('shipments/already-received', { number: shipment.number })
  }
  const rateless = currenciesWithoutRate(tx, open)
  if (input.rate !== '' && rateless.length > 1) {
    throw new AppError('shipments/rate-of-several', { field: 'rate', currencies: rateless.join(', ') })
  }
  const parts = input.lines.length > 0 ? input.lines : allOpen(open)
  const orderOf = new Map(open.map(({ lineId, orderId }) => [lineId, orderId]))
  const moved: Moved = { documents: [], warnings: [] }
  for (const [orderId, lines] of Map.groupBy(parts, ({ lineId }) => orderOf.get(lineId))) {
    if (orderId === undefined) throw new AppError('receiving/line-not-found', { field: 'lines' })
    const { on, rejectsTo, acceptOver, letGoRest, note } = input
    const received = receivePurchase(tx, {
      ...receivePurchaseInput.parse({
        ...{ orderId, on, rejectsTo, acceptOver, letGoRest, note, rate: rateFor(tx, orderId, input), lines },
        reference: input.reference || shipment.number,
        warehouseId: input.warehouseId ?? shipment.warehouse_id,
      }),
      shipmentId: shipment.id,
    })
    moved.documents.push(...received.receipts.flatMap(({ document }) => document ?? []))
    moved.warnings.push(...received.warnings)
  }
  return moved
}

/** A rate that is told is of the orders that have none. */
function rateFor(db: ReadDb, orderId: Id, { rate }: ArriveShipmentInput): string {
  return db.get('SELECT 1 FROM purchase_orders WHERE id = ? AND rate IS NULL', orderId) === undefined ? '' : rate
}

function allOpen(open: readonly OpenPurchaseLine[]): ReceivedPart[] {
  return open.flatMap(({ lineId, openMilli }) => {
    const part = { rejected: 0, defect: '', remedy: '' as const, batch: null, binId: null, note: '' }
    return openMilli > 0 ? [{ lineId, quantity: openMilli / 1000, ...part }] : []
  })
}
