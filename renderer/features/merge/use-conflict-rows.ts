// The conflicts in pages, fetched as they come into sight: there may be many thousands.
import { useQueries } from '@tanstack/react-query'
import { queryClient, trpc } from '#renderer/lib/api.ts'
import type { MergeConflict, MergedKind } from '#shared/schemas/merge.ts'

const pageSize = 100

export type ConflictRows = {
  total: number
  /** Undefined while its page is on its way. */
  at(index: number): MergeConflict | undefined
  /** All conflicts of the record that this one is of; they lie beside one another. */
  ofRecord(index: number): Promise<MergeConflict[]>
  error: unknown
}

type Asked = { look: string; kind: MergedKind | null; total: number; first: number; last: number }

export function useConflictRows({ look, kind, total, first, last }: Asked): ConflictRows {
  const options = (page: number) =>
    trpc.host.merge.conflicts.queryOptions({
      look,
      ...(kind && { kind }),
      offset: page * pageSize,
      limit: pageSize,
    })
  const from = Math.floor(first / pageSize)
  const pages = Array.from({ length: Math.floor(Math.max(first, last) / pageSize) - from + 1 }, (_, at) => from + at)
  const results = useQueries({ queries: pages.map(options) })
  const fetchRow = async (index: number) =>
    index < 0 || index >= total
      ? undefined
      : (await queryClient.fetchQuery(options(Math.floor(index / pageSize)))).rows[index % pageSize]
  return {
    total,
    at: (index) => results[Math.floor(index / pageSize) - from]?.data?.rows[index % pageSize],
    async ofRecord(index) {
      const row = await fetchRow(index)
      if (!row) return []
      const found = [row]
      for (const step of [-1, 1]) {
        for (let at = index + step; ; at += step) {
          const next = await fetchRow(at)
          if (next?.recordKey !== row.recordKey) break
          found.push(next)
        }
      }
      return found
    },
    error: results.find(({ error }) => error)?.error ?? null,
  }
}
