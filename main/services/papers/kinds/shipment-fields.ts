// What papers of a shipment have in common: what is printed of it, whom it goes to, how its cartons are numbered.
import type { ReadDb } from '#main/db/database.ts'
import { countryPair, dayPair, filled, lines, type Pair, same } from '#main/domain/papers/paper-text.ts'
import { transportPair } from '#main/domain/papers/transport-words.ts'
import { documentParty } from '#main/services/orders/order-document.ts'
import { placeFields } from '#main/services/papers/kinds/order-paper-fields.ts'
import { getShipment } from '#main/services/shipments/shipment-queries.ts'
import { isDay } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { DocumentParty } from '#shared/schemas/order-document.ts'
import type { PaperWish } from '#shared/schemas/papers.ts'
import type { Parcel, Shipment } from '#shared/schemas/shipments.ts'

export type ShipmentToPrint = {
  shipment: Pick<
    Shipment,
    | 'number'
    | 'partyId'
    | 'shipTo'
    | 'sentOn'
    | 'packedOn'
    | 'mode'
    | 'incoterm'
    | 'place'
    | 'reference'
    | 'marks'
    | 'packingNote'
    | 'orders'
    | 'purchases'
  > & {
    carrier: string
    toPlace: string
    legs: Pick<Shipment['legs'][number], 'vessel' | 'voyage' | 'containerNumber' | 'blNumber' | 'from' | 'to'>[]
    lines: Pick<
      Shipment['lines'][number],
      'id' | 'productId' | 'sku' | 'name' | 'nameZh' | 'unit' | 'description' | 'quantity'
    >[]
    parcels: Pick<
      Parcel,
      'pieces' | 'lengthMm' | 'widthMm' | 'heightMm' | 'netGrams' | 'grossGrams' | 'marks' | 'contents'
    >[]
  }
  party: DocumentParty | null
  /** By product: where it is from, and what its barcode says. */
  products: ReadonlyMap<Id, { origin: string; barcode: string }>
}

/** `papers/wrong-record` for anything but a shipment. */
export function shipmentToPrint(db: ReadDb, { record }: PaperWish, sample: ShipmentToPrint): ShipmentToPrint {
  if (record === null) return sample
  if (record.kind !== 'shipment') throw new AppError('papers/wrong-record')
  const { carrier, toWarehouse, ...shipment } = getShipment(db, record.id)
  return {
    shipment: { ...shipment, carrier: carrier?.name ?? '', toPlace: toWarehouse?.name ?? '' },
    party: documentParty(db, shipment.partyId),
    products: productsOf(
      db,
      shipment.lines.flatMap(({ productId }) => productId ?? []),
    ),
  }
}

function productsOf(db: ReadDb, ids: readonly Id[]): ShipmentToPrint['products'] {
  const rows = db.raw(
    `SELECT p.id, p.origin_country, coalesce((SELECT b.code FROM product_barcodes b INDEXED BY product_barcodes_by_product
       WHERE b.product_id = p.id AND b.deleted = 0 ORDER BY b.position, b.id LIMIT 1), '')
     FROM json_each(?) j CROSS JOIN products p ON p.id = j.value`,
    JSON.stringify([...new Set(ids)]),
  ) as [Id, string, string][]
  return new Map(rows.map(([id, origin, barcode]) => [id, { origin, barcode }]))
}

/** Whom a paper of a shipment is for; there is no money in it. */
export function headOfPaper({ shipment, party }: ShipmentToPrint) {
  return { partyId: shipment.partyId, partyName: party?.name ?? shipment.shipTo.name, currency: '', totalMinor: null }
}

/** Where it goes to; the party's own address where the shipment says none. */
export function consigneeFields({ shipment: { shipTo, toPlace }, party }: ShipmentToPrint) {
  const isTold = shipTo.street !== '' || shipTo.city !== ''
  const nowhere = {
    street: '',
    city: '',
    region: '',
    postalCode: '',
    country: shipTo.country || (party?.country ?? ''),
  }
  const name = shipTo.name || (party?.name ?? '') || toPlace
  const isOther = party === null || (shipTo.name !== '' && shipTo.name !== party.name)
  return {
    name: filled({ en: name, zh: isOther ? '' : party.nameZh }),
    ...placeFields(isTold ? shipTo : (party?.address ?? nowhere)),
    contact: isOther ? '' : party.contact,
    phone: shipTo.phone || (isOther ? '' : party.phone),
  }
}

/** Where it sets out and where it ends, by its legs. */
export function routeOf({ legs }: ShipmentToPrint['shipment']): { from: Pair; to: Pair } {
  const words = (end: { code: string; place: string; country: string } | undefined): Pair => {
    const place = end?.place || end?.code || ''
    const country = countryPair(end?.country ?? '')
    return { en: lines([place, country.en], ', '), zh: lines([place, country.zh], '，') }
  }
  return { from: words(legs[0]?.from), to: words(legs.at(-1)?.to) }
}

export function shipmentFacts({ shipment }: ShipmentToPrint): { key: string; value: Pair }[] {
  const { number, orders, purchases, sentOn, packedOn, mode, carrier, incoterm, place, reference, legs } = shipment
  const { from, to } = routeOf(shipment)
  const way = transportPair(mode)
  const each = (of: (leg: (typeof legs)[number]) => string) => same(lines([...new Set(legs.map(of))], ', '))
  const day = sentOn ?? packedOn
  const facts: [string, Pair][] = [
    ['fact_shipment', same(number)],
    ['fact_orders', same([...orders, ...purchases].map((order) => order.number).join(', '))],
    [sentOn === null ? 'fact_packedOn' : 'fact_sentOn', dayPair(day !== null && isDay(day) ? day : null)],
    ['fact_transport', { en: lines([way.en, carrier], ', '), zh: lines([way.zh, carrier], '，') }],
    ['fact_vessel', each(({ vessel, voyage }) => lines([vessel, voyage], ' '))],
    ['fact_container', each(({ containerNumber }) => containerNumber)],
    ['fact_bl', each(({ blNumber }) => blNumber)],
    ['fact_from', from],
    ['fact_to', to],
    ['fact_incoterm', same(incoterm === '' ? '' : `${lines([incoterm, place], ' ')} (Incoterms® 2020)`)],
    ['fact_reference', same(reference)],
  ]
  return facts.filter(([, { en, zh }]) => en !== '' || zh !== '').map(([key, value]) => ({ key, value }))
}

export type NumberedParcel = ShipmentToPrint['shipment']['parcels'][number] & { first: number; last: number }

/** Cartons are counted through: a row of pieces has as many numbers. */
export function numberedParcels({ parcels }: ShipmentToPrint['shipment']): { rows: NumberedParcel[]; count: number } {
  let count = 0
  const rows = parcels.map((parcel) => {
    const first = count + 1
    count += parcel.pieces
    return { ...parcel, first, last: count }
  })
  return { rows, count }
}

/** `3–12`, or one number alone. */
export function rangeText({ first, last }: { first: number; last: number }): string {
  return first === last ? String(first) : `${first}–${last}`
}

/** Country of origin where all goods have the same. */
export function commonOrigin({ products }: ShipmentToPrint, productIds: readonly (Id | null)[]): Pair {
  const origins = new Set(productIds.map((id) => (id === null ? '' : (products.get(id)?.origin ?? ''))))
  const [only = ''] = origins
  return origins.size === 1 ? countryPair(only) : { en: '', zh: '' }
}
