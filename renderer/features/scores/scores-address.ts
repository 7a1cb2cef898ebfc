// What the score screens ask, as it stands in the address; what is not there is as scoring is set.
import { type Day, isDay } from '#shared/dates.ts'
import { type FigureName, figureNames } from '#shared/schemas/scores.ts'

export type ScoresAddress = {
  from?: Day
  to?: Day
  asOf?: Day
  grace?: number
  /** Per cent. */
  tolerance?: number
  /** The figure whose lines are shown. */
  figure?: FigureName
  /** The suppliers that are compared, as `1-2-3`. */
  ids?: string
  /** Limits of the quadrants: base currency as decimal text, and points. */
  spend?: string
  score?: number
}

const mostCompared = 5

/** Takes from an address what is understood; the rest is left out, never an error. */
export function readScoresAddress(raw: Record<string, unknown>): ScoresAddress {
  const figure = figureNames.find((name) => name === raw.figure)
  const ids = comparedIds(raw.ids).join('-')
  const spend = raw.spend === undefined ? '' : String(raw.spend)
  return {
    ...day('from', raw),
    ...day('to', raw),
    ...day('asOf', raw),
    ...number('grace', 365, raw),
    ...number('tolerance', 99.9, raw),
    ...(figure && { figure }),
    ...(ids !== '' && { ids }),
    ...(/^\d{1,15}(\.\d{1,4})?$/.test(spend) && { spend }),
    ...number('score', 100, raw),
  }
}

/** Up to five different ids out of `1-2-3`. */
export function comparedIds(value: unknown): number[] {
  if (typeof value !== 'string' && typeof value !== 'number') return []
  const ids = String(value).split('-').map(Number)
  return [...new Set(ids.filter((id) => Number.isSafeInteger(id) && id > 0))].slice(0, mostCompared)
}

/** The part of a question that all score screens share. */
export function questionOf({ from, to, asOf, grace, tolerance }: ScoresAddress) {
  return {
    ...(from && { from }),
    ...(to && { to }),
    ...(asOf && { asOf }),
    ...(grace !== undefined && { graceDays: grace }),
    ...(tolerance !== undefined && { underTolerance: Number((tolerance / 100).toFixed(8)) }),
  }
}

function day<Key extends 'from' | 'to' | 'asOf'>(key: Key, raw: Record<string, unknown>): { [K in Key]?: Day } {
  const value = raw[key]
  return typeof value === 'string' && isDay(value) ? ({ [key]: value } as { [K in Key]?: Day }) : {}
}

function number<Key extends 'grace' | 'tolerance' | 'score'>(
  key: Key,
  most: number,
  raw: Record<string, unknown>,
): { [K in Key]?: number } {
  const value = Number(raw[key])
  const isGiven = raw[key] !== undefined && raw[key] !== ''
  const isGood = isGiven && value >= 0 && value <= most && (key !== 'grace' || Number.isInteger(value))
  return isGood ? ({ [key]: value } as { [K in Key]?: number }) : {}
}
