// The one door by which goods leave for orders: the dispatch, the issue from stock, and the state that the order then has. One
// order, or many in one go; each stands whole or not at all.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { postShipmentCosts } from '#main/services/charges/post-shipment-costs.ts'
import { parcelsOf } from '#main/services/dispatch/batches-to-send.ts'
import { placeFinder } from '#main/services/dispatch/dispatch-place.ts'
import { type GoodsFinder, goodsFinder } from '#main/services/dispatch/goods-of-lines.ts'
import {
  isAllOpen,
  linesAfter,
  linesToSend,
  orderToSend,
  partsToSend,
  refuseUnknownSku,
  refuseUnsendable,
  type SendableLine,
  type SendableOrder,
  type SentPart,
  splitParts,
  sumByLine,
} from '#main/services/dispatch/sendable-order.ts'
import { moveByLines, writeDispatch } from '#main/services/dispatch/write-dispatch.ts'
import { planArrivals } from '#main/services/lanes/plan-arrivals.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import {
  keptNumbers,
  type LightShipment,
  trackingNumbersOf,
  writeLightShipment,
} from '#main/services/shipments/moving/light-shipment.ts'
import { numbersInside } from '#main/services/shipments/moving/lines-inside.ts'
import {
  sendWaiting,
  thoseThatLeave,
  type WaitingShipment,
  waitingShipments,
} from '#main/services/shipments/moving/waiting-shipment.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { writeDocument } from '#main/services/stock/post-document.ts'
import { refuseDay, refuseUnpostable } from '#main/services/stock/posting-rules.ts'
import { refuseShortages, reservedWarnings } from '#main/services/stock/shortage-words.ts'
import { type Post, type PostedMovement, postApart } from '#main/services/stock/stock-ledger.ts'
import type { StockPlace } from '#main/services/stock/stock-places.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { DispatchedMany, DispatchInput, DispatchOutcome, PostedDispatch } from '#shared/schemas/dispatch.ts'
import type { StockWarning } from '#shared/schemas/stock-documents.ts'

/** What its goods travel in: a shipment that is there, else one that the dispatch makes, with what is known of it. */
export type SentInput = DispatchInput & { shipmentId?: Id; shipment?: LightShipment['head'] }

/** `dispatch/…` where the order lets nothing leave, `stock/…` where a rule of posting refuses, `stock/insufficient` among them. */
export function dispatchOrder(tx: WriteTx, input: SentInput): PostedDispatch {
  const [sent] = sendEach(tx, [input])
  if (!sent) throw new Error('a dispatch that was not tried')
  if ('error' in sent) throw sent.error
  const { movements, number: _, shipmentIds: _s, ...dispatch } = sent
  return { ...dispatch, warnings: [...dispatch.warnings, ...reservedWarnings(tx, movements)] }
}

/** Every one that can be sent is; of the others is told why not. */
export function dispatchOrders(tx: WriteTx, inputs: readonly SentInput[]): DispatchedMany {
  const tried = sendEach(tx, inputs)
  const moved = tried.flatMap((one) => ('error' in one ? [] : one.movements))
  const orders = tried.map(outcomeOf)
  const sent = orders.filter(({ ok }) => ok).length
  const warnings = [...tried.flatMap((one) => ('error' in one ? [] : one.warnings)), ...reservedWarnings(tx, moved)]
  return { orders, sent, failed: orders.length - sent, warnings }
}

/** Of an order that left in several shipments: the last dispatch. */
type Sent = PostedDispatch & { number: string; shipmentIds: readonly Id[]; movements: readonly PostedMovement[] }
type Unsent = { orderId: Id; number: string; error: AppError }

function outcomeOf(tried: Sent | Unsent): DispatchOutcome {
  if ('error' in tried) {
    const { orderId, number, error } = tried
    return { ok: false, orderId, number, code: error.code, details: error.details }
  }
  const { movements: _m, warnings: _w, shipmentIds: _s, ...dispatch } = tried
  return { ok: true, ...dispatch }
}

