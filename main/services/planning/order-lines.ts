// Chosen lines become goods on order: the word of the seller that they were ordered, where no purchase order is written.
import type { WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { addExpected } from '#main/services/expected/expected-commands.ts'
import { leadTimesOf } from '#main/services/planning/lead-times.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { expectedInput } from '#shared/schemas/expected.ts'
import type { OrderLinesInput } from '#shared/schemas/replenishment.ts'

/** All of them or none. A line without a day is expected after its lead time, or on no day where none is known. */
export function orderLines(tx: WriteTx, input: OrderLinesInput): { ids: Id[] } {
  const orderedOn = input.orderedOn ?? bookToday(tx, tx.now)
  const leadTimes = leadTimesOf(
    tx,
    input.lines.map(({ productId }) => productId),
  )
  const expectedDay = (productId: Id): Day | null => {
    const agreed = tx.get<{ days: number | null }>(
      'SELECT lead_time_days AS days FROM products WHERE id = ?',
      productId,
    )
    const lead = leadTimes.choose(productId, agreed?.days ?? null)
    return lead && addDays(orderedOn, Math.ceil(lead.meanDays))
  }
  const ids = input.lines.map(({ productId, quantity, supplierId, expectedOn }) =>
    addExpected(
      tx,
      expectedInput.parse({
        productId,
        quantity,
        supplierId,
        warehouseId: input.warehouseId,
        orderedOn,
        expectedOn: expectedOn === undefined ? expectedDay(productId) : expectedOn,
        reference: input.reference,
      }),
    ),
  )
  return { ids }
}
