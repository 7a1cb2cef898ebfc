// What goes on around shipments between merges: put together, sent, heard of, received, back, decided about, taken back.
import type { WriteTx } from '#main/db/database.ts'
import { cancelCredit } from '#main/services/dispatch/cancel-credit.ts'
import { arriveShipment } from '#main/services/shipments/moving/arrive-shipment.ts'
import { decideShipment } from '#main/services/shipments/moving/decide-shipment.ts'
import { dispatchShipment } from '#main/services/shipments/moving/dispatch-shipment.ts'
import { dropRest } from '#main/services/shipments/moving/drop-rest.ts'
import { hasOpenRest } from '#main/services/shipments/moving/open-purchase-lines.ts'
import { reverseShipment } from '#main/services/shipments/moving/reverse-shipment.ts'
import { sendList } from '#main/services/shipments/moving/sent-list.ts'
import { takeReturn } from '#main/services/shipments/moving/take-return.ts'
import { toArrive } from '#main/services/shipments/moving/to-move.ts'
import {
  addShipment,
  cancelShipments,
  editShipment,
  packShipments,
} from '#main/services/shipments/shipment-commands.ts'
import { getShipment } from '#main/services/shipments/shipment-queries.ts'
import { toShip } from '#main/services/shipments/to-ship.ts'
import { addEvents } from '#main/services/tracking/add-events.ts'
import { addDays, asDay, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import {
  arriveShipmentInput,
  dispatchShipmentInput,
  sentListInput,
  takeReturnInput,
} from '#shared/schemas/shipment-moves.ts'
import { trackingStates } from '#shared/schemas/shipment-words.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'
import { toShipInput } from '#shared/schemas/to-ship.ts'
import type { Story } from '#tests/support/merge/random-work.ts'

const firstDay = asDay('2026-03-20')
const someDay = ({ dice: d }: Story) => addDays(firstDay, d.below(40))

const oneOf = (tx: WriteTx, { dice: d }: Story, sql: string): Id | undefined =>
  d.pick(tx.raw(`${sql} ORDER BY id`).map(([id]) => id as Id))

const sendable = "SELECT id FROM live_sales_orders WHERE status IN ('confirmed', 'part_shipped') AND document = 'order'"

/** Of one or two orders, of a purchase order, or between two places. */
export function shipSomething(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  if (d.chance(0.2)) {
    shipBetween(tx, story)
    return
  }
  const purchaseId = d.chance(0.3)
    ? oneOf(tx, story, "SELECT id FROM live_purchase_orders WHERE status IN ('sent', 'confirmed')")
    : undefined
  const orders = [oneOf(tx, story, sendable), d.chance(0.3) ? oneOf(tx, story, sendable) : undefined]
  const orderIds = [...new Set(orders.flatMap((id) => id ?? []))]
  const asked = purchaseId === undefined ? { orderIds } : { purchaseIds: [purchaseId] }
  const { kind, lines } = toShip(tx, toShipInput.parse(asked))
  const free = lines.filter((line) => line.free > 0)
  if (free.length === 0) return
  const parcels = [{ trackingNumber: d.chance(0.5) ? `P${d.below(9999)}${story.words}` : '' }]
  addShipment(
    tx,
    shipmentInput.parse({
      kind,
      parcels,
      lines: free.map(({ orderLineId, purchaseLineId, free: quantity }) => {
        return { orderLineId, purchaseLineId, quantity: d.chance(0.6) ? quantity : Math.max(1, d.below(quantity)) }
      }),
    }),
  )
}

function shipBetween(tx: WriteTx, story: Story): void {
  const productId = oneOf(tx, story, "SELECT id FROM live_products WHERE kind = 'single' AND tracking = 'none'")
  const toWarehouseId = oneOf(tx, story, 'SELECT id FROM live_warehouses WHERE id > 2')
  if (productId === undefined || toWarehouseId === undefined) return
  const lines = [{ productId, quantity: 1 + story.dice.below(3) }]
  addShipment(tx, shipmentInput.parse({ kind: 'transfer', warehouseId: 1, toWarehouseId, lines }))
}

/** A step on, or back; steps that its state does not allow are refused. */
export function stepShipment(tx: WriteTx, story: Story): void {
  const id = oneOf(tx, story, "SELECT id FROM live_shipments WHERE status <> 'cancelled'")
  if (id === undefined) return
  const on = someDay(story)
  const { verbs, sentOn } = getShipment(tx, id)
  // Mostly after it left; else it is refused.
  const later = sentOn === null || story.dice.chance(0.1) ? on : addDays(asDay(sentOn), story.dice.below(9))
  const steps: Readonly<Record<string, () => unknown>> = {
    pack: () => packShipments(tx, [id], on),
    dispatch: () => dispatchShipment(tx, dispatchShipmentInput.parse({ id, on })),
    arrive: () => arriveSome(tx, story, { id, on: later }),
    return: () => takeSomeBack(tx, story, { id, on: later }),
    decide: () => {
      const decision = story.dice.pick(['resend', 'return', 'abandon'] as const) ?? 'resend'
      decideShipment(tx, { id, decision, on, note: '' })
    },
    reverse: () => reverseShipment(tx, { id, note: '' }),
    cancel: () => cancelShipments(tx, [id]),
  }
  const verb = story.dice.pick(verbs.filter((name) => steps[name] !== undefined))
  if (verb !== undefined) steps[verb]?.()
}

type Step = { id: Id; on: Day }

/** All of it, or one of one line; of what is left of a purchase it may be said that it comes by another shipment. */
function arriveSome(tx: WriteTx, { dice: d }: Story, step: Step): void {
  const rest = hasOpenRest(tx, step.id)
  if (rest && d.chance(0.4)) {
    dropRest(tx, step.id)
    return
  }
  const line = d.pick(toArrive(tx, step.id).purchases.filter(({ open }) => open > 1))
  const lines = line && d.chance(0.4) ? [{ lineId: line.lineId, quantity: 1, batch: null }] : []
  arriveShipment(tx, arriveShipmentInput.parse({ ...step, acceptOver: true, rate: '', lines }))
}

/** As if it had never left, or by a credit of all or of one. */
function takeSomeBack(tx: WriteTx, { dice: d }: Story, step: Step): void {
  const as = d.chance(0.4) ? 'reopen' : 'credit'
  const line = d.pick(toArrive(tx, step.id).returns.filter(({ open }) => open > 1))
  const isPart = as === 'credit' && line !== undefined && d.chance(0.6)
  const lines = isPart ? [{ orderLineId: line.orderLineId, quantity: 1 }] : []
  takeReturn(tx, takeReturnInput.parse({ ...step, as, lines }))
}

/** One that has not left holds one less, or one more. */
export function refillShipment(tx: WriteTx, story: Story): void {
  const id = oneOf(tx, story, "SELECT id FROM live_shipments WHERE status IN ('draft', 'packed')")
  if (id === undefined) return
  const { kind, warehouseId, toWarehouseId, lines } = getShipment(tx, id)
  const step = story.dice.chance(0.5) ? 1 : -1
  const kept = lines.map(({ id: lineId, orderLineId, purchaseLineId, productId, quantity }) => ({
    ...{ id: lineId, orderLineId, purchaseLineId, productId: productId ?? undefined },
    quantity: Math.max(1, quantity + step),
  }))
  editShipment(tx, id, shipmentInput.parse({ kind, warehouseId, toWarehouseId, lines: kept }))
}

/** A credit that goods came back by was a mistake. */
export function cancelSomeCredit(tx: WriteTx, story: Story): void {
  const creditId = oneOf(
    tx,
    story,
    "SELECT id FROM live_sales_orders WHERE document = 'credit' AND status = 'confirmed' AND paid_minor = 0",
  )
  if (creditId !== undefined) cancelCredit(tx, { creditId, reason: 'wrong' })
}

/** In any order, of one or of several. */
export function hearOfShipments(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const ids = tx.raw("SELECT id FROM live_shipments WHERE status = 'sent' ORDER BY id").map(([id]) => id as Id)
  const events = Array.from({ length: 1 + d.below(4) }, () => {
    const shipmentId = d.pick(ids)
    const day = someDay(story)
    const state = d.pick(trackingStates) ?? 'departed'
    if (shipmentId === undefined) return []
    const said = { text: `said ${d.below(5)}`, place: '', country: '', source: 'typed', sourceCode: '' }
    return [{ shipmentId, parcelId: null, localTime: day, zone: '', ...said, state }]
  }).flat()
  if (events.length > 0) addEvents(tx, events)
}

/** A list as a carrier sends it: some orders with numbers, some that nobody knows. */
export function sendSomeList(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const orders = tx.raw("SELECT number FROM live_sales_orders WHERE document = 'order' ORDER BY id")
  const rows = Array.from(
    { length: 1 + d.below(3) },
    () => `${d.pick(orders)?.[0] ?? 'none'}\tL${d.below(99_999)}12345`,
  )
  sendList(tx, sentListInput.parse({ text: rows.join('\n'), on: someDay(story) }))
}
