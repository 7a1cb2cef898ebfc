// A figure that does not exist, and why: undefined (something is not known), or invalid (what was given makes no sense).

export type NoFigureReason =
  | 'no-demand'
  | 'no-demand-spread'
  | 'no-lead-time'
  | 'no-lead-time-spread'
  | 'no-order-cost'
  | 'no-holding-cost'
  | 'no-backorder-cost'
  | 'no-order-quantity'
  | 'no-reorder-point'
  | 'no-measures'
  | 'service-level-out-of-range'
  | 'negative'
  | 'price-breaks-out-of-order'
  | 'production-not-faster-than-demand'
  | 'thresholds-out-of-order'
  | 'not-a-number'

export type NoFigure = { readonly status: 'undefined' | 'invalid'; readonly reason: NoFigureReason }

/** Something that is needed is not known: shown as a dash with the reason. */
export function unknown(reason: NoFigureReason): NoFigure {
  return { status: 'undefined', reason }
}

/** What was given makes no sense: refused. */
export function invalid(reason: NoFigureReason): NoFigure {
  return { status: 'invalid', reason }
}

export function isFigure<Figure extends object>(result: Figure | NoFigure): result is Figure {
  return !('status' in result)
}

/** The reason to refuse when one of the figures is negative or no number; null when all may be used. Missing ones may. */
export function refusalOf(figures: readonly (number | null | undefined)[]): NoFigure | null {
  for (const figure of figures) {
    if (figure === null || figure === undefined) continue
    if (!Number.isFinite(figure)) return invalid('not-a-number')
    if (figure < 0) return invalid('negative')
  }
  return null
}
