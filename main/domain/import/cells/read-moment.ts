// Times of events as files write them: a day with or without a clock and a zone, kept as written.

import { takeStamp } from '#main/domain/tracking/paste/read-stamp.ts'
import { dayOfPart } from '#main/domain/tracking/paste/settle-days.ts'
import { asDay, isDay } from '#shared/dates.ts'
import type { CellValue, DateOrder } from './cell-value.ts'
import { halfWidth, trimCell } from './plain-text.ts'

const usual = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s*(?:(Z)|([+-]\d{2}):?(\d{2}))?)?$/

/** '2026-11-17T11:05 +08:00': the time at the place, and behind a space its zone where one stands there. */
export function readMoment(text: string, order: DateOrder): CellValue<string> {
  const cell = halfWidth(trimCell(text))
  const match = usual.exec(cell)
  if (match) return ofUsual(match) ?? { expected: `day-${order}` }
  const taken = takeStamp(cell)
  // A day without a year means one of several; files tell the year.
  const settings = { order, year: null, today: asDay('0001-01-01') }
  const day = taken?.stamp.day ? dayOfPart(taken.stamp.day, settings) : null
  if (taken?.rest !== '' || day === null) return { expected: `day-${order}` }
  const { time, zone } = taken.stamp
  return { value: written(time === null ? day : `${day}T${time}`, zone) }
}

function ofUsual(match: RegExpExecArray): CellValue<string> | null {
  const [, day = '', time, seconds, utc, hours, minutes] = match
  if (!isDay(day) || (time !== undefined && time > '23:59')) return null
  const zone = utc ? '+00:00' : hours ? `${hours}:${minutes}` : ''
  const isMidnight = time === '00:00' && (seconds === undefined || seconds === ':00') && zone === ''
  if (time === undefined || isMidnight) return { value: day }
  return { value: written(`${day}T${time}${seconds === ':00' ? '' : (seconds ?? '')}`, zone) }
}

function written(localTime: string, zone: string): string {
  return zone === '' ? localTime : `${localTime} ${zone}`
}
