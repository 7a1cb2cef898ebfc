// Times as they are written at a place: '2026-11-23T14:05' or the day alone, with a zone where one was told.
import { type Instant, isDay } from '#shared/dates.ts'

const clock = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/
const offset = /^([+-])(\d{2}):(\d{2})$/

/** Whether the text is a real day, with or without a time: `2026-11-23`, `2026-11-23T14:05`, `2026-11-23T14:05:09`. */
export function isLocalTime(text: string): boolean {
  return isDay(text.slice(0, 10)) && (text.length === 10 || (text[10] === 'T' && clock.test(text.slice(11))))
}

/** Whether the text names a zone: an offset such as `+08:00`, or a name that Intl knows (`Europe/Berlin`, `UTC`). */
export function isZone(zone: string): boolean {
  const match = offset.exec(zone)
  if (match) return Number(match[2]) <= 14 && Number(match[3]) < 60
  return /^[A-Za-z]/.test(zone) && partsIn(zone) !== null
}

/** The instant of a local time in a zone ('' is UTC). A time that the clocks leap over is the one an hour later. */
export function instantOf(localTime: string, zone: string): Instant {
  const wall = wallMs(localTime)
  const match = offset.exec(zone)
  if (match)
    return (wall - (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000) as Instant
  if (zone === '' || zone === 'UTC') return wall as Instant
  const guess = wall - offsetAt(wall, zone)
  return (wall - offsetAt(guess, zone)) as Instant
}

function wallMs(localTime: string): number {
  const time = localTime.length === 10 ? '00:00' : localTime.slice(11)
  return Date.parse(`${localTime.slice(0, 10)}T${time}Z`)
}

const quarter = 900_000
const mostKept = 200_000
const offsets = new Map<string, number>()

/** How far the clocks of a zone stand from UTC at an instant, in milliseconds. They are only ever moved at quarters of an hour. */
function offsetAt(at: number, zone: string): number {
  const key = `${zone} ${Math.floor(at / quarter)}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= mostKept) offsets.clear()
  const asked = askOffset(at, zone)
  offsets.set(key, asked)
  return asked
}

function askOffset(at: number, zone: string): number {
  const format = partsIn(zone)
  if (format === null) throw new RangeError(`No such zone: ${zone}`)
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

const formats = new Map<string, Intl.DateTimeFormat | null>()

/** Making one is slow; a file of 100,000 events asks for a few zones. */
function partsIn(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = makeFormat(zone)
  formats.set(zone, made)
  return made
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    const clocks = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const
    return new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric', ...clocks })
  } catch {
    // Intl refuses names that it does not know; there is no other way to ask.
    return null
  }
}
