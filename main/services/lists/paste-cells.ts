// A block of cells from a spreadsheet, put onto the records that it means: seen first, then done as one operation.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { planWriter } from '#main/services/lists/apply-plan.ts'
import type { CellList } from '#main/services/lists/cell-list.ts'
import { cellListOf } from '#main/services/lists/cell-lists.ts'
import { listSpecs } from '#main/services/lists/list-specs.ts'
import { columnNames, keyOfBlock, type PastedBlock, readBlock } from '#main/services/lists/paste-columns.ts'
import { readingOf } from '#main/services/lists/paste-reading.ts'
import { type MatchedRows, rowsByKey, rowsByPlace } from '#main/services/lists/paste-rows.ts'
import { cellPlanner, type GivenCell, type RowPlan } from '#main/services/lists/plan-cells.ts'
import type { Id } from '#shared/ids.ts'
import type { PastedColumn, PasteInput, PasteReport } from '#shared/schemas/cells.ts'

export type PasteDone = Omit<PasteReport, 'operationId'>

const rowsShown = 500
const keysShown = 1000

/** What would become of the book's cells. */
export function planPaste(db: ReadDb, input: PasteInput): PasteDone {
  return pastePlan(db, input).report
}

/** Writes what fits; the report is that of `planPaste`. */
export function pasteCells(tx: WriteTx, input: PasteInput): PasteDone {
  const { rows, report } = pastePlan(tx, input)
  const writer = planWriter(tx, cellListOf(input.list))
  writer.write(rows)
  writer.finish()
  return report
}

function pastePlan(db: ReadDb, input: PasteInput): { rows: RowPlan[]; report: PasteDone } {
  const list = cellListOf(input.list)
  const filled = input.rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const block = readBlock(filled.length > 0 ? filled : [['']], {
    names: columnNames(input.list, listSpecs[input.list]),
    keys: list.keys,
    shown: input.columns,
  })
  const key = keyOfBlock(list, block)
  const found = readingOf(list, block, input.reading)
  const matched =
    key.length > 0 ? rowsByKey(db, list, { block, key, reading: found.reading }) : rowsByPlace(db, input, block)
  const cells = cellsById(list, block, { key, ids: matched.ids, clears: input.clears })
  const given = (id: Id) => cells.get(id) ?? []
  const columns = block.columns.filter((column) => column !== null)
  const rows = cellPlanner(db, list, { reading: found.reading, columns }).plan(
    [...cells.keys()],
    (row) => given(row.id),
    given,
  )
  return { rows, report: { ...found, ...reportOf(list, block, { key, matched, rows }) } }
}

type CellSource = { key: readonly string[]; ids: readonly (Id | null)[]; clears: boolean }

function cellsById(list: CellList, block: PastedBlock, { key, ids, clears }: CellSource): Map<Id, GivenCell[]> {
  const cells = new Map<Id, GivenCell[]>()
  block.rows.forEach((row, index) => {
    const id = ids[index]
    if (!id) return
    const own = block.columns.flatMap((column, at): GivenCell[] => {
      const text = row[at] ?? ''
      if (!column || key.includes(column) || !Object.hasOwn(list.columns, column)) return []
      return text.trim() === '' && !clears ? [] : [{ column, text }]
    })
    cells.set(id, own)
  })
  return cells
}

type PlannedPaste = { key: readonly string[]; matched: MatchedRows; rows: readonly RowPlan[] }

function reportOf(list: CellList, block: PastedBlock, { key, matched, rows }: PlannedPaste) {
  const isRefused = ({ outcomes }: RowPlan) => outcomes.some((one) => one.refusal !== null)
  const isChanged = ({ outcomes }: RowPlan) => outcomes.some((one) => one.refusal === null && one.before !== one.after)
  const refused = rows.filter(isRefused)
  const changed = rows.filter(isChanged)
  const shown = [...refused, ...changed.filter((row) => !isRefused(row))].slice(0, rowsShown)
  return {
    hasHeader: block.hasHeader,
    keys: [...key],
    columns: block.columns.map((column, index) =>
      pastedColumn(list, key, { column, header: block.headers[index] ?? '' }),
    ),
    rows: block.rows.length,
    ids: key.length > 0 ? null : matched.ids,
    changed: changed.length,
    same: rows.filter((row) => !isRefused(row) && !isChanged(row)).length,
    refused: refused.length,
    shownRows: shown.map(({ id, name, outcomes }) => ({ id, name, cells: outcomes })),
    unknown: matched.unknown.slice(0, keysShown),
    ambiguous: matched.ambiguous.slice(0, keysShown),
    beyond: matched.beyond,
  }
}

function pastedColumn(
  list: CellList,
  key: readonly string[],
  { column, header }: { column: string | null; header: string },
): PastedColumn {
  if (column === null) return { header, column, use: 'unknown' }
  if (key.includes(column)) return { header, column, use: 'key' }
  return { header, column, use: Object.hasOwn(list.columns, column) ? 'edit' : 'locked' }
}
