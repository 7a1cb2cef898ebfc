// What the sample company has sent and expects: parcels, ways, news, charges, through the same commands as a seller's own.
import type { WriteTx } from '#main/db/database.ts'
import type { SampleCompany } from '#main/domain/sample/sample-drafts.ts'
import type { SampleEvent, SampleWay } from '#main/domain/sample/sample-journey.ts'
import {
  type SampleOrderShipment,
  type SampleParcel,
  type SampleShipment,
  sampleParcels,
  sampleShipments,
  unfollowedEnds,
} from '#main/domain/sample/sample-shipping.ts'
import { chooseService } from '#main/services/carriers/quote-shipment.ts'
import { editCharge } from '#main/services/charges/charge-commands.ts'
import type { ServiceIds } from '#main/services/sample/fill-carriers.ts'
import { packByData } from '#main/services/sample/pack-by-data.ts'
import { sampleWords } from '#main/services/sample/sample-lists.ts'
import { writeLightShipment } from '#main/services/shipments/moving/light-shipment.ts'
import { missingPastOrders, shipPastOrders } from '#main/services/shipments/moving/past-orders.ts'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { keepLegs } from '#main/services/shipments/shipment-legs.ts'
import { shipmentIdsOf } from '#main/services/shipments/shipments-of.ts'
import { addEvents } from '#main/services/tracking/add-events.ts'
import type { NewEvent } from '#main/services/tracking/write-events.ts'
import sample from '#resources/sample/shipping.json' with { type: 'json' }
import { addDays, type Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Language } from '#shared/i18n/translate.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import { chargeInput } from '#shared/schemas/charges.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'

export type ShippedRecords = {
  partyOf: (code: string) => Id
  orders: readonly { id: Id }[]
  services: ServiceIds
  today: Day
  seed: number
  language: Language
}

export function fillShipments(tx: WriteTx, company: SampleCompany, known: ShippedRecords): void {
  const setting = {
    ...{ seed: known.seed, today: known.today, words: sample },
    services: byCarrier(({ code }) => ({ days: daysOf(code) })),
    usualDays: byCarrier(({ days }) => days),
  }
  const sent = sampleShipments(setting, company.orders).map((one) => ({ one, make: () => fillOrdered(tx, one, known) }))
  const followed = new Set(sent.map(({ one }) => known.orders[one.order]?.id ?? 0))
  shipUnfollowed(
    tx,
    missingPastOrders(tx).filter(({ id }) => !followed.has(id)),
    { ...known, usualDays: setting.usualDays },
  )
  const parcels = sampleParcels({ ...setting, words: wordsIn(known.language) }, company.orders).map((one) => ({
    one,
    make: () => fillParcel(tx, one, known),
  }))
  // In the order of their days, as they would have been numbered.
  const inOrder = [...sent, ...parcels].toSorted((left, right) => (left.one.sentOn < right.one.sentOn ? -1 : 1))
  const all = inOrder.map(({ one, make }) => ({ one, id: make() }))
  settleShipments(
    tx,
    all.map(({ id }) => id),
  )
  for (const { one, id } of all) price(tx, id, one, known)
  addEvents(
    tx,
    all.flatMap(({ one, id }) => eventsOf(one, id, known.language)),
  )
}

type Past = ReturnType<typeof missingPastOrders>
type PastSetting = ShippedRecords & { usualDays: Readonly<Record<SampleWay, number>> }

/**
 * What nobody followed has left all the same, and came, or got lost. It comes first, so that the newest numbers are those that
 * are followed.
 */
function shipUnfollowed(tx: WriteTx, orders: Past, { partyOf, language, ...setting }: PastSetting): void {
  const ways = new Map(sampleWords.carriers.map(({ code }) => [partyOf(code), code as SampleWay]))
  // Marketplaces do not say by whom.
  const byOf = (carrierId: Id | null): SampleWay => ways.get(carrierId ?? 0) ?? 'AIR'
  const ends = unfollowedEnds(
    setting,
    orders.map(({ shippedOn, requiredOn, carrierId }) => {
      return { sentOn: shippedOn, promisedOn: requiredOn, by: byOf(carrierId) }
    }),
  )
  const cameOn = (at: number) => (ends[at] === 'lost' ? null : (ends[at] ?? null))
  orders.forEach(({ id }, at) => {
    if (cameOn(at) !== null) tx.update('sales_orders', id, { delivered_on: cameOn(at) })
  })
  shipPastOrders(
    tx,
    orders.map((order, at) => ({ ...order, deliveredOn: cameOn(at) })),
  )
  const lost = orders.filter((_, at) => ends[at] === 'lost')
  addEvents(
    tx,
    lost.flatMap((order) => lossOf(tx, order, { language, by: byOf(order.carrierId) })),
  )
}

/** The search was given up a month after it left. */
function lossOf(tx: WriteTx, order: Past[number], { language, by }: { language: Language; by: SampleWay }): NewEvent[] {
  const [shipmentId] = shipmentIdsOf(tx, { orderId: order.id, limit: 1 })
  if (shipmentId === undefined || order.shippedOn === null) return []
  tx.update('shipments', shipmentId, { has_delivery_days: 1 })
  const { lost } = sample.troubles
  const text = language === 'zh-CN' ? lost.POST : by === 'AIR' ? lost.AIR : lost.other
  const place = { zone: '+08:00', place: '', country: '' }
  const said = {
    ...place,
    localTime: addDays(order.shippedOn, 31),
    text,
    source: sourceOf(by, language),
    sourceCode: '',
  }
  return [{ ...said, shipmentId, parcelId: null, state: null }]
}

