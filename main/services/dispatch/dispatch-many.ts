// "Mark shipped" for many orders: those named, or all that match in a list.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { dispatchOrders } from '#main/services/dispatch/dispatch-orders.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import type { Id } from '#shared/ids.ts'
import type { DispatchedMany, DispatchManyInput } from '#shared/schemas/dispatch.ts'

/** All that is open of each, in one transaction; what cannot be sent is told and stays as it was. */
export function dispatchMany(tx: WriteTx, input: DispatchManyInput): DispatchedMany {
  const { orderIds, target, trackingNumbers, ...head } = input
  const ids = new Set<Id>([...orderIds, ...(target ? byPromise(tx, targetIds(tx, target)) : [])])
  const inputs = [...ids].map((orderId) => {
    const trackingNumber = trackingNumbers[String(orderId)] ?? ''
    return { ...head, orderId, trackingNumber, lines: [] }
  })
  return dispatchOrders(tx, inputs)
}

/** What lies there goes to who was promised it first, as reservations do; in the order told where the orders were named. */
function byPromise(db: ReadDb, ids: readonly Id[]): Id[] {
  const sql = `SELECT o.id FROM json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value
    ORDER BY o.required_on IS NULL, o.required_on, o.ordered_on, o.id`
  return db.raw(sql, JSON.stringify(ids)).map(([id]) => id as Id)
}
