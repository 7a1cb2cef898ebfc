// Everything a record list keeps together: address, memory, rows, selection, columns.
import type { GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { queryFromState } from '#renderer/lib/list-address.ts'
import type { RecordListName } from '#shared/schemas/lists.ts'
import type { Filter, Sort } from '#shared/schemas/paging.ts'
import type { SavedView } from '#shared/schemas/views.ts'
import type { ChosenColumn } from './column-chooser.tsx'
import { useEditing } from './edit/editing.ts'
import { withFilters } from './filter-model.ts'
import type { GridColumn } from './grid-column.ts'
import { type PlacedColumn, placeColumns } from './grid-memory.ts'
import { type GridScope, nextSort } from './grid-scope.ts'
import { questionOf } from './question.ts'
import { columnsOf, useGridMemory } from './use-grid-memory.ts'
import { useListAddress } from './use-list-address.ts'
import { type LoadPage, useFreshRows, useListRows } from './use-list-rows.ts'
import { useSelection } from './use-selection.ts'
import { useViews } from './views/use-views.ts'
import { isModified, viewColumns, viewStateOf } from './views/view-state.ts'

export type RecordListInput<Row extends { id: number }> = {
  /** The list's name: for its memory, its export and all ids that match. */
  list: RecordListName
  /** The router's feature whose `list` answers. */
  feature: string
  /** Made once per language (useMemo): a new array rebuilds the grid's columns. */
  columns: readonly GridColumn<Row>[]
  load: LoadPage<Row>
  nameOf: (row: Row) => string
}

export function useRecordList<Row extends { id: number }>({
  list,
  feature,
  columns,
  load,
  nameOf,
}: RecordListInput<Row>) {
  const [api, setApi] = useState<GridApi<Row> | null>(null)
  const address = useListAddress()
  const { state, change } = address
  const { memory, isReady: isMemoryReady, keepSort, keepColumns } = useGridMemory(list)
  const views = useViews(list, address)
  const { active } = views
  const isReady = isMemoryReady && views.isReady
  // A view says its own order; how the list was left last is the order of the list alone.
  const keptSort = active ? noSort : memory.sort
  const query = useMemo(() => queryFromState(state, keptSort), [state, keptSort])
  const editing = useEditing(list, columns as unknown as readonly GridColumn<never>[])
  const { first, datasource, blockError } = useListRows({ feature, list, query, load })
  useFreshRows(api, first, query)
  const { store: selection, toggleRow } = useSelection(api, list, questionOf(query))
  const placing = () => (active ? viewColumns(columns, active.state) : placeColumns(columns, memory))
  const placed = useFirst(isReady, placing, columns)
  const total = first.data?.total ?? 0
  const sort = query.sort ?? []
  const scope: GridScope = {
    columns,
    sort,
    filters: state.filters,
    total,
    selection,
    toggleRow,
    editing,
    nameOf: (row) => nameOf(row as Row),
    sortBy: (column, isAlso) => {
      const next = nextSort(sort, column, isAlso)
      if (!active) keepSort(next)
      change({ sort: next })
    },
    setFilters: useCallback(
      (column: string, own: readonly Filter[]) => change({ filters: withFilters(state.filters, column, own) }),
      [change, state.filters],
    ),
  }
  // What is moved while a view is shown belongs to the view, once it is kept there.
  const { onColumnsChanged, ...chooser } = useChooser(api, columns, active ? () => {} : keepColumns)
  const applyColumns = useViewColumns({ api, view: active, placing, onApplied: onColumnsChanged })
  /** The view that is shown, chosen again, is taken back to how it was saved, columns and all. */
  const show = (view: SavedView | null) => {
    views.show(view)
    if (view !== null && view.id === active?.id) applyColumns()
  }
  const current = () => viewStateOf(state, sort, api && !api.isDestroyed() ? columnsOf(api) : [])
  const isChanged =
    active !== null && api !== null && !api.isDestroyed() && isModified(current(), active.state, columns)
  const shownColumns = () => chooser.columns.filter((column) => !column.isHidden).map((column) => column.key)
  return {
    state,
    change,
    query,
    first,
    blockError,
    total,
    scope,
    placed,
    api,
    setApi,
    datasource,
    isReady,
    views: { ...views, show },
    current,
    isModified: isChanged,
    onColumnsChanged,
    chooser,
    shownColumns,
  }
}

const noSort: Sort[] = []

type ViewColumnsInput<Row> = {
  api: GridApi<Row> | null
  view: SavedView | null
  placing: () => PlacedColumn<GridColumn<Row>>[]
  onApplied: (api: GridApi<Row>) => void
}

/** Another view, or the same one taken back to how it was saved: its columns come into the grid. */
function useViewColumns<Row>({ api, view, placing, onApplied }: ViewColumnsInput<Row>) {
  const latest = useRef({ placing, onApplied })
  latest.current = { placing, onApplied }
  const shown = useRef(view?.id ?? null)
  const id = view?.id ?? null
  const apply = useCallback(() => {
    if (!api || api.isDestroyed()) return
    api.applyColumnState({ state: latest.current.placing().map(columnState), applyOrder: true })
    latest.current.onApplied(api)
  }, [api])
  useEffect(() => {
    if (shown.current === id) return
    shown.current = id
    apply()
  }, [id, apply])
  return apply
}

function columnState<Row>({ column, width, isHidden }: PlacedColumn<GridColumn<Row>>) {
  return { colId: column.key, hide: isHidden, width: width ?? column.width, flex: width === null ? 1 : null }
}

/** The columns' places as they were when the list opened; what the user does later lives in the grid. */
function useFirst<Value>(isReady: boolean, make: () => Value, key: unknown): Value {
  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew only for other columns
  return useMemo(make, [isReady, key])
}

function useChooser<Row>(
  api: GridApi<Row> | null,
  columns: readonly GridColumn<Row>[],
  keep: (api: GridApi<Row>) => void,
) {
  const [, setVersion] = useState(0)
  const onColumnsChanged = (changedApi: GridApi<Row>) => {
    keep(changedApi)
    setVersion((version) => version + 1)
  }
  const changed = () => api && onColumnsChanged(api)
  const labels = new Map(columns.map((column) => [column.key, column.label]))
  const states = api && !api.isDestroyed() ? columnsOf(api) : []
  const chosen: ChosenColumn[] = states.map(({ key, isHidden }) => ({ key, isHidden, label: labels.get(key) ?? key }))
  return {
    columns: chosen,
    onColumnsChanged,
    onShow: (key: string, isShown: boolean) => {
      api?.setColumnsVisible([key], isShown)
      changed()
    },
    onMove: (key: string, by: -1 | 1) => {
      const at = api?.getAllGridColumns().findIndex((column) => column.getColId() === key) ?? -1
      if (at >= 0) api?.moveColumns([key], at + by)
      changed()
    },
    onReset: () => {
      api?.applyColumnState({ state: usualState(columns), applyOrder: true })
      changed()
    },
  }
}

function usualState<Row>(columns: readonly GridColumn<Row>[]) {
  return columns.map((column) => ({
    colId: column.key,
    hide: column.isHidden ?? false,
    width: column.width,
    flex: column.grows ? 1 : null,
  }))
}
