// Everything measured of one row of the board, put together from its tallies: each figure with how many cases it is of, or with
// the reason why there is none; and, for the score, the same with recent cases counting more.
import { metricsOf } from '#main/domain/suppliers/po-metrics.ts'
import { responseHours } from '#main/domain/suppliers/response-hours.ts'
import type { LineGroup } from '#main/services/scores/line-tallies.ts'
import { type PriceGroup, sharesOf } from '#main/services/scores/price-tallies.ts'
import type { Answer, ClaimCounts } from '#main/services/scores/side-counts.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { ScoredFigure } from '#shared/schemas/score-settings.ts'
import type { FigureName, NoDataReason, PurchaseMetrics, SupplierFigures } from '#shared/schemas/scores.ts'

export type RowParts = {
  lines: LineGroup
  prices: PriceGroup | undefined
  answers: readonly Answer[]
  claims: ClaimCounts
  /** Cancelled in all, those of them of which something had come, and those that the book had followed itself. */
  cancelled: { orders: number; withReceipts: number; followed: number }
  /** Claims and answers belong to a supplier, not to a product or a way of transport. */
  isSupplier: boolean
  currency: string
  /** How much a request counts by its age. */
  answerWeight: (answer: Answer) => number
}

export type Measured = {
  figures: Omit<SupplierFigures, 'spendShare'>
  /** What is scored. */
  recent: Partial<Record<ScoredFigure, number | null>>
}

type Named = { name: FigureName; value: number | string | null; why: NoDataReason; n: number }

export function measure(parts: RowParts): Measured {
  const { lines, prices, currency } = parts
  const metrics = metricsOf(lines.plain)
  const variance = { agreed: sharesOf(prices?.agreed), market: sharesOf(prices?.market) }
  const side = sideFigures(parts)
  const money = spendOf(lines, currency)
  const { reasons, n } = toldOf([
    ...deliveryFigures(lines, metrics),
    ...priceFigures(parts, variance),
    ...side.named,
    {
      name: 'spend',
      value: money.spend,
      why: lines.plain.lines === 0 ? 'no-lines' : 'no-rate',
      n: lines.linesWithRate,
    },
  ])
  return {
    figures: {
      ...countsOf(lines),
      ...metrics,
      ...money,
      leadTimeN: lines.plain.leadCount,
      priceVariance: variance.agreed.plain,
      priceVarianceAmount: prices && prices.agreed.lines > 0 ? minorToDecimal(prices.agreed.variance, currency) : null,
      marketVariance: variance.market.plain,
      ...side.figures,
      reasons,
      n,
    },
    recent: {
      ...(lines.recent === lines.plain ? metrics : metricsOf(lines.recent)),
      priceVariance: variance.agreed.recent,
      marketVariance: variance.market.recent,
      answerHours: side.recentHours,
      unansweredRate: side.figures.unansweredRate,
      paperErrorRate: side.figures.paperErrorRate,
      claimRate: side.figures.claimRate,
      cancelledRate: side.figures.cancelledRate,
    },
  }
}

function toldOf(all: readonly Named[]): Pick<SupplierFigures, 'reasons' | 'n'> {
  const told: Pick<SupplierFigures, 'reasons' | 'n'> = { reasons: {}, n: {} }
  for (const { name, value, why, n } of all) {
    told.n[name] = n
    if (value === null) told.reasons[name] = why
  }
  return told
}

/** What the lines themselves say: due, received, complete. */
function deliveryFigures(lines: LineGroup, metrics: PurchaseMetrics): Named[] {
  const { plain, counted, inspected } = lines
  const lead = leadReason(lines)
  const why = deliveryReasons(lines)
  const named = (name: keyof PurchaseMetrics, why: NoDataReason, n: number): Named => ({
    name,
    value: metrics[name],
    why,
    n,
  })
  return [
    named('onTimeRate', why.timed, plain.timed),
    named('inFullRate', why.counted, plain.counted),
    named('otifRate', why.timedCounted, plain.timedCounted),
    named('onTimeQtyRate', plain.timedCounted > 0 ? 'nothing-ordered' : why.timedCounted, plain.timedCounted),
    named('ppm', why.rejected, inspected),
    named('rejectRate', why.rejected, inspected),
    named('fillRate', why.filled, counted),
    named('acceptRate', why.accepted, inspected),
    named('leadTimeMean', lead, plain.leadCount),
    named('leadTimeSd', plain.leadCount === 1 ? 'one-line-only' : lead, plain.leadCount),
    named('leadTimeCv', spreadReason(lines, lead), plain.leadCount),
  ]
}

