// From the search box to what it found, without the mouse.
import type { GridApi } from 'ag-grid-community'
import { useEffect, useRef, useState } from 'react'
import type { Page } from '#shared/schemas/paging.ts'
import { selectColumnKey } from './select-cell.tsx'

type EnterGridInput<Row> = {
  api: GridApi<Row> | null
  /** What the list was last asked for. */
  search: string
  first: { data: Page<Row> | undefined; isPlaceholderData: boolean }
  onOpen: (row: Row) => void
}

/** `enter` goes to the first row once the rows of that text are here; with `opens`, that row is opened. */
export function useEnterGrid<Row>({ api, search, first, onOpen }: EnterGridInput<Row>) {
  const [wanted, setWanted] = useState<{ search: string; opens: boolean } | null>(null)
  const open = useRef(onOpen)
  open.current = onOpen
  useEffect(() => {
    if (!wanted || wanted.search !== search || !api || api.isDestroyed() || !first.data || first.isPlaceholderData)
      return
    setWanted(null)
    const [row] = first.data.rows
    const column = api.getAllDisplayedColumns().find((one) => one.getColId() !== selectColumnKey)
    if (!row || !column) return
    api.setFocusedCell(0, column)
    if (wanted.opens) open.current(row)
  }, [wanted, search, api, first.data, first.isPlaceholderData])
  return (text: string, opens: boolean) => setWanted({ search: text, opens })
}
