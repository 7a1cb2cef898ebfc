// A grid over rows that are all here already (a report, an analysis): sorts by itself, draws only what is in sight.
import '../record-grid/grid-modules.ts'
import '../record-grid/record-grid.css'
import {
  ClientSideRowModelModule,
  type ColDef,
  ModuleRegistry,
  type RowClassParams,
  RowStyleModule,
  type ValueGetterParams,
} from 'ag-grid-community'
import { AgGridReact, type CustomCellRendererProps } from 'ag-grid-react'
import { type ReactNode, useMemo } from 'react'
import { gridTheme } from '../record-grid/grid-modules.ts'
import classes from './row-grid.module.css'

ModuleRegistry.registerModules([ClientSideRowModelModule, RowStyleModule])

export type RowColumn<Row> = {
  key: string
  label: string
  /** What the cell says, and what it is sorted by unless `sortBy` says otherwise. */
  text: (row: Row) => string
  sortBy?: (row: Row) => number | string
  render?: (row: Row) => ReactNode
  width: number
  /** Takes the room that is left, down to `minWidth`. */
  grows?: boolean
  minWidth?: number
  isNumeric?: boolean
  isQuiet?: boolean
}

type RowGridProps<Row> = {
  /** What the grid is called for those who do not see it. */
  label: string
  rows: readonly Row[]
  /** Made once per language (useMemo). */
  columns: readonly RowColumn<Row>[]
  idOf: (row: Row) => string
  onOpen?: (row: Row) => void
  /** Marked as the one that is open beside the grid. */
  openId?: string | null
}

export function RowGrid<Row>({ label, rows, columns, idOf, onOpen, openId = null }: RowGridProps<Row>) {
  const columnDefs = useMemo(() => columns.map(columnOf), [columns])
  const rowData = useMemo(() => [...rows], [rows])
  return (
    <section className={classes.grid} data-opens={onOpen !== undefined || undefined} aria-label={label}>
      <AgGridReact<Row>
        className="q-grid"
        theme={gridTheme}
        rowData={rowData}
        columnDefs={columnDefs}
        getRowId={({ data }) => idOf(data)}
        rowClassRules={useMemo(() => ({ 'q-open-row': isOpen(idOf, openId) }), [idOf, openId])}
        suppressMovableColumns
        tabToNextCell={leaveGrid}
        suppressOverlays={noOverlays}
        onRowClicked={({ data }) => data && onOpen?.(data)}
        onCellKeyDown={({ data, event }) => {
          if (data && event instanceof KeyboardEvent && event.key === 'Enter') onOpen?.(data)
        }}
      />
    </section>
  )
}

/** Arrows move within the grid; Tab goes on behind it. */
const leaveGrid = () => false

const noOverlays: ('loading' | 'noRows' | 'noMatchingRows')[] = ['loading', 'noRows', 'noMatchingRows']

function isOpen<Row>(idOf: (row: Row) => string, openId: string | null) {
  return ({ data }: RowClassParams<Row>) => openId !== null && data !== undefined && idOf(data) === openId
}

function columnOf<Row>({
  key,
  label,
  text,
  sortBy,
  render,
  width,
  grows,
  minWidth,
  isNumeric,
  isQuiet,
}: RowColumn<Row>): ColDef<Row> {
  const textOf = ({ data }: Pick<ValueGetterParams<Row>, 'data'>) => (data ? text(data) : '')
  return {
    colId: key,
    headerName: label,
    headerClass: isNumeric ? 'ag-right-aligned-header' : '',
    cellClass: [isNumeric ? 'q-numeric' : '', isQuiet ? 'q-quiet-cell' : ''],
    valueGetter: sortBy ? ({ data }) => (data ? sortBy(data) : null) : textOf,
    valueFormatter: textOf,
    ...(render && { cellRenderer: ({ data }: CustomCellRendererProps<Row>) => (data ? render(data) : null) }),
    sortable: true,
    initialWidth: width,
    // Not `initialFlex`: the room is shared out anew when the scroll bar has come.
    ...(grows && { flex: 1 }),
    minWidth: grows ? (minWidth ?? Math.min(width, 160)) : 48,
  }
}
