// Runs of the ABC-XYZ analysis that were kept: made, listed, compared, and the classes that hold by the newest one.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { cellOf } from '#main/domain/inventory/class-matrix.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { figureOf, isMoney } from '#main/services/insights/abc-analysis.ts'
import { classItems, workOutClasses } from '#main/services/insights/class-analysis.ts'
import { abcOf, readRun, xyzOf } from '#main/services/insights/earlier-runs.ts'
import { planningSetting } from '#main/services/planning/planning-settings.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type {
  ClassesInput,
  ClassesQuestion,
  ClassItem,
  ClassReason,
  ClassRun,
  ProductClass,
  RunsCompared,
  XyzClass,
} from '#shared/schemas/classes.ts'
import { classReasons } from '#shared/schemas/classes.ts'
import type { AbcClass } from '#shared/schemas/insights.ts'
import type { MatrixCellName } from '#shared/schemas/planning.ts'

/** Keeps the analysis as it stands: its question and the classes of every product. Refused where there is nothing to class. */
export function keepClasses(tx: WriteTx, input: ClassesInput & { note: string }): ClassRun {
  const worked = workOutClasses(tx, input)
  const items = classItems(worked)
  if (items.length === 0) throw new AppError('insights/nothing-to-class')
  const values = new Map(worked.products.map(({ productId, value }) => [productId as number, value]))
  const parameters = { question: worked.question, summary: summaryOf(items) }
  const runId = tx.insert('class_runs', {
    made_on: bookToday(tx, tx.now),
    parameters: JSON.stringify(parameters),
    note: input.note,
  })
  for (const item of items) tx.insert('class_run_items', rowOf(runId, item, values.get(item.productId) ?? null))
  const run = classRun(tx, runId)
  return run
}

function summaryOf(items: readonly ClassItem[]): { cells: Partial<Record<MatrixCellName, number>>; moved: number } {
  const cells: Partial<Record<MatrixCellName, number>> = {}
  let moved = 0
  for (const { abc, xyz, was } of items) {
    const cell = cellOf(abc, xyz)
    cells[cell] = (cells[cell] ?? 0) + 1
    if (was !== null && (was.abc !== abc || was.xyz !== xyz)) moved += 1
  }
  return { cells, moved }
}

function rowOf(runId: Id, item: ClassItem, value: number | null) {
  return {
    run_id: runId,
    product_id: item.productId,
    abc: item.abc ?? '-',
    xyz: item.xyz ?? '-',
    raw_abc: item.rawAbc ?? '-',
    raw_xyz: item.rawXyz ?? '-',
    reason: `${item.abcReason} ${item.xyzReason}`,
    value,
    share: value === null ? null : item.share,
    variation: item.cv,
  }
}

const columns = `SELECT r.id, r.made_on AS madeOn, r.parameters, r.note,
  coalesce((SELECT p.name FROM operations o JOIN people p ON p.id = o.person_id
    WHERE r.id BETWEEN o.first_id AND o.last_id), '') AS madeBy FROM class_runs r`

type RunRow = { id: Id; madeOn: string; parameters: string; note: string; madeBy: string }

/** The newest first; runs of a later version that this one does not understand are left out. */
export function classRuns(db: ReadDb): ClassRun[] {
  return db.all<RunRow>(`${columns} ORDER BY r.made_on DESC, r.id DESC`).flatMap((row) => runOf(row) ?? [])
}

export function classRun(db: ReadDb, id: Id): ClassRun {
  const row = db.get<RunRow>(`${columns} WHERE r.id = ?`, id)
  const run = row && runOf(row)
  if (!run) throw new AppError('insights/run-not-found')
  return run
}

function runOf({ id, madeOn, parameters, note, madeBy }: RunRow): ClassRun | null {
  const read = readRun(parameters)
  if (read === null) return null
  const { cells, moved } = read.summary
  const products = Object.values(cells).reduce((sum, count) => sum + (count ?? 0), 0)
  return { id, madeOn, note, madeBy, question: read.question, cells, products, moved }
}

type MoveRow = [
  productId: Id,
  fromAbc: string | null,
  fromXyz: string | null,
  fromCv: number | null,
  fromShare: number | null,
  abc: string | null,
  xyz: string | null,
  cv: number | null,
  share: number | null,
  reason: string | null,
]

