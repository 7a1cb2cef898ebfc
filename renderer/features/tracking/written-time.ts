// A time as people type it, as events keep it.
import { typedDay } from '#renderer/lib/typed-day.ts'

/** '2026-11-23 9:05' as '2026-11-23T09:05'; a day in any common form alone stays a day. */
export function writtenTime(typed: string): string {
  const text = typed.normalize('NFKC').trim()
  const match = /^(.*?)[\sT,]+(\d{1,2}):(\d{2}(?::\d{2})?)$/.exec(text)
  if (!match) return typedDay(text)
  const [, day = '', hour = '', rest = ''] = match
  return `${typedDay(day)}T${hour.padStart(2, '0')}:${rest}`
}
