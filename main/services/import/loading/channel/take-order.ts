// One order of a channel into the book: its head, its lines, how far it has come, and what went back of it.
import type { ChannelOrder } from '#main/domain/import/channels/channel-order.ts'
import { resultOf } from '#main/services/import/loading/channel/channel-work.ts'
import {
  changeHead,
  type HeadParts,
  type KnownOrder,
  knownOrder,
  makeHead,
} from '#main/services/import/loading/channel/order-head.ts'
import {
  type LinesBefore,
  linesBefore,
  type WrittenLine,
  writeLine,
} from '#main/services/import/loading/channel/order-lines.ts'
import { wholeOrder } from '#main/services/import/loading/channel/read-order.ts'
import { refundCredit } from '#main/services/import/loading/channel/refund-credit.ts'
import type { SkuProducts } from '#main/services/import/loading/channel/sku-products.ts'
import type { StockBegin } from '#main/services/import/loading/channel/stock-begin.ts'
import { problem, type Refused, type Settled } from '#main/services/import/loading/loader.ts'
import { baseConverter } from '#main/services/rates/document-rate.ts'
import { writeLightShipment } from '#main/services/shipments/moving/light-shipment.ts'
import { noteDelivery, pastHead } from '#main/services/shipments/moving/past-orders.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'

export type TakeParts = HeadParts & { skus: SkuProducts; stockBegin: StockBegin }

export type TakenOrder = { id: Id; rows: Map<number, Settled>; before: LinesBefore }

/** What became of each row; a refusal takes the whole order with it. */
export function takeChannelOrder(parts: TakeParts, order: ChannelOrder, met: LinesBefore | null): TakenOrder | Refused {
  const { context } = parts
  const { tx, channel } = context
  const document = order.lines.length > 0 && order.lines.every((line) => line.qtyMilli < 0) ? 'credit' : 'order'
  const known = knownOrder(tx, channel, { reference: order.reference, document })
  if (known && known.currency !== order.currency) return problem('currency', order.currency, 'order-currency')
  if (!known && order.orderedOn === null) return problem('orderedOn', '', 'required')
  const status = document === 'credit' ? creditStatus(order) : told(order)
  const isHistory = known ? known.isHistory === 1 : isPast(parts, order, status)
  const head = known ? changeHead(parts, known, order) : null
  const id = known?.id ?? makeHead(parts, order, { document, isHistory, status: firstStatus(status, isHistory) })
  const before = met ?? linesBefore(tx, known?.id ?? null)
  const rate = known ? known.rate : rateOf(parts, id)
  if (known && order.lines.some(({ externalId }) => externalId !== wholeOrder)) dropWhole(parts, before)
  const toBase = baseConverter(order.currency, parts.base, rate)
  const lines = order.lines.map((line) =>
    writeLine({ ...{ tx, orderId: id, order, before, toBase }, skus: parts.skus }, line),
  )
  noteLines(parts, order, lines)
  if (isHistory && gone.includes(status)) notePastDispatch(parts, id, order, lines)
  const moved = document === 'order' && moveOn(parts, { id, known, isHistory, status, order, lines })
  const on = (order.deliveredOn ?? order.shippedOn ?? order.orderedOn ?? context.today) as Day
  // What was sent here stands, even where the file calls it refunded or cancelled by now: what went back is a credit.
  const stands = standing(status) || (!isHistory && known !== null && sentHere.includes(known.status))
  // What a file takes off its lines is a credit where the lines stay as they were sent.
  const backMinor = order.refundMinor + (lines.some(({ isSentBeyond }) => isSentBeyond) ? order.refundOffMinor : 0)
  const back = { ...order, refundMinor: backMinor }
  const credit = document === 'order' && stands ? refundCredit({ tx, orderId: id, order: back, on, toBase }) : null
  const isHeadChanged = head?.outcome === 'changed' || moved || credit !== null
  if (!known || isHeadChanged || lines.some(({ outcome }) => outcome !== 'unchanged')) context.touchedOrders.add(id)
  if (credit !== null) context.touchedOrders.add(credit)
  if (!known && document === 'credit') context.ordersWithBackLines.add(id)
  tell(parts, {
    isNew: known === null,
    isHistory,
    credit,
    document,
    kept: [...(head?.kept ?? []), ...lines.flatMap(({ kept }) => kept)],
  })
  return { id, rows: rowOutcomes(order, lines, isHeadChanged), before }
}

