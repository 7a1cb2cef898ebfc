// Changes single cells of a list: those that fit are written, those that do not stay as they are and say why.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { planWriter } from '#main/services/lists/apply-plan.ts'
import { cellListOf } from '#main/services/lists/cell-lists.ts'
import { cellPlanner, type GivenCell, type RowPlan } from '#main/services/lists/plan-cells.ts'
import type { Id } from '#shared/ids.ts'
import type { SetCellsInput, SetCellsResult } from '#shared/schemas/cells.ts'

export type CellsDone = Omit<SetCellsResult, 'operationId'>

/** What would become of the cells. */
export function planCells(db: ReadDb, input: SetCellsInput): CellsDone {
  return doneOf(input, planOf(db, input))
}

/** Writes them; the outcomes are those of `planCells`. */
export function setCells(tx: WriteTx, input: SetCellsInput): CellsDone {
  const rows = planOf(tx, input)
  const writer = planWriter(tx, cellListOf(input.list))
  writer.write(rows)
  writer.finish()
  return doneOf(input, rows)
}

function planOf(db: ReadDb, { list, cells, reading }: SetCellsInput): RowPlan[] {
  const byId = new Map<Id, Map<string, GivenCell>>()
  for (const { id, column, text } of cells) {
    const own = byId.get(id) ?? new Map<string, GivenCell>()
    byId.set(id, own.set(column, { column, text }))
  }
  const columns = [...new Set(cells.map(({ column }) => column))]
  const given = (id: Id) => [...(byId.get(id)?.values() ?? [])]
  return cellPlanner(db, cellListOf(list), { reading, columns }).plan([...byId.keys()], (row) => given(row.id), given)
}

/** The outcomes in the order in which the cells were given; of a cell given twice, the last counts. */
function doneOf({ cells }: SetCellsInput, rows: readonly RowPlan[]): CellsDone {
  const byCell = new Map(rows.flatMap((row) => row.outcomes.map((one) => [`${one.id} ${one.column}`, one] as const)))
  const outcomes = cells.flatMap(({ id, column }) => byCell.get(`${id} ${column}`) ?? [])
  const all = [...byCell.values()]
  return {
    outcomes,
    changed: all.filter((one) => one.refusal === null && one.before !== one.after).length,
    refused: all.filter((one) => one.refusal !== null).length,
  }
}
