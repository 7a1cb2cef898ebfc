// Ticking rows of a list: one by one, a range with Shift, all that match.
import type { GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isSelected, newSelectionStore, nothing, withRows } from './selection.ts'

/** `question` is what decides which rows match; when it changes, the selection ends, for it may hold rows out of sight. */
export function useSelection(api: GridApi | null, question: string) {
  const [store] = useState(newSelectionStore)
  const anchor = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is what it depends on
  useEffect(() => {
    anchor.current = null
    store.set(nothing)
  }, [store, question])
  const toggleRow = useCallback(
    (rowIndex: number, isRange: boolean) => {
      const id = idAt(api, rowIndex)
      if (id === null) return
      const isChosen = !isSelected(store.get(), id)
      const from = isRange && anchor.current !== null ? anchor.current : rowIndex
      anchor.current = rowIndex
      const [first, last] = from < rowIndex ? [from, rowIndex] : [rowIndex, from]
      const ids = Array.from({ length: last - first + 1 }, (_, index) => idAt(api, first + index)).filter(
        (one) => one !== null,
      )
      store.set(withRows(store.get(), ids, isRange && anchor.current !== null ? true : isChosen))
    },
    [api, store],
  )
  return { store, toggleRow }
}

function idAt(api: GridApi | null, rowIndex: number): number | null {
  const data = api?.getDisplayedRowAtIndex(rowIndex)?.data as { id: number } | undefined
  return data?.id ?? null
}
