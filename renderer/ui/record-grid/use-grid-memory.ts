// Reads and keeps how the user left a list; writes a moment after the last change.

import { useDebouncedCallback } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { GridApi } from 'ag-grid-community'
import { useMemo, useRef } from 'react'
import { client, queryClient, trpc } from '#renderer/lib/api.ts'
import type { Sort } from '#shared/schemas/paging.ts'
import { type GridMemory, readMemory } from './grid-memory.ts'
import { selectColumnKey } from './select-cell.tsx'

const keepAfterMs = 400

export function useGridMemory(list: string) {
  const options = trpc.grid.state.queryOptions({ list })
  const query = useQuery(options)
  const memory = useMemo(() => readMemory(query.data), [query.data])
  const latest = useRef<GridMemory | null>(null)
  const write = useDebouncedCallback(
    (kept: GridMemory) => {
      const state = JSON.stringify(kept)
      queryClient.setQueryData(options.queryKey, state)
      // Losing a column's width is not worth a message.
      client.grid.keep.mutate({ list, state }).catch(() => {})
    },
    { delay: keepAfterMs, flushOnUnmount: true },
  )
  const keep = (change: Partial<GridMemory>) => {
    latest.current = { ...(latest.current ?? memory), ...change }
    write(latest.current)
  }
  return {
    memory,
    isReady: !query.isPending,
    keepSort: (sort: Sort[]) => keep({ sort }),
    keepColumns: (api: GridApi) => keep({ columns: columnsOf(api) }),
  }
}

/** The columns as they stand in the grid. A column that grows has no width of its own. */
export function columnsOf(api: GridApi): GridMemory['columns'] {
  return api
    .getColumnState()
    .filter((state) => state.colId !== selectColumnKey)
    .map((state) => ({
      key: state.colId,
      width: state.flex ? null : (state.width ?? null),
      isHidden: state.hide ?? false,
    }))
}
