// "Mark shipped" for many orders: those named, or all that match in a list.
import type { WriteTx } from '#main/db/database.ts'
import { dispatchOrders } from '#main/services/dispatch/dispatch-orders.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import type { Id } from '#shared/ids.ts'
import type { DispatchedMany, DispatchManyInput } from '#shared/schemas/dispatch.ts'

/** All that is open of each, in one transaction; what cannot be sent is told and stays as it was. */
export function dispatchMany(tx: WriteTx, input: DispatchManyInput): DispatchedMany {
  const { orderIds, target, trackingNumbers, ...head } = input
  const ids = new Set<Id>([...orderIds, ...(target ? targetIds(tx, target) : [])])
  const inputs = [...ids].map((orderId) => {
    const trackingNumber = trackingNumbers[String(orderId)] ?? ''
    return { ...head, orderId, trackingNumber, lines: [] }
  })
  return dispatchOrders(tx, inputs)
}
