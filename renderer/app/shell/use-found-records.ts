// What the palette shows of the book: hits for what is typed, what was opened lately while nothing is.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import type { RecordKind } from '#shared/schemas/records.ts'
import type { SearchHit } from '#shared/schemas/search.ts'

/** Someone who types fast is asked for once, not at every letter. */
export const typingPauseMs = 60
const ofEachKind = 5
const ofOneKind = 50
const recentShown = 8

export type HitGroup = { kind: RecordKind; hits: SearchHit[]; hasMore: boolean }

export type FoundRecords = {
  groups: HitGroup[]
  recent: SearchHit[]
  /** Whether this answers what stands in the field now. */
  isFresh: boolean
  isAsking: boolean
  /** Shows more of one kind, until something else is typed. */
  showMore: (kind: RecordKind) => void
}

export function useFoundRecords(text: string, isOpen: boolean): FoundRecords {
  const [more, setMore] = useState<{ kind: RecordKind; text: string } | null>(null)
  const [asked] = useDebouncedValue(text, typingPauseMs)
  const only = more?.text === asked ? more.kind : null
  const wish = only ? { kinds: [only], limit: ofOneKind } : { limit: ofEachKind }
  const options = trpc.search.find.queryOptions({ ...wish, text: asked })
  const found = useQuery({ ...options, enabled: asked !== '', placeholderData: keepPreviousData })
  const recent = useQuery({ ...trpc.search.recent.queryOptions({ limit: recentShown }), enabled: isOpen })
  const isTyped = text !== ''
  return {
    groups: isTyped && found.data ? groupsOf(found.data) : [],
    recent: isTyped ? [] : (recent.data ?? []),
    isFresh: !isTyped || (asked === text && !found.isPlaceholderData && !found.isPending),
    isAsking: isTyped && (asked !== text || found.isFetching),
    showMore: (kind) => setMore({ kind, text: asked }),
  }
}

function groupsOf({ hits, more }: { hits: SearchHit[]; more: RecordKind[] }): HitGroup[] {
  return [...Map.groupBy(hits, (hit) => hit.kind)].map(([kind, of]) => ({
    kind,
    hits: of,
    hasMore: more.includes(kind) && of.length < ofOneKind,
  }))
}