/** Paid back whole before anything left, it is no order any more. */
function told(order: ChannelOrder): OrderStatus {
  const hasLeft = order.lines.some(({ isSent }) => isSent)
  return order.isRefunded && !hasLeft ? 'cancelled' : order.status
}

function creditStatus({ status }: ChannelOrder): OrderStatus {
  return status === 'cancelled' || status === 'draft' ? status : 'confirmed'
}

const gone: readonly OrderStatus[] = ['shipped', 'delivered', 'closed']
const sentHere: readonly OrderStatus[] = ['part_shipped', ...gone]

function standing(status: OrderStatus): boolean {
  return status !== 'draft' && status !== 'cancelled'
}

/** What left before stock was kept is known as it was; what is still to be sent never is. */
function isPast({ stockBegin, context, skus }: TakeParts, order: ChannelOrder, status: OrderStatus): boolean {
  if (!gone.includes(status)) return false
  const begin = stockBegin({
    fulfilledBy: order.fulfilledByChannel ? 'channel' : 'seller',
    channel: context.channel,
    // Of a SKU that nobody has matched yet, stock may be kept all the same.
    hasGoods: () =>
      order.lines.some((line) => line.externalSku !== '' && !skus.meaningOf(line.externalSku, line.description).isLeft),
  })
  return begin === null || (dayGone(order) ?? begin) < begin
}

function dayGone({ shippedOn, deliveredOn, orderedOn }: ChannelOrder): Day | null {
  return shippedOn ?? deliveredOn ?? orderedOn
}

/** An order that has left is confirmed until its dispatch is posted; only the past is told by its state alone. */
function firstStatus(status: OrderStatus, isHistory: boolean): OrderStatus {
  return isHistory || !(gone.includes(status) || status === 'part_shipped') ? status : 'confirmed'
}

function rateOf({ context }: TakeParts, id: Id): string | null {
  return context.tx.get<{ rate: string | null }>('SELECT rate FROM sales_orders WHERE id = ?', id)?.rate ?? null
}

/** A line that stood for all of the order, once its lines are known. */
function dropWhole({ context }: TakeParts, before: LinesBefore): void {
  const whole = before.byKey.get(wholeOrder)
  if (!whole || whole.shippedMilli > 0) return
  context.tx.update('order_lines', whole.id, { deleted: 1 })
  before.byKey.delete(wholeOrder)
  for (const [sku, lines] of before.bySku)
    before.bySku.set(
      sku,
      lines.filter(({ id }) => id !== whole.id),
    )
}

type Move = {
  id: Id
  known: KnownOrder | null
  isHistory: boolean
  status: OrderStatus
  order: ChannelOrder
  lines: readonly WrittenLine[]
}

/** Brings the order as far as the file says, never back; gives whether its state changed. */
function moveOn(parts: TakeParts, { id, known, isHistory, status, order, lines }: Move): boolean {
  const { tx } = parts.context
  const was = known?.status ?? firstStatus(status, isHistory)
  if (isHistory) {
    if (!known || known.status === status || known.externalStatus === order.externalStatus) return false
    tx.update('sales_orders', id, { status })
    return true
  }
  const next = nextStatus(was, status, known !== null && known.externalStatus === order.externalStatus)
  if (next !== was) {
    const confirmedOn = next === 'confirmed' && was === 'draft' ? (order.paidOn ?? parts.context.today) : undefined
    tx.update('sales_orders', id, { status: next, confirmed_on: confirmedOn })
  }
  if (gone.includes(status) || status === 'part_shipped') sendLater(parts, { id, order, lines, status, was: next })
  return next !== was
}

const early: readonly OrderStatus[] = ['draft', 'confirmed', 'on_hold']

/** What the file says now, where that is a step on. One that it said before is not said again: somebody may have changed it. */
function nextStatus(was: OrderStatus, status: OrderStatus, isSaidBefore: boolean): OrderStatus {
  if (status === 'cancelled') return early.includes(was) && !isSaidBefore ? 'cancelled' : was
  if (was === 'draft' && status !== 'draft') return status === 'on_hold' ? 'on_hold' : 'confirmed'
  if (was === 'confirmed' && status === 'on_hold' && !isSaidBefore) return 'on_hold'
  if (was === 'on_hold' && status === 'confirmed' && !isSaidBefore) return 'confirmed'
  if (was === 'shipped' && (status === 'delivered' || status === 'closed')) return status
  return was === 'delivered' && status === 'closed' ? 'closed' : was
}

