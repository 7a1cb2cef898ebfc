// Where a day lies seen from today: how everything that waits is put in order by day.
import { addDays, type Day } from '#shared/dates.ts'

export const dayBuckets = ['overdue', 'today', 'tomorrow', 'thisWeek', 'later', 'noDay'] as const
export type DayBucket = (typeof dayBuckets)[number]

/** The first and last day of a bucket, both included; null where that end is open. Of `noDay` there are none. */
export type DaySpan = { from: Day | null; to: Day | null }

/** Weeks end on Sunday, as ISO 8601 counts them; what is tomorrow is not once more in this week. */
export function bucketSpan(bucket: Exclude<DayBucket, 'noDay'>, today: Day): DaySpan {
  const tomorrow = addDays(today, 1)
  const sunday = addDays(today, (7 - weekday(today)) % 7)
  const weekEnd = sunday > tomorrow ? sunday : tomorrow
  const spans = {
    overdue: { from: null, to: addDays(today, -1) },
    today: { from: today, to: today },
    tomorrow: { from: tomorrow, to: tomorrow },
    thisWeek: { from: addDays(tomorrow, 1), to: weekEnd },
    later: { from: addDays(weekEnd, 1), to: null },
  }
  return spans[bucket]
}

/** The bucket that a day falls into. */
export function bucketOf(day: Day | null, today: Day): DayBucket {
  if (day === null) return 'noDay'
  const dated = dayBuckets.filter((bucket) => bucket !== 'noDay')
  const found = dated.find((bucket) => {
    const { from, to } = bucketSpan(bucket, today)
    return (from === null || day >= from) && (to === null || day <= to)
  })
  return found ?? 'later'
}

/** 1 Monday to 7 Sunday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}
