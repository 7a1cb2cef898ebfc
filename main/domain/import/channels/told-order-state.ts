// How an order stands by what its file tells: words for the order, its payment, its goods and its lines, and the days on which
// things happened. Where they disagree the one that went further is believed, and a cancellation before all.
import type { Day } from '#shared/dates.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'
import { type ToldState, toldState } from './status-words.ts'

export type ToldLineState = {
  /** The line's own word (`item-status`, `Lineitem fulfillment status`). */
  word?: string | undefined
  /** The word for the order as it stands on this row. */
  orderWord?: string | undefined
  /** Whether a day says that the line has left, or was cancelled. */
  isDaySent: boolean
  isDayCancelled?: boolean
}

export type ToldFacts = {
  /** The word for the whole order, where a row of its own tells it. */
  orderWord?: string | undefined
  paymentWord?: string | undefined
  goodsWord?: string | undefined
  deliveredOn: Day | null
  cancelledOn: Day | null
  /** The file has a column for the day of payment, and it is empty. */
  isPaymentMissing: boolean
  lines: readonly ToldLineState[]
}

export type OrderState = {
  status: OrderStatus
  /** By line: what is no longer wanted, and what has left. */
  cancelled: boolean[]
  sent: boolean[]
  /** All that was paid went back. */
  isRefunded: boolean
  /** Words that mean nothing to us. */
  unknown: string[]
}

/** How far an order has come; what an unknown word means nobody knows, so it stands as an open order. */
export function orderStateOf(facts: ToldFacts): OrderState {
  const { paymentWord, goodsWord, orderWord, deliveredOn, cancelledOn } = facts
  const lines = facts.lines.map(
    ({ word, orderWord: own, isDayCancelled }) =>
      toldState(word) ?? toldState(own) ?? (isDayCancelled ? ('cancelled' as const) : null),
  )
  const states = [toldState(orderWord), toldState(goodsWord), toldState(paymentWord)]
  const order = states[0] ?? null
  const goods = states[1] ?? null
  const payment = states[2] ?? null
  const ofOrder = facts.lines.map(({ orderWord: own }) => toldState(own))
  const isAllCancelled = [lines, ofOrder].some((told) => told.length > 0 && told.every((one) => one === 'cancelled'))
  const isCancelled = cancelledOn !== null || isAllCancelled || [order, payment].includes('cancelled')
  const cancelled = lines.map((state) => !isCancelled && state === 'cancelled')
  const sent = lines.map((state, at) => {
    const isDaySent = facts.lines[at]?.isDaySent === true || deliveredOn !== null
    return !cancelled[at] && hasLeft(state ?? goods ?? order, isDaySent)
  })
  return {
    status: isCancelled
      ? 'cancelled'
      : statusOf({
          ...{ order, goods, payment, lines, ofOrder, cancelled, sent, deliveredOn },
          isPaymentMissing: facts.isPaymentMissing,
        }),
    cancelled,
    sent: isCancelled ? lines.map(() => false) : sent,
    isRefunded:
      [order, payment].includes('refunded') || (lines.length > 0 && lines.every((state) => state === 'refunded')),
    unknown: unknownWords(facts),
  }
}

type Known = {
  order: ToldState | null
  goods: ToldState | null
  payment: ToldState | null
  lines: readonly (ToldState | null)[]
  /** What each line's row says of its order: `Pending` there with a line that is `Unshipped`. */
  ofOrder: readonly (ToldState | null)[]
  cancelled: readonly boolean[]
  sent: readonly boolean[]
  deliveredOn: Day | null
  isPaymentMissing: boolean
}

function statusOf({
  order,
  goods,
  payment,
  lines,
  ofOrder,
  cancelled,
  sent,
  deliveredOn,
  isPaymentMissing,
}: Known): OrderStatus {
  const wanted = lines.map((state, at) => ({ state, hasLeft: sent[at] === true })).filter((_, at) => !cancelled[at])
  const isAllSent = wanted.length > 0 && wanted.every(({ hasLeft: has }) => has)
  const all = (state: ToldState) => wanted.length > 0 && wanted.every((line) => line.state === state)
  if (isAllSent) {
    if (order === 'done' || all('done')) return 'closed'
    return deliveredOn !== null || [order, goods].includes('delivered') || all('delivered') ? 'delivered' : 'shipped'
  }
  if (wanted.some(({ hasLeft: has }) => has) || order === 'part' || goods === 'part' || all('part'))
    return 'part_shipped'
  if (order === 'held' || goods === 'held' || all('held')) return 'on_hold'
  const isWordless = order === null && payment === null && lines.every((state) => state === null)
  const isToldUnpaid = all('unpaid') || (ofOrder.length > 0 && ofOrder.every((one) => one === 'unpaid'))
  const isUnpaid = order === 'unpaid' || payment === 'unpaid' || isToldUnpaid || (isWordless && isPaymentMissing)
  return isUnpaid && payment !== 'open' ? 'draft' : 'confirmed'
}

const left: ReadonlySet<ToldState | null> = new Set(['shipped', 'delivered', 'done', 'back'] as const)
/** Words that say that it has not left, whatever a day says. */
const here: ReadonlySet<ToldState | null> = new Set(['open', 'unpaid', 'held', 'part', 'cancelled'] as const)

function hasLeft(state: ToldState | null, isDaySent: boolean): boolean {
  if (left.has(state)) return true
  return isDaySent && (state === 'part' || !here.has(state) || state === 'open')
}

function unknownWords({ orderWord, paymentWord, goodsWord, lines }: ToldFacts): string[] {
  const said = [orderWord, paymentWord, goodsWord, ...lines.flatMap(({ word, orderWord: own }) => [word, own])]
  return [...new Set(said.filter((word) => word !== undefined && toldState(word) === null) as string[])]
}
