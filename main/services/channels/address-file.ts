// Lists of recipients for carriers' pages: one row for each shipment that is to go out.
import type { ReadDb } from '#main/db/database.ts'
import {
  addressFileFormats,
  addressLine,
  addressLines,
  plainPhone,
  type Recipient,
} from '#main/domain/channels/address-formats.ts'
import { cellsOf } from '#main/domain/channels/file-format.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import type { FileMade } from '#main/services/channels/file-made.ts'
import { toldApart } from '#main/services/channels/told-apart.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import { countryName } from '#shared/reference/countries.ts'
import type { AddressFileInput, DoubtReason, LeftOutReason } from '#shared/schemas/channel-files.ts'

type Row = {
  id: Id
  number: string
  partyName: string
  name: string
  street: string
  city: string
  region: string
  postalCode: string
  country: string
  phone: string
  email: string
  service: string
  weightGrams: number | null
  pieceCount: number
  valueMinor: number | null
}

export function addressFile(db: ReadDb, input: AddressFileInput): FileMade {
  const format = addressFileFormats[input.format]
  const leftOut = toldApart<LeftOutReason>()
  const doubtful = toldApart<DoubtReason>()
  const base = baseCurrency(db)
  const rows: FileMade['rows'] = []
  for (const row of shipmentsOf(db, input)) {
    const source = { shipmentId: row.id, number: row.number, text: row.name || row.partyName }
    if (row.name === '' && row.partyName === '') leftOut.add('no-recipient', source)
    else if (row.street === '' || row.country === '') leftOut.add('no-address', source)
    else {
      const recipient = recipientOf(db, row, base)
      if (recipient.lines.some((line) => line.length > addressLine)) doubtful.add('long-address', source)
      if (row.weightGrams === null) doubtful.add('no-weight', source)
      if (row.phone === '') doubtful.add('no-phone', source)
      rows.push({ shipmentId: row.id, number: row.number, parcelId: null, cells: cellsOf(format, recipient) })
    }
  }
  return { format, name: `addresses-${input.format}`, rows, leftOut: leftOut.all(), doubtful: doubtful.all() }
}

const toGoOut = `s.deleted = 0 AND s.kind IN ('order', 'transfer', 'other') AND s.is_history = 0 AND s.status IN ('draft', 'packed')`

function shipmentsOf(db: ReadDb, { shipmentIds, carrierId }: AddressFileInput): Row[] {
  const [from, where, given] = shipmentIds
    ? ['json_each(?) j CROSS JOIN shipments s ON s.id = j.value', 's.deleted = 0', [JSON.stringify(shipmentIds)]]
    : ['shipments s INDEXED BY shipments_list_by_number', `${toGoOut} AND s.archived = 0`, []]
  const ofCarrier = carrierId === null ? '' : ' AND s.carrier_id = CAST(? AS INTEGER)'
  return db.all<Row>(
    `SELECT s.id, s.number, coalesce(p.name, '') AS partyName, s.ship_to_name AS name, s.ship_to_street AS street,
       s.ship_to_city AS city, s.ship_to_region AS region, s.ship_to_postal_code AS postalCode, s.ship_to_country AS country,
       s.ship_to_phone AS phone, s.ship_to_email AS email, coalesce(nullif(v.code, ''), v.name, '') AS service,
       s.weight_grams AS weightGrams, s.piece_count AS pieceCount, s.value_base_minor AS valueMinor
     FROM ${from} LEFT JOIN parties p ON p.id = s.party_id LEFT JOIN carrier_services v ON v.id = s.service_id
     WHERE ${where}${ofCarrier} ORDER BY s.number, s.id`,
    ...[...given, ...(carrierId === null ? [] : [carrierId])],
  )
}

function recipientOf(db: ReadDb, row: Row, base: string): Recipient {
  const { number, partyName, street, city, region, postalCode, country, email, service, valueMinor, pieceCount } = row
  const name = row.name || partyName
  return {
    ...{ number, name, street, city, region, postalCode, country, email, service },
    company: partyName !== name ? partyName : '',
    lines: addressLines(street),
    countryName: countryName(country, 'en'),
    phone: plainPhone(row.phone),
    kilograms: row.weightGrams === null ? '' : new Decimal(row.weightGrams).div(1000).toFixed(3),
    pieces: pieceCount === 0 ? '' : String(pieceCount),
    value: minorText(valueMinor, base) ?? '',
    currency: valueMinor === null ? '' : base,
    ...sizeOf(db, row.id),
    ...goodsOf(db, row.id),
  }
}

/** Of a shipment of one piece alone. */
function sizeOf(db: ReadDb, id: Id): Pick<Recipient, 'lengthCm' | 'widthCm' | 'heightCm'> {
  const parcels = db.raw(
    'SELECT pieces, length_mm, width_mm, height_mm FROM live_parcels WHERE shipment_id = ? LIMIT 2',
    id,
  )
  const [pieces, ...sides] = (parcels.length === 1 ? parcels[0] : []) as (number | null)[]
  const [lengthCm = '', widthCm = '', heightCm = ''] = sides.map((mm) =>
    pieces === 1 && mm !== null ? new Decimal(mm).div(10).toFixed() : '',
  )
  return { lengthCm, widthCm, heightCm }
}

type GoodsRow = { en: string; zh: string; hsCode: string; origin: string; milli: number }

/** What customs are told: names for customs before names of the shop; HS code and origin where all agree on one. */
function goodsOf(
  db: ReadDb,
  id: Id,
): Pick<Recipient, 'contents' | 'contentsZh' | 'hsCode' | 'origin' | 'quantity' | 'orderNumbers'> {
  const rows = db.all<GoodsRow>(
    `SELECT coalesce(nullif(p.customs_name_en, ''), nullif(p.name_en, ''), l.description) AS en,
       coalesce(nullif(p.customs_name_zh, ''), nullif(p.name_zh, ''), l.description) AS zh, coalesce(p.hs_code, '') AS hsCode,
       coalesce(p.origin_country, '') AS origin, l.qty_milli AS milli
     FROM live_shipment_lines l LEFT JOIN products p ON p.id = l.product_id WHERE l.shipment_id = ? ORDER BY l.position, l.id`,
    id,
  )
  const orders = db.raw(
    `SELECT DISTINCT o.number FROM shipment_lines g INDEXED BY shipment_lines_by_shipment
     CROSS JOIN order_lines l ON l.id = g.order_line_id CROSS JOIN sales_orders o ON o.id = l.order_id
     WHERE g.shipment_id = ? AND g.deleted = 0 ORDER BY o.number`,
    id,
  )
  const words = (values: string[]) => [...new Set(values.filter(Boolean))].slice(0, 5).join(', ')
  const only = (values: string[]) => (new Set(values).size === 1 ? (values[0] ?? '') : '')
  return {
    contents: words(rows.map(({ en }) => en)),
    contentsZh: words(rows.map(({ zh }) => zh)),
    hsCode: only(rows.map(({ hsCode }) => hsCode)),
    origin: only(rows.map(({ origin }) => origin)),
    quantity: rows.length === 0 ? '' : String(rows.reduce((sum, { milli }) => sum + milli, 0) / 1000),
    orderNumbers: orders.map(([number]) => number).join(' '),
  }
}
