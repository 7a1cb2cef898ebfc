// What the kept runs before said of each product: only such a class can be kept, or change for a second time.
import type { ReadDb } from '#main/db/database.ts'
import { type EarlierClass, earlierClass } from '#main/domain/inventory/settle-class.ts'
import { seriesOf } from '#main/services/insights/class-question.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type ClassesQuestion, runParameters, type XyzClass } from '#shared/schemas/classes.ts'
import type { AbcClass } from '#shared/schemas/insights.ts'

type Pair = { abc: AbcClass | null; xyz: XyzClass | null }

export type EarlierRuns = {
  /** The newest of them. */
  last: { id: Id; madeOn: Day } | null
  /** What held for a product at the newest run; null where that did not know it. */
  was(productId: Id): Pair | null
  abc(productId: Id): EarlierClass<AbcClass>
  xyz(productId: Id): EarlierClass<XyzClass>
}

const noClass = { class: null, pending: null }

type ItemRow = [productId: Id, abc: string, xyz: string, rawAbc: string, rawXyz: string]
type RunItem = Pair & { rawAbc: AbcClass | null; rawXyz: XyzClass | null }

/**
 * Runs of the same series over earlier windows, as many as `runsInARow` can ask for. A second run over the same days is no
 * second time: it takes the place of the first.
 */
export function earlierRuns(db: ReadDb, question: ClassesQuestion): EarlierRuns {
  const runs = runsBefore(db, question).slice(0, Math.max(1, (question.runsInARow ?? 1) - 1))
  const items = runs.map(({ id }) => itemsOf(db, id))
  const of = (productId: Id) => {
    const known: RunItem[] = []
    for (const run of items) {
      const item = run.get(productId)
      if (!item) break
      known.push(item)
    }
    return known
  }
  return {
    last: runs[0] ?? null,
    was: (productId) => {
      const item = items[0]?.get(productId)
      return item ? { abc: item.abc, xyz: item.xyz } : null
    },
    abc: (productId) =>
      items.length === 0
        ? noClass
        : earlierClass(of(productId).map(({ abc, rawAbc }) => ({ class: abc, raw: rawAbc }))),
    xyz: (productId) =>
      items.length === 0
        ? noClass
        : earlierClass(of(productId).map(({ xyz, rawXyz }) => ({ class: xyz, raw: rawXyz }))),
  }
}

/** Newest window first, one run per window: the last that was made. */
function runsBefore(db: ReadDb, question: ClassesQuestion): { id: Id; madeOn: Day }[] {
  const series = seriesOf(question)
  const byWindow = new Map<Day, { id: Id; madeOn: Day }>()
  const rows = db.raw('SELECT id, made_on, parameters FROM class_runs ORDER BY made_on DESC, id DESC') as [
    Id,
    Day,
    string,
  ][]
  for (const [id, madeOn, text] of rows) {
    const asked = questionOfRun(text)
    if (asked === null || asked.to >= question.to || seriesOf(asked) !== series) continue
    if (!byWindow.has(asked.to)) byWindow.set(asked.to, { id, madeOn })
  }
  return [...byWindow].sort(([left], [right]) => (left < right ? 1 : -1)).map(([, run]) => run)
}

/** Null where a later version wrote what this one does not understand. */
export function questionOfRun(parameters: string): ClassesQuestion | null {
  return readRun(parameters)?.question ?? null
}

export function readRun(parameters: string) {
  try {
    return runParameters.safeParse(JSON.parse(parameters)).data ?? null
  } catch {
    // Not JSON: damage, which `check` tells; the other runs still serve.
    return null
  }
}

function itemsOf(db: ReadDb, runId: Id): Map<Id, RunItem> {
  const rows = db.raw(
    'SELECT product_id, abc, xyz, raw_abc, raw_xyz FROM class_run_items WHERE run_id = ?',
    runId,
  ) as ItemRow[]
  return new Map(
    rows.map(([productId, abc, xyz, rawAbc, rawXyz]) => [
      productId,
      { abc: abcOf(abc), xyz: xyzOf(xyz), rawAbc: abcOf(rawAbc), rawXyz: xyzOf(rawXyz) },
    ]),
  )
}

/** '-' is not classified. */
export function abcOf(letter: string): AbcClass | null {
  return letter === 'A' || letter === 'B' || letter === 'C' ? letter : null
}

export function xyzOf(letter: string): XyzClass | null {
  return letter === 'X' || letter === 'Y' || letter === 'Z' ? letter : null
}
