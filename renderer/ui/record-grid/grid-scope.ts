// What headers and cells of a list share with it: AG Grid renders them as portals, so React's context reaches them.
import { createContext, use } from 'react'
import type { Filter, Sort } from '#shared/schemas/paging.ts'
import type { Editing } from './edit/editing.ts'
import type { GridColumn } from './grid-column.ts'
import type { SelectionStore } from './selection.ts'

export type AnyColumn = Pick<
  GridColumn<never>,
  'key' | 'label' | 'kind' | 'choices' | 'edit' | 'isPlain' | 'hidesLabel'
>

export type GridScope = {
  columns: readonly AnyColumn[]
  sort: readonly Sort[]
  filters: readonly Filter[]
  total: number
  selection: SelectionStore
  /** Sorts by the column, or turns its direction; `isAlso` keeps the columns sorted by already. */
  sortBy: (column: string, isAlso: boolean) => void
  setFilters: (column: string, own: readonly Filter[]) => void
  /** Ticks a row; with `isRange`, all between the one ticked last and this one. */
  toggleRow: (rowIndex: number, isRange: boolean) => void
  nameOf: (row: unknown) => string
  editing: Editing
}

export const GridScopeContext = createContext<GridScope | null>(null)

export function useGridScope(): GridScope {
  const scope = use(GridScopeContext)
  if (!scope) throw new Error('outside of a record list')
  return scope
}

/** The sort after a click on a column: ascending, descending, then none of it. */
export function nextSort(sort: readonly Sort[], column: string, isAlso: boolean): Sort[] {
  const own = sort.find((one) => one.column === column)
  const next: Sort[] = own?.direction === 'desc' ? [] : [{ column, direction: own ? 'desc' : 'asc' }]
  if (!isAlso) return next
  const kept = sort.filter((one) => one.column !== column)
  return own ? sort.flatMap((one) => (one.column === column ? next : [one])) : [...kept, ...next].slice(0, 4)
}
