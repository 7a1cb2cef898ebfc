// Many orders confirmed at once: what nothing speaks against is confirmed, the rest is told with why and stays as it was.
import type { WriteTx } from '#main/db/database.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { type ConfirmOptions, confirmOne } from '#main/services/orders/order-steps.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type ConfirmedMany, confirmWarnings, type UnconfirmedOrder } from '#shared/schemas/confirm-many.ts'

type Head = { number: string; document: string; customerId: Id | null }

/** What only warns is confirmed `despite` it; what is refused never is. */
export function confirmMany(tx: WriteTx, ids: readonly Id[], options: ConfirmOptions = {}): ConfirmedMany {
  const left: UnconfirmedOrder[] = []
  const confirmed = new Set<Id>()
  let unsettled: Id[] = []
  const owing = new Set<Id>()
  const settle = () => {
    settleOrders(tx, unsettled)
    unsettled = []
    owing.clear()
  }
  for (const id of ids) {
    const head = headOf(tx, id)
    // What a customer's order before it in this very selection comes to counts against the limit.
    if (head && head.customerId !== null && owing.has(head.customerId)) settle()
    const refusal = refusalOf(head, () => confirmOne(tx, id, options))
    if (refusal) {
      left.push({ orderId: id, number: head?.number ?? '', ...refusal })
      continue
    }
    confirmed.add(id)
    unsettled.push(id)
    if (head && head.customerId !== null) owing.add(head.customerId)
  }
  settle()
  return { confirmed: confirmed.size, left }
}

function headOf(tx: WriteTx, id: Id): Head | undefined {
  return tx.get<Head>('SELECT number, document, customer_id AS customerId FROM sales_orders WHERE id = ?', id)
}

type Refusal = Pick<UnconfirmedOrder, 'code' | 'details' | 'isWarning'>

/** Orders refuse before they write; of a credit only the step itself does, and goods that cannot come back take all back. */
function refusalOf(head: Head | undefined, confirm: () => void): Refusal | null {
  try {
    confirm()
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, details } = error
    if (head?.document === 'credit' && code !== 'orders/cannot-confirm') throw error
    return { code, details, isWarning: confirmWarnings.includes(code) }
  }
}
