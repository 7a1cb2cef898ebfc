// The grid of a record list: AG Grid over a book that sorts, filters and counts; 100,000 rows are a scroll bar.
import './grid-modules.ts'
import './record-grid.css'
import type {
  CellFocusedEvent,
  CellKeyDownEvent,
  FullWidthCellKeyDownEvent,
  GridApi,
  IDatasource,
  IRowNode,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useMemo, useRef } from 'react'
import { agColumns } from './ag-columns.tsx'
import type { Editing } from './edit/editing.ts'
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
  const { editing } = scope
  const columnDefs = useMemo(() => agColumns(placed, canSelect, editing), [placed, canSelect, editing])
  const clicked = useRef<ClickedCell<Row> | null>(null)
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
        rowClassRules={waitingRows}
        columnDefs={columnDefs}
        maintainColumnOrder
        suppressDragLeaveHidesColumns
        getRowId={({ data }) => String(data.id)}
        tabToNextCell={leaveGrid}
        suppressOverlays={noOverlays}
        // The editor keeps the value itself, once the book has taken it.
        readOnlyEdit
        suppressClickEdit
        onCellClicked={({ event, node, column }) => {
          if (!isSecondClick(event)) clicked.current = { row: node, column: column.getColId() }
        }}
        onGridReady={({ api }) => props.onReady(api)}
        onColumnMoved={({ finished, api }) => finished && props.onColumnsChanged(api)}
        onColumnResized={({ finished, source, api }) =>
          finished && source === 'uiColumnResized' && props.onColumnsChanged(api)
        }
        onRowClicked={({ data, event }) =>
          data && !isBox(event) && !isField(event) && !isSecondClick(event) && props.onOpen(data)
        }
        onRowDoubleClicked={({ event, node, api }) => {
          if (isBox(event) || isField(event)) return
          const row = clicked.current?.row ?? node
          if (row.data && !editClicked(api, clicked.current, editing)) props.onOpenPage(row.data)
        }}
        onCellKeyDown={(event) => {
          if (isField(event.event)) return
          onKey(event, props)
        }}
        onCellFocused={(event) => followFocus(event, props)}
      />
    </GridScopeContext>
  )
}

/** Rows on their way: a jump to the middle of a long list shows that they come, not nothing. */
const waitingRows = { 'q-waiting': ({ data }: { data: unknown }) => data === undefined }

/** Arrows move within the grid; Tab goes on behind it, not through 100,000 rows. */
const leaveGrid = () => false

/** The list around the grid says what is loading, empty or wrong. */
const noOverlays: ('loading' | 'noRows' | 'noMatchingRows')[] = ['loading', 'noRows', 'noMatchingRows']

/** What does something by itself; a click on it does not open the row. */
function isBox(event: Event | null | undefined): boolean {
  return event?.target instanceof Element && event.target.closest('.q-select-cell, [data-acts]') !== null
}

/** In a cell's editor keys and clicks are its own. */
function isField(event: Event | null | undefined): boolean {
  return event?.target instanceof Element && event.target.closest('input, textarea, .ag-cell-inline-editing') !== null
}

/** The second of two clicks belongs to the row of the first, wherever that row is by then. */
function isSecondClick(event: Event | null | undefined): boolean {
  return event instanceof MouseEvent && event.detail > 1
}

type ClickedCell<Row> = { row: IRowNode<Row>; column: string }

/**
 * Edits the cell of the first of two clicks: the first one opens the record beside the list, and under the second there may
 * be another column by then. False where that cell cannot be edited.
 */
function editClicked<Row>(api: GridApi<Row>, clicked: ClickedCell<Row> | null, editing: Editing): boolean {
  if (!clicked || clicked.row.rowIndex === null || !editing.columns.has(clicked.column)) return false
  api.startEditingCell({ rowIndex: clicked.row.rowIndex, colKey: clicked.column })
  return true
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
