// One run of the class analysis: every product ranked by value and classed by variation, then settled against the run
// before, so that the answer is what to keep: the class that holds, what the figures alone say, and why.
import type { Day } from '#shared/dates.ts'
import { type AbcClass, type AbcEntry, type AbcThresholds, rankAbc } from './abc.ts'
import { type ClassCell, type ClassMatrix, cellOf, classMatrix } from './class-matrix.ts'
import { invalid, type NoFigure } from './no-figure.ts'
import { type EarlierClass, type HysteresisRules, isShielded, type SettledClass, settleClass } from './settle-class.ts'
import { areXyzThresholds, type Variation, type XyzClass, type XyzThresholds, xyzClassOf } from './xyz.ts'

export type RunEntry = AbcEntry & {
  readonly variation: Pick<Variation, 'periods' | 'cv'>
  /** The product's first day, from which it is new for a while; null where none is known. */
  readonly firstOn: Day | null
  readonly before: { readonly abc: EarlierClass<AbcClass>; readonly xyz: EarlierClass<XyzClass> }
}

export type RunRules = {
  readonly on: Day
  readonly abc: AbcThresholds
  readonly xyz: XyzThresholds
  readonly hysteresis: { readonly abc: HysteresisRules; readonly xyz: HysteresisRules }
  /** Days that a new product is left unclassed; 0: none is. */
  readonly shieldDays: number
}

export type RunItem<Entry> = {
  entry: Entry
  rank: number
  before: number
  share: number
  cumulativeShare: number
  abc: SettledClass<AbcClass>
  xyz: SettledClass<XyzClass>
  cell: ClassCell | 'unclassified'
}

export type ClassRun<Entry> = {
  total: number
  /** The most valuable first. */
  items: RunItem<Entry>[]
  /** Of the classes that hold. */
  matrix: ClassMatrix
  valuesDoNotDiffer: boolean
}

/** Invalid where either pair of thresholds is out of order. */
export function runClasses<Entry extends RunEntry>(
  entries: readonly Entry[],
  rules: RunRules,
): ClassRun<Entry> | NoFigure {
  const ranking = rankAbc(entries, rules.abc)
  if (ranking === null || !areXyzThresholds(rules.xyz)) return invalid('thresholds-out-of-order')
  const { total, valuesDoNotDiffer } = ranking
  const items = ranking.items.map(({ entry, rank, before, share, cumulativeShare, class: raw }): RunItem<Entry> => {
    const isNew = isShielded({ firstOn: entry.firstOn, on: rules.on, days: rules.shieldDays })
    // What sold nothing lies beyond every limit and margin.
    const position = entry.value > 0 ? before / total : Number.POSITIVE_INFINITY
    const abc = settleAbc({ entry, raw, position, isNew }, rules)
    const xyz = settleXyz(entry, isNew, rules)
    return { entry, rank, before, share, cumulativeShare, abc, xyz, cell: cellOf(abc.class, xyz.class) }
  })
  const held = items.map(({ entry, abc, xyz }) => ({ abc: abc.class, xyz: xyz.class, value: entry.value }))
  return { total, items, matrix: classMatrix(held), valuesDoNotDiffer }
}

function settleAbc(
  { entry, raw, position, isNew }: { entry: RunEntry; raw: AbcClass; position: number; isNew: boolean },
  { abc, hysteresis }: RunRules,
): SettledClass<AbcClass> {
  return settleClass({
    letters: ['A', 'B', 'C'],
    limits: abc.map(Number),
    position,
    raw,
    before: entry.before.abc,
    rules: hysteresis.abc,
    isNew,
  })
}

function settleXyz(
  { variation, before }: RunEntry,
  isNew: boolean,
  { xyz, hysteresis }: RunRules,
): SettledClass<XyzClass> {
  return settleClass({
    letters: ['X', 'Y', 'Z'],
    limits: xyz,
    position: variation.cv ?? Number.POSITIVE_INFINITY,
    raw: xyzClassOf(variation, xyz),
    before: before.xyz,
    rules: hysteresis.xyz,
    isNew,
  })
}