/** As the carrier calls itself. */
function sourceOf(by: SampleWay, language: Language): string {
  const carrier = sampleWords.carriers.find(({ code }) => code === by)
  return (language === 'zh-CN' ? carrier?.zh : carrier?.en) ?? ''
}

/** What goes in a parcel is typed by somebody; carriers tell their news in languages of their own. */
function wordsIn(language: Language) {
  return {
    ...sample,
    samples: sample.samples.map((one) => ({ ...one, what: language === 'zh-CN' ? one.whatZh : one.what })),
  }
}

function byCarrier<Value>(of: (carrier: (typeof sampleWords.carriers)[number]) => Value): Record<SampleWay, Value> {
  return Object.fromEntries(sampleWords.carriers.map((carrier) => [carrier.code, of(carrier)])) as Record<
    SampleWay,
    Value
  >
}

function daysOf(code: string): readonly [number, number] {
  const [least = 0, most = 0] = sample.services.find(({ carrier }) => carrier === code)?.days ?? []
  return [least, most]
}

/** All of them were followed here, also those whose goods left before stock was counted; of the others the dispatch says it. */
function fillOrdered(tx: WriteTx, shipment: SampleOrderShipment, { partyOf, orders, services }: ShippedRecords): Id {
  const orderId = orders[shipment.order]?.id ?? 0
  const dispatch = tx.get<{ id: Id }>(
    'SELECT id FROM dispatches INDEXED BY dispatches_by_order WHERE order_id = ? AND deleted = 0 LIMIT 1',
    orderId,
  )
  const { by, sentOn, plannedOn, journey } = shipment
  const id = writeLightShipment(tx, {
    ...{ orderId, on: sentOn, warehouseId: null, carrierId: partyOf(by), trackingNumber: '' },
    lines: new Map(
      tx.raw('SELECT id, qty_milli FROM live_order_lines WHERE order_id = ? ORDER BY position', orderId) as [
        Id,
        number,
      ][],
    ),
    head: {
      ...{ service_id: services.get(by) ?? null, booked_on: addDays(sentOn, -2) },
      ...{ planned_on: plannedOn, planned_by: 'service', is_history: 0 },
    },
  })
  if (dispatch) tx.update('dispatches', dispatch.id, { shipment_id: id })
  packByData(tx, id, journey.trackingNumber)
  if (journey.legs.length > 0)
    keepLegs(
      tx,
      id,
      journey.legs.map((leg) => ({ ...leg, ...noMoreOfLeg, carrierId: partyOf(by) })),
    )
  return id
}

const noMoreOfLeg = { containerNumber: '', sealNumber: '', note: '' }

/** Samples are no goods of stock. */
function fillParcel(tx: WriteTx, parcel: SampleParcel, { partyOf, services }: ShippedRecords): Id {
  const { by, sentOn, plannedOn, journey, what, customerCode } = parcel
  const customerId = partyOf(customerCode)
  const to = tx.get<{ name: string; street: string; city: string; postalCode: string; country: string }>(
    `SELECT p.name, coalesce(a.street, '') AS street, coalesce(a.city, '') AS city, coalesce(a.postal_code, '') AS postalCode,
       p.country FROM parties p LEFT JOIN live_addresses a ON a.party_id = p.id WHERE p.id = ? LIMIT 1`,
    customerId,
  )
  const size = { packaging: 'parcel', lengthMm: 400, widthMm: 300, heightMm: 200, grossGrams: 2800 }
  const draft = shipmentInput.parse({
    ...{ kind: 'other', partyId: customerId, carrierId: partyOf(by), serviceId: services.get(by), fromCountry: 'CN' },
    ...{ fromPlace: 'Ningbo', shipTo: to, plannedOn, keptUntil: journey.heldUntil },
    lines: [{ description: what, quantity: 1 }],
    parcels: [{ ...size, trackingNumber: journey.trackingNumber, contents: [{ line: 0, quantity: 1 }] }],
  })
  return addShipment(tx, draft, { status: 'sent', sent_on: sentOn }).id
}

/** The carrier's price as estimate, and what it billed in the end. */
function price(
  tx: WriteTx,
  shipmentId: Id,
  { by, sentOn, billedPercent }: SampleShipment,
  known: ShippedRecords,
): void {
  const serviceId = known.services.get(by)
  if (serviceId === undefined) return
  const { chargeId } = chooseService(tx, { shipmentId, serviceId, on: sentOn, requests: [] })
  if (billedPercent === null) return
  const estimate = tx.get<{ minor: number; currency: string; note: string; rate: string | null }>(
    'SELECT estimate_minor AS minor, estimate_currency AS currency, estimate_rate AS rate, note FROM shipment_charges WHERE id = ?',
    chargeId,
  )
  if (!estimate) return
  const { minor, currency, note } = estimate
  const billed = new Decimal(minor).times(billedPercent).div(100).round(0).toNumber()
  const money = (amount: number) => ({ amount: minorToDecimal(amount, currency), currency, rate: estimate.rate ?? '' })
  const actual = {
    actual: money(billed),
    billedOn: addDays(sentOn, 12),
    reference: `${by}-${String(shipmentId).slice(-5)}`,
  }
  const charge = { kind: 'freight', partyId: known.partyOf(by), estimate: money(minor), note, ...actual }
  editCharge(tx, chargeId, chargeInput.parse(charge))
}

function eventsOf({ by, journey }: SampleShipment, shipmentId: Id, language: Language): NewEvent[] {
  const source = sourceOf(by, language)
  return journey.events.map((event: SampleEvent) => {
    return { ...event, shipmentId, parcelId: null, source, sourceCode: '', state: null }
  })
}
