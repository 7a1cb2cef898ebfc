// What a saved view holds against what the list shows now.
import type { ListState } from '#renderer/lib/list-address.ts'
import type { Sort } from '#shared/schemas/paging.ts'
import type { ViewState } from '#shared/schemas/views.ts'
import { type GridMemory, type PlacedColumn, placeColumns } from '../grid-memory.ts'

type Layout = { key: string; width: number; isHidden?: boolean; grows?: boolean }

/** What the list shows now, as a view would keep it. */
export function viewStateOf(state: ListState, sort: readonly Sort[], columns: GridMemory['columns']): ViewState {
  const { search, filters, archived } = state
  return { search, filters, archived, sort: [...sort], columns: columns.map(rounded) }
}

function rounded({ key, width, isHidden }: GridMemory['columns'][number]): GridMemory['columns'][number] {
  return { key, width: width === null ? null : Math.round(width), isHidden }
}

/** The list's columns as the view has them; those that came with a newer version stand where the list declares them. */
export function viewColumns<Column extends Layout>(
  columns: readonly Column[],
  view: ViewState,
): PlacedColumn<Column>[] {
  return placeColumns(columns, { columns: view.columns, sort: [] })
}

/** Whether the list shows something else than the view. Columns that the view does not know yet make no difference. */
export function isModified(now: ViewState, view: ViewState, columns: readonly Layout[]): boolean {
  const placed = viewColumns(columns, view).map(({ column, width, isHidden }) => ({ key: column.key, width, isHidden }))
  return comparable(now) !== comparable({ ...view, columns: placed })
}

function comparable({ search, filters, sort, archived, columns }: ViewState): string {
  return JSON.stringify([search, filters.map(plainFilter), sort, archived, columns.map(rounded)])
}

/** A number in a filter may have become text on its way through the address. */
function plainFilter({ column, op, values }: ViewState['filters'][number]) {
  return [column, op, values.map(String)]
}
