// When something that leaves on a day should be there: from own measured days, else as its service tells it.
import type { ReadDb } from '#main/db/database.ts'
import { type LaneDays, laneDays, measuredDays } from '#main/services/lanes/measured-days.ts'
import { shippingSetting } from '#main/services/shipments/shipping-settings.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { ExpectedArrival, LaneQuestion } from '#shared/schemas/lanes.ts'

/**
 * `by` is the day to promise (a plan is made of it); `on` the day by which half are there. Days that are no whole ones count as
 * begun. Of a service only the span that it tells is known: its longest holds for `by`.
 */
export function expectedArrival(
  db: ReadDb,
  { leftOn, ...question }: LaneQuestion & { leftOn: Day },
  lanes: LaneDays = laneDays(db),
): ExpectedArrival {
  const measured = measuredDays(db, question, lanes)
  if (measured.step !== null) {
    const { step, n, p50, p80 } = measured
    const promised = measured[shippingSetting(db, 'lanes').promise]
    return { on: dayAfter(leftOn, p50), by: dayAfter(leftOn, promised), p50, p80, n, source: 'measured', step }
  }
  const told = question.serviceId === null ? undefined : toldDays(db, question.serviceId)
  const longest = told?.longest ?? null
  if (longest === null) return { on: null, by: null, why: 'too_few', n: measured.n }
  const p50 = ((told?.shortest ?? longest) + longest) / 2
  return {
    on: dayAfter(leftOn, p50),
    by: dayAfter(leftOn, longest),
    p50,
    p80: longest,
    n: 0,
    source: 'service',
    step: null,
  }
}

/** Binary noise of a quantile never adds a day. */
const guard = 1e-9

function dayAfter(leftOn: Day, days: number): Day {
  return addDays(leftOn, Math.ceil(days - guard))
}

function toldDays(db: ReadDb, serviceId: number): { shortest: number | null; longest: number | null } | undefined {
  return db.get(
    'SELECT days_min AS shortest, coalesce(days_max, days_min) AS longest FROM live_carrier_services WHERE id = ?',
    serviceId,
  )
}
