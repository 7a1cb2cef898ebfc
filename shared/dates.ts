// Calendar days and instants, kept as different types: a day has no time zone, an instant has no day of its own.

/** A calendar day, ISO text `YYYY-MM-DD`. */
export type Day = string & { readonly __day: true }
/** A moment, in milliseconds since 1970 in UTC. */
export type Instant = number & { readonly __instant: true }

const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/
const dayMs = 86_400_000

/** Whether the text is a real calendar day such as `2024-02-29`. */
export function isDay(text: string): text is Day {
  const match = dayForm.exec(text)
  return match !== null && dayFromParts(Number(match[1]), Number(match[2]), Number(match[3])) === text
}

/** The text as a day, or a RangeError: for values that the program itself makes. */
export function asDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a calendar day: ${text}`)
  return text
}

/** Year, month (1 to 12) and day as a `Day`, or null where the calendar has no such day. */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) return null
  if (dayOfMonth > daysInMonth(year, month)) return null
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as Day
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayOfUtc(utcOf(day) + count * dayMs)
}

/** Every day from `from` to `to`, both included, also where `to` is the last that the calendar has; none where it is earlier. */
export function daysOfSpan({ from, to }: { from: Day; to: Day }): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index))
}

/** Of these days the first; null where none is told. */
export function earliestDay(days: readonly (Day | null)[]): Day | null {
  return days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null)
}

/** Of these days the last; null where none is told. */
export function latestDay(days: readonly (Day | null)[]): Day | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcOf(to) - utcOf(from)) / dayMs)
}

/** The calendar day of an instant in a time zone (IANA name such as `Asia/Shanghai`; UTC when left out). */
export function dayOf(instant: Instant, timeZone = 'UTC'): Day {
  if (timeZone === 'UTC') return dayOfUtc(instant)
  return asDay(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant))
}

function utcOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayOfUtc(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10) as Day
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** The first instant that is not in the day any more, in a time zone: midnight where the clocks have one. */
export function endOfDay(day: Day, timeZone = 'UTC'): Instant {
  // Zones lie within 14 hours of UTC on either side, and a day is at most 25 hours long.
  let before = utcOf(day) - 15 * 3_600_000
  let after = utcOf(day) + 40 * 3_600_000
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayOf(middle as Instant, timeZone) > day) after = middle
    else before = middle
  }
  return after as Instant
}
