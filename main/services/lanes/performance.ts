// Who delivers as promised: shipments that left, by carrier, mode, country, lane or service; and the same by month.
import type { ReadDb } from '#main/db/database.ts'
import { basisOf, carrierMetrics, completedOf, type LaneTally, samplesOf } from '#main/domain/lanes/carrier-metrics.ts'
import { countOfDays, quantileOfCounts } from '#main/domain/lanes/day-counts.ts'
import { monthsBetween } from '#main/domain/sales/months-between.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { laneNames } from '#main/services/lanes/lane-groups.ts'
import { shippingSetting } from '#main/services/shipments/shipping-settings.ts'
import { asDay } from '#shared/dates.ts'
import { minorToDecimal } from '#shared/money.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'
import type {
  LaneFigures,
  LaneTrend,
  LaneTrendInput,
  Performance,
  PerformanceInput,
  TrendMonth,
} from '#shared/schemas/lanes.ts'
import { sumOfTallies, type TalliedLane, talliedLanes } from './travel-groups.ts'
import type { TravelQuestion } from './travel-sql.ts'

/** Every figure is null with a reason where the rows do not tell it. */
export function performance(db: ReadDb, input: PerformanceInput): Performance {
  const question = travelQuestion(db, input)
  const currency = baseCurrency(db)
  const lanes = talliedLanes(db, input.by, question)
  const nameOf = laneNames(
    db,
    input.by,
    lanes.map(({ key }) => key),
  )
  const rows = lanes.map(({ key, tally }) => ({ ...nameOf(key), ...figuresOf(tally, currency) }))
  const { silentDays } = shippingSetting(db, 'lanes')
  return {
    by: input.by,
    currency,
    asOf: question.asOf,
    from: question.from,
    to: question.to,
    silentDays,
    rows: rows.sort((one, other) => other.n - one.n || inCodeOrder(one, other)),
    total: figuresOf(sumOfTallies(lanes.map(({ tally }) => tally)), currency),
  }
}

type Asked = Omit<PerformanceInput, 'by'>

/** What was asked, with today where no day is named. */
export function travelQuestion(db: ReadDb, { from, to, asOf, kind, carrierId }: Asked): TravelQuestion {
  return {
    from: from ?? null,
    to: to ?? null,
    asOf: asOf === undefined ? bookToday(db, db.now) : asDay(asOf),
    kind: kind ?? null,
    carrierId: carrierId ?? null,
  }
}

type Named = { key: string; id: number | null }

function inCodeOrder(one: Named, other: Named): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1
  return (one.id ?? 0) - (other.id ?? 0)
}

const gramsOfKg = 1000

function figuresOf(tally: LaneTally, currency: string): LaneFigures {
  const { figures, reasons } = carrierMetrics(tally)
  const major = 10 ** (currencyDigits(currency) ?? 2)
  const { costPerKg, costPerOrder } = figures
  return {
    ...figures,
    costPerKg: costPerKg === null ? null : (costPerKg / major) * gramsOfKg,
    costPerOrder: costPerOrder === null ? null : costPerOrder / major,
    n: tally.n,
    completed: completedOf(tally),
    judged: tally.judged,
    onTime: tally.onTime,
    basis: basisOf(tally),
    delivered: tally.delivered,
    lost: tally.lost,
    damaged: tally.damaged,
    overdue: tally.overdue,
    nTransit: countOfDays(tally.transit),
    nCost: tally.weighed,
    nSilent: tally.silent,
    cost: tally.weighed === 0 ? null : minorToDecimal(tally.weighedCost, currency),
    weightKg: tally.weighed === 0 ? null : tally.weight / gramsOfKg,
    samples: samplesOf(tally),
    reasons,
  }
}

/** One wrong day long ago must not fill a chart with empty months. */
const mostMonths = 60

/** By the month in which they left; what has no day at all is in no month. */
export function laneTrend(db: ReadDb, input: LaneTrendInput): LaneTrend {
  const lanes = talliedLanes(db, input.by, travelQuestion(db, input), true).filter(({ month }) => month !== '')
  const nameOf = laneNames(
    db,
    input.by,
    lanes.map(({ key }) => key),
  )
  const known = lanes.map(({ month }) => month).sort()
  const months = monthsBetween(known[0] ?? '', known.at(-1) ?? '').slice(-mostMonths)
  const byKey = Map.groupBy(lanes, ({ key }) => JSON.stringify(key))
  const rows = [...byKey.values()].flatMap((ofKey) => {
    const [first] = ofKey
    if (!first) return []
    const { key, id } = nameOf(first.key)
    return [{ key, id, months: months.map((month) => trendMonth(month, ofKey)) }]
  })
  return { by: input.by, rows: rows.sort(inCodeOrder) }
}

function trendMonth(month: string, lanes: readonly TalliedLane[]): TrendMonth {
  const tally = lanes.find((lane) => lane.month === month)?.tally
  if (!tally) return { month, n: 0, judged: 0, onTimeRate: null, nTransit: 0, transitP50: null }
  return {
    month,
    n: tally.n,
    judged: tally.judged,
    onTimeRate: carrierMetrics(tally).figures.onTimeRate,
    nTransit: countOfDays(tally.transit),
    transitP50: quantileOfCounts(tally.transit, 0.5),
  }
}
