// Shipments that suppliers sent in the past, as a file of purchase lines tells them by a number of their own (ASN, delivery note):
// on which day they should have come and did, what they weighed, what their freight was.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { tellFreight } from '#main/services/charges/told-freight.ts'
import { applyColumns } from '#main/services/import/loading/apply-columns.ts'
import { noteDelivery } from '#main/services/shipments/moving/past-orders.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { holderOfShipmentNumber, nextShipmentNumber } from '#main/services/shipments/shipment-numbers.ts'
import { type Day, earliestDay, latestDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** The lines of purchase orders that came by one number of a source. */
export type ToldShipment = { channel: string; reference: string; lines: ReadonlySet<Id> }

type Line = {
  id: Id
  orderId: Id
  supplierId: Id | null
  warehouseId: Id | null
  orderedOn: Day
  currency: string
  rate: string | null
  rateOn: string | null
  mode: string
  country: string
  incoterm: string
  place: string
  externalId: string
  productId: Id | null
  qtyMilli: number
  dueOn: Day | null
  receivedOn: Day | null
  freightMinor: number | null
  freightWord: string
  weightGrams: number | null
  weightWord: string
  toldWith: string
}

const linesSql = `SELECT l.id, l.order_id AS orderId, o.supplier_id AS supplierId, o.warehouse_id AS warehouseId,
    o.ordered_on AS orderedOn, o.currency, o.rate, o.rate_on AS rateOn, o.mode, o.country, o.incoterm, o.place,
    l.external_id AS externalId, l.product_id AS productId, l.qty_milli AS qtyMilli, l.due_on AS dueOn,
    l.last_received_on AS receivedOn, l.freight_minor AS freightMinor, l.freight_word AS freightWord,
    l.weight_grams AS weightGrams, l.weight_word AS weightWord, l.told_with AS toldWith
  FROM json_each(?) j CROSS JOIN purchase_lines l ON l.id = j.value CROSS JOIN purchase_orders o ON o.id = l.order_id
  WHERE l.deleted = 0 AND o.deleted = 0 AND o.is_history = 1 ORDER BY l.order_id, l.position, l.id`

/** Makes those that are new and brings the others up to date; a file read twice changes nothing. Gives how many are new. */
export function shipPastPurchases(tx: WriteTx, told: Iterable<ToldShipment>, base: string): number {
  const settled: Id[] = []
  let made = 0
  for (const shipment of told) {
    const lines = tx.all<Line>(linesSql, JSON.stringify([...shipment.lines]))
    const [first] = lines
    if (!first) continue
    const known = knownShipment(tx, shipment)
    const columns = headOf(first, lines)
    const id = known ?? makeShipment(tx, shipment, { ...columns, sent_on: null })
    if (known === null) made += 1
    else applyColumns(tx, 'shipments', id, columns)
    writeLines(tx, id, lines)
    writeFreight(tx, id, { first, lines, base })
    noteDelivery(tx, id, latestDay(lines.map(({ receivedOn }) => receivedOn)))
    settled.push(id)
  }
  settleShipments(tx, settled)
  return made
}

function knownShipment(db: ReadDb, { channel, reference }: ToldShipment): Id | null {
  const row = db.get<{ id: Id }>(
    `SELECT id FROM shipments INDEXED BY shipments_by_external_id
     WHERE channel = ? AND external_id = ? AND external_id <> '' AND deleted = 0 ORDER BY id LIMIT 1`,
    ...[channel, reference],
  )
  return row?.id ?? null
}

function makeShipment(tx: WriteTx, { channel, reference }: ToldShipment, columns: Record<string, Param>): Id {
  const isFree = holderOfShipmentNumber(tx, reference) === null
  const on = (columns.planned_on ?? columns.booked_on) as Day | null
  const number = isFree ? reference : nextShipmentNumber(tx, on ?? ('2000-01-01' as Day))
  return tx.insert('shipments', {
    ...{ number, channel, external_id: reference, kind: 'purchase', status: 'sent', is_history: 1 },
    ...columns,
  })
}

/** What was promised is the earliest day that one of its lines was promised for. */
function headOf(first: Line, lines: readonly Line[]) {
  const planned_on = earliestDay(lines.map(({ dueOn }) => dueOn))
  const grams = wholeSum(lines, { amount: 'weightGrams', word: 'weightWord' })
  return {
    ...{
      party_id: first.supplierId,
      warehouse_id: first.warehouseId,
      mode: first.mode,
      ship_to_country: first.country,
    },
    ...{ incoterm: first.incoterm, place: first.place, planned_on, planned_by: planned_on === null ? '' : 'order' },
    told_grams: grams,
  }
}

type Told = { amount: 'weightGrams'; word: 'weightWord' } | { amount: 'freightMinor'; word: 'freightWord' }

/** The sum, where every line tells it, or points at a line of the same shipment that does; else nobody knows the whole. */
function wholeSum(lines: readonly Line[], { amount, word }: Told): number | null {
  const isTold = (line: Line) =>
    line[amount] !== null ||
    (line[word] === 'see' && lines.some((one) => one.externalId === line.toldWith && one[amount] !== null))
  if (!lines.every(isTold)) return null
  return lines.reduce((sum, line) => sum + (line[amount] ?? 0), 0)
}

function writeLines(tx: WriteTx, shipmentId: Id, lines: readonly Line[]): void {
  const known = new Map(
    tx
      .all<{ id: Id; lineId: Id; position: number }>(
        `SELECT id, purchase_line_id AS lineId, position FROM shipment_lines INDEXED BY shipment_lines_by_shipment
         WHERE shipment_id = ? AND deleted = 0`,
        shipmentId,
      )
      .map((line) => [line.lineId, line] as const),
  )
  let position = Math.max(0, ...[...known.values()].map((line) => line.position))
  for (const { id, productId, qtyMilli } of lines) {
    const before = known.get(id)
    const columns = { product_id: productId, qty_milli: qtyMilli }
    if (before) applyColumns(tx, 'shipment_lines', before.id, columns)
    else {
      position += 1
      tx.insert('shipment_lines', { shipment_id: shipmentId, position, purchase_line_id: id, ...columns })
    }
  }
}

type Freight = { first: Line; lines: readonly Line[]; base: string }

/** What it really cost to carry it; none where a line says that its freight is in the price, or on another paper. */
function writeFreight(tx: WriteTx, shipmentId: Id, { first, lines, base }: Freight): void {
  const minor = wholeSum(lines, { amount: 'freightMinor', word: 'freightWord' })
  if (minor === null) return
  const { currency } = first
  const { rate, rateOn } = currency === base ? { rate: '1', rateOn: first.orderedOn } : first
  tellFreight(tx, shipmentId, { minor, currency, base, rate, rateOn })
}
