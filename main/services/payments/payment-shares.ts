// What of a payment goes for which order: resolved against the orders, each amount with its sign.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { typedMinor } from '#shared/money.ts'
import type { PaymentDirection, PaymentInput, PaymentPurpose, ShareInput } from '#shared/schemas/payments.ts'

/** orderMinor adds to what was paid of the order, paymentMinor takes from the payment; both below 0 where money goes back. */
export type Share = {
  purchaseId: Id | null
  saleId: Id | null
  number: string
  currency: string
  /** Whose order it is; null where nobody said, or where a channel takes the customers' money. */
  partyId: Id | null
  purpose: PaymentPurpose
  orderMinor: number
  paymentMinor: number
}

type Paid = Pick<PaymentInput, 'direction' | 'currency'>

/** Shares as they are written; `payments/mixed-orders` where one payment is for sales and purchases at once. */
export function sharesOf(db: ReadDb, shares: readonly ShareInput[], paid: Paid): Share[] {
  const found = shares.map((share, index) => shareOf(db, share, { ...paid, index }))
  if (found.some(({ saleId }) => saleId !== null) && found.some(({ saleId }) => saleId === null)) {
    throw new AppError('payments/mixed-orders')
  }
  return found
}

export function insertShares(tx: WriteTx, paymentId: Id, shares: readonly Share[]): void {
  for (const { purchaseId, saleId, purpose, currency, orderMinor, paymentMinor } of shares) {
    tx.insert('payment_shares', {
      ...{ payment_id: paymentId, purchase_order_id: purchaseId, sales_order_id: saleId, purpose, currency },
      ...{ order_minor: orderMinor, payment_minor: paymentMinor },
    })
  }
}

type Context = Paid & { index: number }

function shareOf(db: ReadDb, share: ShareInput, context: Context): Share {
  const order = orderOf(db, share)
  const { currency, direction, index } = context
  const field = `shares.${index}.amount`
  // How much of the payment went for it only the bank knows where the currencies differ.
  if (share.paid === null && order.currency !== currency) {
    throw new AppError('payments/share-unknown', { field: `shares.${index}.paid`, currency, number: order.number })
  }
  const orderMinor = atField(field, () => typedMinor(share.amount, order.currency))
  const paymentMinor = share.paid === null ? orderMinor : atField(field, () => typedMinor(share.paid ?? '0', currency))
  if (orderMinor === 0 || paymentMinor === 0) throw new AppError('payments/no-amount', { field })
  const { isCredit, ...known } = order
  const signs = signsOf({ isSale: known.saleId !== null, isCredit, direction, purpose: share.purpose })
  const amounts = { orderMinor: signs.order * orderMinor, paymentMinor: signs.payment * paymentMinor }
  return { ...known, purpose: share.purpose, ...amounts }
}

type Meaning = { isSale: boolean; isCredit: boolean; direction: PaymentDirection; purpose: PaymentPurpose }

/**
 * Of purchases, money out pays and money in comes back. Of sales, money in pays an order, and a credit or a refund among its
 * shares lessens it; money out pays a credit or an order back.
 */
function signsOf({ isSale, isCredit, direction, purpose }: Meaning): { order: 1 | -1; payment: 1 | -1 } {
  if (!isSale) return { order: direction === 'out' ? 1 : -1, payment: 1 }
  if (direction === 'out') return { order: -1, payment: 1 }
  return isCredit || purpose === 'refund' ? { order: -1, payment: -1 } : { order: 1, payment: 1 }
}

type Order = Pick<Share, 'purchaseId' | 'saleId' | 'number' | 'currency' | 'partyId'> & { isCredit: boolean }

function orderOf(db: ReadDb, { orderId, saleId }: ShareInput): Order {
  if (saleId !== null) {
    const { id, number, currency, customer_id, collected_by, document } = livingSale(db, saleId)
    const partyId = collected_by === 'channel' ? null : customer_id
    return { purchaseId: null, saleId: id, number, currency, partyId, isCredit: document === 'credit' }
  }
  const { id, number, currency, supplier_id: partyId } = livingPurchase(db, orderId ?? 0)
  return { purchaseId: id, saleId: null, number, currency, partyId, isCredit: false }
}

/** The sales order or credit, or `orders/not-found`. */
export function livingSale(db: ReadDb, id: Id): SalesOrdersTable {
  const row = db.get<SalesOrdersTable>('SELECT * FROM live_sales_orders WHERE id = ?', id)
  if (!row) throw new AppError('orders/not-found')
  return row
}
