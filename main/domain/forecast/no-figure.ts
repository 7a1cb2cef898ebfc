// A figure that does not exist, with its reason. It is shown as a dash and the reason, never as 0 or NaN. Input that makes
// no sense (a share above 1, a figure that is none) is a RangeError here: what people give is checked before.

export const noFigureReasons = [
  /** Nothing was ever asked for. */
  'no-demand',
  /** Fewer periods than the figure needs. */
  'too-few-periods',
  /** Fewer than two periods with demand. */
  'too-few-demands',
  /** Fewer than two whole seasons. */
  'not-two-seasons',
  /** A multiplicative season needs demand above 0 in every period. */
  'not-all-positive',
  /** Periods without stock were left out, so the season has lost its place. */
  'periods-left-out',
  /** Nothing is left of the history to test the method on. */
  'nothing-to-test-on',
  /** No more errors than parameters estimated from them. */
  'too-few-errors',
  /** The divisor is 0: no error, no demand or no change to measure against. */
  'nothing-to-divide-by',
  /** Croston's family has no model that an interval would follow from. */
  'no-consistent-model',
  /** The figures ran out of the range of numbers. */
  'not-computable',
] as const
export type NoFigureReason = (typeof noFigureReasons)[number]

/** `needs` and `has` count what the reason speaks of: periods, demands, errors. */
export type NoFigure = {
  readonly status: 'undefined'
  readonly reason: NoFigureReason
  readonly needs?: number
  readonly has?: number
}

export function noFigure(reason: NoFigureReason, counts: { needs?: number; has?: number } = {}): NoFigure {
  return { status: 'undefined', reason, ...counts }
}

export function isNoFigure(value: unknown): value is NoFigure {
  return typeof value === 'object' && value !== null && 'status' in value && value.status === 'undefined'
}
