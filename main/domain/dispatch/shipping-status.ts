// Where an order stands by what was sent of its lines.
import { followingStatuses, type Progress, restOfLine, statusByProgress } from '#main/domain/orders/order-status.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'

/** A line's quantities in thousandths; one that is no goods (a charge, a word) is sent only where nothing else is. */
export type SentLine = { isGoods: boolean; qtyMilli: number; cancelledMilli: number; shippedMilli: number }

/** The lines whose goods are sent: a charge beside goods is none. */
export function linesWithGoods<Line extends Pick<SentLine, 'isGoods'>>(lines: readonly Line[]): readonly Line[] {
  const goods = lines.filter(({ isGoods }) => isGoods)
  return goods.length > 0 ? goods : lines
}

/** The state that the lines say, for an order whose state follows from them; any other is somebody's word and stays. */
export function statusByShipping(order: Omit<Progress, 'sent'>, lines: readonly SentLine[]): OrderStatus {
  if (!followingStatuses.includes(order.status)) return order.status
  const sent = sentOfLines(lines)
  // That it arrived was said, with a day or without one.
  return order.status === 'delivered' && sent === 'all' ? 'delivered' : statusByProgress({ ...order, sent })
}

function sentOfLines(lines: readonly SentLine[]): Progress['sent'] {
  const wanted = linesWithGoods(lines).filter(({ qtyMilli, cancelledMilli }) => qtyMilli > cancelledMilli)
  if (wanted.every(({ shippedMilli }) => shippedMilli <= 0)) return 'none'
  return wanted.some((line) => restOfLine(line) > 0) ? 'part' : 'all'
}
