// A list's columns as AG Grid takes them.
import type { ColDef } from 'ag-grid-community'
import type { CustomCellRendererProps } from 'ag-grid-react'
import type { ColumnKind, GridColumn } from './grid-column.ts'
import { isNumeric } from './grid-column.ts'
import { GridHeader } from './grid-header.tsx'
import type { PlacedColumn } from './grid-memory.ts'
import { SelectCell, SelectHeader, selectColumnKey } from './select-cell.tsx'

export function agColumns<Row extends { id: number }>(
  placed: readonly PlacedColumn<GridColumn<Row>>[],
  canSelect: boolean,
): ColDef<Row>[] {
  const columns = placed.map((one) => agColumn(one))
  return canSelect ? [selectColumn(), ...columns] : columns
}

function agColumn<Row>({ column, width, isHidden }: PlacedColumn<GridColumn<Row>>): ColDef<Row> {
  const { render } = column
  return {
    colId: column.key,
    headerName: column.label,
    headerComponent: GridHeader,
    headerClass: isNumeric(column.kind) ? 'q-numeric' : '',
    cellClass: [alignment(column.kind), column.isQuiet ? 'q-quiet-cell' : ''],
    valueGetter: ({ data }) => (data ? column.text(data) : ''),
    ...(render && { cellRenderer: ({ data }: CustomCellRendererProps<Row>) => (data ? render(data) : null) }),
    initialHide: isHidden,
    initialWidth: width ?? column.width,
    ...(width === null && { initialFlex: 1 }),
    minWidth: column.grows ? Math.min(column.width, 160) : 48,
  }
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
