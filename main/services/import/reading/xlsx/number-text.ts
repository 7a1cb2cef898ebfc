// A number of a workbook as the text that a person would have typed for it.
import { dayFromParts } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import type { NumberForm } from './number-formats.ts'

const secondsOfDay = 86_400
const lastSerial = 2_958_465

/** `stored` is the number as the file has it; `is1904` the date system of old Macs. */
export function numberText(stored: string, form: NumberForm, is1904: boolean): string {
  if (form.form === 'number') return plainNumber(stored)
  if (form.form === 'percent') return percentText(stored)
  if (form.form === 'padded') return /^\d+$/.test(stored) ? stored.padStart(form.length, '0') : plainNumber(stored)
  return serialText(Number(stored), form.form, is1904) ?? plainNumber(stored)
}

/**
 * Whole numbers digit for digit, however long. Others as the shortest text of the same number with at most the 15 digits
 * that Excel keeps: files hold `4.0999999999999996` for a typed 4.1, and `0.30000000000000004` for a sum of 0.3.
 */
export function plainNumber(stored: string): string {
  if (/^-?\d+$/.test(stored)) return stored
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  const shortest = new Decimal(value)
  return (shortest.c.length > 15 ? new Decimal(value.toPrecision(15)) : shortest).toFixed()
}

function percentText(stored: string): string {
  const plain = plainNumber(stored)
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? `${new Decimal(plain).times(100).toFixed()}%` : plain
}

/** A day, a time or both from a serial number; null where it stands for none. */
function serialText(serial: number, form: 'date' | 'time' | 'datetime', is1904: boolean): string | null {
  if (!(serial >= 0 && serial <= lastSerial)) return null
  const seconds = Math.round((serial % 1) * secondsOfDay)
  const days = Math.floor(serial) + Math.floor(seconds / secondsOfDay)
  const clock = clockText(seconds % secondsOfDay)
  if (form === 'time' && days === 0) return clock
  const day = serialDay(days, is1904)
  if (day === null) return null
  return form === 'date' || (seconds % secondsOfDay === 0 && form === 'datetime') ? day : `${day} ${clock}`
}

/** Excel counts a 29 February 1900 that never was; days before it stand one later than they are counted. */
function serialDay(serial: number, is1904: boolean): string | null {
  if (!is1904 && (serial === 60 || serial < 1)) return null
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const date = new Date(epoch + serial * secondsOfDay * 1000)
  return dayFromParts(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
