// A list's columns as AG Grid takes them.
import type { ColDef, SuppressKeyboardEventParams } from 'ag-grid-community'
import type { CustomCellRendererProps } from 'ag-grid-react'
import { CellEditor } from './edit/cell-editor.tsx'
import { draftKey, type Editing } from './edit/editing.ts'
import type { ColumnKind, GridColumn } from './grid-column.ts'
import { isNumeric } from './grid-column.ts'
import { GridHeader } from './grid-header.tsx'
import type { PlacedColumn } from './grid-memory.ts'
import { SelectCell, SelectHeader, selectColumnKey } from './select-cell.tsx'

export function agColumns<Row extends { id: number }>(
  placed: readonly PlacedColumn<GridColumn<Row>>[],
  canSelect: boolean,
  editing: Editing,
): ColDef<Row>[] {
  const columns = placed.map((one) => agColumn(one, editing))
  return canSelect ? [selectColumn(), ...columns] : columns
}

function agColumn<Row extends { id: number }>(
  { column, width, isHidden }: PlacedColumn<GridColumn<Row>>,
  editing: Editing,
): ColDef<Row> {
  const { render } = column
  const isEditable = editing.columns.has(column.key)
  return {
    colId: column.key,
    headerName: column.label,
    headerComponent: GridHeader,
    headerClass: isNumeric(column.kind) ? 'q-numeric' : '',
    cellClass: [
      alignment(column.kind),
      column.isQuiet ? 'q-quiet-cell' : '',
      column.hidesLabel ? 'q-picture-cell' : '',
    ],
    valueGetter: ({ data }) => (data ? column.text(data) : ''),
    ...(render && { cellRenderer: ({ data }: CustomCellRendererProps<Row>) => (data ? render(data) : null) }),
    initialHide: isHidden,
    initialWidth: width ?? column.width,
    ...(width === null && { initialFlex: 1 }),
    minWidth: narrowest(column),
    suppressKeyboardEvent: (params) => leavesToUs(params, column.kind),
    ...(isEditable && {
      editable: ({ data }: { data: Row | undefined }) => data !== undefined,
      cellEditor: CellEditor,
      cellClassRules: {
        'q-editable': () => true,
        'q-refused-cell': ({ data }: { data: Row | undefined }) =>
          data !== undefined && editing.drafts.has(draftKey(data.id, column.key)),
      },
    }),
  }
}

/**
 * Keys that mean something else than editing in a cell, and all of them while its editor is open: it has its own. A letter
 * is a command of the list (N, /), so that only figures typed onto a figure begin to replace it; F2 edits any cell.
 */
function leavesToUs({ editing, event }: SuppressKeyboardEventParams, kind: ColumnKind): boolean {
  const isShortcut = event.ctrlKey || event.metaKey || event.altKey
  const isFigure = !isShortcut && isNumeric(kind) && /^[\d.,-]$/.test(event.key)
  const isSign = event.key.length === 1 && !isFigure
  return editing || isSign || ['Enter', 'Delete', 'Backspace'].includes(event.key)
}

/** A picture has no words that need room. */
function narrowest({
  grows,
  width,
  minWidth,
  hidesLabel,
}: Pick<GridColumn<never>, 'grows' | 'width' | 'minWidth' | 'hidesLabel'>) {
  if (hidesLabel) return width
  return grows ? (minWidth ?? Math.min(width, 160)) : 48
}

function alignment(kind: ColumnKind): string {
  if (isNumeric(kind)) return 'q-numeric'
  return kind === 'day' ? 'q-day' : ''
}

function selectColumn<Row>(): ColDef<Row> {
  return {
    colId: selectColumnKey,
    headerComponent: SelectHeader,
    cellRenderer: SelectCell,
    cellClass: 'q-select-cell',
    headerClass: 'q-select-cell',
    width: 36,
    minWidth: 36,
    maxWidth: 36,
    resizable: false,
    suppressMovable: true,
    lockPosition: 'left',
  }
}
