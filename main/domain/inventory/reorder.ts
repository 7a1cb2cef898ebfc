// Whether to order, how much, and how long the stock lasts: the plain decision (formulas.md, section 2).
import { invalid, type NoFigure, refusalOf, unknown } from './no-figure.ts'
import { liftToOrder } from './round-up.ts'

export type ReorderQuestion = {
  /** Below 0, the customers who wait are in it already. */
  onHand: number
  onOrder: number
  backorders: number
  reorderPoint: number | null
  /** A lot of a fixed size, or the level to fill up to. */
  lot: { fixed: number } | { orderUpTo: number }
  moq?: number
  pack?: number
}

export type ReorderDecision = { position: number; isDue: boolean; quantity: number }

/** Orders when the position has come down to the reorder point; at least the minimum order, in whole packs. */
export function reorderDecision(question: ReorderQuestion): ReorderDecision | NoFigure {
  const { onHand, onOrder, backorders, reorderPoint, lot, moq = 0, pack = 1 } = question
  const refused = refusalOf([onOrder, backorders, moq, 'fixed' in lot ? lot.fixed : null])
  if (refused) return refused
  if (!Number.isFinite(onHand) || !(pack > 0)) return invalid('not-a-number')
  if (reorderPoint === null) return unknown('no-reorder-point')
  const position = inventoryPosition({ onHand, onOrder, backorders })
  const needed = 'fixed' in lot ? lot.fixed : lot.orderUpTo - position
  const isDue = position <= reorderPoint && needed > 0
  return { position, isDue, quantity: isDue ? liftToOrder(needed, { moq, pack }) : 0 }
}

/** On hand + on order - backorders; a negative stock contains its backorders, which are not taken off twice. */
export function inventoryPosition({
  onHand,
  onOrder,
  backorders,
}: Pick<ReorderQuestion, 'onHand' | 'onOrder' | 'backorders'>): number {
  return onHand + onOrder - (onHand < 0 ? 0 : backorders)
}

/** Days that the stock on hand lasts at a mean daily demand; undefined without demand. */
export function coverage(onHand: number, dailyDemand: number | null): { days: number } | NoFigure {
  if (dailyDemand === null || !(dailyDemand > 0)) return unknown('no-demand')
  const days = Math.max(0, onHand) / dailyDemand
  // What is left of a forecast that dies away: so little that the days are no number any more.
  return Number.isFinite(days) ? { days } : unknown('no-demand')
}
