// A book with a supplier, products and purchase orders that are on their way, and short ways to receive their goods.
import { addPurchase, confirmPurchases, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import { getPurchase } from '#main/services/purchases/purchase-queries.ts'
import { receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import type { Id } from '#shared/ids.ts'
import { type Purchase, type PurchaseDraft, purchaseInput } from '#shared/schemas/purchases.ts'
import { type ReceivePurchaseDraft, receivePurchaseInput } from '#shared/schemas/receiving.ts'
import { type StockBook, stockBook } from '#tests/services/stock/stock-book.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'

type Line = Partial<NonNullable<PurchaseDraft['lines']>[number]>

export type PurchaseBook = StockBook & {
  factory: Id
  cup: Id
  /** A sent order in base currency of 100 mugs at 2.00, unless told otherwise. */
  order(given?: Partial<PurchaseDraft>, lines?: readonly Line[]): Purchase
  receive(given: ReceivePurchaseDraft): ReturnType<typeof receivePurchase>
  purchase(id: Id): Purchase
}

export function purchaseBook(options: Parameters<typeof stockBook>[0] = {}): PurchaseBook {
  const book = stockBook(options)
  const factory = book.write((tx) => makeCustomer(tx, 'Factory', { roles: ['supplier'] }))
  const cup = book.write((tx) => makeProduct(tx, { sku: 'CUP' }))
  const purchase = (id: Id) => book.read((db) => getPurchase(db, id))
  const order: PurchaseBook['order'] = (given = {}, lines = [{}]) =>
    book.write((tx) => {
      const { id } = addPurchase(
        tx,
        purchaseInput.parse({
          ...{ supplierId: factory, orderedOn: '2026-10-01', promisedOn: '2026-11-01', currency: 'USD', ...given },
          lines: lines.map((line) => ({ productId: book.mug, quantity: 100, unitPrice: '2.00', ...line })),
        }),
      )
      sendPurchases(tx, [id], { despite: true })
      confirmPurchases(tx, [id], {})
      return getPurchase(tx, id)
    })
  const receive = (given: ReceivePurchaseDraft) =>
    book.write((tx) => receivePurchase(tx, receivePurchaseInput.parse(given)))
  const onHand: StockBook['onHand'] = (productId, warehouseId) =>
    book.read((db) => {
      const sql =
        'SELECT on_hand_milli / 1000.0 AS quantity FROM stock_balances WHERE product_id = ? AND warehouse_id = ?'
      return db.get<{ quantity: number }>(sql, productId, warehouseId)?.quantity ?? 0
    })
  return { ...book, factory, cup, order, receive, purchase, onHand }
}

/** The ids of an order's lines, in order. */
export const lineIds = ({ lines }: Purchase): Id[] => lines.map(({ id }) => id)
