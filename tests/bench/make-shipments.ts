// A book with shipments of some years, each of an order, with a parcel and some ten events, the newest still on their way. Written by
// statements; what follows from them is settled by the program.
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { type OpenBook, openBook } from '#main/db/book.ts'
import type { WriteTx } from '#main/db/database.ts'
import { type Random, seededRandom } from '#main/domain/stats/random.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { instantOf } from '#shared/local-time.ts'
import { bookSettings, firstDay, lastDay } from '#tests/bench/make-book.ts'
import type { Size } from '#tests/bench/sizes.ts'

const days = 1095
/** So many are written and settled in one operation. */
const chunk = 10_000

const carriers = ['DHL', 'UPS', 'FedEx', 'YunExpress', 'China Post', 'Maersk', 'DSV', '4PX']
const modes = ['courier', 'courier', 'courier', 'courier', 'post', 'sea', 'air', 'post'] as const
const countries = ['US', 'DE', 'GB', 'FR', 'JP', 'CA', 'AU', 'ES', 'IT', 'NL', 'SE', 'PL', 'BR', 'MX', 'KR', 'AE']

/** On their way in this order, spread over the days that it takes; some say nothing of where it is. */
const way = [
  ['picked_up', 'Shipment picked up'],
  ['', 'Processed at origin facility'],
  ['export_cleared', 'Export customs clearance completed'],
  ['departed', 'Departed from facility'],
  ['', 'In transit to next facility'],
  ['arrived', 'Arrived at destination facility'],
  ['import_cleared', 'Import customs clearance completed'],
  ['', 'Arrived at delivery facility'],
  ['out_for_delivery', 'Out for delivery'],
  ['delivered', 'Delivered'],
] as const

export type MadeShipments = { file: string; events: number }

/** Made once per folder, from a book with products; gives the closed file. */
export async function makeShipments(folder: string, from: string, size: Size): Promise<MadeShipments> {
  const file = join(folder, 'shipments.quay')
  if (!existsSync(file)) {
    copyFileSync(from, file)
    const book = await openBook(file, bookSettings)
    fillShipments(book, size.shipments)
    book.connection.exec('ANALYZE')
    book.close()
  }
  return { file, events: size.shipments * way.length }
}

function fillShipments(book: OpenBook, count: number): void {
  const random = seededRandom(8, 'bench shipments')
  const products = book.connection.prepare('SELECT id FROM products ORDER BY id').pluck().all() as Id[]
  const { result: offers } = book.writer.write('bench.carriers', null, addCarriers)
  for (let first = 0; first < count; first += chunk) {
    book.writer.write('bench.shipments', null, (tx) => {
      const ids: Id[] = []
      for (let at = first; at < Math.min(count, first + chunk); at += 1)
        ids.push(
          addShipment(tx, random, {
            at,
            count,
            offer: random.pick(offers),
            productId: products[at % products.length] ?? 0,
          }),
        )
      settleShipments(tx, ids)
    })
  }
}

type Offer = { carrierId: Id; serviceId: Id; mode: (typeof modes)[number] }

function addCarriers(tx: WriteTx): Offer[] {
  return carriers.flatMap((name, at) => {
    const carrierId = tx.insert('parties', { name, is_carrier: 1 })
    const mode = modes[at] ?? 'courier'
    return ['Express', 'Economy'].map((service) => ({
      ...{ carrierId, mode },
      serviceId: tx.insert('carrier_services', {
        carrier_id: carrierId,
        name: service,
        mode,
        days_min: 3,
        days_max: 30,
      }),
    }))
  })
}

type Made = { at: number; count: number; offer: Offer; productId: Id }

function addShipment(tx: WriteTx, random: Random, { at, count, offer, productId }: Made): Id {
  const leftOn = addDays(firstDay, Math.floor((at * days) / count))
  const transit = random.between(3, 12) + (offer.mode === 'sea' ? random.between(15, 25) : random.between(0, 6))
  const id = tx.insert('shipments', {
    ...{ number: `SH-${at}`, kind: 'order', status: 'sent', sent_on: leftOn, planned_on: addDays(leftOn, 16) },
    ...{ planned_by: 'service', carrier_id: offer.carrierId, service_id: offer.serviceId, mode: offer.mode },
    ...{ from_country: 'CN', ship_to_name: `Ann Miller ${at % 997}`, ship_to_street: `${at % 200} Main Street` },
    ...{ ship_to_city: 'Springfield', ship_to_postal_code: '00501' },
    ship_to_country: countries[Math.floor(random.between(0, 255) ** 2 / 4096)] ?? 'US',
  })
  const order_line_id = addOrder(tx, { at, leftOn, isThere: addDays(leftOn, transit) <= lastDay, productId })
  tx.insert('shipment_lines', { shipment_id: id, position: 1, order_line_id, product_id: productId, qty_milli: 1000 })
  const parcelId = tx.insert('parcels', {
    ...{ shipment_id: id, position: 1, gross_grams: random.between(100, 30_000), tracking_number: `T${at}` },
  })
  const cost = random.between(300, 9000)
  tx.insert('shipment_charges', {
    ...{ shipment_id: id, kind: 'freight', actual_minor: cost, actual_currency: 'USD', actual_rate: '1' },
    ...{ actual_rate_on: leftOn, actual_base_minor: cost },
  })
  addEvents(tx, random, { id, parcelId, leftOn, transit })
  return id
}

type Sold = { at: number; leftOn: Day; isThere: boolean; productId: Id }

function addOrder(tx: WriteTx, { at, leftOn, isThere, productId }: Sold): Id {
  const order_id = tx.insert('sales_orders', {
    ...{ number: `SB-${at}`, ordered_on: leftOn, shipped_on: leftOn, currency: 'USD', rate: '1', rate_on: leftOn },
    ...(isThere ? { status: 'delivered', delivered_on: leftOn } : { status: 'shipped' }),
    ...{ line_count: 1, total_minor: 1250, base_total_minor: 1250 },
  })
  return tx.insert('order_lines', {
    ...{ order_id, position: 1, product_id: productId, qty_milli: 1000, price_micros: 12_500_000 },
    ...{ total_minor: 1250, base_minor: 1250 },
  })
}

type Journey = { id: Id; parcelId: Id; leftOn: Day; transit: number }

function addEvents(tx: WriteTx, random: Random, { id, parcelId, leftOn, transit }: Journey): void {
  const isLost = random.chance(0.005)
  way.forEach(([state, text], step) => {
    const on = addDays(leftOn, Math.round((transit * step) / (way.length - 1)))
    if (on > lastDay) return
    const isEnd = step === way.length - 1
    const localTime = `${on}T${String(8 + step).padStart(2, '0')}:15`
    tx.insert('shipment_events', {
      ...{ shipment_id: id, parcel_id: parcelId, local_time: localTime, zone: '+08:00' },
      ...{
        happened_at: instantOf(localTime, '+08:00'),
        place: 'Shenzhen',
        country: 'CN',
        source: 'dhl',
        read_by: 'text',
      },
      ...(isEnd && isLost ? { state: 'lost', text: 'Shipment lost' } : { state, text }),
    })
  })
}
