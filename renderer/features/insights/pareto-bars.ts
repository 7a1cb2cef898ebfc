// Bars and line of a Pareto chart: one bar a product while there is room, else one bar for a run of them, never across
// two classes.
import type { AbcClass, AbcItem } from '#shared/schemas/insights.ts'

/** More bars than this are thinner than three points on a usual screen. */
const mostBars = 300

export type ParetoBar = {
  /** First and last rank that the bar stands for. */
  first: number
  last: number
  class: AbcClass
  /** Mean value of its products, for the height only. */
  height: number
  /** Share of all products up to the last of these, of the total. */
  cumulative: number
  /** The product, where the bar stands for one alone. */
  item: AbcItem | null
}

/** Items in rank order, classes one after the other. */
export function paretoBars(items: readonly AbcItem[], most = mostBars): ParetoBar[] {
  const size = Math.max(1, Math.ceil(items.length / most))
  const bars: ParetoBar[] = []
  let at = 0
  while (at < items.length) {
    const letter = items[at]?.class
    let end = at + 1
    while (end < items.length && end - at < size && items[end]?.class === letter) end += 1
    bars.push(barOf(items.slice(at, end)))
    at = end
  }
  return bars
}

function barOf(group: readonly AbcItem[]): ParetoBar {
  const [first] = group
  const last = group.at(-1)
  if (!first || !last) throw new RangeError('a bar stands for one product at least')
  const sum = group.reduce((total, item) => total + Math.max(0, Number(item.value)), 0)
  return {
    first: first.rank,
    last: last.rank,
    class: first.class,
    height: sum / group.length,
    cumulative: last.cumulativeShare,
    item: group.length === 1 ? first : null,
  }
}

/** Where class A and class B end, as a part of the chart's width. */
export function classEnds(bars: readonly ParetoBar[]): { a: number; b: number } {
  const width = Math.max(1, bars.length)
  const a = bars.filter((bar) => bar.class === 'A').length
  const b = bars.filter((bar) => bar.class === 'B').length
  return { a: a / width, b: (a + b) / width }
}
