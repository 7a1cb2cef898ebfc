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
export function useEnterGrid<Row extends { id: number }>({ api, search, first, onOpen }: EnterGridInput<Row>) {
  const [wanted, setWanted] = useState<{ search: string; opens: boolean } | null>(null)
  const open = useRef(onOpen)
  open.current = onOpen
  useEffect(() => {
    if (!wanted || wanted.search !== search || !api || api.isDestroyed() || !first.data || first.isPlaceholderData)
      return
    const [row] = first.data.rows
    if (!row) return setWanted(null)
    // The grid swaps its rows a moment later; until then its first row is one of before.
    const go = () => {
      const column = api.getAllDisplayedColumns().find((one) => one.getColId() !== selectColumnKey)
      if (api.getDisplayedRowAtIndex(0)?.data?.id !== row.id || !column) return
      setWanted(null)
      api.setFocusedCell(0, column)
      if (wanted.opens) open.current(row)
    }
    api.addEventListener('modelUpdated', go)
    go()
    return () => {
      if (!api.isDestroyed()) api.removeEventListener('modelUpdated', go)
    }
  }, [wanted, search, api, first.data, first.isPlaceholderData])
  return (text: string, opens: boolean) => setWanted({ search: text, opens })
}
