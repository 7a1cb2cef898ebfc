// Told shipments into the book: one that is there is brought up to date, goods that have not left do now, from the place that the
// order says; what left before stock was kept is a shipment of the past.
import type { WriteTx } from '#main/db/database.ts'
import { postShipmentCosts } from '#main/services/charges/post-shipment-costs.ts'
import { dispatchOrders, type SentInput } from '#main/services/dispatch/dispatch-orders.ts'
import { type LateOutcome, type LoadContext, problem, type Settled } from '#main/services/import/loading/loader.ts'
import { type Known, knownShipment } from '#main/services/import/loading/shipment/known-shipment.ts'
import { linesTold } from '#main/services/import/loading/shipment/lines-told.ts'
import type { ToldShipment } from '#main/services/import/loading/shipment/told-shipment.ts'
import { updateShipment } from '#main/services/import/loading/shipment/update-shipment.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { writeLightShipment } from '#main/services/shipments/moving/light-shipment.ts'
import { pastHead } from '#main/services/shipments/moving/past-orders.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type DispatchOutcome, dispatchInput } from '#shared/schemas/dispatch.ts'

export function takeShipments(context: LoadContext, told: readonly ToldShipment[]): LateOutcome[] {
  const outcomes: LateOutcome[] = []
  const touched: Id[] = []
  const leaving: { shipment: ToldShipment; input: SentInput }[] = []
  const taken = new Set<Id>()
  const settle = (shipment: ToldShipment, outcome: Settled) => {
    for (const line of shipment.rows) outcomes.push({ line, outcome })
  }
  const keep = (shipment: ToldShipment, known: Known, made: 'new' | 'unchanged') => {
    taken.add(known.id)
    touched.push(known.id)
    const updated = updateShipment(context, known.id, { told: shipment, mayRename: known.mayRename })
    settle(shipment, made === 'new' ? 'new' : known.isShared ? 'merged' : updated)
  }
  for (const shipment of told) {
    const known = knownShipment(context, shipment, taken)
    const lines = known === null ? linesTold(context.tx, shipment) : null
    if (known !== null) keep(shipment, known, 'unchanged')
    else if (lines !== null && 'problems' in lines) settle(shipment, lines)
    else if (shipment.order.isHistory) keep(shipment, makePast(context.tx, shipment, lines ?? new Map()), 'new')
    else leaving.push({ shipment, input: leavingInput(context, shipment, lines ?? new Map()) })
  }
  const sent = dispatchOrders(
    context.tx,
    leaving.map(({ input }) => input),
  )
  for (const [at, outcome] of sent.orders.entries()) {
    const one = leaving[at]
    if (!one) continue
    if (!outcome.ok) settle(one.shipment, refusalOf(one.shipment, outcome))
    else {
      forgetLater(context, one.input)
      keep(one.shipment, { id: shipmentOf(context.tx, outcome.dispatchId), mayRename: true, isShared: false }, 'new')
    }
  }
  settleShipments(context.tx, touched)
  postShipmentCosts(context.tx, touched)
  followShipments(context.tx, touched)
  return outcomes
}

function shipmentOf(tx: WriteTx, dispatchId: Id): Id {
  const row = tx.get<{ id: Id }>('SELECT shipment_id AS id FROM dispatches WHERE id = ?', dispatchId)
  if (!row) throw new Error('a dispatch without a shipment')
  return row.id
}

function leavingInput(context: LoadContext, shipment: ToldShipment, lines: ReadonlyMap<Id, number>): SentInput {
  const { order, shippedOn, carrierId, parcels, externalId } = shipment
  return {
    ...dispatchInput.parse({
      orderId: order.id,
      on: shippedOn ?? context.today,
      carrierId,
      lines: [...lines].map(([lineId, milli]) => ({ lineId, quantity: milli / 1000 })),
    }),
    trackingNumber: numbersOf(parcels),
    shipment: externalId === '' ? {} : { channel: context.channel, external_id: externalId },
  }
}

function numbersOf(parcels: ToldShipment['parcels']): string {
  return [...parcels.values()].map(({ number }) => number).join(', ')
}

/** What was sent before stock was kept here is known as the file tells it. */
function makePast(tx: WriteTx, shipment: ToldShipment, lines: ReadonlyMap<Id, number>): Known {
  const { order, shippedOn, deliveredOn, carrierId, parcels } = shipment
  const id = writeLightShipment(tx, {
    ...{ orderId: order.id, on: shippedOn, warehouseId: null, lines, trackingNumber: numbersOf(parcels) },
    carrierId: carrierId ?? order.carrierId,
    head: pastHead({ requiredOn: order.requiredOn as Day | null, deliveredOn }),
  })
  return { id, mayRename: true, isShared: false }
}

/** An order file of the same import may have said that these goods are to leave: they have. */
function forgetLater({ channels }: LoadContext, { orderId, lines }: SentInput): void {
  const later = channels.dispatches.get(orderId)
  if (!later) return
  const sent = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]))
  const rest = (later.draft.lines ?? []).flatMap((line) => {
    const quantity = line.quantity - (sent.get(line.lineId) ?? (sent.size === 0 ? line.quantity : 0))
    return quantity > 0 ? [{ ...line, quantity }] : []
  })
  if (rest.length === 0) channels.dispatches.delete(orderId)
  else channels.dispatches.set(orderId, { ...later, draft: { ...later.draft, lines: rest } })
}

type Refusal = Extract<DispatchOutcome, { ok: false }>

const expectations: Readonly<Record<string, string>> = {
  'stock/insufficient': 'enough-stock',
  'dispatch/over': 'open-quantity',
  'dispatch/unknown-sku': 'matched-sku',
  'dispatch/no-channel-place': 'channel-place',
  'shipments/parts-wait': 'one-waiting-shipment',
}

function refusalOf({ order }: ToldShipment, { code }: Refusal): Settled {
  return problem('order', order.number, expectations[code] ?? 'sendable-order')
}
