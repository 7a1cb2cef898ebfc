// The cell of the ABC-XYZ matrix that each product is in: by the newest run that was kept, else by the figures of now.
import type { ReadDb } from '#main/db/database.ts'
import { cellOf } from '#main/domain/inventory/class-matrix.ts'
import { classItems, workOutClasses } from '#main/services/insights/class-analysis.ts'
import { abcOf, questionOfRun, xyzOf } from '#main/services/insights/earlier-runs.ts'
import { planningSetting } from '#main/services/planning/planning-settings.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { classesInput } from '#shared/schemas/classes.ts'
import type { MatrixCellName } from '#shared/schemas/planning.ts'

/** Products that no run knows are not classified. */
export function heldCells(db: ReadDb, on: Day): (productId: Id) => MatrixCellName {
  const run = newestRun(db, on)
  const cells = run === null ? cellsOfNow(db, on) : cellsOfRun(db, run)
  return (productId) => cells.get(productId) ?? 'unclassified'
}

/** The newest run of the usual question over the whole book: one over a channel or a country says less of a product. */
function newestRun(db: ReadDb, on: Day): Id | null {
  const rows = db.raw(
    'SELECT id, parameters FROM class_runs WHERE made_on <= ? ORDER BY made_on DESC, id DESC',
    on,
  ) as [Id, string][]
  const { basis } = planningSetting(db, 'classes')
  const whole = rows.flatMap(([id, text]) => {
    const question = questionOfRun(text)
    return question && question.filter === undefined ? [{ id, basis: question.basis }] : []
  })
  return (whole.find((run) => run.basis === basis) ?? whole[0])?.id ?? null
}

function cellsOfRun(db: ReadDb, runId: Id): Map<Id, MatrixCellName> {
  const rows = db.raw('SELECT product_id, abc, xyz FROM class_run_items WHERE run_id = ?', runId) as [
    Id,
    string,
    string,
  ][]
  return new Map(rows.map(([id, abc, xyz]) => [id, cellOf(abcOf(abc), xyzOf(xyz))]))
}

function cellsOfNow(db: ReadDb, on: Day): Map<Id, MatrixCellName> {
  const worked = workOutClasses(db, classesInput.parse({ on }))
  return new Map(classItems(worked).map(({ productId, abc, xyz }) => [productId, cellOf(abc, xyz)]))
}