/** Why figures of delivery may have nothing to measure: what nobody wrote down comes before what did not happen. */
function deliveryReasons({ plain, cases, counted, inspected }: LineGroup) {
  const due = plain.lines === 0 ? 'no-lines' : 'no-lines-due'
  const timed = plain.due > 0 ? 'no-receipt-days' : due
  const isUncounted = cases > 0 && counted === 0
  const isUninspected = cases > 0 && inspected === 0
  const came = plain.lines === 0 ? 'no-lines' : 'nothing-received'
  const awaited = plain.due > 0 ? 'nothing-ordered' : due
  const rejected = isUninspected ? 'no-reject-figures' : came
  const accepted = isUninspected ? 'no-reject-figures' : awaited
  return {
    timed,
    counted: plain.due > 0 ? 'no-receipt-quantities' : due,
    timedCounted: plain.timed > 0 ? 'no-receipt-quantities' : timed,
    filled: isUncounted ? 'no-receipt-quantities' : awaited,
    rejected: isUncounted ? 'no-receipt-quantities' : rejected,
    accepted: isUncounted ? 'no-receipt-quantities' : accepted,
  } as const satisfies Record<string, NoDataReason>
}

type Variances = Record<'agreed' | 'market', { plain: number | null }>

function priceFigures({ lines, prices }: RowParts, { agreed, market }: Variances): Named[] {
  const none = lines.plain.lines === 0 ? 'no-lines' : null
  return [
    { name: 'priceVariance', value: agreed.plain, why: none ?? 'no-offers', n: prices?.agreed.lines ?? 0 },
    { name: 'marketVariance', value: market.plain, why: none ?? 'no-other-offers', n: prices?.market.lines ?? 0 },
  ]
}

/** Of the lines that have an amount in base currency. */
function spendOf({ linesWithRate, spendMinor }: LineGroup, currency: string): { spend: string | null } {
  return { spend: linesWithRate === 0 ? null : minorToDecimal(spendMinor, currency) }
}

function countsOf({ plain, orders, linesWithRate }: LineGroup) {
  return {
    lines: plain.lines,
    orders: orders.size,
    linesDue: plain.due,
    linesTimed: plain.timed,
    linesCounted: plain.counted,
    onTime: plain.onTime,
    inFull: plain.inFull,
    otif: plain.otif,
    linesWithoutRate: plain.lines - linesWithRate,
  }
}

function leadReason({ plain, linesWithoutDays }: LineGroup): NoDataReason {
  if (plain.lines === 0) return 'no-lines'
  return linesWithoutDays === plain.lines ? 'no-receipt-days' : 'no-complete-lines'
}

function spreadReason({ plain }: LineGroup, lead: NoDataReason): NoDataReason {
  if (plain.leadCount === 0) return lead
  return plain.leadCount === 1 ? 'one-line-only' : 'same-day'
}

function sideFigures({ lines, answers, claims, cancelled, isSupplier, answerWeight }: RowParts) {
  const orders = lines.orders.size + cancelled.orders - cancelled.withReceipts
  // Of the past only orders were told: that nothing was claimed then is not known.
  const isOnlyHistory = lines.followed.size + cancelled.followed === 0
  const perOrder = (count: number) => (orders === 0 ? null : count / orders)
  const response = responseHours(answers)
  const asked = answers.length
  const hours = isSupplier ? (response?.meanHours ?? null) : null
  const unansweredRate = isSupplier && asked > 0 ? (response?.unanswered ?? 0) / asked : null
  const byOrder = (value: number) => (isSupplier && !isOnlyHistory ? perOrder(value) : null)
  const figures = {
    answerHours: hours,
    unansweredRate,
    unanswered: response?.unanswered ?? 0,
    paperErrorRate: byOrder(claims.paperErrors),
    paperErrors: claims.paperErrors,
    claimRate: byOrder(claims.claims),
    claims: claims.claims,
    cancelledRate: perOrder(cancelled.orders),
    cancelledOrders: cancelled.orders,
  }
  const why = (reason: NoDataReason): NoDataReason => (isSupplier ? reason : 'by-supplier-only')
  const unclaimed = orders > 0 ? 'history-only' : 'no-orders'
  const named: Named[] = [
    {
      name: 'answerHours',
      value: hours,
      why: why(asked === 0 ? 'no-requests' : 'no-answers'),
      n: response?.answered ?? 0,
    },
    { name: 'unansweredRate', value: unansweredRate, why: why('no-requests'), n: asked },
    { name: 'paperErrorRate', value: figures.paperErrorRate, why: why(unclaimed), n: orders },
    { name: 'claimRate', value: figures.claimRate, why: why(unclaimed), n: orders },
    { name: 'cancelledRate', value: figures.cancelledRate, why: 'no-orders', n: orders },
  ]
  return { figures, named, recentHours: isSupplier ? (responseHours(answers, answerWeight)?.meanHours ?? null) : null }
}
