// The question of the ABC-XYZ analysis made whole: what was not said is as planning is set, and the days follow.
import type { ReadDb } from '#main/db/database.ts'
import { lastPeriods, type PeriodWindow, wholePeriods } from '#main/domain/demand/period-window.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { planningSetting } from '#main/services/planning/planning-settings.ts'
import { asDay } from '#shared/dates.ts'
import type { ClassesInput, ClassesQuestion } from '#shared/schemas/classes.ts'

export function classQuestion(db: ReadDb, input: ClassesInput): ClassesQuestion {
  const usual = planningSetting(db, 'classes')
  const demand = planningSetting(db, 'demand')
  const on = input.on ?? bookToday(db, db.now)
  const months = input.months ?? usual.months
  const { periods } = lastPeriods('month', months, on)
  return {
    basis: input.basis ?? usual.basis,
    months,
    period: input.period ?? usual.period,
    thresholds: input.thresholds ?? usual.thresholds,
    limits: input.limits ?? usual.limits,
    kits: input.kits ?? usual.kits,
    filter: filterOf(input),
    on,
    from: periods[0]?.first ?? asDay(on),
    to: periods.at(-1)?.last ?? asDay(on),
    demandBasis: demand.basis,
    stockOutShare: demand.stockOutShare,
    abcMargin: usual.abcMargin,
    xyzMargin: usual.xyzMargin,
    runsInARow: usual.runsInARow,
    shieldDays: usual.shieldDays,
  }
}

/** A filter that asks nothing is none. */
function filterOf({ filter }: ClassesInput): ClassesInput['filter'] {
  return filter && Object.values(filter).some((value) => value !== undefined) ? filter : undefined
}

/** The periods whose demand is compared. */
export function demandWindow({ period, from, to }: ClassesQuestion): PeriodWindow {
  return wholePeriods(period, from, to)
}

/** Runs that ask the same of the same products follow one another; limits, window and margins may change between them. */
export function seriesOf({ basis, period, kits, filter }: ClassesQuestion): string {
  const { categoryId = null, channel = null, country = null, warehouseId = null } = filter ?? {}
  return JSON.stringify([basis, period, kits, categoryId, channel, country, warehouseId])
}
