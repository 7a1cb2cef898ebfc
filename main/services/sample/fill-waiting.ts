// Shipments of the sample company that wait for something: packed ones and drafts, what suppliers have sent, what comes back, and
// a claim for what was lost.
import type { WriteTx } from '#main/db/database.ts'
import { dispatchOrders } from '#main/services/dispatch/dispatch-orders.ts'
import { addClaim } from '#main/services/receiving/claim-commands.ts'
import type { ServiceIds } from '#main/services/sample/fill-carriers.ts'
import { packByData } from '#main/services/sample/pack-by-data.ts'
import { addShipment, packShipments } from '#main/services/shipments/shipment-commands.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { toShip } from '#main/services/shipments/to-ship.ts'
import { addEvents } from '#main/services/tracking/add-events.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { claimInput } from '#shared/schemas/claims.ts'
import { dispatchInput } from '#shared/schemas/dispatch.ts'
import { type ShipmentDraft, shipmentInput } from '#shared/schemas/shipments.ts'
import { toShipInput } from '#shared/schemas/to-ship.ts'

export type WaitingRecords = {
  partyOf: (code: string) => Id
  services: ServiceIds
  /** Orders that wait to be shipped, the soonest first. */
  openOrders: readonly Id[]
  today: Day
}

export function fillWaiting(tx: WriteTx, known: WaitingRecords): void {
  const packed = sendable(tx, known).slice(0, 2)
  const begun = known.openOrders.filter((id) => !packed.includes(id)).slice(0, 2)
  for (const orderId of packed) addDraft(tx, orderId, { ...known, isPacked: true })
  for (const orderId of begun) addDraft(tx, orderId, { ...known, isPacked: false })
  fillInbound(tx, known)
  fillReturn(tx, known)
  claimLost(tx, known.today)
}

/** Of the next ones those whose goods are there, also after the ones before have left: only what is there can be packed. */
function sendable(tx: WriteTx, { openOrders, today }: WaitingRecords): Id[] {
  const tried = openOrders.slice(0, 20).map((orderId) => dispatchInput.parse({ orderId, on: today }))
  const { orders } = tx.attempt(
    () => dispatchOrders(tx, tried),
    () => false,
  )
  return orders.flatMap(({ orderId, ok }) => (ok ? orderId : []))
}

/** Two are packed and wait for the carrier, the others are begun. */
function addDraft(tx: WriteTx, orderId: Id, { today, isPacked }: WaitingRecords & { isPacked: boolean }): void {
  const { kind, head, lines } = toShip(tx, toShipInput.parse({ orderIds: [orderId] }))
  const free = lines.filter((line) => line.free > 0).map((line) => ({ ...line, quantity: line.free }))
  if (free.length === 0) return
  const draft: ShipmentDraft = { ...head, kind, plannedOn: null, lines: free }
  const { id } = addShipment(tx, shipmentInput.parse(draft))
  if (!isPacked) return
  packByData(tx, id)
  settleShipments(tx, [id])
  packShipments(tx, [id], addDays(today, -1))
}

/** One lorry is on the road, for another the day is only agreed. */
function fillInbound(tx: WriteTx, { today }: WaitingRecords): void {
  const orders = tx.all<{ id: Id; city: string }>(
    `SELECT o.id, coalesce((SELECT a.city FROM live_addresses a WHERE a.party_id = o.supplier_id LIMIT 1), '') AS city
     FROM live_purchase_orders o WHERE o.status = 'confirmed' AND o.is_history = 0 ORDER BY o.ordered_on, o.id LIMIT 2`,
  )
  orders.forEach(({ id: purchaseId, city }, at) => {
    const { kind, head, lines } = toShip(tx, toShipInput.parse({ purchaseIds: [purchaseId] }))
    const free = lines.filter((line) => line.free > 0).map((line) => ({ ...line, quantity: line.free }))
    if (free.length === 0) return
    const isOnTheRoad = at === 0
    const sentOn = isOnTheRoad ? addDays(today, -2) : null
    const draft = {
      ...head,
      kind,
      mode: 'road',
      fromCountry: 'CN',
      fromPlace: city,
      plannedOn: addDays(today, at * 6 + 1),
    }
    const from = sentOn ? ({ status: 'sent', sent_on: sentOn } as const) : {}
    const { id } = addShipment(tx, shipmentInput.parse({ ...draft, lines: free }), from)
    if (sentOn)
      addEvents(tx, [{ ...typed, shipmentId: id, localTime: `${sentOn}T15:20`, place: city, text: '已装车，已发出' }])
  })
}

const typed = { parcelId: null, zone: '+08:00', country: 'CN', source: 'typed', sourceCode: '', state: null } as const

/** A customer sends a carton of the latest order that arrived back. */
function fillReturn(tx: WriteTx, { today, partyOf, services }: WaitingRecords): void {
  const order = tx.get<{ id: Id; partyId: Id; country: string; lineId: Id; milli: number; name: string }>(
    `SELECT o.id, o.customer_id AS partyId, o.ship_to_country AS country, l.id AS lineId, l.qty_milli AS milli, o.ship_to_city AS name
     FROM shipments s JOIN shipment_lines g ON g.shipment_id = s.id JOIN order_lines l ON l.id = g.order_line_id
     JOIN sales_orders o ON o.id = l.order_id
     WHERE s.kind = 'order' AND s.state = 'delivered' AND s.delivered_on > ? AND o.customer_id IS NOT NULL
     ORDER BY s.delivered_on DESC, s.id DESC, g.position LIMIT 1`,
    addDays(today, -30),
  )
  if (!order) return
  const draft = {
    ...{
      kind: 'return',
      partyId: order.partyId,
      carrierId: partyOf('POST'),
      serviceId: services.get('POST'),
      mode: 'post',
    },
    ...{
      fromCountry: order.country,
      fromPlace: order.name,
      plannedOn: addDays(today, 9),
      shipTo: { country: 'CN', city: 'Ningbo' },
    },
    lines: [{ orderLineId: order.lineId, quantity: Math.min(order.milli, 6000) / 1000 }],
    parcels: [{ packaging: 'carton', trackingNumber: 'RB004471827NL', grossGrams: 4200 }],
  }
  const sentOn = addDays(today, -3)
  const { id } = addShipment(tx, shipmentInput.parse(draft), { status: 'sent', sent_on: sentOn })
  const told = { shipmentId: id, zone: '+00:00', place: order.name, country: order.country }
  addEvents(tx, [{ ...typed, ...told, localTime: `${sentOn}T11:30`, text: 'Accepted from the sender' }])
}

function claimLost(tx: WriteTx, today: Day): void {
  const lost = tx.get<{ id: Id; stateOn: Day }>(
    "SELECT id, state_on AS stateOn FROM live_shipments WHERE state = 'lost' AND state_on < ? LIMIT 1",
    today,
  )
  if (!lost) return
  const money = { currency: 'USD', claimed: '64.00' }
  addClaim(tx, claimInput.parse({ shipmentId: lost.id, kind: 'lost', openedOn: addDays(lost.stateOn, 1), ...money }))
}
