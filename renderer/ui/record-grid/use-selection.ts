// Ticking rows of a list: one by one, a range with Shift, all that match.
import { useLocation } from '@tanstack/react-router'
import type { GridApi } from 'ag-grid-community'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { isSelected, newSelectionStore, nothing, withRows } from './selection.ts'
import { keepSelection, keptSelection } from './selection-memory.ts'

/** `question` is what decides which rows match; when it changes, the selection ends, for it may hold rows out of sight. */
export function useSelection(api: GridApi | null, list: string, question: string) {
  const place = usePlace(list)
  const [store] = useState(() => newSelectionStore(keptSelection(place, question)))
  const anchor = useRef<number | null>(null)
  const asked = useRef(question)
  useEffect(() => {
    if (asked.current !== question) {
      asked.current = question
      anchor.current = null
      store.set(nothing)
    }
    const keep = () => keepSelection(place, question, store.get())
    keep()
    const leave = store.subscribe(keep)
    return () => void leave()
  }, [store, question, place])
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

/** This list in this book, at this step of the history. */
function usePlace(list: string): string {
  const step = useLocation({ select: ({ state }) => state.__TSR_key })
  const { uid } = useBook()
  return `${uid} ${list} ${step}`
}

function idAt(api: GridApi | null, rowIndex: number): number | null {
  const data = api?.getDisplayedRowAtIndex(rowIndex)?.data as { id: number } | undefined
  return data?.id ?? null
}
