// Orders that the seller's rules find odd: which rules and why, cleared by a person, in the way of confirming only if the seller
// says so.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { orderFlags } from '#main/domain/sales/order-flags.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import { flagFacts } from '#main/services/sales/flag-facts.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { FlagRule, OrderFlags } from '#shared/schemas/order-flags.ts'

/** The flags as the rules and the book stand now, or `orders/not-found`. */
export function flagsOfOrder(db: ReadDb, orderId: Id): OrderFlags {
  const order = db.get<{ clearedOn: string | null; status: string }>(
    'SELECT flags_cleared_on AS clearedOn, status FROM live_sales_orders WHERE id = ?',
    orderId,
  )
  if (!order) throw new AppError('orders/not-found')
  const setting = salesSetting(db, 'flags')
  const facts = flagFacts(db, orderId, setting)
  const flags = facts === null ? [] : orderFlags(facts, setting)
  const { clearedOn, status } = order
  const blocks = setting.blocks && status === 'draft' && flags.length > 0 && clearedOn === null
  return { orderId, flags, clearedOn, blocks }
}

/** The rules that an order must be cleared of before it can be confirmed; none unless the seller says that flags block. */
export function blocksConfirm(db: ReadDb, orderId: Id): FlagRule[] {
  if (!salesSetting(db, 'flags').blocks) return []
  const { flags, clearedOn } = flagsOfOrder(db, orderId)
  return clearedOn === null ? [...new Set(flags.map(({ rule }) => rule))] : []
}

/** Of some orders those with flags that nobody cleared, with the rules that speak: for the page of a list. */
export function flaggedAmong(db: ReadDb, orderIds: readonly Id[]): { orderId: Id; rules: FlagRule[] }[] {
  const setting = salesSetting(db, 'flags')
  const open = db.raw(
    `SELECT o.id FROM json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value
     WHERE o.deleted = 0 AND o.flags_cleared_on IS NULL AND o.document = 'order'`,
    JSON.stringify(orderIds),
  )
  return open.flatMap(([id]) => {
    const facts = flagFacts(db, id as Id, setting)
    const rules = facts === null ? [] : [...new Set(orderFlags(facts, setting).map(({ rule }) => rule))]
    return rules.length === 0 ? [] : [{ orderId: id as Id, rules }]
  })
}

/** Someone looked at the flags and found them well, or takes that back. */
export function clearFlags(tx: WriteTx, { id, cleared }: { id: Id; cleared: boolean }): void {
  if (!tx.get('SELECT 1 FROM live_sales_orders WHERE id = ?', id)) throw new AppError('orders/not-found')
  tx.update('sales_orders', id, { flags_cleared_on: cleared ? bookToday(tx, tx.now) : null })
}
