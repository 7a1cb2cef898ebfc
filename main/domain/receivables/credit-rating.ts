// How a customer paid so far, as a grade from A to D with its reasons: nothing is graded on few orders.
import { type Day, daysBetween } from '#shared/dates.ts'
import { Decimal, roundDecimal } from '#shared/decimal.ts'
import type { CreditGrade, CreditRating } from '#shared/schemas/receivables.ts'

export type PaidOrder = {
  dueOn: Day
  /** The day on which the last of it came; null while something is open. */
  paidOn: Day | null
  /** What it counts with, in base currency. */
  weightMinor: number
}

export type RatingRule = { limits: readonly [number, number, number]; cases: number }

export type Rating = Pick<CreditRating, 'grade' | 'daysLate' | 'cases' | 'casesNeeded' | 'onTime' | 'reasons'> & {
  late: number[]
}

/** Overdue by more than this, no customer is better than D. */
const longOverdue = 90

/** Orders that are not due yet tell nothing. Mean days late by amount, early counted as on time. */
export function ratePayments(orders: readonly PaidOrder[], { limits, cases: needed }: RatingRule, today: Day): Rating {
  const late = orders.map(({ dueOn, paidOn }) => Math.max(0, daysBetween(dueOn, paidOn ?? today)))
  const onTime = late.filter((days) => days === 0).length
  const open = orders.flatMap(({ paidOn }, at) => (paidOn === null ? [late[at] ?? 0] : []))
  const worst = Math.max(0, ...open)
  const daysLate = meanLate(orders, late)
  const told = { daysLate, cases: orders.length, casesNeeded: needed, onTime, late }
  if (orders.length < needed || daysLate === null) {
    return { ...told, grade: null, reasons: [{ reason: 'few', value: orders.length }] }
  }
  const reasons: Rating['reasons'] = [
    { reason: 'days_late', value: Number(daysLate) },
    { reason: 'on_time', value: onTime },
    ...(worst > longOverdue ? [{ reason: 'long_overdue' as const, value: worst }] : []),
  ]
  return { ...told, grade: worst > longOverdue ? 'D' : gradeOf(daysLate, limits), reasons }
}

function meanLate(orders: readonly PaidOrder[], late: readonly number[]): string | null {
  const weights = orders.map(({ weightMinor }) => Math.max(1, weightMinor))
  const total = weights.reduce((sum, weight) => sum.plus(weight), new Decimal(0))
  if (total.eq(0)) return null
  const sum = weights.reduce((all, weight, at) => all.plus(new Decimal(weight).times(late[at] ?? 0)), new Decimal(0))
  return roundDecimal(sum.div(total), 1)
}

function gradeOf(daysLate: string, [a, b, c]: readonly [number, number, number]): CreditGrade {
  const days = new Decimal(daysLate)
  if (days.lte(a)) return 'A'
  if (days.lte(b)) return 'B'
  return days.lte(c) ? 'C' : 'D'
}
