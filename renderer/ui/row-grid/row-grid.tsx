// A grid over rows that are all here already (a report, an analysis): sorts by itself, draws only what is in sight.
import '../record-grid/grid-modules.ts'
import '../record-grid/record-grid.css'
import {
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  type ColDef,
  ModuleRegistry,
  type RowClassParams,
  RowStyleModule,
  type ValueGetterParams,
} from 'ag-grid-community'
import { AgGridReact, type CustomCellRendererProps } from 'ag-grid-react'
import { type ReactNode, use, useEffect, useMemo, useRef } from 'react'
import { OldAnswer } from '../old-answer.ts'
import { gridTheme } from '../record-grid/grid-modules.ts'
import classes from './row-grid.module.css'

ModuleRegistry.registerModules([ClientSideRowModelApiModule, ClientSideRowModelModule, RowStyleModule])

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
  // Rows of the question before are about to go: a press on one would open what is not there any more.
  const isOld = use(OldAnswer)
  const open = (row: Row | undefined) => row && !isOld && onOpen?.(row)
  return (
    <section
      className={classes.grid}
      data-opens={onOpen !== undefined || undefined}
      data-old={isOld || undefined}
      aria-busy={isOld}
      aria-label={label}
    >
      <AgGridReact<Row>
        ref={useNewColumns<Row>(columnDefs)}
        className="q-grid"
        theme={gridTheme}
        // The grid takes up what changed in this order: new rows are sorted and drawn by the columns made for them.
        columnDefs={columnDefs}
        rowData={rowData}
        getRowId={({ data }) => idOf(data)}
        rowClassRules={useMemo(() => ({ 'q-open-row': isOpen(idOf, openId) }), [idOf, openId])}
        suppressMovableColumns
        tabToNextCell={leaveGrid}
        suppressOverlays={noOverlays}
        onRowClicked={({ data }) => open(data)}
        onCellKeyDown={({ data, event }) => {
          if (event instanceof KeyboardEvent && event.key === 'Enter') open(data)
        }}
      />
    </section>
  )
}

/**
 * Rows that stay are sorted and worded by the new columns: AG Grid leaves the order as it was, and cells that React is
 * about to draw with the words of the columns before.
 */
function useNewColumns<Row>(columnDefs: readonly ColDef<Row>[]) {
  const grid = useRef<AgGridReact<Row>>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the columns are others
  useEffect(() => {
    grid.current?.api?.refreshClientSideRowModel('sort')
    grid.current?.api?.refreshCells()
  }, [columnDefs])
  return grid
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