/** Products whose class differs between two runs, by SKU. */
export function compareRuns(db: ReadDb, { first, second }: { first: Id; second: Id }): RunsCompared {
  const runs = { first: classRun(db, first), second: classRun(db, second) }
  const rows = db.raw(
    `SELECT coalesce(b.product_id, a.product_id), a.abc, a.xyz, a.variation, a.share, b.abc, b.xyz, b.variation, b.share, b.reason
     FROM (SELECT * FROM class_run_items WHERE run_id = ?) a
     FULL JOIN (SELECT * FROM class_run_items WHERE run_id = ?) b ON b.product_id = a.product_id
     WHERE a.abc IS NOT b.abc OR a.xyz IS NOT b.xyz`,
    first,
    second,
  ) as MoveRow[]
  const moves = rows.map(([id, fromAbc, fromXyz, fromCv, fromShare, abc, xyz, cv, share, reason]) => ({
    ...nameOf(db, id),
    productId: id,
    from: fromAbc === null ? null : { ...classesOf(fromAbc, fromXyz), cv: fromCv, share: fromShare },
    to: abc === null ? null : { ...classesOf(abc, xyz), cv, share },
    ...reasonsOf(reason),
  }))
  return { ...runs, moves: moves.sort((left, right) => (left.sku < right.sku ? -1 : left.sku > right.sku ? 1 : 0)) }
}

function nameOf(db: ReadDb, id: Id): { sku: string; name: string; nameZh: string } {
  const row = db.get<{ sku: string; name: string; nameZh: string }>(
    "SELECT sku, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh FROM products WHERE id = ?",
    id,
  )
  return row ?? { sku: '', name: '', nameZh: '' }
}

function classesOf(abc: string, xyz: string | null): { abc: AbcClass | null; xyz: XyzClass | null } {
  return { abc: abcOf(abc), xyz: xyzOf(xyz ?? '-') }
}

function reasonsOf(text: string | null): { abcReason: ClassReason | null; xyzReason: ClassReason | null } {
  const [abc, xyz] = (text ?? '').split(' ').map((word) => classReasons.find((reason) => reason === word) ?? null)
  return { abcReason: abc ?? null, xyzReason: xyz ?? null }
}

type HistoryRow = RunRow & {
  abc: string
  xyz: string
  rawAbc: string
  rawXyz: string
  reason: string
  value: number | null
  cv: number | null
}

/** A product's classes over the kept runs, the newest first. */
export function productClasses(db: ReadDb, productId: Id): ProductClass[] {
  const base = baseCurrency(db)
  const rows = db.all<HistoryRow>(
    `SELECT r.id, r.made_on AS madeOn, r.parameters, i.abc, i.xyz, i.raw_abc AS rawAbc, i.raw_xyz AS rawXyz, i.reason,
       i.value, i.variation AS cv
     FROM class_run_items i INDEXED BY class_run_items_by_product JOIN class_runs r ON r.id = i.run_id
     WHERE i.product_id = ? ORDER BY r.made_on DESC, r.id DESC`,
    productId,
  )
  return rows.flatMap((row) => {
    const question = readRun(row.parameters)?.question
    return question ? [productClass(row, question, base)] : []
  })
}

function productClass(row: HistoryRow, { basis, filter }: ClassesQuestion, base: string): ProductClass {
  const currency = isMoney(basis) ? base : null
  return {
    runId: row.id,
    madeOn: row.madeOn,
    basis,
    isFiltered: filter !== undefined,
    ...classesOf(row.abc, row.xyz),
    rawAbc: abcOf(row.rawAbc),
    rawXyz: xyzOf(row.rawXyz),
    ...reasonsOf(row.reason),
    value: row.value === null ? null : figureOf(basis, currency)(row.value),
    currency,
    cv: row.cv,
  }
}

export type CurrentClass = { abc: AbcClass | null; xyz: XyzClass | null }

/** The newest kept run that looked at everything; null before the first. */
export function currentRun(db: ReadDb): ClassRun | null {
  const { basis } = planningSetting(db, 'classes')
  const whole = classRuns(db).filter(({ question }) => question.filter === undefined)
  return whole.find(({ question }) => question.basis === basis) ?? whole[0] ?? null
}

/** The classes that hold in the whole book, by product; empty before the first run. Counting rhythms go by them. */
export function currentClasses(db: ReadDb): Map<Id, CurrentClass> {
  const run = currentRun(db)
  if (!run) return new Map()
  const rows = db.raw('SELECT product_id, abc, xyz FROM class_run_items WHERE run_id = ?', run.id) as [
    Id,
    string,
    string,
  ][]
  return new Map(rows.map(([id, abc, xyz]) => [id, classesOf(abc, xyz)]))
}
