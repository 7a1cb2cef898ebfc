// Stamps and words put together to events: pages write the stamp before the words, behind them, or between words and place.
import type { PasteLine } from './paste-lines.ts'
import type { DayPart, Stamp } from './read-stamp.ts'

/** An event with its words apart, before anyone knows which of them is the place. */
export type Gathered = { line: number; day: DayPart; time: string | null; zone: string; words: string[] }
export type Gathering = { events: Gathered[]; unread: { line: number; text: string }[] }

type Stamped = Extract<PasteLine, { kind: 'stamp' }>
type Worded = Extract<PasteLine, { kind: 'words' }>
type Item = Stamped | Worded
/** What belongs together: one stamp and the lines of words around it. */
type Group = { stamp: Stamped; before: Worded[]; after: Worded[] }

/** More lines than this do not belong to one event. */
const mostWords = 4

/** Whether words say what happened; it settles which words belong to which stamp where the order alone leaves it open. */
export type WordsTell = (word: string) => boolean

/** The events of one parcel's lines, in the order in which they stand. */
export function gatherEvents(lines: readonly PasteLine[], tells: WordsTell): Gathering {
  const days = withDays(timesWithTheirDays(lines))
  const { groups, left } = grouped(days, tells)
  const events: Gathered[] = []
  const unread = left.map(({ line, raw }) => ({ line, text: raw }))
  for (const { stamp, before, after } of groups) {
    const words = [...before.flatMap((one) => one.words), ...stamp.words, ...after.flatMap((one) => one.words)]
    const { day, time, zone } = stamp.stamp
    const line = before[0]?.line ?? stamp.line
    if (day && words.length > 0) events.push({ line, day, time, zone, words })
    else unread.push(...[...before, stamp, ...after].map((one) => ({ line: one.line, text: one.raw })))
  }
  return { events, unread: unread.sort((a, b) => a.line - b.line) }
}

/** A day on one line and its time alone on the next are one stamp; the day holds for the times below it as well. */
function timesWithTheirDays(lines: readonly PasteLine[]): PasteLine[] {
  let day: DayPart | null = null
  return lines.flatMap((line, at): PasteLine[] => {
    if (line.kind !== 'stamp') return [line]
    const next = lines[at + 1]
    if (isBare(line) && line.stamp.time === null && next && isBare(next) && next.stamp.day === null) {
      day = line.stamp.day
      return []
    }
    if (line.stamp.day) day = null
    return [{ ...line, stamp: dated(line.stamp, day) }]
  })
}

function isBare(line: PasteLine): line is Stamped {
  return line.kind === 'stamp' && line.words.length === 0
}

/** A day on a line of its own holds for the times below it; such lines are no events. */
function withDays(lines: readonly PasteLine[]): PasteLine[] {
  const hasTimesBelow = lines.some((line) => line.kind === 'stamp' && !line.stamp.day)
  let day: DayPart | null = null
  return lines.flatMap((line): PasteLine[] => {
    if (line.kind !== 'stamp') return [line]
    const isDayLine = hasTimesBelow && line.stamp.day !== null && line.stamp.time === null && isHeader(line)
    if (isDayLine) {
      day = line.stamp.day
      return [{ kind: 'blank', line: line.line }]
    }
    return [{ ...line, stamp: dated(line.stamp, day) }]
  })
}

/** Old pages of DHL repeat the names of their columns beside the day. */
function isHeader({ words }: Stamped): boolean {
  return words.every((word) => /^(?:location|time|piece|local time|activity|status)$/i.test(word))
}

function dated(stamp: Stamp, day: DayPart | null): Stamp {
  return stamp.day ? stamp : { ...stamp, day }
}

type Grouped = { groups: Group[]; left: Worded[] }

function grouped(lines: readonly PasteLine[], tells: WordsTell): Grouped {
  const stamps = lines.filter((line): line is Stamped => line.kind === 'stamp')
  const bare = stamps.filter((stamp) => stamp.words.length === 0)
  if (bare.length * 2 > stamps.length) return paragraphs(lines) ?? around(lines, tells)
  return following(lines)
}

