// Which lines of an order goods were issued for that nobody named a line for: those of the product, in their order.
import type { Id } from '#shared/ids.ts'

export type WantingLine = { lineId: Id; productId: Id; wantedMilli: number }

/** Lines in their order, what was issued by product; gives thousandths by line. What is more than wanted is its last line's. */
export function giveIssued(lines: readonly WantingLine[], issued: ReadonlyMap<Id, number>): Map<Id, number> {
  const left = new Map(issued)
  const given = new Map<Id, number>()
  const last = new Map<Id, Id>()
  for (const { lineId, productId, wantedMilli } of lines) {
    const taken = Math.max(0, Math.min(wantedMilli, left.get(productId) ?? 0))
    left.set(productId, (left.get(productId) ?? 0) - taken)
    last.set(productId, lineId)
    given.set(lineId, taken)
  }
  for (const [productId, lineId] of last)
    given.set(lineId, (given.get(lineId) ?? 0) + Math.max(0, left.get(productId) ?? 0))
  return given
}
