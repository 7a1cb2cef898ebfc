// A figure that does not exist, with its reason. It is shown as a dash and the reason, never as 0 or NaN. Input that makes
// no sense (a share above 1, a figure that is none) is a RangeError here: what people give is checked before.
import type { ForecastGap } from '#shared/schemas/forecasts.ts'

/** `needs` and `has` count what the reason speaks of: periods, demands, errors. */
export type NoFigure = {
  readonly status: 'undefined'
  readonly reason: ForecastGap['reason']
  readonly needs?: number
  readonly has?: number
}

export function noFigure(reason: ForecastGap['reason'], counts: { needs?: number; has?: number } = {}): NoFigure {
  return { status: 'undefined', reason, ...counts }
}

export function isNoFigure(value: unknown): value is NoFigure {
  return typeof value === 'object' && value !== null && 'status' in value && value.status === 'undefined'
}
