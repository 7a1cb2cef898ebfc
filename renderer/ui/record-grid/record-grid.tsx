// The grid of a record list: AG Grid over a book that sorts, filters and counts; 100,000 rows are a scroll bar.
import './grid-modules.ts'
import './record-grid.css'
import type {
  CellFocusedEvent,
  CellKeyDownEvent,
  FullWidthCellKeyDownEvent,
  GridApi,
  IDatasource,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useMemo } from 'react'
import { agColumns } from './ag-columns.tsx'
import type { GridColumn } from './grid-column.ts'
import type { PlacedColumn } from './grid-memory.ts'
import { gridTheme } from './grid-modules.ts'
import { type GridScope, GridScopeContext } from './grid-scope.ts'
import { selectColumnKey } from './select-cell.tsx'
import { blockSize } from './use-list-rows.ts'

export type RecordGridProps<Row extends { id: number }> = {
  placed: readonly PlacedColumn<GridColumn<Row>>[]
  scope: GridScope
  datasource: IDatasource
  onReady: (api: GridApi<Row>) => void
  onColumnsChanged: (api: GridApi<Row>) => void
  openId: number | null
  /** Rows can be ticked. */
  canSelect: boolean
  onOpen: (row: Row) => void
  onOpenPage: (row: Row) => void
}

export function RecordGrid<Row extends { id: number }>(props: RecordGridProps<Row>) {
  const { placed, scope, openId, canSelect } = props
  const columnDefs = useMemo(() => agColumns(placed, canSelect), [placed, canSelect])
  return (
    <GridScopeContext value={scope}>
      {openId !== null ? <style>{`.ag-row[row-id="${openId}"]{background:var(--q-selected)}`}</style> : null}
      <AgGridReact<Row>
        className="q-grid"
        theme={gridTheme}
        rowModelType="infinite"
        datasource={props.datasource}
        cacheBlockSize={blockSize}
        maxBlocksInCache={20}
        infiniteInitialRowCount={Math.max(scope.total, 1)}
        columnDefs={columnDefs}
        maintainColumnOrder
        suppressDragLeaveHidesColumns
        getRowId={({ data }) => String(data.id)}
        tabToNextCell={leaveGrid}
        suppressOverlays={noOverlays}
        onGridReady={({ api }) => props.onReady(api)}
        onColumnMoved={({ finished, api }) => finished && props.onColumnsChanged(api)}
        onColumnResized={({ finished, source, api }) =>
          finished && source === 'uiColumnResized' && props.onColumnsChanged(api)
        }
        onRowClicked={({ data, event }) => data && !isBox(event) && props.onOpen(data)}
        onRowDoubleClicked={({ data, event }) => data && !isBox(event) && props.onOpenPage(data)}
        onCellKeyDown={(event) => onKey(event, props)}
        onCellFocused={(event) => followFocus(event, props)}
      />
    </GridScopeContext>
  )
}

/** Arrows move within the grid; Tab goes on behind it, not through 100,000 rows. */
const leaveGrid = () => false

/** The list around the grid says what is loading, empty or wrong. */
const noOverlays: ('loading' | 'noRows' | 'noMatchingRows')[] = ['loading', 'noRows', 'noMatchingRows']

/** What does something by itself; a click on it does not open the row. */
function isBox(event: Event | null | undefined): boolean {
  return event?.target instanceof Element && event.target.closest('.q-select-cell, [data-acts]') !== null
}

type AnyKeyDown<Row> = CellKeyDownEvent<Row> | FullWidthCellKeyDownEvent<Row>

function onKey<Row extends { id: number }>({ data, event, rowIndex }: AnyKeyDown<Row>, props: RecordGridProps<Row>) {
  if (!data || !(event instanceof KeyboardEvent) || rowIndex === null) return
  if (event.key === 'Enter') {
    if (event.ctrlKey || event.metaKey) props.onOpenPage(data)
    else props.onOpen(data)
  }
  if (event.key === ' ' && props.canSelect) {
    event.preventDefault()
    props.scope.toggleRow(rowIndex, event.shiftKey)
  }
}

/** While a record is open beside the list, it is the one that the keyboard stands on. */
function followFocus<Row extends { id: number }>(
  { rowIndex, column, api }: CellFocusedEvent<Row>,
  props: RecordGridProps<Row>,
) {
  if (props.openId === null || rowIndex === null) return
  if (typeof column !== 'object' || column?.getColId() === selectColumnKey) return
  const data = api.getDisplayedRowAtIndex(rowIndex)?.data
  if (data && data.id !== props.openId) props.onOpen(data)
}