/** What all orders of one call share. */
type Session = {
  tx: WriteTx
  placeOf: ReturnType<typeof placeFinder>
  goodsOf: GoodsFinder
}

function sendEach(tx: WriteTx, inputs: readonly SentInput[]): (Sent | Unsent)[] {
  const session: Session = { tx, placeOf: placeFinder(tx), goodsOf: goodsFinder(tx) }
  const tried = new Set<Id>()
  const works = inputs.map((input) => (post: Post): Sent | Unsent => {
    // What an earlier one took of the same order is not open any more.
    if (tried.has(input.orderId)) settleOrders(tx, [input.orderId])
    tried.add(input.orderId)
    return sendOne(session, input, post)
  })
  const outcomes = postApart(tx, {
    works,
    refused: (error, at) => ({ error, ...named(tx, inputs[at]?.orderId ?? 0) }),
  })
  settleOrders(
    tx,
    outcomes.flatMap((one) => ('error' in one ? [] : one.orderId)),
  )
  const shipmentIds = [...new Set(outcomes.flatMap((one) => ('error' in one ? [] : one.shipmentIds)))]
  planArrivals(tx, shipmentIds)
  // What they cost is of the day they left.
  postShipmentCosts(tx, shipmentIds)
  settleShipments(tx, shipmentIds)
  return outcomes
}

function named(db: ReadDb, orderId: Id): { orderId: Id; number: string } {
  const row = db.get<{ number: string }>('SELECT number FROM sales_orders WHERE id = ?', orderId)
  return { orderId, number: row?.number ?? '' }
}

function sendOne(session: Session, input: SentInput, post: Post): Sent {
  const { tx } = session
  const order = orderToSend(tx, input.orderId)
  refuseUnsendable(order)
  const lines = linesToSend(tx, order.id)
  const parts = partsToSend(order, lines, input.lines)
  const [first = null, ...others] = input.shipmentId === undefined ? waitingFor(tx, input, { order, lines, parts }) : []
  if (others.length === 0) return leave(session, { input, order, lines, parts, gone: parts, waiting: first }, post)
  const gone: SentPart[] = []
  let rest: readonly SentPart[] = parts
  const sent = [first, ...others].map((waiting) => {
    const [own, later] = splitParts(rest, waiting?.lines ?? new Map())
    gone.push(...own)
    rest = later
    return leave(session, { input, order, lines, parts: own, gone, waiting }, post)
  })
  const last = sent.at(-1)
  if (!last) throw new Error('shipments that leave and are none')
  return {
    ...last,
    shipmentIds: sent.flatMap(({ shipmentIds }) => shipmentIds),
    movements: sent.flatMap(({ movements }) => movements),
    warnings: sent.flatMap(({ warnings }) => warnings),
  }
}

type Whole = { order: SendableOrder; lines: readonly SendableLine[]; parts: readonly SentPart[] }

/**
 * The shipments that were put together for these goods and leave with them; `shipments/parts-wait` where all that is open would leave
 * beside some that hold other parts of it. Of several nobody can tell which a number is of, nor which of them a file speaks of.
 */
function waitingFor(db: ReadDb, input: SentInput, { order, lines, parts }: Whole): readonly WaitingShipment[] {
  const sums = sumsById(parts)
  const waiting = waitingShipments(db, [...sums.keys()])
  if (waiting.length === 0) return []
  const several = input.trackingNumber === '' && input.shipment === undefined
  const leaving = thoseThatLeave(waiting, sums, several)
  if (leaving === null && isAllOpen(lines, sums)) {
    const shipments = waiting.map(({ number }) => number).join(', ')
    throw new AppError('shipments/parts-wait', { number: order.number, shipments })
  }
  return leaving ?? []
}

function sumsById(parts: readonly SentPart[]): Map<Id, number> {
  return new Map([...sumByLine(parts)].map(([line, qtyMilli]) => [line.id, qtyMilli]))
}

/** `gone`: these parts, and those that left in another shipment before. */
type Leaving = Whole & { input: SentInput; waiting: WaitingShipment | null; gone: readonly SentPart[] }

