// Flat files of purchases: one row is one line, with the order's own data repeated on each.
import { baseCurrency } from '#main/services/book/book-queries.ts'
import {
  type LoadContext,
  type Loader,
  merged,
  problem,
  type Refused,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { purchaseLineLoader } from '#main/services/import/loading/purchase-line-loader.ts'
import { takePurchase } from '#main/services/import/loading/purchase-loader.ts'
import type { Id } from '#shared/ids.ts'

export function purchaseRowLoader(context: LoadContext): Loader {
  const base = baseCurrency(context.tx)
  const lines = purchaseLineLoader(context)
  const orders = new Map<string, { id: Id; supplier: string | undefined }>()
  /** Of a row that only what it refers to keeps out, everything that is not known. */
  const goodsBeside = ({ problems }: Refused, row: TypedRow) =>
    problems.every(({ expected }) => expected.startsWith('known-')) ? lines.unknownGoods(lineOf(row)) : []
  return {
    // An order whose first line is refused is not made either: its next good line makes it.
    writesAhead: true,
    prepare: (rows) => lines.prepare?.(rows),
    take(row) {
      const reference = textOf(row, 'order')
      if (!reference) return problem('order', '', 'required')
      const supplier = textOf(row, 'supplier')
      const known = orders.get(reference)
      if (known) {
        // Lines of two suppliers under one number are two orders, and nobody can tell which of them this one is.
        const isOther = supplier !== undefined && known.supplier !== undefined && supplier !== known.supplier
        return isOther ? problem('supplier', supplier, 'one-supplier') : lines.takeInto(known.id, lineOf(row))
      }
      const order = takePurchase(context, base, headOf(row, reference))
      if ('problems' in order) return { problems: [...order.problems, ...goodsBeside(order, row)] }
      const line = lines.takeInto(order.id, lineOf(row))
      if (typeof line === 'object') {
        if (order.outcome === 'new') context.touchedPurchases.delete(order.id)
        return line
      }
      orders.set(reference, { id: order.id, supplier })
      return merged(order.outcome, line)
    },
    forget: () => lines.forget?.(),
    finish: () => lines.finish?.() ?? [],
  }
}

/** The order's part of a row: in a flat file `externalId` is the line's key, and the note is the line's. */
function headOf(row: TypedRow, reference: string): TypedRow {
  return { ...row, values: { ...row.values, externalId: reference, number: undefined, note: undefined } }
}

/** The line's part: what it is priced in was settled by its order. */
function lineOf(row: TypedRow): TypedRow {
  return { ...row, values: { ...row.values, currency: undefined } }
}
