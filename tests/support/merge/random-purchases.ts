// Random buying on a copy of a book: orders sent and changed, goods received and taken back, payments made and taken back.
import type { WriteTx } from '#main/db/database.ts'
import { recordPayment, reversePayment } from '#main/services/payments/payment-commands.ts'
import {
  addPurchase,
  cancelPurchases,
  closePurchases,
  confirmPurchases,
  editPurchase,
  reopenPurchases,
  sendPurchases,
} from '#main/services/purchases/purchase-commands.ts'
import { getPurchase } from '#main/services/purchases/purchase-queries.ts'
import { reachMilestone, removeMilestone } from '#main/services/receiving/milestone-commands.ts'
import { receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import { reverseReceipt } from '#main/services/receiving/reverse-receipt.ts'
import { addDays, asDay, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { paymentInput } from '#shared/schemas/payments.ts'
import { type PurchaseDraft, purchaseInput } from '#shared/schemas/purchases.ts'
import { receivePurchaseInput } from '#shared/schemas/receiving.ts'
import type { Story } from '#tests/support/merge/random-work.ts'
import { makeCustomer } from '#tests/support/records.ts'

const firstDay = asDay('2026-03-01')
const someDay = ({ dice: d }: Story): Day => addDays(firstDay, d.below(40))
const ids = (tx: WriteTx, sql: string) => tx.raw(sql).map(([id]) => id as Id)
const untracked = "SELECT id FROM live_products WHERE kind = 'single' AND tracking = 'none' ORDER BY id"

function someLines(tx: WriteTx, { dice: d }: Story): NonNullable<PurchaseDraft['lines']> {
  const products = ids(tx, untracked)
  return Array.from({ length: 1 + d.below(3) }, () => ({
    productId: d.pick(products) ?? null,
    description: 'bought',
    quantity: 1 + d.below(9),
    unitPrice: String(1 + d.below(20)),
  }))
}

const dueFroms = ['order', 'ready', 'receipt', 'month_end'] as const

/** An order, sent at once as a rule. */
export function buySomething(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const known = ids(tx, 'SELECT id FROM live_parties WHERE is_supplier = 1 ORDER BY id')
  const supplierId = d.pick(known) ?? makeCustomer(tx, `maker ${known.length}`, { roles: ['supplier'] })
  const input = purchaseInput.parse({
    supplierId,
    orderedOn: firstDay,
    promisedOn: d.chance(0.8) ? someDay(story) : null,
    currency: d.pick(['USD', 'USD', 'EUR']) ?? 'USD',
    depositPercent: d.pick([0, 30]) ?? 0,
    dueFrom: d.pick(dueFroms) ?? 'receipt',
    overPercent: d.pick([0, 10]) ?? 0,
    lines: someLines(tx, story),
  })
  const { id } = addPurchase(tx, input)
  if (d.chance(0.8)) sendPurchases(tx, [id], { despite: true })
}

export function changeSomePurchase(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const id = d.pick(ids(tx, 'SELECT id FROM live_purchase_orders ORDER BY id'))
  if (id === undefined) return
  const change = d.pick(['edit', 'edit', 'send', 'confirm', 'cancel', 'close', 'reopen'] as const)
  if (change === 'send') sendPurchases(tx, [id], { despite: true })
  else if (change === 'confirm') confirmPurchases(tx, [id], { promisedOn: someDay(story) })
  else if (change === 'cancel') cancelPurchases(tx, [id], 'not wanted')
  else if (change === 'close') closePurchases(tx, [id])
  else if (change === 'reopen') reopenPurchases(tx, [id])
  else editLines(tx, story, id)
}

function editLines(tx: WriteTx, story: Story, id: Id): void {
  const { dice: d } = story
  const { lines, rate, ...order } = getPurchase(tx, id)
  const kept = lines.map((line) => ({
    ...line,
    salesLineId: line.salesLine?.id ?? null,
    quantity: d.chance(0.3) ? Math.max(line.received, 1 + d.below(12)) : line.quantity,
  }))
  const added = d.chance(0.3) ? someLines(tx, story) : []
  // Paid in one copy, and in another currency in the other one.
  const money = d.chance(0.2) ? { currency: d.pick(['USD', 'EUR', 'CNY']) ?? 'USD', rate: '' } : { rate: rate ?? '' }
  const vat = { vatIncluded: d.chance(0.3), vatPercent: d.pick([0, 13]) ?? 0, vatRecoverable: d.chance(0.7) }
  editPurchase(tx, id, purchaseInput.parse({ ...order, ...vat, ...money, lines: [...kept, ...added] }))
}

/** Some or all of what is open, some of it rejected, some of it more than was ordered. */
export function receiveSomething(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const orders = ids(
    tx,
    `SELECT id FROM live_purchase_orders WHERE status IN ('sent', 'confirmed', 'part_received') ORDER BY id`,
  )
  const orderId = d.pick(orders)
  if (orderId === undefined) return
  const lines = getPurchase(tx, orderId).lines.map(({ id, open }) => {
    const quantity = d.chance(0.6) ? open : d.below(6)
    const rejected = quantity > 0 && d.chance(0.2) ? 1 : 0
    const remedy = d.pick(['replace', 'credit'] as const) ?? 'credit'
    return { lineId: id, quantity, rejected, ...(rejected > 0 ? { defect: 'damaged', remedy } : {}) }
  })
  const rest = { acceptOver: d.chance(0.5), letGoRest: d.chance(0.2) }
  receivePurchase(tx, receivePurchaseInput.parse({ orderId, on: someDay(story), rate: '', ...rest, lines }))
}

export function takeReceiptBack(tx: WriteTx, { dice: d }: Story): void {
  const receiptId = d.pick(ids(tx, "SELECT id FROM live_purchase_receipts WHERE status = 'posted' ORDER BY id"))
  if (receiptId !== undefined) reverseReceipt(tx, { receiptId, note: '' })
}

export function payForSomething(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const payments = ids(tx, 'SELECT id FROM payments WHERE reverses_id IS NULL ORDER BY id')
  const paid = d.chance(0.3) ? d.pick(payments) : undefined
  if (paid !== undefined) {
    reversePayment(tx, { id: paid, note: '' })
    return
  }
  const orders = tx.all<{ id: Id; currency: string }>('SELECT id, currency FROM live_purchase_orders ORDER BY id')
  const order = d.pick(orders)
  if (!order) return
  const amount = String(1 + d.below(60))
  const shares = [{ orderId: order.id, amount, purpose: d.pick(['deposit', 'balance'] as const) ?? 'balance' }]
  const money = { amount, currency: order.currency, rate: order.currency === 'USD' ? '' : '1.1' }
  recordPayment(tx, paymentInput.parse({ on: someDay(story), ...money, shares }))
}

export function followSomething(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const id = d.pick(ids(tx, 'SELECT id FROM live_milestones ORDER BY id'))
  if (id === undefined) return
  if (d.chance(0.2)) removeMilestone(tx, id)
  else reachMilestone(tx, id, d.chance(0.8) ? someDay(story) : null)
}
