// A time as people type it on the company's clock: `2026-11-18 14:05`, or a day alone.
import { typedDay } from '#renderer/lib/typed-day.ts'
import { addDays, endOfDay, type Instant, isDay } from '#shared/dates.ts'

const minuteMs = 60_000
const typed = /^(.*?)(?:[\sT]+(\d{1,2})\s*:\s*(\d{2}))?$/

/** The instant of what was typed, a day alone at noon; null where it is no such time. */
export function typedInstant(text: string, timeZone: string): Instant | null {
  const [, dayText = '', hours = '12', minutes = '00'] = typed.exec(text.normalize('NFKC').trim()) ?? []
  const day = typedDay(dayText)
  const wanted = Number(hours) * 60 + Number(minutes)
  if (!isDay(day) || Number(hours) > 23 || Number(minutes) > 59) return null
  const midnight = endOfDay(addDays(day, -1), timeZone)
  // On a day on which the clocks are changed an hour is not where it would stand else.
  const at = midnight + wanted * minuteMs
  return (at + (wanted - minutesOf(at, timeZone)) * minuteMs) as Instant
}

function minutesOf(at: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone }).format(at)
  const [hours = 0, minutes = 0] = shown.split(':').map(Number)
  return hours * 60 + minutes
}
