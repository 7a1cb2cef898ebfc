// Opening stock from a file of its own. A product may stand in several rows, one for each place: its opening stock is their
// sum, so nothing is set before the last row.

import {
  type LateOutcome,
  type LoadContext,
  type Loader,
  problem,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { takeOpening } from '#main/services/import/loading/opening-of-file.ts'
import {
  findProductBySkuOrKey,
  findProductInAnyCase,
  forgetSkus,
  makeProduct,
} from '#main/services/import/loading/product-reference.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'

type Counted = { qtyMilli: number; on: Day; lines: number[] }

export function stockLoader(context: LoadContext): Loader {
  const counted = new Map<Id, Counted>()
  return {
    refusesLate: true,
    forget: () => forgetSkus(context),
    take(row) {
      const reference = textOf(row, 'product')
      if (!reference) return problem('product', '', 'required')
      const quantity = textOf(row, 'quantity')
      const qtyMilli = quantity === undefined ? null : qtyFromDecimal(quantity)
      if (quantity === undefined) return problem('quantity', '', 'required')
      if (qtyMilli === null) return problem('quantity', quantity, 'quantity')
      if (qtyMilli < 0) return problem('quantity', quantity, 'not-negative')
      const productId =
        findProductBySkuOrKey(context, reference) ??
        findProductInAnyCase(context, reference) ??
        makeProduct(context, reference)
      if (productId === null) return problem('product', reference, 'known-product')
      add(counted, productId, { qtyMilli, on: dayOfCount(context, row), lines: [row.line] })
      return 'later'
    },
    finish: () => [...counted].flatMap(([productId, stock]) => setStock(context, productId, stock)),
  }
}

function dayOfCount(context: LoadContext, row: TypedRow): Day {
  return (textOf(row, 'countedOn') as Day | undefined) ?? context.today
}

function add(counted: Map<Id, Counted>, productId: Id, row: Counted): void {
  const before = counted.get(productId)
  if (!before) counted.set(productId, row)
  else {
    before.qtyMilli += row.qtyMilli
    before.lines.push(...row.lines)
  }
}

function setStock(context: LoadContext, productId: Id, { qtyMilli, on, lines }: Counted): LateOutcome[] {
  const what = takeOpening(context, { productId, qtyMilli, on, field: 'quantity' })
  const outcome =
    typeof what === 'object' ? what : what === 'same' ? 'unchanged' : what === 'posted' ? 'new' : 'changed'
  return lines.map((line) => ({ line, outcome }))
}
