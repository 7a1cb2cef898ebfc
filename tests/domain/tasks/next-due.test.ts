import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthsLater, nextDue, type Series, seriesDay } from '#main/domain/tasks/next-due.ts'
import { addDays, asDay, type Day, daysBetween } from '#shared/dates.ts'
import { repeatUnits } from '#shared/schemas/tasks.ts'

const weekdays = (day: Day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

function series(unit: Series['unit'], every: number, seriesOn: string, rest: { aimsOn?: string; until?: string } = {}) {
  const until = rest.until ? asDay(rest.until) : null
  return { unit, every, seriesOn: asDay(seriesOn), aimsOn: asDay(rest.aimsOn ?? seriesOn), until }
}

/** Each done on its own day, `count` times. */
function run(first: Series, count: number): (string | null)[] {
  const days: (string | null)[] = []
  let now: Series = first
  for (let at = 0; at < count; at += 1) {
    const next = nextDue(now, now.aimsOn, weekdays)
    days.push(next)
    if (next === null) break
    now = { ...now, aimsOn: next }
  }
  return days
}

test('month ends keep aiming at the day of the series', () => {
  expect(run(series('month', 1, '2026-01-31'), 5)).toEqual([
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2026-06-30',
  ])
  expect(run(series('year', 1, '2024-02-29'), 4)).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'])
  expect(run(series('month', 5, '2026-08-31'), 3)).toEqual(['2027-01-31', '2027-06-30', '2027-11-30'])
})

test('begun on the last day of a short month, a series may mean the last day of all', () => {
  const repeat = { unit: 'month', every: 1, until: null } as const
  const dueOn = asDay('2026-11-30')
  expect(seriesDay(dueOn, { ...repeat, isMonthEnd: false })).toBe('2026-11-30')
  const seriesOn = seriesDay(dueOn, { ...repeat, isMonthEnd: true })
  expect(run({ ...repeat, seriesOn, aimsOn: dueOn }, 4)).toEqual([
    '2026-12-31',
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
  ])
  expect(seriesDay(asDay('2026-11-29'), { ...repeat, isMonthEnd: true })).toBe('2026-11-29')
})

test('days, weeks and working days', () => {
  expect(run(series('day', 10, '2026-02-20'), 2)).toEqual(['2026-03-02', '2026-03-12'])
  expect(run(series('week', 2, '2026-12-28'), 2)).toEqual(['2027-01-11', '2027-01-25'])
  // A Friday; the weekend does not count.
  expect(run(series('working_day', 1, '2026-03-06'), 2)).toEqual(['2026-03-09', '2026-03-10'])
  expect(run(series('working_day', 5, '2026-03-06'), 1)).toEqual(['2026-03-13'])
})

test('the series ends with its last day', () => {
  expect(run(series('week', 1, '2026-03-02', { until: '2026-03-16' }), 9)).toEqual(['2026-03-09', '2026-03-16', null])
})

test('what was missed is not made up for: the next lies ahead', () => {
  expect(nextDue(series('week', 1, '2026-01-05'), asDay('2026-03-04'), weekdays)).toBe('2026-03-09')
  expect(nextDue(series('month', 1, '2025-01-31'), asDay('2026-02-28'), weekdays)).toBe('2026-03-31')
  expect(nextDue(series('working_day', 3, '2026-03-02'), asDay('2026-03-20'), weekdays)).toBe('2026-03-23')
})

test('done before its day, the next is not the same one again', () => {
  const monthly = series('month', 1, '2026-01-31', { aimsOn: '2026-02-28' })
  expect(nextDue(monthly, asDay('2026-02-20'), weekdays)).toBe('2026-03-31')
})

test('a company that never works counts every day after a year without one', () => {
  const next = nextDue(series('working_day', 2, '2026-03-06'), asDay('2026-03-06'), () => false)
  expect(next).toBe(addDays(asDay('2026-03-06'), 368))
})

test('the calendar ends in the year 9999', () => {
  for (const unit of repeatUnits)
    expect(nextDue(series(unit, 1, '9999-12-31'), asDay('9999-12-31'), weekdays)).toBeNull()
})

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(asDay('2000-01-01'), days))
const anySeries = fc.record({
  unit: fc.constantFrom(...repeatUnits),
  every: fc.integer({ min: 1, max: 30 }),
  seriesOn: anyDay,
})

test('property: whenever each one is done, the days are those of the series, ascending and ahead', () => {
  fc.assert(
    fc.property(anySeries, fc.array(fc.integer({ min: -40, max: 60 }), { maxLength: 6 }), (rule, lateness) => {
      let aimsOn = rule.seriesOn
      for (const late of lateness) {
        const doneOn = addDays(aimsOn, late)
        const next = nextDue({ ...rule, until: null, aimsOn }, doneOn, weekdays)
        if (next === null) throw new Error('a series without an end ended')
        expect(next > aimsOn && next > doneOn).toBe(true)
        expect(isOfSeries(rule, aimsOn, next)).toBe(true)
        // No day of the series between is left out.
        const floor = aimsOn > doneOn ? aimsOn : doneOn
        const between = Array.from({ length: daysBetween(floor, next) - 1 }, (_, at) => addDays(floor, at + 1))
        expect(between.filter((day) => isOfSeries(rule, aimsOn, day))).toEqual([])
        aimsOn = next
      }
    }),
    { numRuns: 40 },
  )
})

type Rule = { unit: Series['unit']; every: number; seriesOn: Day }

/** Said anew, by counting: whether a day belongs to the series. */
function isOfSeries({ unit, every, seriesOn }: Rule, aimsOn: Day, day: Day): boolean {
  if (unit === 'day') return daysBetween(seriesOn, day) % every === 0
  if (unit === 'week') return daysBetween(seriesOn, day) % (7 * every) === 0
  if (unit === 'working_day') {
    let worked = 0
    for (let at = addDays(aimsOn, 1); at <= day; at = addDays(at, 1)) if (weekdays(at)) worked += 1
    return weekdays(day) && worked % every === 0
  }
  const step = unit === 'year' ? 12 * every : every
  for (let months = step; ; months += step) {
    const found = monthsLater(seriesOn, months)
    if (found === null || found > day) return false
    if (found === day) return true
  }
}
