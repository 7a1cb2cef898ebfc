// The page that a wish makes, a moment after the last change; meanwhile the one before stays.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import type { PaperWishDraft } from '#shared/schemas/papers.ts'

const typingPauseMs = 200
/** Pages of long papers are large: none is kept for long once it is not shown. */
const keptMs = 5_000

type UnsavedTemplate = { header: unknown; body: string }

export function usePaperPreview(wish: PaperWishDraft, template: UnsavedTemplate | null = null) {
  const asked = { ...wish, template }
  const [settled] = useDebouncedValue(asked, typingPauseMs)
  const query = useQuery(
    trpc.papers.preview.queryOptions(settled, { placeholderData: keepPreviousData, gcTime: keptMs }),
  )
  const isStale = query.isPlaceholderData || JSON.stringify(settled) !== JSON.stringify(asked)
  // While what is asked for cannot be made (a name half typed), the last page that could be stays.
  const last = useRef(query.data)
  if (query.data) last.current = query.data
  return { ...query, data: query.data ?? last.current, isStale: isStale || query.isError }
}