type Leaving = { id: Id; order: ChannelOrder; lines: readonly WrittenLine[]; status: OrderStatus; was: OrderStatus }

function sendLater({ context }: TakeParts, { id, order, lines, status, was }: Leaving): void {
  if (was !== 'confirmed' && was !== 'part_shipped') return
  const isSent = new Set(order.lines.filter((line) => line.isSent).map(({ row }) => row))
  const open = lines.filter((line) => isSent.has(line.row) && !line.alreadySent && line.qtyMilli > 0)
  if (open.length === 0) return
  const on = dayGone(order) ?? context.today
  context.channels.dispatches.set(id, {
    channel: context.channel,
    draft: {
      orderId: id,
      on: on > context.today ? context.today : on,
      trackingNumber: order.trackingNumber.slice(0, 300),
      lines: open.map(({ id: lineId, qtyMilli }) => ({ lineId, quantity: qtyMilli / 1000 })),
    },
    status,
    byChannel: order.fulfilledByChannel,
  })
}

/** What left before stock was kept: its carrier and the number there are kept with it. */
function notePastDispatch({ context }: TakeParts, id: Id, order: ChannelOrder, lines: readonly WrittenLine[]): void {
  if (order.trackingNumber === '' || lines.some(({ alreadySent }) => alreadySent)) return
  const goods = lines.filter(({ qtyMilli }, at) => qtyMilli > 0 && order.lines[at]?.externalSku !== '')
  if (goods.length === 0) return
  const [on, trackingNumber] = [order.shippedOn, order.trackingNumber.slice(0, 300)]
  const sent = new Map(goods.map(({ id: lineId, qtyMilli }) => [lineId, qtyMilli]))
  const written = context.tx.get<{ carrierId: Id | null }>(
    'SELECT carrier_id AS carrierId FROM sales_orders WHERE id = ?',
    id,
  )
  const parts = { orderId: id, on, carrierId: written?.carrierId ?? null, warehouseId: null, trackingNumber }
  const head = pastHead({ requiredOn: order.requiredOn, deliveredOn: order.deliveredOn })
  const shipmentId = writeLightShipment(context.tx, { ...parts, lines: sent, head })
  noteDelivery(context.tx, shipmentId, order.deliveredOn)
  context.touchedShipments.add(shipmentId)
  const dispatchId = context.tx.insert('dispatches', {
    order_id: id,
    dispatched_on: on,
    tracking_number: trackingNumber,
    shipment_id: shipmentId,
  })
  for (const { id: lineId, qtyMilli } of goods)
    context.tx.insert('dispatch_lines', { dispatch_id: dispatchId, line_id: lineId, qty_milli: qtyMilli })
}

function noteLines({ context }: TakeParts, order: ChannelOrder, lines: readonly WrittenLine[]): void {
  context.notes.push(...order.notes.map(({ row, ...note }) => ({ line: row, ...note })))
  for (const [at, { meaning, row }] of lines.entries()) {
    const sku = order.lines[at]?.externalSku ?? ''
    if (sku === '' || meaning.productId !== null || meaning.isLeft) continue
    const unknown = context.channels.unknownSkus.get(context.channel) ?? new Set()
    context.channels.unknownSkus.set(context.channel, unknown.add(sku))
    context.notes.push({ line: row, field: 'productSku', said: 'unknown-sku' })
  }
}

type Told = { isNew: boolean; isHistory: boolean; credit: Id | null; document: string; kept: readonly string[] }

function tell({ context }: TakeParts, { isNew, isHistory, credit, document, kept }: Told): void {
  const result = resultOf(context.channels, context.channel)
  if (isNew && document === 'order') result.orders += 1
  if (isNew && isHistory) result.history += 1
  if (credit !== null || (isNew && document === 'credit')) result.credits += 1
  if (kept.length > 0) result.keptByHand += 1
}

function rowOutcomes(order: ChannelOrder, lines: readonly WrittenLine[], isHeadChanged: boolean): Map<number, Settled> {
  const rows = new Map<number, Settled>(lines.map(({ row, outcome }) => [row, outcome]))
  const first = lines[0]
  if (first && isHeadChanged && first.outcome === 'unchanged') rows.set(first.row, 'changed')
  for (const row of order.headRows) rows.set(row, 'merged')
  return rows
}
