// Opening stock from a file of its own: product and quantity.

import { type LoadContext, type Loader, problem, textOf } from '#main/services/import/loading/loader.ts'
import { productFor } from '#main/services/import/loading/product-loader.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import type { Day } from '#shared/dates.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

export function stockLoader(context: LoadContext): Loader {
  return {
    take(row) {
      const reference = textOf(row, 'product')
      if (!reference) return problem('product', '', 'required')
      const productId = productFor(context, reference)
      if (productId === null) return problem('product', reference, 'known-product')
      const quantity = textOf(row, 'quantity')
      const qtyMilli = quantity === undefined ? null : qtyFromDecimal(quantity)
      if (qtyMilli === null)
        return problem('quantity', quantity ?? '', quantity === undefined ? 'required' : 'quantity')
      if (qtyMilli < 0) return problem('quantity', quantity ?? '', 'not-negative')
      const on = (textOf(row, 'countedOn') as Day | undefined) ?? context.today
      const outcome = setOpeningStock(context.tx, productId, qtyMilli, on)
      return outcome === 'same' ? 'unchanged' : outcome === 'posted' ? 'new' : 'changed'
    },
  }
}
