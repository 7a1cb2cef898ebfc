// What would become of cells: read by their column, held against the others and the book. Reads only; whoever writes applies
// the very same plan, so that a dry run cannot say anything else than the real one does.
import type { ReadDb } from '#main/db/database.ts'
import type { CellList, CellRow, EditableColumn, RowPatch } from '#main/services/lists/cell-list.ts'
import type { Id } from '#shared/ids.ts'
import { ownValue } from '#shared/own-value.ts'
import type { CellOutcome, CellReading, CellRefusal } from '#shared/schemas/cells.ts'

export type GivenCell = { column: string; text: string }

/** A record with what its cells make of it; the patch is empty where nothing changes. */
export type RowPlan = { id: Id; name: string; outcomes: CellOutcome[]; patch: RowPatch }

export type CellPlanner = {
  /** Records that are not there any more have every cell refused. `cellsOf` gives a record's cells. */
  plan: (
    ids: readonly Id[],
    cellsOf: (row: CellRow) => readonly GivenCell[],
    gone: (id: Id) => readonly GivenCell[],
  ) => RowPlan[]
}

type PlannedCells = {
  reading: CellReading
  /** The columns that cells are given of. */
  columns: readonly string[]
}

/** A planner serves one call: it remembers lookups, and which values the cells before have taken or let go. */
export function cellPlanner(db: ReadDb, list: CellList, { reading, columns }: PlannedCells): CellPlanner {
  const needed = [...new Set(columns.flatMap((key) => ownValue(list.columns, key)?.reads ?? []))]
  const taken = takenValues(db)
  const remembered = new Map<string, unknown>()
  const order = new Map(Object.keys(list.columns).map((key, index) => [key, index]))
  const place = ({ column }: GivenCell) => order.get(column) ?? Number.MAX_SAFE_INTEGER

  /** `torn` are groups of which a cell was refused: their other cells stay as well. */
  const planRow = (before: CellRow, cells: readonly GivenCell[], torn: ReadonlySet<string> = noGroups): RowPlan => {
    const given = new Map(cells.map(({ column, text }) => [column, text]))
    let row = before
    let patch: RowPatch = {}
    const outcomes = [...cells]
      .sort((left, right) => place(left) - place(right))
      .map(({ column: key, text }): CellOutcome => {
        const column = ownValue(list.columns, key)
        if (!column) return refusedCell(before.id, key, text, { code: 'cells/not-editable', details: {} })
        const was = column.text(row)
        const outcome = { id: before.id, column: key, before: was }
        const read = column.read(text, { db, reading, row, given, remembered })
        if ('refusal' in read) return { ...outcome, after: text, refusal: read.refusal }
        if (column.group && torn.has(column.group)) {
          return { ...outcome, after: text, refusal: { code: 'cells/beside-refused', details: {} } }
        }
        const next = { ...row, ...shown(read.patch) }
        const clash = column.unique && taken.clash(key, column, row, next)
        if (clash) return { ...outcome, after: text, refusal: clash }
        const after = column.text(next)
        if (after === was) return { ...outcome, after, refusal: null }
        row = next
        patch = { ...patch, ...read.patch }
        return { ...outcome, after, refusal: null }
      })
    const found = tornGroups(list, outcomes)
    if (found.size > torn.size) return planRow(before, cells, found)
    return { id: before.id, name: list.nameOf(before), outcomes, patch }
  }

  return {
    plan(ids, cellsOf, gone) {
      const rows = new Map(list.rows(db, ids, needed).map((row) => [row.id, row]))
      return ids.map((id) => {
        const row = rows.get(id)
        return row ? planRow(row, cellsOf(row)) : goneRow(id, gone(id))
      })
    },
  }
}

/** The groups of the refused cells: an amount and its currency are taken together or not at all. */
function tornGroups(list: CellList, outcomes: readonly CellOutcome[]): ReadonlySet<string> {
  const groups = outcomes.flatMap(({ column, refusal }) => (refusal && ownValue(list.columns, column)?.group) || [])
  return outcomes.length > 1 ? new Set(groups) : noGroups
}

const noGroups: ReadonlySet<string> = new Set()

/** A patch as the row shows it: what is no column of the table stands there under its plain name. */
function shown(patch: RowPatch): RowPatch {
  if (!Object.keys(patch).some((key) => key.startsWith('~'))) return patch
  return Object.fromEntries(Object.entries(patch).map(([key, value]) => [key.replace(/^~/, ''), value]))
}

function goneRow(id: Id, cells: readonly GivenCell[]): RowPlan {
  const refusal = { code: 'cells/record-gone', details: {} }
  return { id, name: '', outcomes: cells.map(({ column, text }) => refusedCell(id, column, text, refusal)), patch: {} }
}

function refusedCell(id: Id, column: string, text: string, refusal: CellRefusal): CellOutcome {
  return { id, column, before: '', after: text, refusal }
}

type Taken = { byId: Map<Id, readonly string[]>; byValue: Map<string, Set<Id>> }

/** Which record holds a value of a unique column after the cells planned so far. */
function takenValues(db: ReadDb) {
  const columns = new Map<string, Taken>()
  const takenOf = (key: string): Taken => {
    const known = columns.get(key) ?? { byId: new Map(), byValue: new Map() }
    columns.set(key, known)
    return known
  }
  return {
    /** Why the record cannot have its new values; else they are its own from here on. */
    clash(key: string, { unique }: EditableColumn, before: CellRow, next: CellRow): CellRefusal | null {
      if (!unique) return null
      const { byId, byValue } = takenOf(key)
      const had = unique.values(before)
      const values = unique.values(next)
      const isHeld = (value: string) => {
        const others = [...unique.holders(db, value).filter((id) => !byId.has(id)), ...(byValue.get(value) ?? [])]
        return others.some((id) => id !== next.id)
      }
      // A value that a merge made double stands in nobody's way until someone changes it.
      const clashing = values.find((value) => value !== '' && !had.includes(value) && isHeld(value))
      if (clashing !== undefined) return unique.refusal(clashing)
      for (const value of had) byValue.get(value)?.delete(next.id)
      for (const value of values) byValue.set(value, (byValue.get(value) ?? new Set()).add(next.id))
      byId.set(next.id, values)
      return null
    },
  }
}
