// What the sample company's customers paid: most of them around the day it was due, a few in part, a few not yet.
import type { WriteTx } from '#main/db/database.ts'
import { recordPayment } from '#main/services/payments/payment-commands.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import { paymentInput } from '#shared/schemas/payments.ts'

/** How the company sells: all of it is due so many days after the goods left. */
export const sampleTerms = { dueFrom: 'shipment', dueDays: 30 } as const

/** Of so many orders one is not paid, and one only in part. */
const oneUnpaidOf = 45

type Owed = {
  id: Id
  customerId: Id | null
  shippedOn: Day
  grossMinor: number
  currency: string
  status: string
}

/** Without a rate nobody knows what came in: such orders stay as they are. */
export function fillReceipts(tx: WriteTx, today: Day): void {
  const orders = tx.all<Owed>(
    `SELECT id, customer_id AS customerId, shipped_on AS shippedOn, gross_minor AS grossMinor, currency, status
     FROM sales_orders WHERE shipped_on IS NOT NULL AND gross_minor > 0 AND status <> 'cancelled' AND rate IS NOT NULL
     ORDER BY id`,
  )
  orders.forEach((order, index) => {
    const paidOn = addDays(order.shippedOn, sampleTerms.dueDays - (index % 11) + (index % 4))
    const isUnpaid = index % oneUnpaidOf === 7
    if (paidOn > today || isUnpaid) return
    const share = index % oneUnpaidOf === 20 ? Math.floor(order.grossMinor / 2) : order.grossMinor
    pay(tx, order, { on: paidOn, minor: share })
  })
}

function pay(tx: WriteTx, { id, customerId, currency }: Owed, { on, minor }: { on: Day; minor: number }): void {
  const amount = minorToDecimal(minor, currency)
  const shares = [{ saleId: id, amount }]
  recordPayment(tx, paymentInput.parse({ direction: 'in', on, amount, currency, partyId: customerId, shares }))
}
