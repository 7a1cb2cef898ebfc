// Where the goods of open lines stand: what is bought for a line is that line's, stock and what is to come go to the lines by the
// day they are promised for, earlier ones first.
import type { Day } from '#shared/dates.ts'

export type Arrival<Source> = {
  /** Null: nobody knows when. */
  on: Day | null
  milli: number
  /** The line that it is bought for; null: for whoever comes first. */
  forLine: number | null
  source: Source
}

export type Demand = {
  lineId: number
  /** Null: promised for no day. */
  dueOn: Day | null
  orderedOn: Day
  needMilli: number
  /** Bought for this very line, come in, and not sent yet. */
  keptMilli: number
  /** A draft reserves nothing: it takes what is left after all others. */
  isDraft: boolean
}

export type Covered<Source> = {
  inStockMilli: number
  /** In the order of their days, unknown ones last. */
  coming: { on: Day | null; milli: number; source: Source }[]
  shortMilli: number
}

export type Supply<Source> = { onHandMilli: number; arrivals: readonly Arrival<Source>[] }

/** What covers each line, by its id; one product. */
export function coverLines<Source>(
  demands: readonly Demand[],
  { onHandMilli, arrivals }: Supply<Source>,
): Map<number, Covered<Source>> {
  const queue = [...demands].sort(byPromise)
  const covers = new Map(
    queue.map((line) => [line.lineId, { inStockMilli: 0, coming: [], shortMilli: line.needMilli } as Covered<Source>]),
  )
  let onHand = Math.max(0, onHandMilli)
  const fromStock = ({ lineId }: Demand, wanted: number) => {
    const cover = covers.get(lineId)
    const taken = Math.max(0, Math.min(wanted, onHand, cover?.shortMilli ?? 0))
    if (!cover || taken === 0) return
    onHand -= taken
    cover.inStockMilli += taken
    cover.shortMilli -= taken
  }
  for (const line of queue) fromStock(line, line.keptMilli)
  const left = [...arrivals].sort(byDay).map((arrival) => ({ ...arrival }))
  const own = Map.groupBy(left, ({ forLine }) => forLine)
  for (const line of queue) take(covers.get(line.lineId), own.get(line.lineId) ?? [])
  for (const line of queue) fromStock(line, line.needMilli)
  // What was bought for a line beyond its need is anybody's.
  for (const line of queue) take(covers.get(line.lineId), left)
  for (const cover of covers.values()) cover.coming.sort(byDay)
  return covers
}

function take<Source>(cover: Covered<Source> | undefined, arrivals: Arrival<Source>[]): void {
  for (const arrival of arrivals) {
    if (!cover || cover.shortMilli === 0) return
    const milli = Math.min(arrival.milli, cover.shortMilli)
    if (milli <= 0) continue
    arrival.milli -= milli
    cover.shortMilli -= milli
    cover.coming.push({ on: arrival.on, milli, source: arrival.source })
  }
}

const latest = '9999-12-31'

function byDay(left: { on: Day | null }, right: { on: Day | null }): number {
  return compare(left.on ?? latest, right.on ?? latest)
}

function byPromise(left: Demand, right: Demand): number {
  return (
    Number(left.isDraft) - Number(right.isDraft) ||
    compare(left.dueOn ?? latest, right.dueOn ?? latest) ||
    compare(left.orderedOn, right.orderedOn) ||
    left.lineId - right.lineId
  )
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

export type PartCover<Source> = { perKitMilli: number; covered: Covered<Source> }

/** A kit stands as its parts do: as many are there as all parts allow, the rest when the last part has come. */
export function coverOfKit<Source>(needMilli: number, parts: readonly PartCover<Source>[]): Covered<Source> {
  const kits = (upTo: (cover: Covered<Source>) => number) =>
    Math.min(needMilli, ...parts.map(({ covered, perKitMilli }) => Math.floor((upTo(covered) * 1000) / perKitMilli)))
  const inStockMilli = kits(({ inStockMilli: stock }) => stock)
  const arrivals = parts.flatMap(({ covered }) => covered.coming).sort(byDay)
  const coming: Covered<Source>['coming'] = []
  let done = inStockMilli
  for (const [index, { on, source }] of arrivals.entries()) {
    const next = arrivals[index + 1]
    if (next !== undefined && next.on === on) continue
    const reached = kits((cover) => cover.inStockMilli + cameBy(cover, on))
    if (reached > done) coming.push({ on, milli: reached - done, source })
    done = Math.max(done, reached)
  }
  return { inStockMilli, coming, shortMilli: needMilli - done }
}

function cameBy<Source>({ coming }: Covered<Source>, day: Day | null): number {
  const isBy = (on: Day | null) => compare(on ?? latest, day ?? latest) <= 0
  return coming.filter(({ on }) => isBy(on)).reduce((sum, { milli }) => sum + milli, 0)
}