/** These parts by one dispatch, in one shipment. */
function leave(session: Session, { input, order, lines, parts, gone, waiting }: Leaving, post: Post): Sent {
  const { tx } = session
  const sums = sumsById(parts)
  const from = input.warehouseId ?? waiting?.warehouseId ?? null
  const issue = issueGoodsOf(session, { input: { ...input, warehouseId: from }, order, parts }, post)
  const { on, trackingNumber, reference, note } = input
  const head = { orderId: order.id, on, carrierId: input.carrierId ?? waiting?.carrierId ?? order.carrierId }
  const leaving = { ...head, trackingNumber, warehouseId: issue?.warehouseId ?? from, head: input.shipment }
  if (waiting) sendWaiting(tx, waiting, leaving)
  const shipmentId = input.shipmentId ?? waiting?.id ?? writeLightShipment(tx, { ...leaving, lines: sums })
  const documentId = issue?.id ?? null
  const told = waiting ? numbersInside(tx, waiting.id) : keptNumbers(trackingNumbersOf(trackingNumber))
  const dispatch = { ...head, trackingNumber: told, documentId, reference, note, shipmentId, lines: sums }
  const dispatchId = writeDispatch(tx, dispatch)
  const status = moveByLines(tx, order, linesAfter(lines, gone))
  return {
    orderId: order.id,
    number: order.number,
    dispatchId,
    shipmentIds: [shipmentId],
    documentId,
    documentNumber: issue?.number ?? '',
    status,
    movements: issue?.movements ?? [],
    warnings: issue?.warnings ?? [],
  }
}

type Sending = { input: DispatchInput; order: SendableOrder; parts: readonly SentPart[] }
type Issue = { id: Id; number: string; warehouseId: Id; movements: PostedMovement[]; warnings: StockWarning[] }

/** Null where nothing of it is kept in stock: no product, or a day before the place's stock begins. */
function issueGoodsOf(session: Session, { input, order, parts }: Sending, post: Post): Issue | null {
  const { tx, placeOf } = session
  const isGoods = parts.some(({ line }) => line.productId !== null)
  // What never was in stock keeps the rules of days all the same.
  refuseDay(tx, input.on)
  const place = isGoods ? placeOf(order, input.warehouseId) : null
  const isBeforeStart = place?.startsOn != null && input.on < place.startsOn
  if (!isBeforeStart) for (const part of parts) refuseUnknownSku(tx, order, part)
  if (place === null || isBeforeStart) return null
  const head = { kind: 'issue', on: input.on, warehouseId: place.id } as const
  const { customerId: partyId, id: orderId } = order
  const numbers = keptNumbers(trackingNumbersOf(input.trackingNumber))
  const document = writeDocument(tx, { ...head, partyId, orderId, reference: input.reference || numbers })
  const movements = moveGoods(session, { place, parts, documentId: document.id, on: input.on }, post)
  return { ...document, warehouseId: place.id, movements, warnings: refuseShortages(tx, movements) }
}

type Moving = { place: StockPlace; parts: readonly SentPart[]; documentId: Id; on: DispatchInput['on'] }

function moveGoods({ tx, goodsOf }: Session, { place, parts, documentId, on }: Moving, post: Post): PostedMovement[] {
  const movements: PostedMovement[] = []
  for (const { line, qtyMilli, batchId, serials, binId } of parts) {
    if (line.productId === null) continue
    const isItself = (productId: Id) => productId === line.productId
    for (const goods of goodsOf(line.productId, qtyMilli)) {
      // A batch told is one of the product, not of a kit's part.
      const told = isItself(goods.productId) ? { batchId, serials } : { batchId: null, serials: [] }
      for (const parcel of parcelsOf(tx, goods, { warehouseId: place.id, on }, told)) {
        const movement = {
          ...({ productId: goods.productId, warehouseId: place.id, movedOn: on, kind: 'issue', documentId } as const),
          ...{ qtyMilli: -parcel.qtyMilli, batchId: parcel.batchId, binId },
        }
        refuseUnpostable(tx, movement)
        movements.push(post(movement))
      }
    }
  }
  return movements
}
