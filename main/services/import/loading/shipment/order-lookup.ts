// The order that a row of a shipment names: by the key of the file's channel, else of any channel, else by number.
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import type { Id } from '#shared/ids.ts'

export type ShippedOrder = {
  id: Id
  number: string
  status: string
  currency: string
  isHistory: boolean
  requiredOn: string | null
  carrierId: Id | null
}

const columns = `id, number, status, currency, is_history AS past, required_on AS requiredOn, carrier_id AS carrierId`
const rest = "AND document = 'order' AND deleted = 0"

export function orderLookup({ tx, channel }: LoadContext): (reference: string) => ShippedOrder | null {
  const known = new Map<string, ShippedOrder | null>()
  const find = (reference: string) => {
    type Row = Omit<ShippedOrder, 'isHistory'> & { past: number }
    const byKey = tx.get<Row>(
      `SELECT ${columns} FROM sales_orders INDEXED BY sales_orders_by_external_id
       WHERE channel IN (SELECT ? UNION SELECT code FROM live_channels UNION SELECT 'file') AND external_id = ? ${rest}
       ORDER BY channel = ? DESC, id LIMIT 1`,
      ...[channel, reference, channel],
    )
    const row =
      byKey ??
      tx.get<Row>(
        `SELECT ${columns} FROM sales_orders INDEXED BY sales_orders_by_number WHERE number = ? ${rest} ORDER BY id LIMIT 1`,
        reference,
      )
    if (!row) return null
    const { past, ...order } = row
    return { ...order, isHistory: past === 1 }
  }
  return (reference) => {
    const found = known.get(reference) ?? find(reference)
    known.set(reference, found)
    return found
  }
}
