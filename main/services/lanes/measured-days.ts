// How many days goods take, from the newest own deliveries: of the service on the very lane, else wider and wider, until there
// are enough. The answers of one call are kept, so that many shipments of one lane are one question.
import type { Param, ReadDb } from '#main/db/database.ts'
import { quantileOfSorted } from '#main/domain/stats/quantile.ts'
import { shippingSetting } from '#main/services/shipments/shipping-settings.ts'
import type { LaneQuestion, LaneStep, MeasuredDays } from '#shared/schemas/lanes.ts'

/** Days in ascending order; the longest silence of each, likewise, of those that were heard of on two days or more. */
export type LaneSample = { step: LaneStep | null; days: readonly number[]; quiet: readonly number[] }

export type LaneDays = {
  /** The first step with enough deliveries; without one, `step` is null and `days` are the most that any had. */
  sampleOf(question: LaneQuestion): LaneSample
}

/** Reads the book as it is now: for one call, not to be kept. */
export function laneDays(db: ReadDb): LaneDays {
  const { leastSample, newest } = shippingSetting(db, 'lanes')
  const read = new Map<string, LaneSample>()
  const sampleAt = (step: LaneStep, { sql, params }: StepSql): LaneSample => {
    const key = JSON.stringify([step, ...params])
    const sample = read.get(key) ?? { step, ...deliveries(db, sql, [...params, newest]) }
    read.set(key, sample)
    return sample
  }
  return {
    sampleOf(question) {
      let most: LaneSample = { step: null, days: [], quiet: [] }
      for (const [step, sqlOf] of steps) {
        const asked = sqlOf(question)
        if (!asked) continue
        const sample = sampleAt(step, asked)
        if (sample.days.length >= leastSample) return sample
        if (sample.days.length > most.days.length) most = { ...sample, step: null }
      }
      return most
    },
  }
}

type StepSql = { sql: string; params: Param[] }

const lane = `shipments r INDEXED BY shipments_measured WHERE r.status = 'sent' AND r.deleted = 0 AND r.has_delivery_days = 1
  AND r.left_on IS NOT NULL AND r.from_country = ? AND r.ship_to_country = ?`
const carried = `shipments r INDEXED BY shipments_delivered_by_carrier WHERE r.status = 'sent' AND r.deleted = 0
  AND r.has_delivery_days = 1 AND r.left_on IS NOT NULL AND r.carrier_id = ?`

/** From narrow to wide; a step is left out where the question does not say what it needs. */
const steps: readonly [LaneStep, (question: LaneQuestion) => StepSql | null][] = [
  [
    'serviceLane',
    (asked) =>
      hasLane(asked) && asked.serviceId !== null && asked.carrierId !== null
        ? {
            sql: `${lane} AND r.carrier_id = ? AND r.service_id = ?`,
            params: [...laneOf(asked), asked.carrierId, asked.serviceId],
          }
        : null,
  ],
  [
    'carrierLane',
    (asked) =>
      hasLane(asked) && asked.carrierId !== null
        ? withMode(`${lane} AND r.carrier_id = ?`, [...laneOf(asked), asked.carrierId], asked)
        : null,
  ],
  ['modeLane', (asked) => (hasLane(asked) && asked.mode !== '' ? withMode(lane, laneOf(asked), asked) : null)],
  [
    'service',
    ({ carrierId, serviceId }) =>
      carrierId !== null && serviceId !== null
        ? { sql: `${carried} AND r.service_id = ?`, params: [carrierId, serviceId] }
        : null,
  ],
  ['carrier', (asked) => (asked.carrierId !== null ? withMode(carried, [asked.carrierId], asked) : null)],
]

const hasLane = ({ fromCountry, toCountry }: LaneQuestion) => fromCountry !== '' && toCountry !== ''
const laneOf = ({ fromCountry, toCountry }: LaneQuestion): Param[] => [fromCountry, toCountry]

function withMode(sql: string, params: Param[], { mode }: LaneQuestion): StepSql {
  return mode === '' ? { sql, params } : { sql: `${sql} AND r.mode = ?`, params: [...params, mode] }
}

function deliveries(db: ReadDb, sql: string, params: readonly Param[]): Omit<LaneSample, 'step'> {
  const rows = db.raw(
    `SELECT CAST(julianday(r.delivered_on) - julianday(r.left_on) AS INTEGER), r.quiet_days FROM ${sql}
       AND r.delivered_on IS NOT NULL AND r.delivered_on >= r.left_on ORDER BY r.delivered_on DESC LIMIT ?`,
    ...params,
  ) as [number, number | null][]
  const ascending = (one: number, other: number) => one - other
  return {
    days: rows.map(([days]) => days).sort(ascending),
    quiet: rows.flatMap(([, quiet]) => (quiet === null ? [] : [quiet])).sort(ascending),
  }
}

export function measuredDays(db: ReadDb, question: LaneQuestion, lanes = laneDays(db)): MeasuredDays {
  return measuredOf(lanes.sampleOf(question))
}

function measuredOf({ step, days }: LaneSample): MeasuredDays {
  const [p50, p80, p90] = [0.5, 0.8, 0.9].map((share) => quantileOfSorted(days, share))
  if (step === null || p50 == null || p80 == null || p90 == null) return { step: null, n: days.length, why: 'too_few' }
  return { step, n: days.length, p50, p80, p90 }
}
