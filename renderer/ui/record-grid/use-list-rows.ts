// The rows of a list for AG Grid: the first block through the query cache, so that live updates reach it and a change of
// sort or filter swaps rows without a blank between; the further blocks as they are scrolled to, the next of them ahead of that.
import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import type { GridApi, IDatasource } from 'ag-grid-community'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ListQuery, Page } from '#shared/schemas/paging.ts'
import { type BlockAhead, blockAhead } from './block-ahead.ts'

export const blockSize = 100

export type LoadPage<Row> = (query: ListQuery) => Promise<Page<Row>>

type ListRowsInput<Row> = {
  /** The router's feature that answers: live updates look at it. */
  feature: string
  /** Names the list among those of the feature. */
  list: string
  query: ListQuery
  load: LoadPage<Row>
}

export function useListRows<Row>({ feature, list, query, load }: ListRowsInput<Row>) {
  const queryClient = useQueryClient()
  const options = firstPage({ feature, list, query, load })
  const first = useQuery({ ...options, placeholderData: keepPreviousData })
  const [ahead] = useState(() => blockAhead<Row>(blockSize))
  const { dataUpdatedAt: readAt } = first
  const current = useRef<BlockSource<Row>>({ queryClient, load, query, options, ahead, readAt })
  current.current = { queryClient, load, query, options, ahead, readAt }
  const [failed, setFailed] = useState<unknown>(null)
  const datasource = useMemo<IDatasource>(
    () => ({ getRows: (window) => readBlock(current.current, window, setFailed) }),
    [],
  )
  return { first, datasource, blockError: failed }
}

type BlockSource<Row> = {
  queryClient: QueryClient
  load: LoadPage<Row>
  query: ListQuery
  options: ReturnType<typeof firstPage<Row>>
  ahead: BlockAhead<Row>
  /** When the first block was read: what was read ahead before that may have changed since. */
  readAt: number
}

function firstPage<Row>({ feature, list, query, load }: ListRowsInput<Row>) {
  return {
    queryKey: [[feature, 'list'], list, query] as const,
    queryFn: () => load({ ...query, offset: 0, limit: blockSize }),
  }
}

function readBlock<Row>(
  source: BlockSource<Row>,
  window: Parameters<IDatasource['getRows']>[0],
  onError: (error: unknown) => void,
) {
  const { query, load, ahead } = source
  const read = (offset: number) => load({ ...query, offset, limit: blockSize })
  const question = `${JSON.stringify(query)} ${source.readAt}`
  const page =
    window.startRow === 0
      ? source.queryClient.fetchQuery(source.options)
      : (ahead.take(question, window.startRow) ?? read(window.startRow))
  page.then(
    ({ rows, total }) => {
      onError(null)
      window.successCallback(rows, total)
      ahead.read(question, { from: window.startRow, total, read })
    },
    (error: unknown) => {
      onError(error)
      window.failCallback()
    },
  )
}

/** Puts what the first block now holds into a grid that shows something older; a new question starts at the top. */
export function useFreshRows<Row>(
  api: GridApi | null,
  first: { data: Page<Row> | undefined; isPlaceholderData: boolean; dataUpdatedAt: number },
  query: ListQuery,
) {
  const shown = useRef<{ at: number; question: string } | null>(null)
  const question = JSON.stringify(query)
  useEffect(() => {
    if (!api || api.isDestroyed() || !first.data || first.isPlaceholderData) return
    const before = shown.current
    // By when it was read, not by what it holds: the first block may be as it was while a later one has changed.
    shown.current = { at: first.dataUpdatedAt, question }
    if (!before || (before.at === first.dataUpdatedAt && before.question === question)) return
    api.setRowCount(first.data.total, true)
    if (before.question !== question && first.data.total > 0) api.ensureIndexVisible(0, 'top')
    api.refreshInfiniteCache()
  }, [api, first.data, first.dataUpdatedAt, first.isPlaceholderData, question])
}
