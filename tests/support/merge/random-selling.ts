// What goes on around sales orders between merges: goods sent, one order or many, taken back, credited, credits taken back.
import type { WriteTx } from '#main/db/database.ts'
import { cancelCredit } from '#main/services/dispatch/cancel-credit.ts'
import { createCredit } from '#main/services/dispatch/create-credit.ts'
import { toCredit } from '#main/services/dispatch/credit-queries.ts'
import { dispatchMany } from '#main/services/dispatch/dispatch-many.ts'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { toDispatch } from '#main/services/dispatch/dispatch-queries.ts'
import { issueCredit } from '#main/services/dispatch/issue-credit.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import {
  cancelOrders,
  closeOrders,
  confirmOrders,
  deliverOrders,
  holdOrders,
  reopenOrders,
  resumeOrders,
} from '#main/services/orders/order-steps.ts'
import { addDays, asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type CreditDraft, creditInput } from '#shared/schemas/credits.ts'
import { dispatchInput, dispatchManyInput } from '#shared/schemas/dispatch.ts'
import type { OrderVerb } from '#shared/schemas/orders.ts'
import type { Story } from '#tests/support/merge/random-work.ts'

const firstDay = asDay('2026-03-20')
const someDay = ({ dice: d }: Story) => addDays(firstDay, d.below(40))

const oneOf = (tx: WriteTx, { dice: d }: Story, sql: string): Id | undefined =>
  d.pick(tx.raw(`${sql} ORDER BY id`).map(([id]) => id as Id))

const sendable = "SELECT id FROM live_sales_orders WHERE status IN ('confirmed', 'part_shipped') AND document = 'order'"

/** All that is open, or a part of each line. */
export function sendSomething(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const orderId = oneOf(tx, story, sendable)
  if (orderId === undefined) return
  const open = toDispatch(tx, orderId).lines.filter((line) => line.open > 0)
  const parts = open.map(({ lineId, open: quantity }) => ({ lineId, quantity: 1 + d.below(Math.ceil(quantity)) }))
  const lines = d.chance(0.5) ? [] : parts
  dispatchOrder(tx, dispatchInput.parse({ orderId, on: someDay(story), trackingNumber: `T${d.below(99)}`, lines }))
}

export function sendMany(tx: WriteTx, story: Story): void {
  const orderIds = tx.raw(`${sendable} ORDER BY id`).map(([id]) => id as Id)
  if (orderIds.length > 0) dispatchMany(tx, dispatchManyInput.parse({ orderIds, on: someDay(story) }))
}

export function takeDispatchBack(tx: WriteTx, story: Story): void {
  const dispatchId = oneOf(tx, story, "SELECT id FROM live_dispatches WHERE status = 'posted'")
  if (dispatchId !== undefined) reverseDispatch(tx, { dispatchId, note: '' })
}

export function creditSomething(tx: WriteTx, story: Story): void {
  const { dice: d } = story
  const orderId = oneOf(tx, story, "SELECT id FROM live_sales_orders WHERE document = 'order'")
  if (orderId === undefined) return
  const lines = toCredit(tx, orderId).lines.flatMap(
    ({ lineId, returnable, creditable }): NonNullable<CreditDraft['lines']> => {
      if (d.chance(0.2)) return [{ lineId, amount: '0.50' }]
      if (returnable >= 1) return [{ lineId, quantity: 1 + d.below(returnable), goods: 'stock' as const }]
      return creditable >= 1 ? [{ lineId, quantity: 1 }] : []
    },
  )
  createCredit(tx, creditInput.parse({ orderId, on: someDay(story), lines, isDraft: d.chance(0.3) }))
}

export function followCredit(tx: WriteTx, story: Story): void {
  const creditId = oneOf(tx, story, "SELECT id FROM live_sales_orders WHERE document = 'credit'")
  if (creditId === undefined) return
  if (story.dice.chance(0.5)) issueCredit(tx, { creditId, on: someDay(story), secondWarehouseId: null })
  else cancelCredit(tx, { creditId, reason: '' })
}

/** An order or credit goes a step on, or back; steps that its state does not allow are refused. */
export function stepOrder(tx: WriteTx, story: Story): void {
  const id = oneOf(tx, story, 'SELECT id FROM live_sales_orders')
  if (id === undefined) return
  const ids = [id]
  const { verbs } = getOrder(tx, id)
  const steps: Partial<Record<OrderVerb, () => void>> = {
    confirm: () => confirmOrders(tx, ids, { despite: true }),
    hold: () => holdOrders(tx, ids, 'Wait'),
    resume: () => resumeOrders(tx, ids),
    deliver: () => deliverOrders(tx, ids, someDay(story)),
    cancel: () => cancelOrders(tx, ids, ''),
    close: () => closeOrders(tx, ids),
    reopen: () => reopenOrders(tx, ids),
  }
  const verb = story.dice.pick(verbs.filter((name) => steps[name] !== undefined))
  if (verb !== undefined) steps[verb]?.()
}
