// What to buy, and lines of a sales order (back to back), become drafts by supplier; the latter linked to the line each is for.
import type { WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { buyPlan } from '#main/services/purchases/buy-plan.ts'
import { draftPurchases, type WantedGoods } from '#main/services/purchases/draft-purchases.ts'
import { supplierChooser } from '#main/services/purchases/supplier-choice.ts'
import { AppError } from '#shared/errors.ts'
import { toMilli } from '#shared/quantity.ts'
import type { BuyPlanLine, FromReplenishment, FromSalesOrder, MadePurchases } from '#shared/schemas/purchases.ts'

/** `all`: what is not bought yet, whatever is in stock; `short`: what neither stock nor a purchase covers. */
export function purchasesFromSalesOrder(tx: WriteTx, input: FromSalesOrder): MadePurchases {
  const plan = buyPlan(tx, input.salesOrderId)
  const lines =
    input.lines ?? plan.lines.map(({ lineId }): NonNullable<FromSalesOrder['lines']>[number] => ({ lineId }))
  const skipped: MadePurchases['skipped'] = []
  const wants = lines.flatMap((line): WantedGoods[] => {
    const { lineId } = line
    const planned = plan.lines.find((known) => known.lineId === lineId)
    if (!planned) throw new AppError('orders/line-not-found')
    const { productId, skip, supplier } = planned
    const quantity = line.quantity ?? quantityOf(planned, input.scope)
    if (productId === null || skip === 'kit' || quantity <= 0) {
      skipped.push({ lineId, reason: skip ?? 'covered' })
      return []
    }
    const supplierId = line.supplierId === undefined ? (supplier?.id ?? null) : line.supplierId
    const qtyMilli = toMilli(quantity)
    return [{ productId, supplierId, qtyMilli, promisedOn: input.promisedOn, salesLineId: lineId }]
  })
  if (wants.length === 0) return { orders: [], withoutPrice: [], lifted: [], skipped }
  return { ...draftPurchases(tx, wants, input), skipped }
}

function quantityOf({ ordered, bought, short }: BuyPlanLine, scope: FromSalesOrder['scope']): number {
  return scope === 'short' ? short : Math.max(0, (toMilli(ordered) - toMilli(bought)) / 1000)
}

/** Chosen lines of what to buy. Without a supplier named, the product's own or the cheapest that offers it. */
export function purchasesFromReplenishment(tx: WriteTx, input: FromReplenishment): MadePurchases {
  const on = input.orderedOn ?? bookToday(tx, tx.now)
  const supplierFor = supplierChooser(tx, on)
  const wants = input.lines.map(({ productId, quantity, supplierId, promisedOn }) => {
    const wanted = { productId, qtyMilli: toMilli(quantity) }
    return { ...wanted, supplierId: supplierId ?? supplierFor(wanted), promisedOn }
  })
  return { ...draftPurchases(tx, wants, input), skipped: [] }
}
