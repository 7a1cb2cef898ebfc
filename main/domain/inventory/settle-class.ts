// Classes that do not jump to and fro: a product changes class only when its figure is beyond the limit by a margin, or
// when the same other class has come up several times in a row. New products are left in peace for some days.
export type HysteresisRules = {
  /** How far beyond the limit the figure must be, in its own unit: share of the value (0.02), or variation (0.05). */
  margin: number
  /** Runs in a row with the same other class that move the product all the same; null: the margin alone decides. */
  runsInARow: number | null
}

/** The class that waits to be taken, and how many runs in a row have said it. */
export type PendingClass<Letter extends string> = { class: Letter; runs: number }

/** `class` null is not classified. */
export type EarlierClass<Letter extends string> = { class: Letter | null; pending: PendingClass<Letter> | null }

export type ClassReason =
  /** No class before. */
  | 'first'
  | 'same'
  /** Moved: beyond the limit by the margin. */
  | 'beyond-margin'
  /** Moved: the same other class often enough in a row. */
  | 'repeated'
  /** Kept, and the other class is remembered. */
  | 'waiting'
  /** Kept: within the margin, and repeating counts for nothing. */
  | 'within-margin'
  /** Left as it was: a new product. */
  | 'new'
  /** There are no figures to class by. */
  | 'no-figures'

export type SettledClass<Letter extends string> = {
  class: Letter | null
  /** What the figures alone say. */
  raw: Letter | null
  pending: PendingClass<Letter> | null
  hasMoved: boolean
  reason: ClassReason
}

export type ClassQuestion<Letter extends string> = {
  /** The classes from the best to the worst. */
  letters: readonly Letter[]
  /** Where each class but the last one ends, ascending; in the unit of `position`. */
  limits: readonly number[]
  /** What the class follows from: the share of value before the product, its variation. Infinity: nothing sold at all. */
  position: number
  raw: Letter | null
  before: EarlierClass<Letter>
  rules: HysteresisRules
  isNew: boolean
}

/** The class that holds after this run, what waits, and why. */
export function settleClass<Letter extends string>(question: ClassQuestion<Letter>): SettledClass<Letter> {
  const { raw, before } = question
  const keep = (reason: ClassReason, pending: PendingClass<Letter> | null = null): SettledClass<Letter> => ({
    class: before.class,
    raw,
    pending,
    hasMoved: false,
    reason,
  })
  if (question.isNew) return keep('new')
  if (raw === null) return { ...keep('no-figures'), class: null, hasMoved: before.class !== null }
  const take = (reason: ClassReason): SettledClass<Letter> => ({
    class: raw,
    raw,
    pending: null,
    hasMoved: raw !== before.class,
    reason,
  })
  if (before.class === null) return take('first')
  if (raw === before.class) return keep('same')
  if (isBeyondMargin(question, before.class, raw)) return take('beyond-margin')
  const { runsInARow } = question.rules
  if (runsInARow === null) return keep('within-margin')
  const runs = before.pending?.class === raw ? before.pending.runs + 1 : 1
  return runs >= runsInARow ? take('repeated') : keep('waiting', { class: raw, runs })
}

/** Whether the figure has left the old class's own limit, in the direction it went, by the margin and more. */
function isBeyondMargin<Letter extends string>(
  { letters, limits, position, rules }: ClassQuestion<Letter>,
  from: Letter,
  to: Letter,
): boolean {
  const old = letters.indexOf(from)
  const isWorse = letters.indexOf(to) > old
  const limit = limits[isWorse ? old : old - 1]
  if (limit === undefined) return true
  return isWorse ? position > limit + rules.margin : position < limit - rules.margin
}

/** What the runs before said of one product, newest first: the class that holds and what waits. */
export function earlierClass<Letter extends string>(
  runs: readonly { class: Letter | null; raw: Letter | null }[],
): EarlierClass<Letter> {
  const [newest] = runs
  if (!newest) return { class: null, pending: null }
  const { class: held, raw } = newest
  if (held === null || raw === null || raw === held) return { class: held, pending: null }
  const streak = runs.findIndex((run) => run.raw !== raw || run.class !== held)
  return { class: held, pending: { class: raw, runs: streak === -1 ? runs.length : streak } }
}
