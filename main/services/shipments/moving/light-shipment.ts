// The shipment that a dispatch makes of itself where none was made before: what left, to whom, with which numbers. So the list
// of shipments, the board and the figures know of everything that was sent. Derived columns are the caller's to settle.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import { compactNumber } from '#main/domain/tracking/recognise-number.ts'
import { nextShipmentNumber } from '#main/services/shipments/shipment-numbers.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type LightShipment = {
  orderId: Id
  /** Null: nobody wrote it down. */
  on: Day | null
  warehouseId: Id | null
  carrierId: Id | null
  /** Thousandths by line of the order. */
  lines: ReadonlyMap<Id, number>
  /** As a dispatch keeps them: several are parted by commas. */
  trackingNumber: string
  /** What whoever sends knows beyond that: the service, the number of a file. */
  head?: Readonly<Record<string, Param | undefined>> | undefined
}

type OrderRow = {
  number: string
  customer_id: Id | null
  warehouse_id: Id | null
  ordered_on: Day
  required_on: Day | null
  is_history: number
}

const shipToColumns = ['name', 'street', 'city', 'region', 'postal_code', 'country', 'phone'].map(
  (part) => `ship_to_${part}`,
)

/** Prepared, as a file may bring hundreds of thousands. */
const lineOfOrderLine = `INSERT INTO shipment_lines (id, shipment_id, position, qty_milli, order_line_id, product_id)
  SELECT ?, ?, ?, ?, id, product_id FROM order_lines WHERE id = ?`

export function writeLightShipment(tx: WriteTx, light: LightShipment): Id {
  const { on, head = {} } = light
  const order = tx.get<OrderRow & Record<string, Param>>(
    `SELECT number, customer_id, warehouse_id, ordered_on, required_on, is_history, ${shipToColumns.join(', ')}
     FROM sales_orders WHERE id = ?`,
    light.orderId,
  )
  if (!order) throw new Error('an order that is sent and is not there')
  const warehouseId = light.warehouseId ?? order.warehouse_id
  const id = tx.insert('shipments', {
    number: nextShipmentNumber(tx, on ?? order.ordered_on),
    kind: 'order',
    status: 'sent',
    party_id: order.customer_id,
    warehouse_id: warehouseId,
    carrier_id: light.carrierId,
    from_country: countryOf(tx, warehouseId),
    ...Object.fromEntries(shipToColumns.map((column) => [column, order[column]])),
    sent_on: on,
    ...plan(order, on),
    is_history: order.is_history,
    ...head,
  })
  const insertLine = tx.statement(lineOfOrderLine)
  let position = 0
  for (const [lineId, milli] of light.lines) {
    position += 1
    insertLine.run(tx.nextId(), id, position, milli, lineId)
  }
  writeNumbers(tx, id, trackingNumbersOf(light.trackingNumber))
  return id
}

/** What the customer was promised, where that was not missed before it left. */
function plan({ required_on }: OrderRow, on: Day | null): { planned_on?: Day; planned_by?: string } {
  if (required_on === null || (on !== null && required_on < on)) return {}
  return { planned_on: required_on, planned_by: 'order' }
}

/** Of the place that it leaves from, else our own. */
export function countryOf(db: ReadDb, warehouseId: Id | null): string {
  const row = db.get<{ country: string }>(
    `SELECT coalesce(nullif((SELECT country FROM warehouses WHERE id = ?), ''), (SELECT country FROM books LIMIT 1), '')
       AS country`,
    warehouseId,
  )
  return row?.country ?? ''
}

/** `1Z…, 1Z…` are two parcels; a space may stand within a number. */
export function trackingNumbersOf(text: string): string[] {
  const numbers = text.split(/\s*[,;，；、\n]\s*/).map((one) => one.trim().slice(0, 120))
  return [...new Set(numbers.filter((one) => one !== ''))]
}

/** The most that a dispatch keeps of its numbers as text: whole ones. The parcels keep all. */
export function keptNumbers(numbers: readonly string[]): string {
  return numbers.filter((_, index) => numbers.slice(0, index + 1).join(', ').length <= 300).join(', ')
}

/** A parcel for each number that the shipment does not have: first those that have none yet, then new ones. */
export function writeNumbers(tx: WriteTx, shipmentId: Id, numbers: readonly string[]): boolean {
  if (numbers.length === 0) return false
  const parcels = tx.all<{ id: Id; position: number; number: string; pieces: number }>(
    `SELECT id, position, tracking_number AS number, pieces FROM parcels INDEXED BY parcels_by_shipment
     WHERE shipment_id = ? AND deleted = 0 ORDER BY position, id`,
    shipmentId,
  )
  const known = new Set(parcels.map(({ number }) => compactNumber(number)))
  const free = parcels.filter(({ number }) => number === '')
  let position = parcels.at(-1)?.position ?? 0
  let isChanged = false
  for (const number of numbers) {
    // As the form keeps them: news are looked up by the number without spaces.
    const tracking_number = compactNumber(number)
    if (known.has(tracking_number)) continue
    known.add(tracking_number)
    isChanged = true
    const parcel = free.shift()
    if (parcel) tx.update('parcels', parcel.id, { tracking_number })
    else {
      position += 1
      tx.insert('parcels', { shipment_id: shipmentId, position, packaging: 'parcel', tracking_number })
    }
  }
  return isChanged
}
