// Where the keyboard goes when a cell has taken its value.
import type { GridApi } from 'ag-grid-community'
import type { EditableColumnInfo } from '#shared/schemas/cells.ts'

/** Enter goes down, Tab edits the next cell that can be edited, a choice stays, leaving by mouse goes nowhere. */
export type Move = 'down' | 'next' | 'previous' | 'stay' | 'none'

type Place = { rowIndex: number; column: string }

export function moveFrom(
  api: GridApi,
  { rowIndex, column }: Place,
  move: Move,
  editable: ReadonlyMap<string, EditableColumnInfo>,
): void {
  if (move === 'none' || api.isDestroyed()) return
  if (move === 'stay' || move === 'down') {
    const below = move === 'stay' ? rowIndex : Math.min(rowIndex + 1, api.getDisplayedRowCount() - 1)
    api.ensureIndexVisible(below)
    api.setFocusedCell(below, column)
    return
  }
  const next = neighbour(api, { rowIndex, column }, move, editable)
  if (!next) {
    api.setFocusedCell(rowIndex, column)
    return
  }
  api.ensureIndexVisible(next.rowIndex)
  api.ensureColumnVisible(next.column)
  api.setFocusedCell(next.rowIndex, next.column)
  api.startEditingCell({ rowIndex: next.rowIndex, colKey: next.column })
}

/** The next cell that can be edited, in the row or else at the beginning of the one below. */
function neighbour(
  api: GridApi,
  { rowIndex, column }: Place,
  move: 'next' | 'previous',
  editable: ReadonlyMap<string, EditableColumnInfo>,
): Place | null {
  const keys = api.getAllDisplayedColumns().flatMap((one) => (editable.has(one.getColId()) ? one.getColId() : []))
  const at = keys.indexOf(column) + (move === 'next' ? 1 : -1)
  const inRow = keys[at]
  if (inRow !== undefined) return { rowIndex, column: inRow }
  const row = rowIndex + (move === 'next' ? 1 : -1)
  const edge = move === 'next' ? keys[0] : keys.at(-1)
  const isThere = api.getDisplayedRowAtIndex(row)?.data !== undefined
  return edge !== undefined && isThere ? { rowIndex: row, column: edge } : null
}
