// Lines that are sales, and the days an analysis looks at.
import type { Day } from '#shared/dates.ts'

export type AbcWindow = { from?: Day | undefined; to?: Day | undefined }

/** Lines are read from the index that holds all that is added up. */
export const soldLines = 'order_lines INDEXED BY order_lines_sold_by_product'
export const isSold = 'sold_on IS NOT NULL AND product_id IS NOT NULL'

/** The window as a condition on `sold_on`; open ends ask nothing. */
export function daysOf({ from, to }: AbcWindow): { days: string; params: string[] } {
  return {
    days: `${from ? ' AND sold_on >= ?' : ''}${to ? ' AND sold_on <= ?' : ''}`,
    params: [...(from ? [from] : []), ...(to ? [to] : [])],
  }
}