/** One stamp in each paragraph: whatever stands in the paragraph belongs to it. */
function paragraphs(lines: readonly PasteLine[]): Grouped | null {
  const all = split(lines).filter((items) => items.length > 0)
  const stamped = all.filter((items) => items.some((item) => item.kind === 'stamp'))
  const isWhole = (items: Item[]) => items.filter((item) => item.kind === 'stamp').length === 1 && items.length > 1
  if (stamped.length < 1 || !stamped.every(isWhole) || stamped.some((items) => items.length > mostWords + 1))
    return null
  const groups = stamped.flatMap((items) => groupOf(items))
  return { groups, left: all.filter((items) => !stamped.includes(items)).flatMap((items) => items.filter(isWorded)) }
}

function split(lines: readonly PasteLine[]): Item[][] {
  const all: Item[][] = [[]]
  for (const line of lines) {
    if (line.kind === 'blank') all.push([])
    else if (line.kind !== 'heading') all.at(-1)?.push(line)
  }
  return all
}

function groupOf(items: readonly Item[]): Group[] {
  const at = items.findIndex((item) => item.kind === 'stamp')
  const stamp = items[at]
  if (stamp?.kind !== 'stamp') return []
  return [{ stamp, before: items.slice(0, at).filter(isWorded), after: items.slice(at + 1).filter(isWorded) }]
}

/**
 * Stamps on lines of their own, nothing between the events: before, behind or between their words, as the first and the last
 * show. A page's head above the first or foot below the last shows nothing; then it is the way in which most events tell one thing.
 */
function around(lines: readonly PasteLine[], tells: WordsTell): Grouped {
  const items = lines.filter((line): line is Item => line.kind === 'stamp' || line.kind === 'words')
  const at = items.flatMap((item, index) => (item.kind === 'stamp' ? [index] : []))
  const lead = at[0] ?? 0
  const tail = items.length - 1 - (at.at(-1) ?? 0)
  if (lead === 0) return taking(items, 0)
  if (tail === 0) return taking(items, allBefore)
  const telling = new Set(items.filter(isWorded).filter(({ words }) => words.some(tells)))
  const oneThing = ({ groups }: Grouped) =>
    groups.filter(({ before, after }) => [...before, ...after].filter((one) => telling.has(one)).length === 1).length
  const ways = [lead, 0, allBefore, 1, 2].filter((take) => take <= lead || take === allBefore)
  const [first, ...others] = ways.map((take) => taking(items, take))
  return others.reduce((best, way) => (oneThing(way) > oneThing(best) ? way : best), first ?? taking(items, 0))
}

const allBefore = Number.POSITIVE_INFINITY

/** With so many of the words between two stamps before the second. */
function taking(items: readonly Item[], take: number): Grouped {
  const at = items.flatMap((item, index) => (item.kind === 'stamp' ? [index] : []))
  const left: Worded[] = []
  const groups = at.flatMap((index, n): Group[] => {
    const stamp = items[index]
    if (stamp?.kind !== 'stamp') return []
    const isFirst = n === 0
    const isLast = n === at.length - 1
    const between = items.slice(isFirst ? 0 : (at[n - 1] ?? 0) + 1, index).filter(isWorded)
    const next = items.slice(index + 1, at[n + 1] ?? items.length).filter(isWorded)
    const before = between.slice(Math.max(0, between.length - take))
    const after = take === allBefore ? [] : next.slice(0, isLast ? next.length : Math.max(0, next.length - take))
    if (isFirst) left.push(...between.slice(0, between.length - before.length))
    left.push(...before.slice(0, -mostWords), ...after.slice(mostWords))
    if (isLast) left.push(...next.slice(after.length))
    return [{ stamp, before: before.slice(-mostWords), after: after.slice(0, mostWords) }]
  })
  return { groups, left }
}

/** Most lines tell stamp and words together. Where most have words right below them too, those belong to them. */
function following(lines: readonly PasteLine[]): Grouped {
  const groups: Group[] = []
  const left: Worded[] = []
  let open: Group | null = null
  for (const line of lines) {
    if (line.kind === 'stamp') {
      open = { stamp: line, before: [], after: [] }
      groups.push(open)
    } else if (line.kind !== 'words') open = null
    else if (open && open.after.length < mostWords) open.after.push(line)
    else left.push(line)
  }
  const below = groups.filter(({ after }) => after.length > 0)
  if (below.length * 2 > groups.length) return { groups, left }
  return {
    groups: groups.map((group) => ({ ...group, after: [] })),
    left: [...left, ...below.flatMap(({ after }) => after)],
  }
}

function isWorded(item: Item): item is Worded {
  return item.kind === 'words'
}
