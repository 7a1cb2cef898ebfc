// Milestones of purchase orders: planned once an order goes out, then kept by hand.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import type { MilestonesTable } from '#main/db/tables.ts'
import { plannedMilestones } from '#main/domain/purchases/planned-milestones.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { settleOwedDays } from '#main/services/payments/owed-days.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import { supplySetting } from '#main/services/suppliers/supply-settings.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { MilestoneInput } from '#shared/schemas/milestones.ts'

/**
 * The usual steps of an order, planned backwards from its promised day. Where some are there already, only those without a
 * plan and without an actual day get one: the promise may have come later. Gives how many were made or planned.
 */
export function planMilestones(tx: WriteTx, orderId: Id): number {
  const order = livingPurchase(tx, orderId)
  if (order.is_history === 1) return 0
  const days = {
    orderedOn: order.ordered_on as Day,
    promisedOn: promiseOf(tx, orderId, order.promised_on as Day | null),
  }
  const planned = plannedMilestones(supplySetting(tx, 'milestones'), days)
  const known = tx.all<MilestonesTable>('SELECT * FROM live_milestones WHERE order_id = ?', orderId)
  if (known.length === 0) {
    for (const [at, { kind, plannedOn }] of planned.entries()) {
      tx.insert('milestones', { order_id: orderId, position: at + 1, kind, planned_on: plannedOn })
    }
    settleOwedDays(tx, [orderId])
    return planned.length
  }
  const waiting = known.flatMap(({ id, kind, planned_on, actual_on }) => {
    const day = planned.find((one) => one.kind === kind)?.plannedOn ?? null
    return planned_on === null && actual_on === null && day !== null ? [{ id, day }] : []
  })
  for (const { id, day } of waiting) tx.update('milestones', id, { planned_on: day })
  settleOwedDays(tx, [orderId])
  return waiting.length
}

/** The order's own promise, else the latest of its lines: all of it is ready only then. */
function promiseOf(db: ReadDb, orderId: Id, promisedOn: Day | null): Day | null {
  if (promisedOn !== null) return promisedOn
  const sql = 'SELECT max(promised_on) AS day FROM live_purchase_lines WHERE order_id = ?'
  return db.get<{ day: Day | null }>(sql, orderId)?.day ?? null
}

/** Adds one at the end of its order. */
export function addMilestone(tx: WriteTx, input: MilestoneInput): { id: Id } {
  livingPurchase(tx, input.orderId)
  refuseFuture(tx, input)
  const last = tx.get<{ position: number | null }>(
    'SELECT max(position) AS position FROM milestones WHERE order_id = ?',
    input.orderId,
  )
  const position = (last?.position ?? 0) + 1
  const id = tx.insert('milestones', { order_id: input.orderId, position, ...columnsOf(input) })
  settleOwedDays(tx, [input.orderId])
  return { id }
}

export function editMilestone(tx: WriteTx, id: Id, input: MilestoneInput): void {
  const { order_id } = livingMilestone(tx, id)
  refuseFuture(tx, input)
  tx.update('milestones', id, columnsOf(input))
  settleOwedDays(tx, [order_id])
}

/** Reached on that day; null: not reached after all. */
export function reachMilestone(tx: WriteTx, id: Id, on: Day | null): void {
  const { order_id } = livingMilestone(tx, id)
  refuseFuture(tx, { actualOn: on })
  tx.update('milestones', id, { actual_on: on })
  settleOwedDays(tx, [order_id])
}

export function removeMilestone(tx: WriteTx, id: Id): void {
  const { order_id } = livingMilestone(tx, id)
  tx.update('milestones', id, { deleted: 1 })
  settleOwedDays(tx, [order_id])
}

/** The milestone, or `milestones/not-found`. */
function livingMilestone(db: ReadDb, id: Id): MilestonesTable {
  const row = db.get<MilestonesTable>('SELECT * FROM live_milestones WHERE id = ?', id)
  if (!row) throw new AppError('milestones/not-found')
  return row
}

/** What has been reached has been reached by now. */
function refuseFuture(db: ReadDb, { actualOn }: Pick<MilestoneInput, 'actualOn'>): void {
  const today = bookToday(db, db.now)
  if (actualOn !== null && actualOn > today) {
    throw new AppError('milestones/future-day', { day: actualOn, today, field: 'actualOn' })
  }
}

function columnsOf({ kind, title, plannedOn, actualOn, note }: MilestoneInput): Record<string, Param> {
  return { kind, title, planned_on: plannedOn, actual_on: actualOn, note }
}
