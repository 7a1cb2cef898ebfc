// Whether a told shipment is in the book already: by its number in the file, by a tracking number, or as the one shipment by which
// its order left.
import type { ReadDb } from '#main/db/database.ts'
import { compactNumber } from '#main/domain/tracking/recognise-number.ts'
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import type { ToldShipment } from '#main/services/import/loading/shipment/told-shipment.ts'
import type { Id } from '#shared/ids.ts'

export type Known = {
  id: Id
  /** It has no number of a file yet. */
  mayRename: boolean
  /** Another shipment of this file is in it, too: the book knows the two as one. */
  isShared: boolean
}

type OfOrder = { id: Id; channel: string; externalId: string; numbers: string }

/** Null: its goods have not left, as far as the book knows. `taken` are those that this file has named. */
export function knownShipment({ tx, channel }: LoadContext, told: ToldShipment, taken: ReadonlySet<Id>): Known | null {
  const all = shipmentsOf(tx, told.order.id)
  const { externalId } = told
  const byId =
    externalId === '' ? undefined : all.find((one) => one.channel === channel && one.externalId === externalId)
  if (byId) return { id: byId.id, mayRename: false, isShared: false }
  const numbers = [...told.parcels.keys()]
  const byNumber = all.find((one) => numbers.some((number) => numbersIn(one).includes(number)))
  if (byNumber) return known(byNumber, externalId !== '' && byNumber.externalId !== '')
  const free = all.filter((one) => one.externalId === '' && !taken.has(one.id))
  const [only] = free
  // Numbers of its own make it another one, as long as something is still to leave.
  const isOpen = hasOpen(tx, told.order.id)
  const isOther = isOpen && numbers.length > 0 && only !== undefined && numbersIn(only).length > 0
  if (free.length === 1 && only && !isOther) return known(only, false)
  const [first] = all
  return first && !isOpen && all.length === 1 ? known(first, true) : null
}

function known({ id, externalId }: OfOrder, isShared: boolean): Known {
  return { id, mayRename: externalId === '', isShared }
}

function numbersIn({ numbers }: OfOrder): string[] {
  return (JSON.parse(numbers) as string[]).filter((number) => number !== '').map(compactNumber)
}

function shipmentsOf(db: ReadDb, orderId: Id): OfOrder[] {
  return db.all<OfOrder>(
    `SELECT s.id, s.channel, s.external_id AS externalId,
       (SELECT json_group_array(p.tracking_number) FROM parcels p INDEXED BY parcels_by_shipment
        WHERE p.shipment_id = s.id AND p.deleted = 0) AS numbers
     FROM order_lines l INDEXED BY order_lines_by_order
     CROSS JOIN shipment_lines g INDEXED BY shipment_lines_by_order_line ON g.order_line_id = l.id AND g.deleted = 0
     CROSS JOIN shipments s ON s.id = g.shipment_id
     WHERE l.order_id = ? AND s.deleted = 0 AND s.kind = 'order' AND s.status = 'sent' GROUP BY s.id ORDER BY s.id`,
    orderId,
  )
}

/** Something of the order is still to be sent. */
function hasOpen(db: ReadDb, orderId: Id): boolean {
  const sql =
    "SELECT 1 FROM sales_orders WHERE id = ? AND is_history = 0 AND status IN ('confirmed', 'part_shipped', 'on_hold')"
  return db.get(sql, orderId) !== undefined
}
