// The folder that is looked at: beside the open book at first, else home.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import type { PlaceKind } from '#shared/schemas/places.ts'

export function usePlaceView(kinds: readonly PlaceKind[]) {
  const [folder, go] = useState<string | null>(null)
  // Files come and go behind our back: what was seen before is only shown until the host has looked.
  const query = useQuery(
    trpc.host.places.browse.queryOptions(
      { folder, kinds: [...kinds] },
      { placeholderData: keepPreviousData, staleTime: 0, gcTime: 0 },
    ),
  )
  return { query, go }
}
